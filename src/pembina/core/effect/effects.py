"""The estimates of one evaluation, laid out as a reader asks for them."""

from dataclasses import dataclass

from pembina.core.effect.adjusted import AdjustedEvidence
from pembina.core.effect.aggregation import OVERALL
from pembina.core.effect.efficient import efficient_parameters
from pembina.core.effect.estimation import Asked, Evidence, Fitted
from pembina.core.effect.features import Features
from pembina.core.effect.group_time import Cell
from pembina.core.effect.inference import Estimate
from pembina.core.effect.parameters import ATT, AVERAGES, CALENDAR, COHORT, EVENT, SIMPLE, Parameters, families_of


@dataclass(frozen=True, slots=True)
class At:
    """An estimate at a time: periods since the start, or a period of the panel."""

    label: int
    value: Estimate


@dataclass(frozen=True, slots=True)
class AtCell:
    """The effect in one period on the cohort that started in another, both as the panel numbers them."""

    cohort: int
    period: int
    value: Estimate


@dataclass(frozen=True, slots=True)
class Effects:
    """All averages and the group-time effects behind them.

    Attributes
    ----------
    simple : average over all treated unit-periods
    cohort, calendar, dynamic : overall averages over cohorts, calendar periods and periods since the start
    by_cohort, by_calendar : by first treated period, by period
    event : by periods since the start; negative before it
    att : every group-time effect; empty for the efficient estimator
    """

    simple: Estimate
    cohort: Estimate
    calendar: Estimate
    dynamic: Estimate
    by_cohort: tuple[At, ...]
    by_calendar: tuple[At, ...]
    event: tuple[At, ...]
    att: tuple[AtCell, ...]


def estimate_effects(evidence: Evidence) -> Effects:
    """Return the effects by Callaway & Sant'Anna's comparison."""
    families = families_of(evidence.moments, evidence.question.comparison, (*AVERAGES, ATT))
    return _laid_out(_fitted(evidence, families), evidence.panel.periods)


def efficient_effects(evidence: Evidence) -> Effects:
    """Return the effects by Roth & Sant'Anna's estimator, from the period levels."""
    levels = Evidence(
        evidence.panel, evidence.question, features=Features(len(evidence.panel.periods)), design_based=True
    )
    return _laid_out(_fitted(levels, efficient_parameters(levels.moments)), evidence.panel.periods)


def adjusted_effects(adjusted: AdjustedEvidence) -> Effects:
    """Return the effects with the panel's covariates held fixed."""
    fitted = {name: adjusted.fitted(name) for name in (*AVERAGES, ATT)}
    return _laid_out(fitted, adjusted.panel.periods)


def _fitted(evidence: Evidence, families: dict[str, Parameters]) -> dict[str, Fitted]:
    """Return every family with its uncertainty; the simple average stands for the treated cells others leave out."""
    elsewhere = float(families[SIMPLE].contrasts.estimates(evidence.moments)[0])
    asked = [
        Asked(parameters, elsewhere=0.0 if name == SIMPLE else elsewhere, band=name != ATT)
        for name, parameters in families.items()
    ]
    return dict(zip(families, evidence.fitted_together(asked), strict=True))


def _laid_out(fitted: dict[str, Fitted], periods: tuple[int, ...]) -> Effects:
    return Effects(
        fitted[SIMPLE][OVERALL],
        fitted[COHORT][OVERALL],
        fitted[CALENDAR][OVERALL],
        fitted[EVENT][OVERALL],
        tuple(At(periods[at.label], at.value) for at in _labelled(fitted[COHORT])),
        tuple(At(periods[at.label], at.value) for at in _labelled(fitted[CALENDAR])),
        _labelled(fitted[EVENT]),
        _cells(fitted[ATT], periods) if ATT in fitted else (),
    )


def _labelled(fitted: Fitted) -> tuple[At, ...]:
    pairs = zip(fitted.labels, fitted.estimates, strict=True)
    return tuple(At(label, value) for label, value in pairs if isinstance(label, int))


def _cells(fitted: Fitted, periods: tuple[int, ...]) -> tuple[AtCell, ...]:
    pairs = zip(fitted.labels, fitted.estimates, strict=True)
    return tuple(
        AtCell(periods[cell.cohort], periods[cell.period], value) for cell, value in pairs if isinstance(cell, Cell)
    )
