"""The participants of a batch as a workbook to take along."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pembina.domain.development.models import Enrolment
from pembina.exchange.staff import staff_workbook
from pembina.web.choosing.describe import main_of

AT_A_TIME = 500


def participants_workbook(enrolments: QuerySet[Enrolment], *, zone: ZoneInfo) -> bytes:
    """Return the workbook; nothing in it is a formula; moments are written 2026-11-22 09.00 on the batch's clock."""
    return staff_workbook(_head(), _rows(enrolments, zone), sheet=_("Peserta"))


def _head() -> list[str]:
    return [
        _("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Keadaan"), _("Asal"), _("Dibuat"),
        _("Mendapat kursi"), _("Alasan"), _("Harapan peserta"), _("Alasan melebihi batas unit"),
    ]  # fmt: skip


def _rows(enrolments: QuerySet[Enrolment], zone: ZoneInfo) -> Iterator[list[str]]:
    for one in enrolments.iterator(chunk_size=AT_A_TIME):
        held = main_of(one.person)
        yield [
            one.person.nip, one.person.titled_name, held.position if held else "", held.unit.name if held else "",
            str(one.get_state_display()), str(one.get_origin_display()), _moment(one.made_at, zone),
            _moment(one.seated_at, zone), one.reason, one.wish, one.cover_reason,
        ]  # fmt: skip


def _moment(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H.%M") if moment is not None else ""
