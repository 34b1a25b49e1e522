"""Somebody checks in, or is put on the list; what was put there is corrected with a reason.

How long after the fact something may still arrive: a check-in until three days after its code was shown
(`core.learning.attendance_code`), a mark on the list or a correction until `KEPT_OPEN` after the session.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from pembina.core.learning import CodeState, Verdict
from pembina.core.text import Text
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.floods import Rope, count_arrival
from pembina.domain.access.models import User
from pembina.domain.development import attendance_refusals as refusals
from pembina.domain.development.attendance_codes import closes_at, is_code_of, judged, opens_at, span_of
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, EnrolmentState, SessionState
from pembina.domain.development.models import Attendance, AttendanceNote, Enrolment, Session
from pembina.domain.development.own_seats import require_others
from pembina.domain.development.refusals import ReasonMissingError, RefusedError

KEPT_OPEN = timedelta(days=30)
# Guesses: with a thousand codes among 2**40 even these many find none.
TRIES = Rope("check_in", of_device=30, of_address=0)
CAME_AFTER_ALL = "Masuk dengan kode sesi yang benar"
STATUS_WORDS = {
    AttendanceStatus.PRESENT: Text(id="Hadir", en="Present"),
    AttendanceStatus.EXCUSED: Text(id="Izin", en="Excused"),
    AttendanceStatus.ABSENT: Text(id="Tidak hadir", en="Absent"),
}


@dataclass(frozen=True, slots=True)
class Sending:
    """How something came from a device: its key, its clock, and how long it waited there for a line."""

    key: UUID | None = None
    device_at: datetime | None = None
    waited: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Taken:
    """What is on record now, and whether this sending put it there."""

    attendance: Attendance
    is_new: bool


def check_in(*, session: Session, code: str, sending: Sending, by: User, at: datetime) -> Taken:
    """Put the actor on record as present. Sending it again changes nothing.

    Raises
    ------
    FloodError : too many tries of one account
    NotEnrolledError, SessionCancelledError, SessionNotBegunError, SessionOverError, NoCodeError
    ForgedCodeError, StaleCodeError, WrongSessionError : what the code is not worth
    TakenBackError : the organiser has said that the person was not there after all
    """
    count_arrival(TRIES, device=by.username, address=None, at=at)
    with one_event():
        seat = _own_seat(session, by)
        held = _held(session)
        known = _known(held, seat)
        if known is not None and known.status == AttendanceStatus.PRESENT:
            return Taken(known, is_new=False)
        verdict = _worth(held, code, sending, by, at)
        if known is not None and known.notes.filter(before=AttendanceStatus.PRESENT).exists():
            raise refusals.TakenBackError
        if known is not None:
            _change(known, AttendanceStatus.PRESENT, AttendanceMeans.CODE, reason=CAME_AFTER_ALL, by=by, at=at)
            return Taken(known, is_new=True)
        told = AttendanceStatus.PRESENT, AttendanceMeans.CODE
        made = _put(held, seat, *told, sending, by, at, shown_at=verdict.shown_from)
        record("check_in", on=made, by=by, at=at, changes={"status": ("", made.status)}, created=True)
    return Taken(made, is_new=True)


def mark_attendance(
    *, session: Session, seat: Enrolment, status: AttendanceStatus, sending: Sending, by: User, at: datetime
) -> Taken:
    """Put a participant on the list; whoever stands there otherwise needs a correction.

    Raises ``NotEnrolledError``, ``SessionCancelledError``, ``SessionNotBegunError``, ``RecordClosedError``,
    ``MarkedAlreadyError``, ``MarkUsedError``, ``OwnSeatError``.
    """
    with one_event():
        held = _open_list(session, at)
        locked = _seat(held, pk=seat.pk)
        require_others([locked], by)
        known = _known(held, locked)
        if known is not None and known.status != status:
            raise refusals.MarkedAlreadyError(STATUS_WORDS[AttendanceStatus(known.status)])
        if known is not None:
            return Taken(known, is_new=False)
        made = _put(held, locked, status, AttendanceMeans.LIST, sending, by, at, shown_at=None)
        record("mark_attendance", on=made, by=by, at=at, changes={"status": ("", made.status)}, created=True)
    return Taken(made, is_new=True)


def correct_attendance(
    *, attendance: Attendance, status: AttendanceStatus, means: AttendanceMeans, reason: str, by: User, at: datetime
) -> None:
    """Say it differently, with a reason that stays in sight.

    Raises ``ReasonMissingError``, ``NothingToCorrectError``, ``SessionCancelledError``, ``RecordClosedError``,
    ``OwnSeatError``.
    """
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        held = Attendance.objects.select_for_update(of=("self",)).select_related("session", "enrolment__person")
        kept = held.get(pk=attendance.pk)
        require_others([kept.enrolment], by)
        _open_list(kept.session, at)
        if kept.status == status:
            raise refusals.NothingToCorrectError
        _change(kept, status, means, reason=reason.strip(), by=by, at=at)


def mark_rest_absent(*, session: Session, by: User, at: datetime) -> int:
    """Put everybody else who is not on record after the end as absent; return how many.

    Raises ``SessionCancelledError``, ``SessionNotBegunError`` before the end, ``RecordClosedError``.
    """
    with one_event():
        held = _open_list(session, at)
        if at < held.ends_at:
            raise refusals.SessionNotBegunError(_clock(held.ends_at, held))
        others = _seats(held).exclude(person__nip=by.username)
        seats = list(others.select_for_update(of=("self",)).order_by("pk"))
        # Asked once the seats are held: whoever checked in meanwhile is on record by now.
        known = set(Attendance.objects.filter(session=held).values_list("enrolment", flat=True))
        missing = [seat for seat in seats if seat.pk not in known]
        rows = [_row(held, seat, AttendanceStatus.ABSENT, AttendanceMeans.LIST, at) for seat in missing]
        made = Attendance.objects.bulk_create(rows)
        AttendanceNote.objects.bulk_create(_note(each, by, at) for each in made)
        changes = {"status": ("", AttendanceStatus.ABSENT.value)}
        touched = [Touched(each, changes, created=True) for each in made]
        record_many("mark_rest_absent", subjects=touched, by=by, at=at)
    return len(made)


def _worth(session: Session, code: str, sending: Sending, by: User, at: datetime) -> Verdict:
    """Return the verdict on a code that is worth a presence."""
    span = span_of(session)
    if span is None:
        raise refusals.NoCodeError
    if at < span.start:
        raise refusals.SessionNotBegunError(_clock(span.start, session))
    verdict = judged(session, code, span=span, received_at=at, waited=sending.waited)
    if verdict.state is CodeState.FORGED:
        raise _not_of(session, code, by, at)
    if verdict.state is CodeState.STALE:
        over = at > span.end and not verdict.is_offline
        raise refusals.SessionOverError if over else refusals.StaleCodeError(verdict.because)
    return verdict


def _not_of(session: Session, code: str, by: User, at: datetime) -> RefusedError:
    """Return why a code is none of this session: it is that of another one of the same person, or of none."""
    near = Session.objects.filter(
        batch__enrolments__person__nip=by.username, batch__enrolments__state=EnrolmentState.ENROLLED,
        state=SessionState.PLANNED, starts_at__lte=at + timedelta(days=1), ends_at__gte=at - timedelta(days=1),
    ).exclude(pk=session.pk)  # fmt: skip
    other = next((each for each in near if is_code_of(each, code, received_at=at)), None)
    if other is not None:
        return refusals.WrongSessionError(other.title)
    return refusals.SessionOverError() if at > closes_at(session) else refusals.ForgedCodeError()


def _put(
    session: Session, seat: Enrolment, status: AttendanceStatus, means: AttendanceMeans, sending: Sending,
    by: User, at: datetime, *, shown_at: datetime | None,
) -> Attendance:  # fmt: skip
    """Keep the first word on a participant; whoever calls holds the seat locked, so there is no second first."""
    if sending.key is not None and Attendance.objects.filter(key=sending.key).exists():
        raise refusals.MarkUsedError
    made = _row(session, seat, status, means, at)
    made.key, made.device_at, made.shown_at = sending.key, sending.device_at, shown_at
    made.save()
    _note(made, by, at).save()
    return made


def _change(
    kept: Attendance, status: AttendanceStatus, means: AttendanceMeans, *, reason: str, by: User, at: datetime
) -> None:
    before, kept.status, kept.means = kept.status, status, means
    kept.save(update_fields=["status", "means"])
    note = _note(kept, by, at)
    note.before, note.reason, note.device_at = before, reason, None
    note.save()
    changes = {"status": (str(before), status.value)}
    record("correct_attendance", on=kept, by=by, at=at, changes=changes, why=reason)


def _row(
    session: Session, seat: Enrolment, status: AttendanceStatus, means: AttendanceMeans, at: datetime
) -> Attendance:
    return Attendance(session=session, enrolment=seat, status=status, means=means, received_at=at)


def _note(kept: Attendance, by: User, at: datetime) -> AttendanceNote:
    return AttendanceNote(
        attendance=kept, after=kept.status, means=kept.means, device_at=kept.device_at, noted_by=by, noted_at=at
    )


def _held(session: Session) -> Session:
    kept = Session.objects.select_related("batch").get(pk=session.pk)
    if kept.state == SessionState.CANCELLED:
        raise refusals.SessionCancelledError(kept.cancel_reason)
    return kept


def _open_list(session: Session, at: datetime) -> Session:
    held = _held(session)
    if at < opens_at(held):
        raise refusals.SessionNotBegunError(_clock(opens_at(held), held))
    if at > held.ends_at + KEPT_OPEN:
        raise refusals.RecordClosedError(KEPT_OPEN.days)
    return held


def _seats(session: Session) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(batch=session.batch_id, state=EnrolmentState.ENROLLED).select_related("person")


def _seat(session: Session, **wanted: object) -> Enrolment:
    """Return one seat, locked: two sendings of the same person follow each other."""
    found = _seats(session).filter(**wanted).select_for_update(of=("self",)).first()
    if found is None:
        raise refusals.NotEnrolledError
    return found


def _own_seat(session: Session, by: User) -> Enrolment:
    return _seat(session, person__nip=by.username)


def _known(session: Session, seat: Enrolment) -> Attendance | None:
    return Attendance.objects.filter(session=session, enrolment=seat).first()


def _clock(moment: datetime, session: Session) -> str:
    return f"{moment.astimezone(session.batch.zone):%H.%M} {session.batch.get_time_zone_display()}"
