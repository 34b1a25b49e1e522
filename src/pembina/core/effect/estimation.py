"""Estimates with their uncertainty, from a panel and the question asked of it."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from pembina.core.effect import inference
from pembina.core.effect.aggregation import OVERALL
from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.assignments import Assignments, possible_assignments
from pembina.core.effect.features import Features
from pembina.core.effect.inference import Estimate, Method, Uncertainty
from pembina.core.effect.moments import Moments, panel_moments
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import Parameters
from pembina.core.effect.question import Question
from pembina.core.effect.reassignment import Functionals, Reassigned, reassigned_estimates

UNREACHED = 1e-9


@dataclass(frozen=True)
class Fitted:
    """The estimates of one family: labels and estimates in the same order."""

    labels: tuple[Hashable, ...]
    estimates: tuple[Estimate, ...]

    def __getitem__(self, label: Hashable) -> Estimate:
        return self.estimates[self.labels.index(label)]


@dataclass(frozen=True)
class Reference:
    """(R, K) estimates under each assignment with the effects elsewhere taken off; (R, K) what one unit of effect adds.

    Row 0 is what happened.
    """

    outcome: FloatArray
    shift: FloatArray

    @classmethod
    def of(cls, reassigned: Reassigned, elsewhere: float, after_start: BoolArray) -> "Reference":
        """Take off the effect ``elsewhere`` in the treated cells that a parameter does not measure.

        Otherwise they would count as noise of the re-assignment. ``after_start`` (K,) says whether the cells a
        parameter measures are treated cells themselves.
        """
        reached = reassigned.own[0]
        scale = np.where(np.abs(reached) > UNREACHED, reached, np.nan)
        rest = elsewhere * (reassigned.treated - np.where(after_start, reassigned.own, 0.0))
        return cls(reassigned.outcome - rest, reassigned.own / scale)

    @property
    def deviation(self) -> FloatArray:
        """(R, K) estimates under each assignment once the estimated effect is taken off as well."""
        without = self.outcome - self.outcome[0] * np.nan_to_num(self.shift)
        return np.vstack([self.outcome[:1], without[1:]])


@dataclass(frozen=True)
class Asked:
    """A family of parameters to be given intervals.

    Attributes
    ----------
    elsewhere : effect assumed in treated cells that a parameter does not measure, in the unit of the outcome
    band : whether a band over the family is wanted
    """

    parameters: Parameters
    elsewhere: float = 0.0
    band: bool = True


@dataclass(frozen=True)
class Evidence:
    """A panel, the question, and what is computed from them only once.

    ``features`` overrides the columns of the panel; ``design_based`` takes the Neyman variance in large samples too,
    for weights that were themselves estimated; ``described`` are the panel's moments where they are known already.
    """

    panel: Panel
    question: Question
    features: Features | None = None
    design_based: bool = False
    described: Moments | None = None

    @cached_property
    def moments(self) -> Moments:
        """Sufficient statistics by cohort."""
        return self.described or panel_moments(self.panel, self.features)

    @cached_property
    def columns(self) -> FloatArray:
        """(n, F) columns the cohort means are taken of."""
        return self.moments.features.matrix(self.panel.outcome)

    @cached_property
    def assignments(self) -> Assignments:
        """The assignments of waves that could have been."""
        places = np.searchsorted(self.moments.starts, self.panel.cohort).astype(np.int64)
        question = self.question
        return possible_assignments(places, draws=question.draws, seed=question.seed, strata=self._strata())

    def _strata(self) -> IntArray | None:
        if not self.question.strata:
            return None
        names = [str(self.question.strata.get(unit, "")) for unit in self.panel.units]
        return np.unique(names, return_inverse=True)[1].astype(np.int64)

    def without(self, cohort: int) -> "Evidence":
        """Return the evidence that is left without the units of one cohort."""
        left = tuple(moments for moments in self.moments.cohorts if moments.cohort != cohort)
        panel = self.panel.of_units(self.panel.cohort != cohort)
        return replace(self, panel=panel, described=Moments(self.moments.features, left))

    def references(self, asked: Sequence[Asked]) -> list[Reference]:
        """Return the re-assignment distribution of each family; the means are formed once for all of them."""
        if not asked:
            return []
        every = [each.parameters.functionals(self.moments) for each in asked]
        together = Functionals(
            np.concatenate([one.weights for one in every]),
            np.concatenate([one.own for one in every]),
            every[0].treated * any(each.elsewhere for each in asked),
        )
        reassigned = reassigned_estimates(self.columns, together, self.assignments.labels)
        parts = reassigned.split([len(one.weights) for one in every])
        return [
            Reference.of(part, each.elsewhere, each.parameters.after_start(self.moments))
            for part, each in zip(parts, asked, strict=True)
        ]

    def fitted(self, parameters: Parameters, *, elsewhere: float = 0.0, band: bool = True) -> Fitted:
        """Return every parameter of one family with its interval and, if asked for, the band of the family."""
        return self.fitted_together([Asked(parameters, elsewhere, band)])[0]

    def fitted_together(self, asked: Sequence[Asked]) -> list[Fitted]:
        """Return every parameter of several families with its interval."""
        fits = [_Fit(self, each) for each in asked]
        by_lot = [place for place, fit in enumerate(fits) if Method.RANDOMISATION in fit.methods]
        found = dict(zip(by_lot, self.references([asked[place] for place in by_lot]), strict=True))
        return [replace(fit, reference=found.get(place)).result for place, fit in enumerate(fits)]


@dataclass(frozen=True)
class _Fit:
    """One family on its way to intervals; ``reference`` is there where some need the re-assignments."""

    evidence: Evidence
    asked: Asked
    reference: Reference | None = None

    @property
    def parameters(self) -> Parameters:
        return self.asked.parameters

    @cached_property
    def values(self) -> FloatArray:
        return self.parameters.contrasts.estimates(self.evidence.moments)

    @cached_property
    def methods(self) -> list[Method]:
        """The method of each parameter; randomisation where a column with one observed unit leaves no variance."""
        chosen = inference.methods_for(self.parameters, self.evidence.moments)
        if self.evidence.design_based:
            chosen = [Method.NEYMAN if method is Method.ANALYTIC else method for method in chosen]
        if Method.NEYMAN not in chosen:
            return chosen
        undefined = np.isnan(np.diagonal(self.by_cohort.sum(axis=0)))
        return [
            Method.RANDOMISATION if method is Method.NEYMAN and unknown else method
            for method, unknown in zip(chosen, undefined.tolist(), strict=True)
        ]

    @cached_property
    def analytic(self) -> FloatArray:
        return self.parameters.contrasts.analytic_covariance(self.evidence.moments)

    def _analytic_variance(self) -> FloatArray:
        """Return (K,) variances; the whole covariance only where a band needs it anyway."""
        if self.asked.band:
            return np.diagonal(self.analytic)
        return self.parameters.contrasts.analytic_variance(self.evidence.moments)

    @cached_property
    def by_cohort(self) -> FloatArray:
        return self.parameters.contrasts.cohort_covariances(self.evidence.moments)

    @property
    def result(self) -> Fitted:
        found = {method: self._uncertainty(method) for method in set(self.methods)}
        low, high = self._bands(found)
        estimates = tuple(
            _estimate(self.values[k], found[method], k, float(low[k]), float(high[k]), method)
            for k, method in enumerate(self.methods)
        )
        return Fitted(self.parameters.labels, estimates)

    @property
    def _reference(self) -> Reference:
        if self.reference is None:
            raise RuntimeError("randomisation inference without re-assignments")
        return self.reference

    def _uncertainty(self, method: Method) -> Uncertainty:
        """Return the uncertainty of all K parameters by one method."""
        question = self.evidence.question
        if method is Method.NONE:
            nothing = np.full(self.values.shape, np.nan)
            return Uncertainty(nothing, nothing, nothing, nothing, nothing)
        if method is Method.ANALYTIC:
            return inference.normal_intervals(self.values, self._analytic_variance(), question.confidence)
        parts = np.diagonal(self.by_cohort, axis1=1, axis2=2)
        if method is Method.NEYMAN:
            units = self.parameters.carrying(self.evidence.moments).T
            return inference.satterthwaite_intervals(self.values, parts, units, question.confidence)
        se = np.sqrt(np.maximum(parts, 0.0).sum(axis=0))
        reference = self._reference
        return inference.randomisation_intervals(reference.outcome, reference.shift, se, question.alpha)

    def _bands(self, found: dict[Method, Uncertainty]) -> tuple[FloatArray, FloatArray]:
        """Return (K,) ends of the simultaneous band over all but the overall average; never inside the interval."""
        low, high = np.full(self.values.shape, np.nan), np.full(self.values.shape, np.nan)
        members = [
            k
            for k, label in enumerate(self.parameters.labels)
            if self.asked.band and label != OVERALL and self.methods[k] is not Method.NONE
        ]
        if not members:
            return low, high
        margin = self._band_margin(members, found)
        for place, k in enumerate(members):
            uncertainty = found[self.methods[k]]
            low[k] = min(self.values[k] - margin[place], uncertainty.low[k])
            high[k] = max(self.values[k] + margin[place], uncertainty.high[k])
        return low, high

    def _band_margin(self, members: list[int], found: dict[Method, Uncertainty]) -> FloatArray:
        """Return the half width of the band of each member, by the most careful method among them."""
        question = self.evidence.question
        used = {self.methods[k] for k in members}
        if Method.RANDOMISATION in used:
            largest, scale = inference.largest_deviation(self._reference.deviation[:, members])
            return scale * float(np.quantile(largest[1:], question.confidence)) if len(largest) > 1 else scale * np.nan
        covariance = self.analytic if used == {Method.ANALYTIC} else self.by_cohort.sum(axis=0)
        covariance = covariance[np.ix_(members, members)]
        df = math.inf if used == {Method.ANALYTIC} else float(np.nanmin(found[Method.NEYMAN].df[members]))
        quantile = inference.simultaneous_quantile(
            covariance, df, confidence=question.confidence, draws=question.draws, seed=question.seed
        )
        margin: FloatArray = quantile * np.sqrt(np.maximum(np.diagonal(covariance), 0.0))
        return margin


def _estimate(
    value: float, uncertainty: Uncertainty, k: int, band_low: float, band_high: float, method: Method
) -> Estimate:
    return Estimate(
        float(value),
        float(uncertainty.se[k]),
        float(uncertainty.low[k]),
        float(uncertainty.high[k]),
        band_low,
        band_high,
        float(uncertainty.p[k]),
        method,
    )
