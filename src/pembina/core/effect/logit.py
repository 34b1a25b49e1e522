"""Logistic regression by iteratively reweighted least squares, with the influence of each observation."""

from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray

MOST_STEPS = 50
TOLERANCE = 1e-12


class SeparatedError(Exception):
    """The covariates tell the two groups apart completely, or there are too few units to fit them."""


@dataclass(frozen=True, slots=True)
class LogitFit:
    """Fitted probabilities (m,) and (m, P) influence of each observation on the coefficients."""

    probability: FloatArray
    influence: FloatArray


def logit_fit(response: BoolArray, design: FloatArray) -> LogitFit:
    """Fit P(response) = 1 / (1 + exp(-design @ b)); ``design`` is (m, P) with its own constant.

    Raises
    ------
    SeparatedError
        If the likelihood has no finite maximum.
    """
    coefficients = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        probability = 1.0 / (1.0 + np.exp(-np.clip(design @ coefficients, -700, 700)))
        weight = probability * (1.0 - probability)
        information = (design * weight[:, None]).T @ design
        if np.linalg.cond(information) > 1e12:
            raise SeparatedError
        step = np.linalg.solve(information, design.T @ (response - probability))
        coefficients = coefficients + step
        if float(np.abs(step).max()) < TOLERANCE * (1.0 + float(np.abs(coefficients).max())):
            inverse = np.linalg.inv(information / len(design))
            return LogitFit(probability, ((response - probability)[:, None] * design) @ inverse)
    raise SeparatedError
