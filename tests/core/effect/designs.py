"""The designs whose size and coverage are promised: 24 months, waves evenly spaced."""

import numpy as np

MONTHS = 24


def staggered(waves: int, size: int, never: int = 0) -> np.ndarray:
    starts = np.round(MONTHS * np.arange(1, waves + 1) / (waves + 1)).astype(np.int64)
    return np.concatenate([np.repeat(starts, size), np.full(never, MONTHS)])


DESIGNS = {
    "2 treated, 20 controls": np.array([12] * 2 + [MONTHS] * 20),
    "8 offices, 2 a wave": staggered(4, 2),
    "12 offices, 2 a wave, 4 never": staggered(4, 2, never=4),
    "20 offices, 5 a wave": staggered(4, 5),
    "40 offices, 10 a wave": staggered(4, 10),
    "60 offices, 12 a wave, 12 never": staggered(4, 12, never=12),
    "60 offices, 20 a wave": staggered(3, 20),
    "80 offices, 20 a wave": staggered(4, 20),
}
