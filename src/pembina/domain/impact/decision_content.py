"""What a decision says, frozen on the day it is taken: paper, public page and seal read it from here for ever."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pembina.core.effect.verdict import LABELS
from pembina.core.rules.programme_decision import Finding, Guard, ProgrammeDecision
from pembina.core.text import Text
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.models import User
from pembina.domain.impact.cost import cost_of_effect
from pembina.domain.impact.found import (
    answer_of,
    finding_of,
    guards_of,
    primary_of,
    sentence_of,
    treated_months,
)
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun
from pembina.domain.impact.result import result_hash

FORMAT = "pembina-decision-1"


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """What the human decides: the action, why, until when it is looked at again, and what was spent until then."""

    action: str
    review_on: date
    reason: str = ""
    serious_harm: bool = False
    spent: Decimal | None = None


def content_of(
    run: EvaluationRun, told: DecisionTold, says: ProgrammeDecision, *, earlier: int, by: User, on: date
) -> dict[str, Any]:
    """Return the frozen content, in values JSON knows; `on` is the day of the decision."""
    design, evaluation = run.design, run.evaluation
    finding = finding_of(run.result)
    return {
        "format": FORMAT,
        "programme": {
            "code": evaluation.programme_code, "title": evaluation.programme_title,
            "purpose": evaluation.programme_purpose,
            "owner": ", ".join(dict.fromkeys(one.owner.name for one in evaluation.programmes)),
        },
        "evaluation": {"title": run.evaluation.title},
        "design": _design(design),
        "run": _run(run),
        "verdict": {
            "code": finding.verdict.value,
            "label": _both(LABELS[finding.verdict]),
            "sentence": _both(sentence_of(run.result)),
        },
        "naive": _naive(run),
        "finding": _finding(finding),
        "guards": [_guard(guard) for guard in guards_of(run.result, design)],
        "earlier_alike": earlier,
        "rule": {
            "lines": design.decision_rule,
            "source": says.article,
            "certainty": says.certainty.value,
            "action": says.action.value,
            "line": says.line,
            "guards": says.guards.value,
            "because": [_both(sentence) for sentence in says.because],
        },
        "decision": _decision(told, says, design, run, on=on),
        "cost": _cost(told.spent, finding, run),
        "signers": [
            {"name": signer.user.display_name, "capacity": signer.capacity}
            for signer in design.signers.select_related("user")
        ],
        "decided_by": by.display_name,
    }  # fmt: skip


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the canonical JSON of a content."""
    return sha256(canonical(content).encode()).hexdigest()


def sealed_of(decision: Decision) -> dict[str, Any]:
    """Return what the chain keeps of a decision: enough to prove it, and nobody's name."""
    return {
        "digest": digest_of(decision.content),
        "design": decision.run.design.digest,
        "run": decision.run.number,
        "result": decision.run.result_hash,
        "rule_action": decision.rule_action,
        "rule_line": decision.rule_line,
        "action": decision.action,
    }


def seal_entry(decision: Decision) -> ChainEntry | None:
    """Return the link of the chain that seals a decision."""
    subject = f"{decision._meta.label_lower}:{decision.pk}"
    return ChainEntry.objects.filter(kind=ChainKind.PROGRAMME_DECIDED, subject=subject).first()


def matches_seal(decision: Decision) -> bool:
    """Say whether the content, and the result it rests on, are still those that were sealed.

    A decision that never was sealed has nothing to differ from.
    """
    entry = seal_entry(decision)
    if entry is None:
        return True
    sealed = json.loads(entry.content)
    return (sealed["digest"], sealed["result"]) == (digest_of(decision.content), result_hash(decision.run.result))


def _design(design: EvaluationDesign) -> dict[str, Any]:
    return {
        "version": design.version,
        "digest": design.digest,
        "first_month": design.first_month.isoformat(),
        "last_month": design.last_month.isoformat(),
        "decides_on": design.decides_on.isoformat(),
    }


def _run(run: EvaluationRun) -> dict[str, Any]:
    return {
        "number": run.number,
        "data_until": run.data_until.isoformat(),
        "data_hash": run.data_hash,
        "result_hash": run.result_hash,
        "code_version": run.code_version,
    }


def _naive(run: EvaluationRun) -> dict[str, Any] | None:
    """Return what a comparison of before and after would have said, and why that is not the effect."""
    outcome = primary_of(run.result)
    told, english = answer_of(outcome), answer_of(outcome, "en")
    if not told:
        return None
    sentence = {"id": told["naive"]["sentence"], "en": english["naive"]["sentence"]}
    return {"change": told["naive"]["change"], "sentence": sentence}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "estimate": finding.estimate,
        "low": finding.low,
        "high": finding.high,
        "smallest_effect": finding.smallest_effect,
        "lower_is_better": finding.lower_is_better,
        "unit": finding.unit,
    }


def _guard(guard: Guard) -> dict[str, Any]:
    return {
        "name": _both(guard.name),
        "low": guard.low,
        "high": guard.high,
        "tolerated": guard.tolerated,
        "state": guard.state.value,
        "because": _both(guard.because),
    }


def _decision(
    told: DecisionTold, says: ProgrammeDecision, design: EvaluationDesign, run: EvaluationRun, *, on: date
) -> dict[str, Any]:
    return {
        "action": told.action,
        "departs": told.action != says.action.value,
        "reason": told.reason.strip(),
        "spent": None if told.spent is None else str(told.spent),
        "serious_harm": told.serious_harm,
        "review_on": told.review_on.isoformat(),
        "decided_on": on.isoformat(),
        "days_late": max((on - design.decides_on).days, 0),
        "before_all_data": run.data_until < design.last_month,
    }


def _cost(spent: Decimal | None, finding: Finding, run: EvaluationRun) -> dict[str, Any] | None:
    if spent is None:
        return None
    return cost_of_effect(spent=spent, finding=finding, unit_months=treated_months(run.result)).told


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}
