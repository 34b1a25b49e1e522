"""Would the headline survive a different look? Pretended starts, and every wave left out in turn."""

from dataclasses import dataclass, replace

import numpy as np

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import CellEffects
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.group_time import Cell, Comparison, group_time_effects
from pembina.core.effect.inference import Estimate
from pembina.core.effect.moments import Moments
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import SIMPLE, Parameters, averaged, families_of, parameters_of
from pembina.core.effect.question import Question

LEADS = (3, 6, 12)
SHORT_LEADS = (1, 2)
MOST_COHORTS = 24


@dataclass(frozen=True, slots=True)
class Placebo:
    """The estimate had the waves started ``lead`` periods earlier, from data before the real start only."""

    lead: int
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The headline without the units of one cohort; ``cohort`` is its first treated period."""

    cohort: int
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Robustness:
    """Both looks; empty where the panel is too small for them."""

    placebos: tuple[Placebo, ...]
    leave_one_out: tuple[LeftOut, ...]

    @property
    def placebo_signals(self) -> tuple[Placebo, ...]:
        """Placebos whose interval leaves out zero, although nothing had started."""
        return tuple(
            placebo
            for placebo in self.placebos
            if placebo.estimate.has_interval and not placebo.estimate.ci_low <= 0 <= placebo.estimate.ci_high
        )


def check_robustness(evidence: Evidence, effect: float) -> Robustness:
    """Return placebo dates and leave-one-cohort-out estimates.

    ``effect`` is the headline; it is taken off the treated cells before units change waves in the re-assignments of a
    placebo, which looks at untreated cells only. With covariates both looks stay empty: without them they would ask
    another question.
    """
    if evidence.panel.covariates.shape[1]:
        return Robustness((), ())
    return Robustness(_placebos(evidence.panel, evidence.question, effect), _left_out(evidence))


def _placebos(panel: Panel, question: Question, effect: float) -> tuple[Placebo, ...]:
    longest = max(panel.treated_cohorts) - 1
    leads = [lead for lead in LEADS if lead <= longest] or [lead for lead in SHORT_LEADS if lead <= longest]
    untreated = replace(panel, outcome=panel.outcome - effect * panel.treated_cells())
    found = ((lead, placebo_estimate(untreated, question, lead)) for lead in leads)
    return tuple(Placebo(lead, estimate) for lead, estimate in found if estimate is not None)


def placebo_estimate(panel: Panel, question: Question, lead: int) -> Estimate | None:
    """Return the average over the ``lead`` periods before the real start, pretending the waves started then."""
    pretended = np.where(panel.cohort == panel.never, panel.never, panel.cohort - lead)
    earlier = replace(panel, cohort=pretended).of_units(pretended >= 1)
    if not earlier.treated_cohorts:
        return None
    evidence = Evidence(earlier, question)
    parameters = _before_real_start(evidence.moments, question, lead)
    return None if parameters is None else evidence.fitted(parameters).estimates[0]


def _before_real_start(moments: Moments, question: Question, lead: int) -> Parameters | None:
    """Return the average of the cells between the pretended and the real start."""
    every = group_time_effects(moments, comparison=question.comparison)
    kept = [k for k, cell in enumerate(every.labels) if isinstance(cell, Cell) and 0 <= cell.event_time < lead]
    if not kept:
        return None
    att = every.select(kept)
    base = parameters_of(att, moments)
    cells = tuple(cell for cell in att.labels if isinstance(cell, Cell))
    effects = CellEffects(cells, att.estimates(moments), moments.starts, moments.sizes)
    return averaged(base, aggregation.simple(effects))


def _left_out(evidence: Evidence) -> tuple[LeftOut, ...]:
    """Return the headline without each treated cohort, where something is left to compare."""
    panel, comparison = evidence.panel, evidence.question.comparison
    if not 2 <= len(panel.treated_cohorts) <= MOST_COHORTS:
        return ()
    found = []
    for cohort in panel.treated_cohorts:
        rest = evidence.without(cohort)
        if not _has_effects(rest.moments, comparison):
            continue
        parameters = families_of(rest.moments, comparison, (SIMPLE,))[SIMPLE]
        found.append(LeftOut(panel.periods[cohort], rest.fitted(parameters).estimates[0]))
    return tuple(found)


def _has_effects(moments: Moments, comparison: Comparison) -> bool:
    """Whether any period after a start is observed together with a comparison."""
    cells = group_time_effects(moments, comparison=comparison).labels
    return any(isinstance(cell, Cell) and cell.event_time >= 0 for cell in cells)
