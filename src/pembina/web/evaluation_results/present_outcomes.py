"""All outcomes of a run in one table: the primary one decides, the others are corrected, guards must hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.rules.programme_decision.guards import Guard, GuardState
from pembina.core.text import Text
from pembina.domain.impact.enums import Correction, OutcomeRole
from pembina.domain.impact.models import DesignOutcome
from pembina.web.components.effect import words
from pembina.web.components.formatting import MISSING, in_language, number, signed
from pembina.web.evaluation_results.present_outcome import figures_of, language, refusals

Told = Mapping[str, Any]
STATES = {
    GuardState.HELD: "success", GuardState.DOUBTFUL: "warning", GuardState.UNKNOWN: "warning",
    GuardState.BROKEN: "danger",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome; `word` is the verdict, of a guard whether it held, and `remark` says why."""

    position: int
    name: str
    role: str
    effect: str
    interval: str
    word: str
    tone: str
    p: str
    p_adjusted: str
    remark: str


def role_of(outcome: Told) -> str:
    return str(OutcomeRole(outcome["role"]).label)


def outcome_rows(result: Told, designed: Mapping[int, DesignOutcome]) -> list[OutcomeRow]:
    """The outcomes in the order of the design, whose rows are known by their position."""
    return [outcome_row(one, designed.get(one["position"])) for one in result.get("outcomes", ())]


def outcome_row(outcome: Told, designed: DesignOutcome | None) -> OutcomeRow:
    name, role = outcome["name"][language()], role_of(outcome)
    effect, interval = MISSING, MISSING
    word, tone, remark = _("Tidak dapat dihitung"), "warning", " ".join(refusals(outcome))
    if outcome["planned"] is not None:
        found, figures = outcome["planned"][language()], figures_of(outcome)
        headline = found["headline"]
        effect = f"{signed(headline['estimate'], figures.digits)} {outcome['unit']}".strip()
        interval = figures.interval(headline)
        verdict = words.verdict(found["verdict"])
        word, tone, remark = verdict.word, verdict.tone, ""
    if outcome["role"] == OutcomeRole.GUARD and designed is not None:
        guard = guard_of(outcome, designed)
        state = in_language(guard.state.label)
        word, tone, remark = state[:1].upper() + state[1:], STATES[guard.state], in_language(guard.because)
    return OutcomeRow(
        outcome["position"], name, role, effect, interval, word, tone, p_value(outcome["p"]),
        p_value(outcome["p_adjusted"]), remark,
    )  # fmt: skip


def guard_of(outcome: Told, designed: DesignOutcome) -> Guard:
    """What is known of something guarded; an unanswered one has no interval."""
    headline = outcome["planned"]["id"]["headline"] if outcome["planned"] else {}
    low, high = headline.get("ci_low"), headline.get("ci_high")
    known = low is not None and high is not None
    return Guard(
        Text(**outcome["name"]), low if known else None, high if known else None, float(designed.tolerated or 0),
        designed.lower_is_better, outcome["unit"],
    )  # fmt: skip


def p_value(value: float | None) -> str:
    if value is None:
        return MISSING
    return _("kurang dari %s") % number(0.001, 3) if value < 0.001 else number(value, 3)


def correction(result: Told) -> str:
    """How the outcomes beside the primary one are kept from finding something by chance."""
    if result.get("correction") == Correction.HOLM:
        return _(
            "Hanya ukuran utama yang menentukan putusan, tanpa koreksi. Nilai p ukuran pendamping dikoreksi menurut "
            "Holm: makin banyak yang dilihat, makin banyak yang tampak karena kebetulan."
        )
    return _(
        "Hanya ukuran utama yang menentukan putusan. Nilai p ukuran pendamping tidak dikoreksi; yang tampak nyata di "
        "antaranya mungkin kebetulan."
    )
