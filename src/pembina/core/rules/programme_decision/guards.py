"""What must not get worse while the outcome gets better, such as satisfaction or the share of cases turned away."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pembina.core.effect.wording import decimals_for, figure, signed, with_unit
from pembina.core.rules.programme_decision.refusals import Refusal, refused
from pembina.core.text import Text


class GuardState(StrEnum):
    """What is known of a guard, or of all together."""

    NONE = "none"
    HELD = "held"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    BROKEN = "broken"

    @property
    def label(self) -> Text:
        """Return its words."""
        return _STATES[self]


_STATES = {
    GuardState.NONE: Text(id="tidak ada yang dijaga", en="nothing guarded"),
    GuardState.HELD: Text(id="terjaga", en="held"),
    GuardState.DOUBTFUL: Text(id="belum pasti terjaga", en="not certain to have held"),
    GuardState.UNKNOWN: Text(id="tidak diketahui", en="not known"),
    GuardState.BROKEN: Text(id="turun melebihi batas", en="fell by more than is tolerated"),
}
_WORST_FIRST = (GuardState.BROKEN, GuardState.UNKNOWN, GuardState.DOUBTFUL, GuardState.HELD)


@dataclass(frozen=True, slots=True)
class Guard:
    """One quality that is guarded.

    Attributes
    ----------
    name : what it is
    low, high : interval of its change due to the programme, in its unit; both None where it is not known
    tolerated : how much worse it may get, in its unit, 0 or more; the interval has to lie within
    lower_is_better : whether a rise is a worsening

    Raises
    ------
    UnusableDecisionError : a reversed or half-known interval, a negative tolerance
    """

    name: Text
    low: float | None
    high: float | None
    tolerated: float
    lower_is_better: bool = False
    unit: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise refused(Refusal.BACKWARDS, self.name.id)
        if self.low is not None and self.high is not None and not self.low <= self.high:
            raise refused(Refusal.BACKWARDS, self.name.id)
        if not (math.isfinite(self.tolerated) and self.tolerated >= 0):
            raise refused(Refusal.TOLERANCE, self.name.id)

    @property
    def state(self) -> GuardState:
        """Whether it held."""
        if self.low is None or self.high is None:
            return GuardState.UNKNOWN
        worst, best = (-self.high, -self.low) if self.lower_is_better else (self.low, self.high)
        if worst >= -self.tolerated:
            return GuardState.HELD
        return GuardState.BROKEN if best < -self.tolerated else GuardState.DOUBTFUL

    @property
    def because(self) -> Text:
        """Return what is known of it in a sentence."""
        state = self.state.label
        if self.low is None or self.high is None:
            return Text(id=f"{self.name.id}: {state.id}.", en=f"{self.name.en}: {state.en}.")
        decimals = decimals_for((self.high - self.low) or abs(self.low))
        low, high = signed(self.low, decimals), with_unit(signed(self.high, decimals), self.unit)
        most = with_unit(figure(self.tolerated, decimals), self.unit)
        return Text(
            id=f"{self.name.id} berubah antara {low.id} dan {high.id}, boleh memburuk {most.id}: {state.id}.",
            en=f"{self.name.en} changed by between {low.en} and {high.en}, may get worse by {most.en}: {state.en}.",
        )


def together(guards: Iterable[Guard]) -> GuardState:
    """Return the worst state; what is not known is worse than what is doubtful."""
    found = {guard.state for guard in guards}
    return next((state for state in _WORST_FIRST if state in found), GuardState.NONE)
