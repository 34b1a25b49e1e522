"""The joint test before the start for waves of a few units: by re-assignment, because a covariance is not to be had.

With two treated units the covariance of the periods before the start rests on one difference, and a test that inverts
it rejects nearly always. Re-assigning the waves keeps the size whatever the number of units.
"""

import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.estimation import Asked, Evidence
from pembina.core.effect.group_time import group_time_effects
from pembina.core.effect.inference import NEYMAN_FROM
from pembina.core.effect.parameters import EVENT, SIMPLE, Parameters, families_of
from pembina.core.effect.pretrend import MOST_LEADS, NOT_TESTED, PreTrend, pretrend_test

_TIE = 1e-9


def pretrend_of(evidence: Evidence, effect: float) -> PreTrend:
    """Return the joint test of no movement before the start, by the size of the smallest wave.

    ``effect`` is the headline, taken off the treated cells before units change waves.
    """
    moments, comparison = evidence.moments, evidence.question.comparison
    families = families_of(moments, comparison, (SIMPLE, EVENT))
    if int(families[SIMPLE].smallest_carrier(moments)[0]) >= NEYMAN_FROM:
        return pretrend_test(moments, group_time_effects(moments, comparison=comparison))
    leads = _last_leads(families[EVENT])
    if leads is None:
        return NOT_TESTED
    under_assignments = evidence.references([Asked(leads, effect)])[0].outcome
    return reassignment_test(under_assignments[~np.isnan(under_assignments).any(axis=1)])


def reassignment_test(values: FloatArray) -> PreTrend:
    """Return the test that K values are jointly zero; ``values`` (R, K) under each assignment, row 0 observed.

    The statistic is the quadratic form in the inverse of their spread over the assignments.
    """
    if len(values) < 2:
        return NOT_TESTED
    inverse = np.linalg.pinv(values.T @ values / len(values), hermitian=True)
    statistic = np.einsum("rk,kl,rl->r", values, inverse, values)
    p = float(np.mean(statistic >= statistic[0] * (1 - _TIE)))
    return PreTrend(float(statistic[0]), values.shape[1], p, "leads")


def _last_leads(events: Parameters) -> Parameters | None:
    """Return the last few periods before the start, as many as the usual test takes."""
    before = [k for k, label in enumerate(events.labels) if isinstance(label, int) and label < 0][-MOST_LEADS:]
    return Parameters(events.contrasts.select(before), events.cells[before]) if before else None
