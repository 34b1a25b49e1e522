"""The list as a workbook to take along."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.exchange.staff import staff_workbook
from pembina.web.evaluations.present_list import figure_of


def list_workbook(evaluations: Iterable[Any]) -> bytes:
    """Return the workbook; nothing in it is a formula, and days are written 2026-11-22."""
    return staff_workbook(_head(), _rows(evaluations), sheet=_("Evaluasi"))


def _head() -> list[str]:
    return [
        _("Judul"), _("Kode program"), _("Program"), _("Bidang"), _("Penanggung jawab"), _("Keadaan"),
        _("Ukuran utama"), _("Versi"), _("Terkunci"), _("Hari keputusan"), _("Perhitungan selesai"), _("Dibuka"),
    ]  # fmt: skip


def _rows(evaluations: Iterable[Any]) -> Iterator[list[str]]:
    for one in evaluations:
        locked = timezone.localdate(one.locked_at).isoformat() if one.locked_at else ""
        yield [
            one.title, one.programme_code, one.programme_title, str(one.programme.get_sector_display()),
            one.programme.owner.titled_name, str(one.get_state_display()), figure_of(one), str(one.version), locked,
            one.decides_on.isoformat(), str(one.runs_done or 0), timezone.localdate(one.made_at).isoformat(),
        ]  # fmt: skip
