"""A score from an achievement: the only place where a cap applies, and only the one that the caller states."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.goal_progress import refusals
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.rules.goal_progress.formula import Achievement, Percentage
from pembina.core.text import Text


class Basis(StrEnum):
    """Which percentage of an achievement is scored."""

    PROGRESS = "progress"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Score:
    """A percentage for a sum: `value` after the cap, `uncapped` as achieved."""

    value: Decimal
    uncapped: Decimal
    is_capped: bool
    because: Text


def indicator_score(*, achievement: Achievement, basis: Basis, cap: Decimal | None) -> Score:
    """Return a percentage of an achievement, at most `cap`; None is no cap.

    Raises
    ------
    UnusableGoalError : a cap that is not above zero, or a percentage that cannot be had
    """
    if cap is not None and (not isinstance(cap, Decimal) or not cap.is_finite() or cap <= 0):
        raise refusals.no_cap(cap)
    found: Percentage = achievement.progress if basis is Basis.PROGRESS else achievement.ratio
    if found.value is None:
        raise refusals.no_percent(found.gap.label if found.gap else achievement.because)
    if cap is None or found.value <= cap:
        because = Text(id=f"Nilai {comma(found.value)} %, tanpa pemotongan.", en=f"{plain(found.value)} %, not capped.")
        return Score(found.value, found.value, False, because)
    because = Text(
        id=f"Capaian {comma(found.value)} %; untuk nilai dibatasi {comma(cap)} %. Capaiannya tetap tercatat penuh.",
        en=f"Achieved {plain(found.value)} %; capped at {plain(cap)} % for the score. The achievement stays in full.",
    )
    return Score(cap, found.value, True, because)
