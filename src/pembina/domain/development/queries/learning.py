"""What somebody learns, and what those led learn."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, Q, QuerySet, Sum

from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, EnrolmentState, RecordState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Session, Trainer
from pembina.domain.development.permissions import enrolments_of
from pembina.domain.development.queries.deciding import led_by
from pembina.domain.development.queries.screening import away_around, days_of, sessions_to_come
from pembina.domain.people.models import Person
from pembina.domain.people.searches import with_posts

E = EnrolmentState
IN_PLACE = (E.REQUESTED, E.OFFERED, E.WAITING, E.ENROLLED)
LIVING = (BatchState.PLANNED, BatchState.OPEN, BatchState.RUNNING)
SOON = timedelta(days=3)
# How far a calendar looks back.
KEPT_IN_CALENDAR = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class CoverDay:
    """How many of a unit would be away on a day of a batch, before anybody else is sent."""

    unit: str
    day: date
    away: int
    staff: int
    allowed: int


def own_places(actor: User) -> QuerySet[Enrolment]:
    """Return the own places, each batch with its sessions in `batch.meetings_ahead`, the latest place first."""
    meetings = Session.objects.filter(state=SessionState.PLANNED).order_by("starts_at", "pk")
    found = enrolments_of(actor).select_related("batch__programme", "batch__version__curriculum", "person")
    prefetched = Prefetch("batch__sessions", meetings, to_attr="meetings_ahead")
    return found.prefetch_related(prefetched, "batch__tests").order_by("-made_at", "-pk")


def still_going(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Return those that may still lead somewhere."""
    return enrolments.filter(state__in=IN_PLACE, batch__state__in=LIVING)


def sessions_soon(actor: User, *, at: datetime) -> QuerySet[Session]:
    """Return the sessions of the own batches that begin within three days, or go on now."""
    seated = enrolments_of(actor).filter(state=E.ENROLLED).values("batch")
    soon = Session.objects.filter(
        batch__in=seated, state=SessionState.PLANNED, ends_at__gt=at, starts_at__lte=at + SOON
    )
    return soon.select_related("batch").order_by("starts_at", "pk")


def places_of_team(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those whom `actor` leads, with unit, hours counted this year, and places that go on in `places`."""
    meetings = Session.objects.filter(state=SessionState.PLANNED).order_by("starts_at", "pk")
    going = still_going(Enrolment.objects.select_related("batch__programme").order_by("-made_at")).prefetch_related(
        Prefetch("batch__sessions", meetings, to_attr="meetings_ahead")
    )
    counted = Q(learning_records__year=on.year, learning_records__state=RecordState.COUNTED)
    team = led_by(actor, on=on).annotate(hours=Sum("learning_records__hours", filter=counted))
    return with_posts(team.prefetch_related(Prefetch("enrolments", going, to_attr="places")), on=on).order_by(
        "name", "pk"
    )


def cover_of(batch: Batch, people: QuerySet[Person], *, at: datetime) -> list[CoverDay]:
    """Return for the units of `people` how many are away on the days of a batch, what is fullest first."""
    sessions = sessions_to_come(batch, at=at)
    if not sessions:
        return []
    away, units = away_around(batch, list(people.values_list("pk", flat=True)), sessions, at=at)
    days = sorted({day for session in sessions for day in days_of(session, batch.zone)})
    found = [
        CoverDay(away.names[unit], day, len(away.persons[unit, day]), away.staff.get(unit, 0), away.allowed(unit))
        for unit in sorted(set(units.values()))
        for day in days
    ]
    return sorted(found, key=lambda one: (one.away - one.allowed, one.unit, one.day), reverse=True)


def calendar_sessions(person: Person, *, at: datetime) -> QuerySet[Session]:
    """Return the sessions that a calendar of `person` shows: learned, taught and organised, called off ones too."""
    seated = Enrolment.objects.filter(person=person, state=E.ENROLLED).values("batch")
    taught = Trainer.objects.filter(person=person).values("session")
    mine = Q(batch__in=seated) | Q(pk__in=taught) | Q(batch__organiser=person)
    visible = Session.objects.filter(mine, ends_at__gt=at - KEPT_IN_CALENDAR).exclude(batch__state=BatchState.PLANNED)
    return visible.select_related("batch__programme").order_by("starts_at", "pk")
