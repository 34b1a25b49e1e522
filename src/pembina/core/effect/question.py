"""What is asked of a panel, stated before anybody looks at the result."""

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from pembina.core.effect.group_time import Comparison
from pembina.core.effect.notes import RefusedError
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Question:
    """The question, fixed beforehand.

    Attributes
    ----------
    lower_is_better : whether a fall of the outcome is the benefit (days of waiting, complaints)
    smallest_effect : smallest change of the outcome that matters, in its own unit, positive; None if nobody said
    comparison : "not-yet" (units not yet started, and never) or "never" (only units that never start)
    random_timing : the order of the waves was drawn by lot; stated by the user, never guessed
    draws : re-assignments of the wave labels, and draws behind the simultaneous bands
    seed : seed of those draws and of the simultaneous bands
    strata : stratum of each unit label, if the lot was drawn within strata
    confidence : coverage of intervals and bands
    outcome_unit : what the outcome counts ("hari", "days"), for the sentences; empty where nobody said

    Raises
    ------
    RefusedError
        A value outside its range; its remedy says which values are possible.
    """

    lower_is_better: bool = False
    smallest_effect: float | None = None
    comparison: Comparison = "not-yet"
    random_timing: bool = False
    draws: int = 999
    seed: int = 20240101
    strata: Mapping[Hashable, Hashable] = field(default_factory=dict)
    confidence: float = 0.95
    outcome_unit: str = ""

    def __post_init__(self) -> None:
        smallest = self.smallest_effect
        if smallest is not None and not (math.isfinite(smallest) and smallest > 0):
            _refuse("smallest_effect", "lebih besar dari 0", "greater than 0")
        if self.comparison not in ("not-yet", "never"):
            _refuse("comparison", "not-yet atau never", "not-yet or never")
        if not 99 <= self.draws <= 100_000:
            _refuse("draws", "antara 99 dan 100000", "between 99 and 100000")
        if self.seed < 0:
            _refuse("seed", "0 atau lebih", "of 0 or more")
        if not 0.5 <= self.confidence < 1:
            _refuse("confidence", "antara 0,5 dan 1", "between 0.5 and 1")

    @property
    def alpha(self) -> float:
        """The error probability: 1 - confidence."""
        return round(1 - self.confidence, 12)


def _refuse(name: str, range_id: str, range_en: str) -> None:
    raise RefusedError(
        f"invalid_{name}",
        Text(id=f"Nilai {name} tidak dapat dipakai.", en=f"The value of {name} cannot be used."),
        Text(id=f"Isi {name} dengan nilai {range_id}.", en=f"Give {name} a value {range_en}."),
    )
