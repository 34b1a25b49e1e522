"""Requests as the list, the export and their own page show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from pembina.core.rules.service_time import Measure
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.request_records import ToldRequest, with_life
from pembina.web.components.formatting import in_language, number
from pembina.web.ledger.counter_present import due_words, late_words
from pembina.web.ledger.wording import MICROSECOND, clock

AT_A_TIME = 500
HEADS = (
    ("number", gettext_lazy("Nomor")),
    ("service", gettext_lazy("Layanan")),
    ("received", gettext_lazy("Diterima")),
    ("ended", gettext_lazy("Berakhir")),
)
Shown = str | Promise


@dataclass(frozen=True, slots=True)
class ListRow:
    """One request of the list."""

    address: str
    number: str
    service: str
    received: str
    ended: str
    due: str
    state: Shown
    standing: str
    tone: str


def list_rows(requests: Iterable[ServiceRequest], *, at: datetime) -> list[ListRow]:
    return [_list_row(told) for told in with_life(requests, at=at)]


def state_words(told: ToldRequest) -> str:
    """Say how far a request has come."""
    row = told.row
    if told.flaw is not None:
        return _("Waktunya tidak mungkin")
    if row.ended_at is not None:
        return _("Ditarik") if row.withdrawn else _("Selesai")
    return _("Dijeda") if any(pause.ended_at is None for pause in row.pauses.all()) else _("Berjalan")


def _list_row(told: ToldRequest) -> ListRow:
    row, zone = told.row, told.row.service.unit.time_zone
    standing, tone = (in_language(told.flaw.message), "danger") if told.flaw else late_words(told)
    return ListRow(
        address=reverse("ledger:request", args=[row.pk]),
        number=row.number,
        service=row.service.name,
        received=clock(row.received_at, zone),
        ended=clock(row.ended_at, zone),
        due=due_words(told) if told.life else "",
        state=state_words(told),
        standing=standing,
        tone=tone,
    )


def export_head() -> list[str]:
    return [
        _("Nomor"), _("Kode layanan"), _("Layanan"), _("Unit kerja"), _("Kanal"), _("Diterima"), _("Berakhir"),
        _("Keadaan"), _("Jeda"), _("Lama (jam)"), _("Lama tanpa menunggu pemohon (jam)"), _("Jam kerja terpakai"),
        _("Hari kerja terpakai"), _("Janji"), _("Satuan janji"), _("Melewati janji"), _("Data tidak mungkin"),
    ]  # fmt: skip


def export_rows(requests: QuerySet[ServiceRequest], *, at: datetime, language: str) -> Iterator[list[str]]:
    """Yield the cells of each request, some at a time; a stream comes after the page, in no language."""
    numbers = iter(list(requests.values_list("pk", flat=True)))
    while some := list(islice(numbers, AT_A_TIME)):
        with override(language):
            found = {told.row.pk: _export_row(told) for told in with_life(_in_full(some), at=at)}
        yield from (found[pk] for pk in some if pk in found)


def _in_full(numbers: list[int]) -> QuerySet[ServiceRequest]:
    rows = ServiceRequest.objects.filter(pk__in=numbers)
    return rows.select_related("service__unit").prefetch_related("pauses")


def _export_row(told: ToldRequest) -> list[str]:
    row, life, zone = told.row, told.life, told.calendar.zone
    in_days = told.measure is Measure.WORKING_DAYS
    promised = row.promised if in_days else row.promised * MICROSECOND.total_seconds() / 3600
    return [
        row.number,
        row.service.code,
        row.service.name,
        row.service.unit.name,
        str(row.get_channel_display()),
        _iso(row.received_at, zone),
        _iso(row.ended_at, zone),
        state_words(told),
        number(len(row.pauses.all())),
        number(life.gross.total_seconds() / 3600, 2) if life else "",
        number(life.net.total_seconds() / 3600, 2) if life else "",
        number(life.working.total_seconds() / 3600, 2) if life and life.working is not None else "",
        number(life.working_days) if life else "",
        number(promised, 0 if in_days else 2) if row.promised else "",
        (_("hari kerja") if in_days else _("jam kerja")) if row.promised else "",
        (_("ya") if told.is_late else _("tidak")) if told.over is not None and not row.withdrawn else "",
        in_language(told.flaw.message) if told.flaw else "",
    ]


def _iso(time: datetime | None, zone: str) -> str:
    return time.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds") if time else ""
