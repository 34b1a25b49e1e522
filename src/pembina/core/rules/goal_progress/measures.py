"""What an indicator measures: where it starts, where it should go, in which unit and direction."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.goal_progress import refusals
from pembina.core.rules.goal_progress.amounts import exact
from pembina.core.text import Text


class Aspect(StrEnum):
    """The aspects of an indicator; one may cover several."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    TIME = "time"
    COST = "cost"


class Direction(StrEnum):
    """Which way is better: more, or less (a waiting time, a cost, complaints)."""

    HIGHER = "higher"
    LOWER = "lower"

    @property
    def label(self) -> Text:
        """Return its words."""
        return _DIRECTIONS[self]

    @property
    def sign(self) -> int:
        """Return what a change is multiplied by so that better is positive."""
        return 1 if self is Direction.HIGHER else -1


_DIRECTIONS = {
    Direction.HIGHER: Text(id="makin tinggi makin baik", en="higher is better"),
    Direction.LOWER: Text(id="makin rendah makin baik", en="lower is better"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantitative indicator.

    Attributes
    ----------
    unit : in words, e.g. hari
    direction : which way is better
    baseline : where it stood; None where it is not known, which is not zero
    target : where it should go; zero and negative amounts are targets too

    Raises
    ------
    UnusableGoalError : an amount that is no number or a float, or no unit
    """

    unit: str
    direction: Direction
    baseline: Decimal | None
    target: Decimal

    def __post_init__(self) -> None:
        if not self.unit.strip():
            raise refusals.no_unit()
        object.__setattr__(self, "target", exact(self.target))
        if self.baseline is not None:
            object.__setattr__(self, "baseline", exact(self.baseline))
