"""A session, its code and the people on its list, as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.development.attendance_codes import ShownCode, closes_at, opens_at, shown_code, span_of
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, SessionState
from pembina.domain.development.models import Attendance, AttendanceNote, Enrolment, Session
from pembina.domain.development.operations.attendance import KEPT_OPEN
from pembina.domain.development.own_seats import is_own
from pembina.web.attendance.times import hours_there, moment_there, when
from pembina.web.components.qr import qr_path

TONES = {AttendanceStatus.PRESENT: "success", AttendanceStatus.EXCUSED: "warning", AttendanceStatus.ABSENT: "danger"}
HALF = 4


@dataclass(frozen=True, slots=True)
class SessionPage:
    """The head of the page of a session. `closed` says why nothing can be put on the list, empty where it can."""

    pk: int
    title: str
    batch: str
    batch_pk: int
    facts: tuple[tuple[str, str], ...]
    cancel_reason: str
    closed: str
    is_over: bool
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class CodePage:
    """The code of the moment: its picture, the text to type, how long it lasts; `why` says why there is none."""

    path: str
    width: int
    text: str
    seconds: int
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One status that a tap puts on record."""

    value: str
    word: str


@dataclass(frozen=True, slots=True)
class Row:
    """One participant on the list; `status` is empty where nothing is on record."""

    seat: int
    name: str
    unit: str
    status: str
    tone: str
    note: str
    address: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One line of the trace of a record."""

    when: str
    who: str
    change: str
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in a list of those one runs."""

    address: str
    title: str
    batch: str
    when: str
    room: str
    state: str
    tone: str
    tests: str


CHOICES = tuple(AttendanceStatus)


def choices() -> list[Choice]:
    """Return what a participant may be put down as."""
    return [Choice(status.value, str(status.label)) for status in CHOICES]


def present_session(session: Session, *, trainers: str, at: datetime) -> SessionPage:
    facts = [(_("Waktu"), when(session)), (_("Tempat"), session.room or session.link or "–")]
    return SessionPage(
        pk=session.pk,
        title=session.title,
        batch=session.batch.title,
        batch_pk=session.batch_id,
        facts=tuple(facts + ([(_("Pengajar"), trainers)] if trainers else [])),
        cancel_reason=session.cancel_reason,
        closed=_closed(session, at),
        is_over=session.ends_at <= at,
        is_ahead=session.state == SessionState.PLANNED and at < opens_at(session),
    )


def present_code(session: Session, *, address: str, at: datetime) -> CodePage:
    """Show the code; `address` is where a participant checks in, to which the code is added."""
    shown = shown_code(session, at=at) if session.state == SessionState.PLANNED else None
    if shown is None:
        return CodePage("", 0, "", 0, _no_code(session, at))
    path, width = qr_path(f"{address}?kode={shown.text}")
    return CodePage(path, width, spaced(shown), max(1, round((shown.until - at).total_seconds())), "")


def spaced(shown: ShownCode) -> str:
    """``7K3M-9QXA``: read aloud and typed more easily."""
    return f"{shown.text[:HALF]}-{shown.text[HALF:]}"


def present_row(seat: Enrolment, session: Session, by: User) -> Row:
    """Show one of the roster to `by`; its record lies in ``here``, its post in ``person.today``."""
    kept: Attendance | None = seat.here[0] if seat.here else None  # type: ignore[attr-defined]
    posts = seat.person.today  # type: ignore[attr-defined]
    return Row(
        seat=seat.pk,
        name=seat.person.titled_name,
        unit=posts[0].unit.name if posts else _("Tanpa unit"),
        status=str(AttendanceStatus(kept.status).label) if kept else "",
        tone=TONES[AttendanceStatus(kept.status)] if kept else "",
        note=record_note(kept, session) if kept else "",
        address=reverse("attendance:entry", args=[session.pk, seat.pk]),
        is_own=is_own(seat, by),
    )


def record_note(kept: Attendance, session: Session) -> str:
    """Say when and how it came on record, and what is remarkable about it."""
    told = [hours_there(kept.received_at, session), str(AttendanceMeans(kept.means).label)]
    if kept.shown_at and (kept.received_at - kept.shown_at).total_seconds() > LATE:
        shown = hours_there(kept.shown_at, session)
        told.append(_("kode pukul %(hour)s, baru terkirim kemudian") % {"hour": shown})
    if getattr(kept, "corrections", 0):
        told.append(_("dibetulkan"))
    return ", ".join(told)


LATE = 150


def trace_line(note: AttendanceNote, session: Session, *, named: bool = False) -> TraceLine:
    before = str(AttendanceStatus(note.before).label) if note.before else ""
    after = str(AttendanceStatus(note.after).label)
    return TraceLine(
        when=moment_there(note.noted_at, session),
        who=note.noted_by.display_name,
        change=f"{before} → {after}" if before else f"{after} ({AttendanceMeans(note.means).label})",
        reason=note.reason,
        name=note.attendance.enrolment.person.titled_name if named else "",
    )


def clocks(kept: Attendance, session: Session) -> list[tuple[str, str]]:
    """Return the three moments of a record, those that are known."""
    told = [
        (_("Diterima server"), kept.received_at),
        (_("Jam perangkat"), kept.device_at),
        (_("Kode tampil"), kept.shown_at),
    ]
    return [(label, moment_there(moment, session)) for label, moment in told if moment is not None]


def session_rows(sessions: list[Session], *, at: datetime) -> list[SessionRow]:
    return [_session_row(session, at) for session in sessions]


def _session_row(session: Session, at: datetime) -> SessionRow:
    state, tone = _("Mendatang"), ""
    if session.state == SessionState.CANCELLED:
        state, tone = _("Dibatalkan"), "danger"
    elif session.ends_at <= at:
        state, tone = _("Selesai"), ""
    elif session.starts_at <= at:
        state, tone = _("Berlangsung"), "success"
    return SessionRow(
        reverse("attendance:day", args=[session.pk]), session.title, session.batch.title, when(session), session.room,
        state, tone, reverse("learning_tests:batch", args=[session.batch_id]),
    )  # fmt: skip


def _closed(session: Session, at: datetime) -> str:
    if session.state == SessionState.CANCELLED:
        return _("Sesi ini dibatalkan; kehadiran tidak dicatat.")
    if at < opens_at(session):
        return _("Daftar ini dibuka %(moment)s.") % {"moment": moment_there(opens_at(session), session)}
    if at > session.ends_at + KEPT_OPEN:
        return _("Daftar ini sudah ditutup: sesi berakhir lebih dari %(days)s hari lalu.") % {"days": KEPT_OPEN.days}
    return ""


def _no_code(session: Session, at: datetime) -> str:
    if session.state == SessionState.CANCELLED:
        return _("Sesi ini dibatalkan.")
    if span_of(session) is None:
        return _("Sesi ini lebih dari sehari, sehingga tidak memakai kode. Catat pada daftar.")
    if at < opens_at(session):
        return _("Kode tampil mulai %(moment)s.") % {"moment": moment_there(opens_at(session), session)}
    return _("Kode sudah ditutup %(moment)s.") % {"moment": moment_there(closes_at(session), session)}
