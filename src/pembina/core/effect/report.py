"""An evaluation as plain data: the object printed by ``pembina effect --json``."""

import math
from typing import TYPE_CHECKING

from pembina.core.effect.effects import At, AtCell, Effects
from pembina.core.effect.inference import Estimate
from pembina.core.effect.question import Question
from pembina.core.effect.robustness import Robustness

if TYPE_CHECKING:
    from pembina.core.effect.evaluation import Evaluation
    from pembina.core.effect.sensitivity import Bounded, Breakdown, Sensitivity

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def as_dict(evaluation: "Evaluation", language: str) -> dict[str, Json]:
    """Return the evaluation with sentences in one language; None where a number is undefined."""
    efficient = evaluation.efficient
    return {
        "units": evaluation.units,
        "periods": evaluation.periods,
        "cohorts": evaluation.cohorts,
        "waves": [{"start": wave.start, "units": wave.units} for wave in evaluation.waves],
        "question": _question(evaluation.question),
        "headline": _headline(evaluation, language),
        "estimates": _effects(evaluation.estimates),
        "efficient": _effects(efficient) if efficient else None,
        "att": [_cell(cell) for cell in evaluation.estimates.att],
        "naive": _naive(evaluation, language),
        "pretrend": {
            "statistic": finite(evaluation.pretrend.statistic),
            "p": finite(evaluation.pretrend.p),
            "degrees": evaluation.pretrend.degrees,
            "method": evaluation.pretrend.method,
        },
        "robustness": _robustness(evaluation.robustness),
        "verdict": {
            "code": evaluation.verdict.code.value,
            "label": evaluation.verdict.label.in_language(language),
            "sentence": evaluation.verdict.sentence.in_language(language),
            "reason": evaluation.verdict.reason.in_language(language),
        },
        "warnings": [{"code": note.code, "message": note.message.in_language(language)} for note in evaluation.notes],
    }


def _question(question: Question) -> dict[str, Json]:
    return {
        "lower_is_better": question.lower_is_better,
        "smallest_effect": question.smallest_effect,
        "comparison": question.comparison,
        "random_timing": question.random_timing,
        "confidence": question.confidence,
        "draws": question.draws,
        "seed": question.seed,
        "stratified": bool(question.strata),
    }


def _headline(evaluation: "Evaluation", language: str) -> dict[str, Json]:
    return {
        **_estimate(evaluation.headline),
        "p": finite(evaluation.headline.p),
        "method": evaluation.headline.method.value,
        "sentence": evaluation.verdict.sentence.in_language(language),
    }


def _effects(effects: Effects) -> dict[str, Json]:
    return {
        "simple": _estimate(effects.simple),
        "cohort": _estimate(effects.cohort),
        "calendar": _estimate(effects.calendar),
        "dynamic": _estimate(effects.dynamic),
        "event": [_at(at, "event_time") for at in effects.event],
        "by_cohort": [_at(at, "cohort") for at in effects.by_cohort],
        "by_calendar": [_at(at, "period") for at in effects.by_calendar],
    }


def _estimate(estimate: Estimate) -> dict[str, Json]:
    return {
        "estimate": finite(estimate.estimate),
        "se": finite(estimate.se),
        "ci_low": finite(estimate.ci_low),
        "ci_high": finite(estimate.ci_high),
    }


def _at(at: At, name: str) -> dict[str, Json]:
    band: dict[str, Json] = {"band_low": finite(at.value.band_low), "band_high": finite(at.value.band_high)}
    return {name: at.label, **_estimate(at.value), **band}


def _cell(cell: AtCell) -> dict[str, Json]:
    return {"cohort": cell.cohort, "period": cell.period, **_estimate(cell.value)}


def _naive(evaluation: "Evaluation", language: str) -> dict[str, Json]:
    naive = evaluation.naive
    return {
        "before": finite(naive.before),
        "after": finite(naive.after),
        "change": finite(naive.change),
        "change_percent": naive.change_percent,
        "drift": finite(naive.drift),
        "mix": finite(naive.mix),
        "sentence": evaluation.naive_sentence.in_language(language),
    }


def _robustness(robustness: Robustness) -> dict[str, Json]:
    return {
        "placebo": [{"lead": placebo.lead, **_estimate(placebo.estimate)} for placebo in robustness.placebos],
        "leave_one_out": [{"cohort": left.cohort, **_estimate(left.estimate)} for left in robustness.leave_one_out],
    }


def sensitivity_as_dict(found: "Sensitivity", language: str = "id") -> dict[str, Json]:
    """Return the bounds as plain data; None for a breakdown value beyond all that was tried."""
    return {
        "before": found.before,
        "after": found.after,
        "estimate": finite(found.estimate),
        "ci_low": finite(found.as_it_stands.low),
        "ci_high": finite(found.as_it_stands.high),
        "drifts": [_bounded(row) for row in found.drifts],
        "drift_breakdown": _breakdown(found.drift_breakdown, language),
        "bends": [_bounded(row) for row in found.bends],
        "bend_breakdown": _breakdown(found.bend_breakdown, language),
        "largest_bend": finite(found.largest_bend),
    }


def _bounded(row: "Bounded") -> dict[str, Json]:
    return {"bound": finite(row.bound), "ci_low": finite(row.low), "ci_high": finite(row.high)}


def _breakdown(found: "Breakdown", language: str) -> dict[str, Json]:
    sentence = found.sentence.in_language(language)
    return {"value": finite(found.value), "against": finite(found.against), "sentence": sentence}


def finite(value: float) -> float | None:
    """Return a number as JSON holds it: None where it is undefined."""
    return float(value) if math.isfinite(value) else None
