"""One design, many outcomes: the headline of thousands of panels that differ only in their outcomes.

For a fixed design (who starts when, nothing missing) the estimate is a fixed linear functional of the outcomes and the
re-assignments can be drawn once. That makes size, coverage and power by simulation cheap: each needs only products of
matrices. The intervals come from the same functions as those of one evaluation.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from pembina.core.effect import inference
from pembina.core.effect.arrays import FloatArray, IntArray, LabelArray
from pembina.core.effect.efficient import Halves, halves_of
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.features import Features
from pembina.core.effect.inference import ANALYTIC_FROM, Method, Uncertainty
from pembina.core.effect.moments import CohortMoments, Moments
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import SIMPLE, Parameters, family_of
from pembina.core.effect.question import Question
from pembina.core.effect.reassignment import reassigned_estimates, reassigned_sums


@dataclass(frozen=True)
class Headlines:
    """(S,) headline estimates with their uncertainty, one per outcome."""

    estimate: FloatArray
    uncertainty: Uncertainty
    method: Method


@dataclass(frozen=True)
class FixedDesign:
    """A design without missing cells.

    Attributes
    ----------
    cohort : (n,) index of each unit's first treated period; ``periods`` means never
    periods : T
    question : as asked of one panel; with ``random_timing`` the headline is the efficient estimate
    """

    cohort: IntArray
    periods: int
    question: Question

    def headlines(self, outcomes: FloatArray) -> Headlines:
        """Return the headline of every outcome; ``outcomes`` is (S, n, T)."""
        if self.question.random_timing:
            return self._efficient(outcomes)
        return self._plain(outcomes)

    @cached_property
    def _evidence(self) -> Evidence:
        units = tuple(range(len(self.cohort)))
        empty = Panel(np.zeros((len(units), self.periods)), self.cohort, units, tuple(range(self.periods)))
        return Evidence(empty, self.question, features=Features(self.periods))

    @cached_property
    def _simple(self) -> Parameters:
        return family_of(self._evidence.moments, self.question.comparison, SIMPLE)

    @cached_property
    def _halves(self) -> Halves:
        return halves_of(self._evidence.moments)[SIMPLE]

    @property
    def method(self) -> Method:
        """How the headline's interval is made under this design."""
        parameters = self._halves.adjusted(np.ones(1)) if self.question.random_timing else self._simple
        chosen = inference.methods_for(parameters, self._evidence.moments)[0]
        return Method.NEYMAN if self.question.random_timing and chosen is Method.ANALYTIC else chosen

    @property
    def is_comparable(self) -> bool:
        """Whether any period after a start has a comparison under this design."""
        return bool(self._halves.labels if self.question.random_timing else self._simple.labels)

    @property
    def can_reject(self) -> bool:
        """Whether the lot leaves enough assignments for any effect to be told from chance."""
        return self.method is not Method.RANDOMISATION or len(self._labels) * self.question.alpha >= 1 - 1e-9

    def variance_parts(self, covariance: FloatArray) -> FloatArray:
        """Return (C,) what each cohort adds to the headline's variance if units have this (T, T) covariance.

        For the efficient estimate at the best weight of the periods before the start.
        """
        if not self.question.random_timing:
            return _quadratic_parts(self._simple.contrasts.weights[0], covariance) / self._sizes
        after, before = self._halves.after[0], self._halves.before[0]
        together = float((np.einsum("ct,tu,cu->c", after, covariance, before) / self._sizes).sum())
        alone = float((_quadratic_parts(before, covariance) / self._sizes).sum())
        return _quadratic_parts(after - together / alone * before, covariance) / self._sizes

    @property
    def sizes(self) -> IntArray:
        """(C,) units of each cohort, in the order of their starts, those that never start last."""
        return self._sizes

    @property
    def _sizes(self) -> IntArray:
        return self._evidence.moments.sizes

    def _plain(self, outcomes: FloatArray) -> Headlines:
        weights = self._simple.contrasts.weights[0]
        estimate, parts = self._means_and_variances(outcomes @ weights.T)
        confidence = self.question.confidence
        if self.method is Method.ANALYTIC:
            divisor_n = ((self._sizes - 1) / self._sizes)[:, None]
            variance = (parts * divisor_n).sum(axis=0) + self._offset_variance(outcomes)
            return Headlines(estimate, inference.normal_intervals(estimate, variance, confidence), self.method)
        by_t = inference.satterthwaite_intervals(estimate, parts, self._sizes[:, None], confidence)
        if self.method is Method.NEYMAN:
            return Headlines(estimate, by_t, self.method)
        reference = reassigned_sums(np.moveaxis(outcomes @ weights.T, 0, 2), self._labels, self._sizes)
        shift = np.broadcast_to(self._shift(self._simple), reference.shape)
        return Headlines(estimate, self._randomised(reference, shift, by_t.se), self.method)

    def _efficient(self, outcomes: FloatArray) -> Headlines:
        halves = self._halves
        after, before = outcomes @ halves.after[0].T, outcomes @ halves.before[0].T
        beta = self._beta(outcomes)
        estimate, parts = self._means_and_variances(after - beta[:, None, None] * before)
        by_t = inference.satterthwaite_intervals(estimate, parts, self._sizes[:, None], self.question.confidence)
        if self.method is Method.NEYMAN:
            return Headlines(estimate, by_t, self.method)
        scores = np.moveaxis(after - beta[:, None, None] * before, 0, 2)
        reference = reassigned_sums(scores, self._labels, self._sizes)
        plain = self._shift(halves.adjusted(np.zeros(1)))
        shift = plain + beta * (self._shift(halves.adjusted(np.ones(1))) - plain)
        return Headlines(estimate, self._randomised(reference, shift, by_t.se), self.method)

    def _randomised(self, reference: FloatArray, shift: FloatArray, se: FloatArray) -> Uncertainty:
        return inference.randomisation_intervals(reference, shift, se, self.question.alpha)

    @cached_property
    def _labels(self) -> LabelArray:
        return self._evidence.assignments.labels

    def _shift(self, parameters: Parameters) -> FloatArray:
        """Return (R, 1) what an effect of one in the treated cells adds under each assignment."""
        evidence = self._evidence
        own = reassigned_estimates(evidence.columns, parameters.functionals(evidence.moments), self._labels).own
        shift: FloatArray = own / own[0]
        return shift

    def _means_and_variances(self, scores: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return (S,) estimates and (C, S) variances with n_c - 1; ``scores`` (S, n, C) by the cohort a unit is in."""
        starts = self._evidence.moments.starts
        own = [scores[:, self.cohort == start, place] for place, start in enumerate(starts)]
        estimate = np.sum([score.mean(axis=1) for score in own], axis=0)
        parts = [
            score.var(axis=1, ddof=1) / score.shape[1] if score.shape[1] > 1 else np.full(len(score), np.nan)
            for score in own
        ]
        return estimate, np.array(parts)

    def _beta(self, outcomes: FloatArray) -> FloatArray:
        """Return (S,) the plug-in beta of every outcome, as ``efficient.best_adjustment`` defines it."""
        halves, sizes = self._halves, self._sizes
        first, _ = self._means_and_variances(outcomes @ (halves.after[0] - halves.before[0]).T)
        treated = np.arange(self.periods)[None, :] >= self.cohort[:, None]
        pooled = int(sizes.min()) < ANALYTIC_FROM
        untreated = outcomes - first[:, None, None] * treated
        together, alone = np.zeros(len(outcomes)), np.zeros(len(outcomes))
        for place, start in enumerate(self._evidence.moments.starts):
            units = slice(None) if pooled else self.cohort == start
            after, before = (_centred(untreated[:, units] @ half[0, place]) for half in (halves.after, halves.before))
            scale = sizes[place] * (after.shape[1] - 1)
            together += (after * before).sum(axis=1) / scale
            alone += (before * before).sum(axis=1) / scale
        beta: FloatArray = together / alone
        return beta

    def _offset_variance(self, outcomes: FloatArray) -> FloatArray:
        """Return (S,) the part of the analytic variance that comes from the cohort constants."""
        starts = self._evidence.moments.starts
        means = np.stack([outcomes[:, self.cohort == start].mean(axis=1) for start in starts], axis=1)
        offsets = means.reshape(len(outcomes), -1) @ self._offset_map
        variance: FloatArray = offsets**2 @ self._sizes / len(self.cohort) ** 2
        return variance

    @cached_property
    def _offset_map(self) -> FloatArray:
        """(C * T, C) the cohort constants as a linear function of the cohort means, found by probing each mean."""
        moments = self._evidence.moments
        rows = []
        for place, period in np.ndindex(len(moments.cohorts), self.periods):
            probe = _with_mean(moments, place, period)
            rows.append(family_of(probe, self.question.comparison, SIMPLE).contrasts.offsets[0])
        return np.array(rows)


def _quadratic_parts(weights: FloatArray, covariance: FloatArray) -> FloatArray:
    """Return (C,) the variance of each row of (C, T) weights."""
    parts: FloatArray = np.einsum("ct,tu,cu->c", weights, covariance, weights)
    return parts


def _centred(scores: FloatArray) -> FloatArray:
    centred: FloatArray = scores - scores.mean(axis=1, keepdims=True)
    return centred


def _with_mean(moments: Moments, place: int, period: int) -> Moments:
    """Return the moments with a mean of one in one cohort and period."""
    cohorts = list(moments.cohorts)
    mean = np.zeros(moments.features.count)
    mean[period] = 1.0
    cohorts[place] = replace(cohorts[place], mean=mean)
    return Moments(moments.features, tuple[CohortMoments, ...](cohorts))
