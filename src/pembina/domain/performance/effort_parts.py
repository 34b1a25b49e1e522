"""One step of somebody's work as the record of process and effort knows it, and the days it is looked at in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from pembina.core.rules.effort_record import TimedStep
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.effort_enums import StepKind

# Within how many days something is answered for which no regulation sets a limit: a yardstick of this product.
WITHIN = timedelta(days=14)
YARDSTICK = Text(
    id=f"Dalam {WITHIN.days} hari: ukuran Pembina, bukan batas peraturan.",
    en=f"Within {WITHIN.days} days: a yardstick of Pembina, no limit of a regulation.",
)


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a record, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TimedWork:
    """One step.

    Attributes
    ----------
    key : the same for the same step, for whatever is said of it
    subject : what it was about, in words
    begun : from when it could be done
    due, done : None where no time was set, or where none is on record
    is_open : still under way
    basis : where the limit comes from
    record : number of the record it was read from
    goal : number of the result it belongs to, 0 where it belongs to none
    """

    kind: StepKind
    key: str
    subject: str
    begun: datetime
    due: datetime | None
    done: datetime | None
    is_open: bool
    basis: Text
    record: int
    goal: int = 0

    @property
    def about(self) -> date:
        """Return the day it began."""
        return local_date(self.begun)

    @property
    def timed(self) -> TimedStep:
        """Return it as the rule takes it."""
        return TimedStep(self.due, self.done, self.is_open)

    def is_late(self, at: datetime) -> bool:
        """Say whether it was done late, or is overdue."""
        if self.due is None:
            return False
        return self.done > self.due if self.done else self.is_open and at > self.due


def end_of(day: date) -> datetime:
    """Return the last moment of a day of the installation."""
    return timezone.make_aware(datetime.combine(day, time.max))


def begin_of(day: date) -> datetime:
    """Return its first moment."""
    return timezone.make_aware(datetime.combine(day, time.min))
