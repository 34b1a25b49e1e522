"""The effect by periods since the start for the chart: every period against the last one before the start.

The engine's own event table compares each earlier period with the one before it, as published tables do. In a chart
that hides a trend (Roth 2024, "Interpreting event-studies from recent difference-in-differences methods"), so the chart
uses the universal base.
"""

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import OVERALL, CellEffects
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.evaluation import Evaluation
from pembina.core.effect.group_time import Cell, group_time_effects
from pembina.core.effect.inference import Estimate
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import averaged, parameters_of

Points = tuple[tuple[int, tuple[float, ...]], ...]


def event_points(panel: Panel, evaluation: Evaluation) -> Points:
    """Return (event time, (estimate, ci_low, ci_high, band_low, band_high)), ascending; NaN where undefined.

    The period before the start is the base: its estimate is zero by construction, without an interval. With covariates
    only the engine's own table is adjusted for them, so that is what is drawn.
    """
    if panel.covariates.shape[1]:
        return tuple((at.label, numbers(at.value)) for at in evaluation.estimates.event)
    evidence = Evidence(panel, evaluation.question)
    att = group_time_effects(evidence.moments, comparison=evaluation.question.comparison, base="universal")
    cells = tuple(cell for cell in att.labels if isinstance(cell, Cell))
    effects = CellEffects(cells, att.estimates(evidence.moments), evidence.moments.starts, evidence.moments.sizes)
    parameters = averaged(parameters_of(att, evidence.moments), aggregation.by_event_time(effects))
    fitted = evidence.fitted(parameters, elsewhere=evaluation.headline.estimate)
    pairs = zip(fitted.labels, fitted.estimates, strict=True)
    found = {int(str(label)): numbers(value) for label, value in pairs if label != OVERALL}
    nan = float("nan")
    return tuple(sorted({**found, -1: (0.0, nan, nan, nan, nan)}.items()))


def numbers(estimate: Estimate) -> tuple[float, ...]:
    return (estimate.estimate, estimate.ci_low, estimate.ci_high, estimate.band_low, estimate.band_high)
