"""What else hangs on units, and has to follow when they change: parts of Pembina that people know nothing of say it.

Such a part gives an object to `follow` when it starts. Whatever it does happens in the transaction of the operation on
the unit, under the lock of the tree.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit


@dataclass(frozen=True, slots=True)
class Hanging:
    """How many of one kind hang on a unit: `id` names them, `one` and `many` in English.

    What is `undated` has one unit at a time, so it moves on the day on which a change is entered.
    """

    count: int
    id: str
    one: str
    many: str
    undated: bool = True

    @property
    def text(self) -> Text:
        return Text(id=f"{self.count} {self.id}", en=f"{self.count} {self.one if self.count == 1 else self.many}")


class UnitFollower(Protocol):
    """A part of Pembina whose records hang on units."""

    def hanging_on(self, unit: Unit, *, after: date) -> list[Hanging]:
        """Return what is open at the unit and goes on after a day."""
        ...

    def merge(self, unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
        """Move what `hanging_on` counts to another unit, each with its event; what has ended stays where it was."""
        ...

    def follow_hours(self, units: Collection[int], *, rezoned: Collection[int]) -> None:
        """Learn that units, with all below them, stand elsewhere or, the `rezoned`, keep another time."""
        ...


FOLLOWERS: list[UnitFollower] = []


def follow(follower: UnitFollower) -> None:
    """Let a part of Pembina hear of every change from now on."""
    FOLLOWERS.append(follower)


def merge_followers(unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Let everything that hangs on a unit move to another."""
    for follower in FOLLOWERS:
        follower.merge(unit, into=into, after=after, by=by, at=at)


def tell_hours(units: Collection[int], *, rezoned: Collection[int] = ()) -> None:
    """Tell that the calendar of units and of all below them may be another one."""
    if units or rezoned:
        for follower in FOLLOWERS:
            follower.follow_hours(units, rezoned=rezoned)
