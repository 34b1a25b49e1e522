"""With what a session would overlap: its own batch, its trainers, the room, and what participants do elsewhere."""

from datetime import datetime

from django.db.models import QuerySet

from pembina.core.learning.clashes import Span
from pembina.domain.development.enums import EnrolmentState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Session
from pembina.domain.development.queries.screening import OVER, called, clashing_sessions
from pembina.domain.people.models import Person


def batch_clashes(batch: Batch, starts_at: datetime, ends_at: datetime, *, known: Session | None) -> list[str]:
    """Return the other sessions of the batch at that time, as they are called."""
    return _named(_others(starts_at, ends_at, known).filter(batch=batch), starts_at, ends_at)


def trainer_clashes(person: Person, starts_at: datetime, ends_at: datetime, *, known: Session | None) -> list[str]:
    """Return what a civil servant teaches at that time."""
    return _named(_others(starts_at, ends_at, known).filter(trainers__person=person), starts_at, ends_at)


def room_clashes(room: str, starts_at: datetime, ends_at: datetime, *, known: Session | None) -> list[str]:
    """Return what takes place at that time in a room of that name, whatever the case of its letters."""
    name = room.strip()
    found = _others(starts_at, ends_at, known).filter(room__iexact=name) if name else Session.objects.none()
    return _named(found, starts_at, ends_at)


def participants_elsewhere(batch: Batch, starts_at: datetime, ends_at: datetime) -> int:
    """Return how many who have a seat in the batch learn somewhere else at that time."""
    there = Session.objects.filter(state=SessionState.PLANNED, starts_at__lt=ends_at, ends_at__gt=starts_at)
    elsewhere = there.exclude(batch=batch).exclude(batch__state__in=OVER)
    busy = Enrolment.objects.filter(state=EnrolmentState.ENROLLED, batch__sessions__in=elsewhere).values("person")
    return Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED, person__in=busy).count()


def _others(starts_at: datetime, ends_at: datetime, known: Session | None) -> QuerySet[Session]:
    found = Session.objects.filter(state=SessionState.PLANNED, starts_at__lt=ends_at, ends_at__gt=starts_at)
    found = found.exclude(batch__state__in=OVER)
    return found.exclude(pk=known.pk) if known is not None else found


def _named(sessions: QuerySet[Session], starts_at: datetime, ends_at: datetime) -> list[str]:
    told = sessions.values_list("batch__title", "title", "starts_at", "ends_at", "batch__time_zone")
    others = [Span(called(*row), row[2], row[3]) for row in told]
    return clashing_sessions([Span("", starts_at, ends_at)], others)
