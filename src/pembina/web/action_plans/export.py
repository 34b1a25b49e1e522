"""Lists to take along: who is late, and what ratings say together."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from pembina.domain.development.queries.follow_up_late import late_seats, with_unit
from pembina.exchange.staff import staff_workbook
from pembina.web.action_plans.present_late import LABELS
from pembina.web.action_plans.present_summary import SummaryTable
from pembina.web.components.formatting import MISSING


def late_rows(*, at: datetime, on: date) -> list[list[str]]:
    """Return who is late with what: unit, name, number, training, programme, kind."""
    return [
        [
            getattr(seat, "unit_name", None) or MISSING, seat.person.titled_name, seat.person.nip, seat.batch.title,
            seat.batch.programme.title, str(LABELS[late]),
        ]
        for late, seats in late_seats(at=at, on=on)
        for seat in with_unit(seats, on=on)
    ]  # fmt: skip


def late_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    head = [_("Unit kerja"), _("Nama"), _("NIP"), _("Pelatihan"), _("Program"), _("Terlambat")]
    return staff_workbook(head, rows, sheet=_("Terlambat"))


def summary_workbook(behaviour: Iterable[SummaryTable], competence: Iterable[SummaryTable]) -> bytes:
    """Return all tables below each other, each figure with its note beside it."""
    head = [
        _("Bagian"), _("Kelompok"), _("Siapa yang menjawab"), _("Yang dinilai"), _("Penilai"),
        _("Pegawai / sebelum"), _("Keterangan"), _("Atasan / sesudah"), _("Keterangan"), _("Selisih"), _("Keterangan"),
    ]  # fmt: skip
    rows = [*_rows(_("Perilaku"), behaviour), *_rows(_("Kemampuan"), competence)]
    return staff_workbook(head, rows, sheet=_("Ringkasan"))


def _rows(part: str, tables: Iterable[SummaryTable]) -> list[list[str]]:
    return [
        [
            part,
            table.title,
            table.lead,
            line.label,
            line.side,
            *(said for cell in line.cells for said in (cell.value, cell.note)),
        ]
        for table in tables
        for line in table.lines
    ]
