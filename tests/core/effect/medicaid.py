"""The Medicaid event study on which Rambachan & Roth show their bounds: seven years, the reference is 2013."""

import numpy as np

from needed import shared
from pembina.core.effect.event_study import EventStudy

FIRST_YEAR = np.array([1.0, 0.0])


def medicaid() -> EventStudy:
    values, covariance = (
        np.loadtxt(shared(f"effect_references/honestdid_ehec_{name}.csv"), delimiter=",") for name in ("beta", "sigma")
    )
    return EventStudy(5, values, covariance)


def made_up(rng, *, before=4, after=3) -> EventStudy:
    size = before + after
    root = rng.normal(size=(size, size)) / np.sqrt(size)
    return EventStudy(before, rng.normal(size=size), root @ root.T + 0.3 * np.eye(size))
