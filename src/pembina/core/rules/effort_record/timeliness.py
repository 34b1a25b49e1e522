"""Timeliness, read from timestamps: how many steps were done within their time, and of how many that cannot be said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pembina.core.rules.effort_record import refusals
from pembina.core.rules.goal_progress.amounts import comma, percent, plain
from pembina.core.text import Text

_Outcome = Literal["in_time", "late", "running", "missing"]


@dataclass(frozen=True, slots=True)
class TimedStep:
    """One step of the work.

    Attributes
    ----------
    due : None where no time was set
    done : None where it is under way, or where the time was not recorded
    is_open : whether it is still under way

    Raises
    ------
    UnusableEffortError : a time without zone, or a step both done and under way
    """

    due: datetime | None
    done: datetime | None
    is_open: bool = False

    def __post_init__(self) -> None:
        for moment in (self.due, self.done):
            if moment is not None and moment.utcoffset() is None:
                raise refusals.naive(moment)
        if self.is_open and self.done is not None:
            raise refusals.open_and_done(self.done)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How many steps were in time.

    Attributes
    ----------
    in_time, late : of those of which it can be said; what is under way and overdue is late
    running : under way and not due yet; in neither number
    missing : without due time, or without the time at which they were done; in neither number
    share : percentage in time with two decimals, rounded down; None where it can be said of no step
    """

    in_time: int
    late: int
    running: int
    missing: int
    share: Decimal | None
    because: Text


def timeliness(*, steps: Iterable[TimedStep], at: datetime) -> Timeliness:
    """Count the steps as they stand at a moment.

    Raises
    ------
    UnusableEffortError : a moment without zone, or a step that was done after it
    """
    if at.utcoffset() is None:
        raise refusals.naive(at)
    counts = Counter(_outcome(step, at) for step in steps)
    in_time, late = counts["in_time"], counts["late"]
    share = percent(Fraction(in_time, in_time + late)) if in_time + late else None
    return Timeliness(
        in_time=in_time,
        late=late,
        running=counts["running"],
        missing=counts["missing"],
        share=share,
        because=_because(counts, share),
    )


def _outcome(step: TimedStep, at: datetime) -> _Outcome:
    if step.done is not None and step.done > at:
        raise refusals.done_later(step.done)
    if step.due is None or (step.done is None and not step.is_open):
        return "missing"
    if step.done is not None:
        return "in_time" if step.done <= step.due else "late"
    return "late" if at > step.due else "running"


def _because(counts: Counter[_Outcome], share: Decimal | None) -> Text:
    in_time, known = counts["in_time"], counts["in_time"] + counts["late"]
    if share is None:
        said = Text(id="Ketepatan waktu belum dapat disebut", en="Timeliness cannot be told yet")
    else:
        said = Text(
            id=f"{in_time} dari {known} langkah selesai dalam waktunya ({comma(share)} %)",
            en=f"{in_time} of {known} steps were done within their time ({plain(share)} %)",
        )
    rest = [(counts["running"], "masih berjalan dan belum jatuh tempo", "under way and not due yet")]
    rest.append((counts["missing"], "tanpa catatan waktu, tidak dihitung", "without recorded time, not counted"))
    return Text(
        id="; ".join([said.id, *(f"{n} {words}" for n, words, _ in rest if n)]) + ".",
        en="; ".join([said.en, *(f"{n} {words}" for n, _, words in rest if n)]) + ".",
    )
