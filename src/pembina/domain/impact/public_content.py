"""What citizens read about a decision, frozen: no names of persons or units, no figure that tells of too few units.

Waves of fewer than `SMALLEST_WAVE` units are merged with their neighbours, and a month since the start is left out
where it rests on fewer. Where fewer than that joined or stayed out altogether, only the words of the verdict remain.
Of the warnings only those are told that name no unit.
"""

from collections.abc import Sequence
from typing import Any

from pembina.core.text import Text
from pembina.domain.impact.decision_facts import DecisionFacts, Task
from pembina.domain.impact.design_judgements import JUDGED, NOTED
from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.joint_words import JOINED_ELSEWHERE, JOINT_EFFECT
from pembina.domain.impact.run_facts import EventPoint, Measured

FORMAT = "pembina-publication-1"
SMALLEST_WAVE = 3
FIRST_MONTH, LAST_MONTH = -12, 18
# Their sentences hold counts and p-values at most.
NAMELESS = frozenset(
    {
        "few_units", "short_before", "no_smallest_effect", "pretrend_failed", "pretrend_signal", "pretrend_untested",
        "placebo_signal", "few_comparison_units", "too_few_assignments", "no_interval", "no_never_treated",
        "one_treated_unit", "gap_in_periods", JUDGED, NOTED, JOINT_EFFECT,
        JOINED_ELSEWHERE,
    }
)  # fmt: skip


def public_content(facts: DecisionFacts, *, message: str) -> dict[str, Any]:
    """Return it in values JSON knows; `message` are the words of the government to the citizens, empty for none."""
    waves = merged_waves(facts.run.waves)
    primary = facts.run.primary
    shows = primary is not None and _shows(primary)
    return {
        "format": FORMAT,
        "programme": facts.programme,
        "code": facts.code,
        "purpose": facts.purpose,
        "title": facts.title,
        "answer": primary.code if primary and primary.code else "not_credible",
        "shows_figures": shows,
        "measured": _measured(primary, shows=shows) if primary else None,
        "naive": _naive(facts) if shows else None,
        "confidence": facts.run.confidence,
        "waves": [units for units in waves if units >= SMALLEST_WAVE],
        "never": facts.run.never if facts.run.never == 0 or facts.run.never >= SMALLEST_WAVE else None,
        "random_timing": facts.run.random_timing,
        "events": [_event(point) for point in shown_events(facts.run.events)] if shows else [],
        "others": [_measured(each, shows=_shows(each)) for each in facts.run.others],
        "guards": [_guard(each, shows=_shows(each)) for each in facts.run.guards],
        "sensitivity": [_said(each) for each in facts.run.sensitivity] if shows else [],
        "warnings": [_said(text) for code, text in facts.run.warnings if code in NAMELESS],
        "decision": _decision(facts),
        "signatures": [{"capacity": each.capacity, "agrees": each.agrees} for each in facts.signatures],
        "next": [_task(task) for task in facts.tasks if task.state != TaskState.DROPPED],
        "message": message,
        "basis": _basis(facts),
        **({"is_joint": True} if facts.is_joint else {}),
    }


def merged_waves(waves: Sequence[int]) -> tuple[int, ...]:
    """Return the sizes of the waves in order, a small one added to the next, the last one to the one before."""
    merged: list[int] = []
    waiting = 0
    for units in waves:
        waiting += units
        if waiting >= SMALLEST_WAVE:
            merged.append(waiting)
            waiting = 0
    if waiting and merged:
        merged[-1] += waiting
    elif waiting:
        merged.append(waiting)
    return tuple(merged)


def shown_events(events: Sequence[EventPoint]) -> list[EventPoint]:
    """Return the months around the start that rest on enough units."""
    return [
        point for point in events if FIRST_MONTH <= point.time <= LAST_MONTH and point.units >= SMALLEST_WAVE
    ]  # fmt: skip


def _shows(found: Measured) -> bool:
    """Say whether enough units joined and enough were compared with: those that never start, or start later."""
    beside = found.never or sum(found.waves[1:])
    return sum(found.waves) >= SMALLEST_WAVE and beside >= SMALLEST_WAVE


def _measured(found: Measured, *, shows: bool) -> dict[str, Any]:
    return {
        "name": _said(found.name),
        "unit": found.unit,
        "lower_is_better": found.lower_is_better,
        "smallest_effect": found.smallest_effect,
        "code": found.code,
        "label": _said(found.label),
        "sentence": _said(found.sentence if shows else found.label),
        **({"estimate": found.estimate, "low": found.low, "high": found.high} if shows else {}),
    }


def _guard(found: Measured, *, shows: bool) -> dict[str, Any]:
    guard = found.guard
    said = guard.because if shows else Text(*(f"{name}." for name in (guard.state.label.id, guard.state.label.en)))
    return {"name": _said(found.name), "state": guard.state.value, "because": _said(said)}


def _naive(facts: DecisionFacts) -> dict[str, Any] | None:
    naive = facts.run.naive
    if naive is None:
        return None
    return {
        "before": naive.before,
        "after": naive.after,
        "change": naive.change,
        "sentence": _said(naive.sentence),
    }


def _event(point: EventPoint) -> dict[str, Any]:
    return {
        "time": point.time,
        "estimate": point.estimate,
        "low": point.low,
        "high": point.high,
        "band_low": point.band_low,
        "band_high": point.band_high,
    }


def _decision(facts: DecisionFacts) -> dict[str, Any]:
    return {
        "rule": facts.rule_action,
        "rule_because": [_said(each) for each in _because(facts)],
        "action": facts.action,
        "reason": facts.reason,
        "capacity": facts.capacity,
        "decided_on": facts.decided_on.isoformat(),
        "review_on": facts.review_on.isoformat(),
        "is_late": facts.is_late,
    }


def _because(facts: DecisionFacts) -> list[Text]:
    """Return the sentences of the rule, without those whose figures rest on too few units.

    They come as the finding, one of each guard, and what needs no figure: harm, and the line that decided.
    """
    run = facts.run
    measured = [run.primary, *run.guards]
    spoken = zip(facts.rule_because, measured, strict=False)
    kept = [said for said, found in spoken if found is not None and _shows(found)]
    return [*kept, *facts.rule_because[len(measured) :]]


def _basis(facts: DecisionFacts) -> dict[str, Any]:
    design, basis = facts.design, facts.basis
    return {
        "design_version": design.version,
        "design_digest": design.digest,
        "locked_on": design.locked_on.isoformat() if design.locked_on else None,
        "first_month": design.first_month.isoformat(),
        "last_month": design.last_month.isoformat(),
        "run": basis.number,
        "data_until": basis.data_until.isoformat(),
        "code_version": basis.code_version,
        "data_hash": basis.data_hash,
        "result_hash": basis.result_hash,
        "sealed": facts.sealed,
    }


def _task(task: Task) -> dict[str, str]:
    """Return what kind of thing follows; its title may name somebody."""
    return {"kind": task.kind, "due_on": task.due_on.isoformat()}


def _said(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}
