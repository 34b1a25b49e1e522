"""What is due to be told by mail: to whom, about what, and what was told already.

Each thing is named by the record it is about and the moment from which it holds, so that a seat given again, or a
session moved twice, is news again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Model

from pembina.domain.development.models import Batch, Enrolment, Notice, Session
from pembina.domain.development.notice_enums import FollowUpTask, NoticeKind
from pembina.domain.people.models import Person

# What happened longer ago is no news any more: nobody is flooded when a mail server is set up.
NEWS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that one person is to be told, with the records that the letter speaks of.

    Attributes
    ----------
    about : its name among the notices of one kind
    what, day, until : of a follow-up only: the kind of task, the day of the check, and until when it is asked for
    """

    kind: NoticeKind
    person: Person
    about: str
    seat: Enrolment | None = None
    session: Session | None = None
    batch: Batch | None = None
    what: FollowUpTask | None = None
    day: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: to one person, about one thing or several of one kind."""

    dues: tuple[Due, ...]

    @property
    def person(self) -> Person:
        return self.dues[0].person

    @property
    def kind(self) -> NoticeKind:
        """Return what all of it is about."""
        return self.dues[0].kind


def named(record: Model, since: datetime | None) -> str:
    """Return the name of a thing: a record and the moment from which it holds."""
    return f"{record.pk}@{since.astimezone(UTC):%Y%m%dT%H%M%S.%f}" if since is not None else str(record.pk)


def untold(dues: Iterable[Due]) -> list[Due]:
    """Return what was not told yet; one query for each kind."""
    listed = list(dues)
    told: set[tuple[str, str, int]] = set()
    for kind in {due.kind for due in listed}:
        wanted = {due.about for due in listed if due.kind == kind}
        known = Notice.objects.filter(kind=kind, about__in=wanted)
        told |= {(kind, about, person) for about, person in known.values_list("about", "person")}
    return [due for due in listed if (due.kind, due.about, due.person.pk) not in told]


def one_by_one(dues: Iterable[Due]) -> list[Letter]:
    """Return a letter for each thing that was not told yet."""
    return [Letter((due,)) for due in untold(dues)]


def by_person(dues: Iterable[Due]) -> list[Letter]:
    """Return a letter for each person, about all that was not told yet, in the order given."""
    gathered: dict[int, list[Due]] = {}
    for due in untold(dues):
        gathered.setdefault(due.person.pk, []).append(due)
    return [Letter(tuple(each)) for each in gathered.values()]
