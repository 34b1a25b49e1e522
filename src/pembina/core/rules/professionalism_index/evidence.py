"""What the index is computed from. None is always "not known"; an empty record is "known to be none"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.professionalism_index import refusals
from pembina.core.rules.satyalancana import Discipline


class PositionKind(StrEnum):
    """The kinds of position that the rows of competence tell apart."""

    STRUCTURAL = "structural"
    FUNCTIONAL = "functional"
    EXECUTIVE = "executive"


@dataclass(frozen=True, slots=True)
class Course:
    """Training that somebody has finished; `hours` are learning hours (JP), None where length is not known.

    Raises
    ------
    UnusableIndexError : a negative length, or a float
    """

    ended: date
    hours: Decimal | None = None
    days: int | None = None

    def __post_init__(self) -> None:
        if self.hours is not None and not (
            isinstance(self.hours, Decimal) and self.hours.is_finite() and self.hours >= 0
        ):
            raise refusals.no_length(self.hours)
        if self.days is not None and (isinstance(self.days, bool) or not isinstance(self.days, int) or self.days < 0):
            raise refusals.no_length(self.days)


@dataclass(frozen=True, slots=True)
class Training:
    """The training of a person; each None where that part of the record is not known, () where there was none.

    Attributes
    ----------
    own_course : leadership training of the own level, or functional training of the own position
    technical : technical training
    other : seminars, workshops, internships, courses and the like
    """

    own_course: Sequence[Course] | None
    technical: Sequence[Course] | None
    other: Sequence[Course] | None


NO_TRAINING = Training(own_course=(), technical=(), other=())
"""Known: there is no evidence of any training. Not to be confused with a record that is not known."""


@dataclass(frozen=True, slots=True)
class Punishment:
    """One disciplinary punishment (hukuman disiplin) and the day of its decision.

    Raises
    ------
    UnusableIndexError : a row that says that there was none
    """

    level: Discipline
    decided: date

    def __post_init__(self) -> None:
        if self.level is Discipline.NONE:
            raise refusals.no_punishment()
