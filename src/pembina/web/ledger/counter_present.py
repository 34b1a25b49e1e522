"""The counter as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.audit import events_on
from pembina.domain.services.enums import PauseReason
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.request_corrections import may_undo
from pembina.domain.services.request_records import ToldRequest
from pembina.web.ledger.wording import clock, working_length

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Press:
    """One button: what it sends, what it says, and the key that presses it in the row in hand."""

    value: str
    label: Shown
    key: str
    variant: str = "secondary"


@dataclass(frozen=True, slots=True)
class CounterRow:
    """One request; without `presses` nothing more can be done to it but to `correct` it."""

    pk: int
    address: str
    step: str
    correct: str
    number: str
    service: str
    received: str
    due: str
    state: str
    tone: str
    presses: tuple[Press, ...]
    more: tuple[Press, ...]


@dataclass(frozen=True, slots=True)
class LastStep:
    """What was just done, and whether it can be taken back."""

    sentence: str
    note: str
    address: str
    undo: str


def rows(told: list[ToldRequest]) -> list[CounterRow]:
    return [_row(one) for one in told]


def _row(told: ToldRequest) -> CounterRow:
    row = told.row
    zone = row.service.unit.time_zone
    resting = next((pause for pause in row.pauses.all() if pause.ended_at is None), None)
    state, tone = late_words(told)
    goes_on = row.ended_at is None and told.life is not None
    if row.ended_at is not None and told.life is not None:
        ending = _("Ditarik pemohon") if row.withdrawn else _("Selesai")
        state = f"{ending} · {state}" if state else ending
    elif resting is not None:
        state, tone = _("Dijeda: %(reason)s") % {"reason": resting.get_reason_display()}, ""
    return CounterRow(
        pk=row.pk,
        address=reverse("ledger:request", args=[row.pk]),
        step=reverse("ledger:step", args=[row.pk]),
        correct=reverse("ledger:correct", args=[row.pk]),
        number=row.number,
        service=row.service.name,
        received=clock(row.received_at, zone, year=False),
        due=due_words(told, year=False),
        state=state,
        tone=tone,
        presses=_presses(resting is not None) if goes_on else (),
        more=_more(resting is not None) if goes_on else (),
    )


def late_words(told: ToldRequest) -> tuple[str, str]:
    """Say how a request stands against its promise, and in what tone."""
    if told.row.withdrawn:
        return "", ""
    if told.over is None:
        return (_("Tanpa standar"), "") if told.life else (_("Waktunya tidak mungkin"), "danger")
    if told.over > 0:
        return _("Terlambat %(time)s") % {"time": working_length(told.over, told.measure)}, "danger"
    if told.life is not None and told.life.state != "open":
        return _("Sesuai standar"), "success"
    if told.over == 0:
        return _("Batasnya sekarang"), "warning"
    return _("Sisa %(time)s") % {"time": working_length(-told.over, told.measure)}, ""


def due_words(told: ToldRequest, *, year: bool = True) -> str:
    """Say until when a request must be done."""
    if told.due is None:
        return _("tanpa standar")
    if told.due.at is None:
        return _("jam standar berhenti")
    return clock(told.due.at, told.row.service.unit.time_zone, year=year)


def _presses(resting: bool) -> tuple[Press, ...]:
    first = Press("complete", _("Selesai"), "s", "")
    second = Press("resume", _("Lanjutkan"), "l") if resting else Press("pause:applicant", _("Jeda"), "j")
    return first, second


def _more(resting: bool) -> tuple[Press, ...]:
    pauses = (
        ()
        if resting
        else (
            Press(f"pause:{PauseReason.OTHER_OFFICE}", _("Jeda: menunggu instansi lain"), "i", "quiet"),
            Press(f"pause:{PauseReason.OFFICE}", _("Jeda: ditunda oleh unit"), "u", "quiet"),
        )
    )
    return (*pauses, Press("withdraw", _("Ditarik pemohon"), "t", "quiet"))


def last_step(request: ServiceRequest | None, *, at: datetime) -> LastStep | None:
    """Tell what was last done to a request."""
    event = events_on(request).first() if request is not None else None
    if request is None or event is None or event.operation not in _done():
        return None
    note = ""
    if event.operation == "receive_request":
        note = (
            _("Layanan ini belum mempunyai janji waktu; permohonan dicatat tanpa standar.")
            if not request.promised
            else ""
        )
    return LastStep(
        sentence=_done()[event.operation] % {"number": request.number, "service": request.service.name},
        note=note,
        address=reverse("ledger:request", args=[request.pk]),
        undo=reverse("ledger:undo", args=[request.pk]) if may_undo(request, at=at) else "",
    )


def _done() -> dict[str, str]:
    return {
        "receive_request": _("Permohonan %(number)s diterima: %(service)s."),
        "pause_request": _("Permohonan %(number)s dijeda."),
        "resume_request": _("Permohonan %(number)s dilanjutkan."),
        "complete_request": _("Permohonan %(number)s selesai."),
        "withdraw_request": _("Permohonan %(number)s dicatat ditarik."),
        "undo_request_step": _("Langkah terakhir permohonan %(number)s diurungkan."),
    }
