"""The days that follow the last session of a batch.

All are calendar days: what is looked at is work that goes on, not an office that has to answer. The rules of the day on
which somebody asks hold for every plan that runs; a new version changes what is still to come.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

_PACKAGE = "pembina.core.rules.training_follow_up"
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ScaleWord:
    """One score with its official word."""

    score: int
    word: Text


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is in force on a day; days are calendar days.

    Attributes
    ----------
    check_days : days after the last session at which a plan is checked, ascending
    days_for_a_check : how many days after it came due a check is still in time
    days_for_behaviour, days_for_rating : length of the windows
    smallest_group : no mean is shown of fewer people
    scale : the scores with their words, ascending
    article : where they come from
    """

    check_days: tuple[int, ...]
    days_for_a_check: int
    days_for_behaviour: int
    days_for_rating: int
    smallest_group: int
    scale: tuple[ScaleWord, ...]
    article: str

    @property
    def last_check(self) -> int:
        return self.check_days[-1]

    def checked_on(self, counts_from: date) -> tuple[date, ...]:
        """Return the days on which the checks of a plan come due."""
        return tuple(counts_from + timedelta(days=days) for days in self.check_days)


@dataclass(frozen=True, slots=True)
class Window:
    """Two days, both included."""

    opens: date
    closes: date

    def has_opened(self, on: date) -> bool:
        return on >= self.opens

    def is_late(self, on: date) -> bool:
        """Say whether an answer given on a day comes after the window; it counts all the same."""
        return on > self.closes

    def is_open(self, on: date) -> bool:
        return self.opens <= on <= self.closes


def follow_up(*, on: date) -> FollowUp:
    """Return what is in force on a day; raises ``NotInForceError`` before the first version."""
    told = parameters_in_force(_PACKAGE, on=on)
    return FollowUp(
        check_days=tuple(sorted(told["check_days"])),
        days_for_a_check=told["days_for_a_check"],
        days_for_behaviour=told["days_for_behaviour"],
        days_for_rating=told["days_for_rating"],
        smallest_group=told["smallest_group"],
        scale=tuple(ScaleWord(each["score"], Text(id=each["id"], en=each["en"])) for each in told["scale"]),
        article=told["article"],
    )


def behaviour_window(*, last_session: date, months: int, on: date) -> Window:
    """Return when behaviour is looked at, `months` after the last session, by the rules of the day `on`."""
    opens = months_later(last_session, months)
    return Window(opens, opens + timedelta(days=follow_up(on=on).days_for_behaviour - 1))


def rating_window(*, last_session: date, on: date) -> Window:
    """Return when knowledge, skill and attitude are rated again, by the rules of the day `on`."""
    return Window(last_session, last_session + timedelta(days=follow_up(on=on).days_for_rating - 1))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; where that month is shorter, its last day."""
    count = day.year * _MONTHS_IN_A_YEAR + day.month - 1 + months
    year, month = divmod(count, _MONTHS_IN_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
