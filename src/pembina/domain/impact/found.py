"""What a run found, as the rule of a decision asks for it. The answer by the planned start is the one promised."""

from collections.abc import Mapping
from typing import Any

from pembina.core.effect.verdict import LABELS, Code
from pembina.core.rules.programme_decision import Finding, Guard
from pembina.core.text import Text
from pembina.domain.impact.enums import OutcomeRole
from pembina.domain.impact.models import EvaluationDesign

Result = Mapping[str, Any]


def outcomes_as(result: Result, role: OutcomeRole) -> list[dict[str, Any]]:
    """Return the outcomes of a result that have a role, in the order of the design."""
    return [one for one in result.get("outcomes", ()) if one["role"] == role]


def primary_of(result: Result) -> dict[str, Any]:
    """Return the outcome that decides; empty where the result has none."""
    return next(iter(outcomes_as(result, OutcomeRole.PRIMARY)), {})


def answer_of(outcome: Mapping[str, Any], language: str = "id") -> dict[str, Any]:
    """Return the answer by the planned start; empty where the engine refused one."""
    both = outcome.get("planned") or {}
    return dict(both.get(language, {}))


def verdict_of(result: Result) -> Code:
    """Return the verdict on the primary outcome; without an answer the evidence is not credible."""
    answer = answer_of(primary_of(result))
    return Code(answer["verdict"]["code"]) if answer else Code.NOT_CREDIBLE


def sentence_of(result: Result) -> Text:
    """Return the verdict in a sentence, or why the engine refused an answer."""
    outcome = primary_of(result)
    if answer := answer_of(outcome):
        return Text(id=answer["verdict"]["sentence"], en=answer_of(outcome, "en")["verdict"]["sentence"])
    if told := outcome.get("refused", {}).get("planned"):
        return Text(**told["message"])
    label = LABELS[Code.NOT_CREDIBLE]
    return Text(id=f"Putusan evaluasi: {label.id}.", en=f"Verdict of the evaluation: {label.en}.")


def finding_of(result: Result) -> Finding:
    """Return the finding on the primary outcome; raises ``UnusableDecisionError``."""
    outcome = primary_of(result)
    answer, unit = answer_of(outcome), outcome.get("unit", "")
    if not answer:
        return Finding(Code.NOT_CREDIBLE, None, None, None, None, unit=unit)
    headline, question = answer["headline"], answer["question"]
    return Finding(
        verdict=Code(answer["verdict"]["code"]),
        estimate=headline["estimate"],
        low=headline["ci_low"],
        high=headline["ci_high"],
        smallest_effect=question["smallest_effect"],
        lower_is_better=question["lower_is_better"],
        unit=unit,
    )


def guards_of(result: Result, design: EvaluationDesign) -> list[Guard]:
    """Return what must not get worse; where the evidence carries no conclusion, nothing is known of it."""
    bounds = {one.position: one for one in design.outcomes.all() if one.role == OutcomeRole.GUARD}
    return [
        _guard(outcome, bounds[outcome["position"]])
        for outcome in outcomes_as(result, OutcomeRole.GUARD)
        if outcome["position"] in bounds
    ]


def treated_months(result: Result) -> int:
    """Return over how many months of units the headline is the mean: those since the planned start with an estimate."""
    answer = answer_of(primary_of(result))
    units = {wave["start"]: wave["units"] for wave in answer.get("waves", ()) if wave["start"] is not None}
    return sum(
        units.get(cell["cohort"], 0)
        for cell in answer.get("att", ())
        if cell["period"] >= cell["cohort"] and cell["estimate"] is not None
    )


def _guard(outcome: Mapping[str, Any], bound: Any) -> Guard:
    answer = answer_of(outcome)
    known = bool(answer) and answer["verdict"]["code"] != Code.NOT_CREDIBLE
    headline = answer["headline"] if known else {"ci_low": None, "ci_high": None}
    ends = (headline["ci_low"], headline["ci_high"])
    low, high = ends if None not in ends else (None, None)
    return Guard(
        name=Text(**outcome["name"]),
        low=low,
        high=high,
        tolerated=float(bound.tolerated),
        lower_is_better=bound.lower_is_better,
        unit=outcome.get("unit", ""),
    )
