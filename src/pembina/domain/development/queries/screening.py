"""Who could come to a batch and who could not, and why: for one person and for thousands, in the same few queries.

Cover is judged when somebody decides (approval, nomination, appointment). Everybody who has a seat, waits for one or
was offered one counts as away, so that the line may move up later without asking again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from pembina.core.learning.clashes import Span, clashes_with
from pembina.core.learning.cover import allowed_away, cover_gaps
from pembina.core.text import Text
from pembina.domain.development.enums import BatchState, EnrolmentState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Session
from pembina.domain.development.models.enrolments import ENDED_WITH_REASON
from pembina.domain.people.enums import AssignmentKind, LegalPosition
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on

E = EnrolmentState
MAY_STILL_COME = (E.ENROLLED, E.WAITING, E.OFFERED)
OVER = (BatchState.CANCELLED, BatchState.FINISHED)
# How many numbers one statement may carry: SQLite takes 32,766 values at once.
AT_ONCE = 10_000


class Hindrance(StrEnum):
    """Why somebody cannot come. Only `COVER` can be overridden, with a reason."""

    ALREADY = "already"
    INACTIVE = "inactive"
    CLASH = "clash"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of one person, in a sentence for whoever decides."""

    hindrance: Hindrance
    because: Text


@dataclass(frozen=True, slots=True)
class Screening:
    """What was found: `obstacles` by the number of the person; who is not in it could come."""

    obstacles: dict[int, Obstacle]

    def of(self, person: int) -> Obstacle | None:
        return self.obstacles.get(person)

    def counts(self) -> dict[Hindrance, int]:
        """Return how many are kept away by what."""
        found: dict[Hindrance, int] = defaultdict(int)
        for obstacle in self.obstacles.values():
            found[obstacle.hindrance] += 1
        return dict(found)


@dataclass(slots=True)
class Away:
    """Who of a unit is away on a day, growing with everybody who is let in."""

    staff: dict[int, int]
    names: dict[int, str]
    share: Decimal
    persons: dict[tuple[int, date], set[int]] = field(default_factory=lambda: defaultdict(set))
    told: dict[tuple[int, date], Text] = field(default_factory=dict)
    limits: dict[int, int] = field(default_factory=dict)

    def allowed(self, unit: int) -> int:
        """Return how many of a unit may be away on one day."""
        if unit not in self.limits:
            self.limits[unit] = allowed_away(max(self.staff.get(unit, 1), 1), self.share)
        return self.limits[unit]

    def full_day(self, unit: int, days: Sequence[date], person: int) -> date | None:
        """Return the first day on which `person` would be one too many."""
        allowed = self.allowed(unit)
        for day in days:
            away = self.persons[unit, day]
            if len(away) >= allowed and person not in away:
                return day
        return None

    def add(self, unit: int, days: Iterable[date], person: int) -> None:
        for day in days:
            self.persons[unit, day].add(person)

    def because(self, unit: int, day: date) -> Text:
        """Return the sentence about one more person; once a day is full nobody is added, so it stays the same."""
        if (unit, day) not in self.told:
            name, away = self.names[unit], {str(person) for person in self.persons[unit, day]} | {""}
            gaps = cover_gaps(staff={name: max(self.staff.get(unit, 1), 1)}, away={(name, day): away}, share=self.share)
            self.told[unit, day] = gaps[0].because
        return self.told[unit, day]


People = Collection[int] | QuerySet[Person]
"""Persons by their numbers or, for many, as a query that the database follows by itself."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All that is known about the people before any of them is let in; `away` grows while they are judged."""

    already: dict[int, str]
    inactive: frozenset[int]
    busy: dict[int, Text]
    units: dict[int, int]
    days: tuple[date, ...]
    away: Away | None

    def judge(self, people: Iterable[int]) -> dict[int, Obstacle]:
        """Return what hinders each of `people`, in the order in which they are let in."""
        found: dict[int, Obstacle] = {}
        for person in people:
            obstacle = self._obstacle(person)
            if obstacle is not None:
                found[person] = obstacle
        return found

    def _obstacle(self, person: int) -> Obstacle | None:
        if (state := self.already.get(person)) is not None:
            return Obstacle(Hindrance.ALREADY, _in_already(state))
        if person in self.inactive:
            return Obstacle(Hindrance.INACTIVE, NOT_ACTIVE)
        if (told := self.busy.get(person)) is not None:
            return Obstacle(Hindrance.CLASH, told)
        unit = self.units.get(person)
        if self.away is None or unit is None:
            return None
        full = self.away.full_day(unit, self.days, person)
        if full is not None:
            return Obstacle(Hindrance.COVER, self.away.because(unit, full))
        self.away.add(unit, self.days, person)
        return None


def screened(
    batch: Batch, people: Sequence[int], *, at: datetime, also_cover: bool = True, in_again: bool = False
) -> Screening:
    """Return who of `people` (in the order in which they are let in) cannot come, and why.

    Without `also_cover` the unit is not asked. With `in_again` a place in this batch is no obstacle.
    """
    ground = ground_of(batch, people, at=at, also_cover=also_cover, in_again=in_again)
    return Screening(ground.judge(people))


def ground_of(batch: Batch, people: People, *, at: datetime, also_cover: bool = True, in_again: bool = False) -> Ground:
    """Return what is known about `people` and the sessions of a batch: a handful of queries, however many they are."""
    sessions = sessions_to_come(batch, at=at)
    away, units = away_around(batch, people, sessions, at=at) if also_cover and sessions else (None, {})
    return Ground(
        already={} if in_again else _already_in(batch),
        inactive=frozenset(_inactive(people)),
        busy=_busy(batch, people, sessions),
        units=units,
        days=tuple(sorted({day for session in sessions for day in days_of(session, batch.zone)})),
        away=away,
    )


def sessions_to_come(batch: Batch, *, at: datetime) -> list[Session]:
    """Return the sessions that were not called off and have not ended."""
    return list(Session.objects.filter(batch=batch, state=SessionState.PLANNED, ends_at__gt=at))


def clashing_sessions(spans: Sequence[Span], others: Iterable[Span]) -> list[str]:
    """Return the keys of those of `others` that overlap with one of `spans`, in the order of time, each once."""
    known = list(others)
    found: dict[str, None] = {}
    for span in spans:
        for clash in clashes_with(span, known):
            found.setdefault((clash.second if clash.first is span else clash.first).key)
    return list(found)


def _already_in(batch: Batch) -> dict[int, str]:
    return dict(Enrolment.objects.filter(batch=batch).values_list("person_id", "state"))


def _inactive(people: People) -> Iterator[int]:
    gone = Person.objects.exclude(legal_position=LegalPosition.ACTIVE)
    for some in _portions("pk", people):
        yield from gone.filter(some).values_list("pk", flat=True)


def _busy(batch: Batch, people: People, sessions: Sequence[Session]) -> dict[int, Text]:
    """Return with what somebody is busy when the batch meets, in words."""
    if not sessions:
        return {}
    ours = [Span("", one.starts_at, one.ends_at) for one in sessions]
    taken: dict[int, list[Span]] = defaultdict(list)
    for person, *session in _taken(batch, people, sessions):
        taken[person].append(Span(called(*session), session[2], session[3]))
    found = {person: clashing_sessions(ours, spans) for person, spans in taken.items()}
    return {person: _clash(names) for person, names in found.items() if names}


def _taken(batch: Batch, people: People, sessions: Sequence[Session]) -> Iterator[tuple]:  # type: ignore[type-arg]
    """Yield person, batch, session, begin, end and zone of what they learn or teach elsewhere in that time.

    The sessions are read first: they are few, and without any nobody has to be looked up.
    """
    begin, end = min(one.starts_at for one in sessions), max(one.ends_at for one in sessions)
    told = ("batch__title", "title", "starts_at", "ends_at", "batch__time_zone")
    there = Session.objects.filter(state=SessionState.PLANNED, starts_at__lt=end, ends_at__gt=begin)
    elsewhere: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *row in there.exclude(batch=batch).exclude(batch__state__in=OVER).values_list("batch_id", *told):
        elsewhere[number].append(tuple(row))
    for some in _portions("person", people) if elsewhere else ():
        learned = Enrolment.objects.filter(some, state=E.ENROLLED, batch__in=elsewhere.keys())
        for person, number in learned.values_list("person_id", "batch_id"):
            yield from ((person, *row) for row in elsewhere[number])
    for some in _portions("trainers__person", people):
        yield from there.filter(some).values_list("trainers__person", *told)


def away_around(
    batch: Batch, people: People, sessions: Sequence[Session], *, at: datetime
) -> tuple[Away, dict[int, int]]:
    """Return who is away already in the units of `people`, and in which unit each works."""
    units = units_of(people, on=timezone.localdate(at))
    staff = staff_of(set(units.values()), on=timezone.localdate(at))
    names = dict(Unit.objects.filter(pk__in=set(units.values())).values_list("pk", "name"))
    away = Away(staff, names, Decimal(batch.most_away) / 100)
    begin, end = min(one.starts_at for one in sessions), max(one.ends_at for one in sessions)
    days = {day for session in sessions for day in days_of(session, batch.zone)}
    for unit, person, starts_at, ends_at, zone in _leaving(set(units.values()), begin, end, at):
        away.add(unit, days & set(_days(starts_at, ends_at, ZoneInfo(zone))), person)
    return away, units


def _leaving(units: Collection[int], begin: datetime, end: datetime, at: datetime) -> Iterator[tuple]:  # type: ignore[type-arg]
    """Yield unit, person, begin, end and zone for everybody of these units whom a session takes away around then."""
    day, on = timedelta(days=1), timezone.localdate(at)
    around = Session.objects.filter(state=SessionState.PLANNED, starts_at__lt=end + day, ends_at__gt=begin - day)
    meetings: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    told = ("starts_at", "ends_at", "batch__time_zone")
    for number, *row in around.exclude(batch__state__in=OVER).values_list("batch_id", *told):
        meetings[number].append(tuple(row))
    coming = Enrolment.objects.filter(
        in_force_on(on, "person__assignments__"), state__in=MAY_STILL_COME, batch__in=meetings.keys(),
        person__assignments__kind=AssignmentKind.MAIN, person__assignments__unit__in=units,
    )  # fmt: skip
    for unit, person, number in coming.values_list("person__assignments__unit", "person_id", "batch_id"):
        yield from ((unit, person, *row) for row in meetings[number])


def units_of(people: People, *, on: date) -> dict[int, int]:
    """Return the unit of the main position of each person; who has none is not in it."""
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN)
    found: dict[int, int] = {}
    for some in _portions("person", people):
        found |= dict(held.filter(some).values_list("person_id", "unit_id"))
    return found


def staff_of(units: Collection[int], *, on: date) -> dict[int, int]:
    """Return how many active people work in each unit itself, without those below it."""
    held = Assignment.objects.filter(
        in_force_on(on), kind=AssignmentKind.MAIN, unit__in=units, person__legal_position=LegalPosition.ACTIVE
    )
    return dict(held.values_list("unit_id").annotate(Count("pk")).order_by())


def _portions(name: str, people: People) -> Iterator[Q]:
    """Yield the conditions that a column names one of `people`: one, or several where the numbers are very many."""
    if isinstance(people, QuerySet):
        yield Q(**{f"{name}__in": people.order_by().values("pk")})
        return
    rest = iter(people)
    while some := list(islice(rest, AT_ONCE)):
        yield Q(**{f"{name}__in": some})


def days_of(session: Session, zone: ZoneInfo) -> list[date]:
    return _days(session.starts_at, session.ends_at, zone)


def _days(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> list[date]:
    """Return the days on which a session lies, on the clock of its place."""
    first = starts_at.astimezone(zone).date()
    last = (ends_at - timedelta(microseconds=1)).astimezone(zone).date()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


IN_ALREADY = Text(id="Sudah tercatat di angkatan ini.", en="Already on the list of this batch.")
SAID_NO = Text(
    id="Pernah tidak disetujui, tidak bersedia, atau mengundurkan diri dari angkatan ini.",
    en="Was refused, declined or withdrew from this batch before.",
)
NOT_ACTIVE = Text(id="Bukan pegawai aktif.", en="Not in active service.")


def _in_already(state: str) -> Text:
    return SAID_NO if state in ENDED_WITH_REASON else IN_ALREADY


def called(batch: str, title: str, starts_at: datetime, _ends_at: datetime, zone: str) -> str:
    there: Mapping[str, str] = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
    return f"{batch}, {title}, {starts_at.astimezone(ZoneInfo(zone)):%d-%m-%Y %H.%M} {there.get(zone, zone)}"


def _clash(names: Sequence[str]) -> Text:
    told = "; ".join(names[:3])
    return Text(id=f"Bentrok dengan {told}.", en=f"Overlaps with {told}.")
