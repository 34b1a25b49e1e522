"""Questions about the attendance of a session: who is expected, who is there, and what was corrected."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.development.enums import AttendanceStatus, EnrolmentState
from pembina.domain.development.models import Attendance, AttendanceNote, Enrolment, Session
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.searches import words_in


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many are expected at a session, and what is on record of them."""

    expected: int
    present: int
    excused: int
    absent: int

    @property
    def unknown(self) -> int:
        """Return of how many nothing is on record."""
        return self.expected - self.present - self.excused - self.absent


def seats_at(session: Session) -> QuerySet[Enrolment]:
    """Return who is expected at a session: everybody with a seat in its batch."""
    return Enrolment.objects.filter(batch=session.batch_id, state=EnrolmentState.ENROLLED)


def roster(session: Session, *, on: date, name: str = "", status: str = "") -> QuerySet[Enrolment]:
    """Return the expected by name, each with its record in ``here`` and the assignment of the day in ``person.today``.

    `name` is words of the name, `status` one of ``AttendanceStatus`` or ``unknown``.
    """
    found = seats_at(session).filter(words_in("person__name", name))
    if status == "unknown":
        found = found.exclude(attendances__session=session)
    elif status:
        found = found.filter(attendances__session=session, attendances__status=status)
    here = Attendance.objects.filter(session=session).annotate(corrections=Count("notes", filter=~Q(notes__before="")))
    return (
        found.select_related("person")
        .prefetch_related(
            Prefetch("attendances", here, to_attr="here"),
            Prefetch("person__assignments", main_assignments(on), to_attr="today"),
        )
        .order_by("person__name", "pk")
    )


def counts_at(session: Session) -> Headcount:
    """Return the numbers of a session in two queries."""
    taken = Attendance.objects.filter(session=session, enrolment__state=EnrolmentState.ENROLLED)
    by_status = dict(taken.values_list("status").annotate(number=Count("pk")))
    told = {status.name.lower(): by_status.get(status.value, 0) for status in AttendanceStatus}
    return Headcount(expected=seats_at(session).count(), **told)


def corrections_at(session: Session) -> QuerySet[AttendanceNote]:
    """Return what was corrected at a session, the latest first."""
    noted = AttendanceNote.objects.filter(attendance__session=session).exclude(before="")
    return noted.select_related("attendance__enrolment__person", "noted_by")


def notes_of(attendance: Attendance) -> QuerySet[AttendanceNote]:
    """Return the whole trace of one record, the latest first."""
    return attendance.notes.select_related("noted_by")


def sessions_attended_by(actor: User) -> QuerySet[Session]:
    """Return the sessions at which `actor` has a seat."""
    if not actor.is_active:
        return Session.objects.none()
    seats = Enrolment.objects.filter(person__nip=actor.username, state=EnrolmentState.ENROLLED)
    return Session.objects.filter(batch__in=seats.values("batch")).select_related("batch")


def own_attendance(session: Session, actor: User) -> Attendance | None:
    """Return what is on record of `actor` at a session."""
    return Attendance.objects.filter(session=session, enrolment__person__nip=actor.username).first()
