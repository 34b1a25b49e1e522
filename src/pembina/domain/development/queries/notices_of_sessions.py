"""Who is to be told of a session: that it is near, that it was moved, that it does not take place."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet

from pembina.domain.development.enums import BatchState, EnrolmentState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Notice, Session
from pembina.domain.development.notice_enums import NoticeKind
from pembina.domain.development.queries.notices import NEWS, Due, Letter, named, one_by_one
from pembina.domain.development.queries.notices_of_seats import SEATING, reached

AHEAD = timedelta(days=3)
IN_LINE = (EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.REQUESTED)


def reminders_to_send(*, at: datetime) -> list[Letter]:
    """Return a letter for everybody with a seat and every session that begins within `AHEAD`, the earliest first."""
    soon = _coming(at).filter(state=SessionState.PLANNED, starts_at__lte=at + AHEAD)
    return one_by_one(
        Due(NoticeKind.REMINDER, seat.person, named(session, session.starts_at), seat=seat, session=session)
        for session in soon
        for seat in _seated(session).exclude(person__in=_told_of_change(session))
    )


def changes_to_tell(*, at: datetime) -> list[Letter]:
    """Return a letter for everybody who had a seat when the time or place of a session to come became another."""
    changed = _coming(at).filter(state=SessionState.PLANNED, changed_at__gt=at - NEWS)
    return one_by_one(_to_seated(NoticeKind.CHANGED, changed, "changed_at"))


def cancellations_to_tell(*, at: datetime) -> list[Letter]:
    """Return a letter for everybody who had a seat when a session to come was called off."""
    off = _coming(at).filter(state=SessionState.CANCELLED, cancelled_at__gt=at - NEWS)
    return one_by_one(_to_seated(NoticeKind.CANCELLED, off, "cancelled_at"))


def batches_off_to_tell(*, at: datetime) -> list[Letter]:
    """Return one letter for everybody in a batch that was called off, with a seat or still on the way to one."""
    off = Batch.objects.filter(state=BatchState.CANCELLED, cancelled_at__gt=at - NEWS).order_by("pk")
    return one_by_one(
        Due(NoticeKind.BATCH_CANCELLED, seat.person, named(batch, batch.cancelled_at), seat=seat, batch=batch)
        for batch in off
        for seat in _people_in(batch, *IN_LINE)
    )


def _coming(at: datetime) -> QuerySet[Session]:
    coming = Session.objects.filter(starts_at__gt=at, batch__state__in=SEATING)
    return coming.select_related("batch__programme").order_by("starts_at", "pk")


def _to_seated(kind: NoticeKind, sessions: QuerySet[Session], since: str) -> Iterator[Due]:
    for session in sessions:
        moment: datetime = getattr(session, since)
        for seat in _seated(session).filter(seated_at__lt=moment):
            yield Due(kind, seat.person, named(session, moment), seat=seat, session=session)


def _seated(session: Session) -> QuerySet[Enrolment]:
    return _people_in(session.batch, EnrolmentState.ENROLLED)


def _people_in(batch: Batch, *states: EnrolmentState) -> QuerySet[Enrolment]:
    found = reached(Enrolment.objects.filter(batch=batch, state__in=states))
    return found.select_related("person").order_by("pk")


def _told_of_change(session: Session) -> list[int]:
    """Return the numbers of those whom a change so near to the session has reminded of it as well."""
    if session.changed_at is None:
        return []
    told = Notice.objects.filter(kind=NoticeKind.CHANGED, about=named(session, session.changed_at))
    return list(told.filter(sent_at__gte=session.starts_at - AHEAD).values_list("person", flat=True))
