"""One request, its life told in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.service_time import Measure, due_at
from pembina.domain.access.audit import events_on
from pembina.domain.access.audit_words import OPERATIONS
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.requests import local_day
from pembina.domain.services.request_records import ToldRequest
from pembina.domain.services.standards import promise_of, standard_of
from pembina.web.components.formatting import MISSING, in_language
from pembina.web.ledger.counter_present import due_words, late_words
from pembina.web.ledger.present import state_words
from pembina.web.ledger.wording import MICROSECOND, length, moment, working_length

MOST_EVENTS = 50
Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Happening:
    """One moment in the life of a request."""

    when: str
    what: str
    note: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """Who wrote what down, and when."""

    when: str
    who: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class RequestPage:
    """What the page of one request shows."""

    number: str
    lead: str
    state: str
    standing: str
    tone: str
    flaw: str
    remedy: str
    facts: list[tuple[Shown, Shown]]
    times: list[tuple[Shown, Shown]]
    life: list[Happening]
    traces: list[Trace]
    basis: list[str]


def present_request(told: ToldRequest) -> RequestPage:
    row, zone = told.row, told.row.service.unit.time_zone
    standing, tone = late_words(told)
    return RequestPage(
        number=row.number,
        lead=f"{row.service.name} · {row.service.unit.name}",
        state=state_words(told),
        standing=standing,
        tone=tone,
        flaw=in_language(told.flaw.message) if told.flaw else "",
        remedy=in_language(told.flaw.remedy) if told.flaw else "",
        facts=[
            (_("Layanan"), row.service.name),
            (_("Unit kerja"), row.service.unit.name),
            (_("Kanal"), row.get_channel_display()),
            (_("Dicatat terakhir"), moment(row.recorded_at, zone)),
        ],
        times=_times(told),
        life=_life(told),
        traces=[_trace(event, zone) for event in events_on(row).select_related("actor")[:MOST_EVENTS]],
        basis=_basis(told),
    )


def _times(told: ToldRequest) -> list[tuple[Shown, Shown]]:
    life = told.life
    if life is None:
        return []
    working = None if life.working is None else life.working // MICROSECOND
    return [
        (_("Lama seluruhnya"), length(life.gross)),
        (_("Tanpa waktu menunggu pemohon"), length(life.net)),
        (_("Waktu kerja terpakai"), MISSING if working is None else working_length(working, Measure.WORKING_TIME)),
        (_("Hari kerja terpakai"), working_length(life.working_days, Measure.WORKING_DAYS)),
        (_("Janji standar"), working_length(told.row.promised or None, told.measure)),
        (_("Batas standar"), due_words(told)),
    ]


def _life(told: ToldRequest) -> list[Happening]:
    """Tell what happened, in the order of the clock; what has not ended is current."""
    row, zone = told.row, told.row.service.unit.time_zone
    found: list[tuple[datetime | None, str, str, bool]] = [(row.received_at, _("Diterima"), _by(row), False)]
    for pause in row.pauses.all():
        note = "" if pause.reason != "applicant" else _("jam standar berhenti")
        found.append(
            (pause.began_at, _("Dijeda: %(why)s") % {"why": pause.get_reason_display()}, note, not pause.ended_at)
        )
        if pause.ended_at is not None and pause.ended_at != row.ended_at:
            lasted = length(pause.ended_at - pause.began_at)
            found.append((pause.ended_at, _("Dilanjutkan"), _("setelah %(time)s") % {"time": lasted}, False))
    if row.ended_at is not None:
        found.append((row.ended_at, _("Ditarik pemohon") if row.withdrawn else _("Selesai"), "", False))
    elif not any(current for *_rest, current in found):
        found.append((None, _("Masih dikerjakan"), late_words(told)[0], True))
    # Python sorts stably, so what happened at one moment keeps its order; what has no moment comes last.
    told_in_order = sorted(found, key=lambda one: (one[0] is None, one[0] or row.recorded_at))
    return [
        Happening(moment(when, zone) if when else "", what, note, current)
        for when, what, note, current in told_in_order
    ]


def _by(row: ServiceRequest) -> str:
    return _("lewat %(channel)s") % {"channel": str(row.get_channel_display()).lower()}


def _trace(event: object, zone: str) -> Trace:
    operation = OPERATIONS.get(event.operation)  # type: ignore[attr-defined]
    actor = event.actor  # type: ignore[attr-defined]
    return Trace(
        when=moment(event.timestamp, zone),  # type: ignore[attr-defined]
        who=actor.display_name if actor else _("Sistem"),
        what=in_language(operation.sentence) if operation else event.operation,  # type: ignore[attr-defined]
        why=event.why,  # type: ignore[attr-defined]
    )


def _basis(told: ToldRequest) -> list[str]:
    """Say how the times are counted, and by which standard."""
    row = told.row
    said = [
        _("Jam standar berhenti hanya selama menunggu pemohon; menunggu instansi lain tetap dihitung."),
        _("Waktu kerja mengikuti kalender kerja %(unit)s (%(zone)s).")
        % {"unit": row.service.unit.name, "zone": row.service.unit.get_time_zone_display()},
    ]
    if row.received_at is None or not row.promised:
        return [*said, _("Saat diterima, layanan ini belum mempunyai standar dengan janji waktu.")]
    promised = promise_of(standard_of(row.service, local_day(row.service, row.received_at)))
    if promised is not None and promised.size == row.promised and told.flaw is None:
        due = due_at(received=row.received_at, promised=promised, calendar=told.calendar)
        return [in_language(due.because), due.article, *said]
    return said
