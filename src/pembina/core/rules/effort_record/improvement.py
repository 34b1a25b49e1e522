"""Improvement against the own baseline, and the quality that must not have paid for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.effort_record import refusals
from pembina.core.rules.goal_progress import Achievement, Direction
from pembina.core.rules.goal_progress.amounts import comma, exact, plain
from pembina.core.rules.programme_decision import GuardState
from pembina.core.text import Text

_WORST_FIRST = (GuardState.BROKEN, GuardState.UNKNOWN, GuardState.HELD)


class ImprovementState(StrEnum):
    """Whether an improvement is recognised."""

    UNKNOWN = "unknown"
    NOT_IMPROVED = "not_improved"
    RECOGNISED = "recognised"
    QUALITY_FELL = "quality_fell"
    GUARD_UNKNOWN = "guard_unknown"

    @property
    def label(self) -> Text:
        """Return its words for a list."""
        return _STATES[self]


_STATES = {
    ImprovementState.UNKNOWN: Text(id="belum dapat dibandingkan", en="cannot be compared yet"),
    ImprovementState.NOT_IMPROVED: Text(id="tidak ada perbaikan", en="no improvement"),
    ImprovementState.RECOGNISED: Text(id="perbaikan diakui", en="improvement recognised"),
    ImprovementState.QUALITY_FELL: Text(
        id="tidak diakui, karena mutu turun", en="not recognised, because quality fell"
    ),
    ImprovementState.GUARD_UNKNOWN: Text(id="penjaga mutu tidak diketahui", en="guard unknown"),
}


@dataclass(frozen=True, slots=True)
class QualityGuard:
    """A figure that must not get worse, such as satisfaction (SKM) or the share of work done again.

    Attributes
    ----------
    name, unit : as people here call it
    before, after : None where it was not measured
    tolerated : how far it may get worse, in its unit; there is no default

    Raises
    ------
    UnusableEffortError : a tolerance that is no decimal of zero or more
    UnusableGoalError : an amount that is no number, or a float
    """

    name: str
    unit: str
    direction: Direction
    before: Decimal | None
    after: Decimal | None
    tolerated: Decimal

    def __post_init__(self) -> None:
        is_decimal = isinstance(self.tolerated, Decimal) and self.tolerated.is_finite()
        if not is_decimal or self.tolerated < 0:
            raise refusals.no_tolerance(self.tolerated)
        for amount in (self.before, self.after):
            if amount is not None:
                exact(amount)

    @property
    def worse_by(self) -> Decimal | None:
        """Return how far it got worse, negative where it got better; None where it was not measured twice."""
        if self.before is None or self.after is None:
            return None
        return (self.before - self.after) * self.direction.sign

    @property
    def state(self) -> GuardState:
        """Whether it held."""
        worse = self.worse_by
        if worse is None:
            return GuardState.UNKNOWN
        return GuardState.BROKEN if worse > self.tolerated else GuardState.HELD

    @property
    def because(self) -> Text:
        """Return what is known of it in a sentence."""
        state = self.state.label
        if self.before is None or self.after is None:
            return Text(id=f"{self.name}: {state.id}.", en=f"{self.name}: {state.en}.")
        return Text(
            id=f"{self.name} dari {comma(self.before)} menjadi {comma(self.after)} {self.unit}, boleh memburuk "
            f"{comma(self.tolerated)}: {state.id}.",
            en=f"{self.name} from {plain(self.before)} to {plain(self.after)} {self.unit}, may get worse by "
            f"{plain(self.tolerated)}: {state.en}.",
        )


@dataclass(frozen=True, slots=True)
class Improvement:
    """An indicator with its guards, and whether what it improved is recognised.

    Attributes
    ----------
    improved : how far from the own baseline, in units, positive is better; None where it cannot be compared
    """

    name: str
    achievement: Achievement
    guards: tuple[QualityGuard, ...]
    improved: Decimal | None
    state: ImprovementState
    because: Text


def improvement(*, name: str, achievement: Achievement, guards: Sequence[QualityGuard]) -> Improvement:
    """Say whether an indicator improved on its own baseline, and whether its guards let that be recognised."""
    state = _state(achievement.improved, _together(guards))
    return Improvement(
        name=name,
        achievement=achievement,
        guards=tuple(guards),
        improved=achievement.improved,
        state=state,
        because=_because(name, achievement, guards, state),
    )


def _together(guards: Sequence[QualityGuard]) -> GuardState:
    found = {guard.state for guard in guards}
    return next((state for state in _WORST_FIRST if state in found), GuardState.NONE)


def _state(improved: Decimal | None, guards: GuardState) -> ImprovementState:
    if improved is None:
        return ImprovementState.UNKNOWN
    if improved <= 0:
        return ImprovementState.NOT_IMPROVED
    if guards is GuardState.BROKEN:
        return ImprovementState.QUALITY_FELL
    return ImprovementState.RECOGNISED if guards is GuardState.HELD else ImprovementState.GUARD_UNKNOWN


def _because(name: str, achievement: Achievement, guards: Sequence[QualityGuard], state: ImprovementState) -> Text:
    if achievement.improved is None:
        why = Text(id="angka awal atau realisasinya belum diketahui", en="its baseline or its realisation is not known")
        return Text(id=f"{name}: {state.label.id}, {why.id}.", en=f"{name}: {state.label.en}, {why.en}.")
    amount, unit = abs(achievement.improved), achievement.measure.unit
    if state is ImprovementState.NOT_IMPROVED:
        far = Text(id=f"{comma(amount)} {unit} lebih buruk", en=f"{plain(amount)} {unit} worse") if amount else None
        same = Text(id="sama seperti semula", en="the same as before")
        told = far or same
        return Text(id=f"{name}: {state.label.id}, {told.id}.", en=f"{name}: {state.label.en}, {told.en}.")
    seen = [guard.because for guard in guards] or [
        Text(id="Tidak ada penjaga mutu yang disebut.", en="No guard of quality was named.")
    ]
    return Text(
        id=f"{name}: {comma(amount)} {unit} lebih baik daripada semula; {state.label.id}. "
        f"{' '.join(each.id for each in seen)}",
        en=f"{name}: {plain(amount)} {unit} better than before; {state.label.en}. {' '.join(each.en for each in seen)}",
    )
