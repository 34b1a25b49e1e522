"""The board as a workbook to take along."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.development.queries.lateness import Late
from pembina.exchange.staff import staff_workbook
from pembina.web.components.formatting import in_language


def board_workbook(programmes: Iterable[Any], late: Mapping[int, Sequence[Late]]) -> bytes:
    """Return the workbook; nothing in it is a formula, and days are written 2026-11-22."""
    return staff_workbook(_head(), _rows(programmes, late), sheet=_("Program"))


def _head() -> list[str]:
    return [
        _("Kode"), _("Nama program"), _("Bidang"), _("Keadaan"), _("Penanggung jawab"), _("Mulai"),
        _("Hari terakhir"), _("Gelombang"), _("Gelombang sudah mulai"), _("Gelombang berikut"), _("Unit kerja"),
        _("Angkatan"), _("Kursi"), _("Kursi terisi"), _("Anggaran (Rp)"), _("Biaya angkatan (Rp)"),
        _("Perlu perhatian"),
    ]  # fmt: skip


def _rows(programmes: Iterable[Any], late: Mapping[int, Sequence[Late]]) -> Iterator[list[str]]:
    for one in programmes:
        items = "; ".join(in_language(each.text) for each in late.get(one.pk, ()))
        yield [
            one.code, one.title, str(one.get_sector_display()), str(one.get_state_display()), one.owner.titled_name,
            one.starts_on.isoformat(), one.ends_on.isoformat(), str(one.wave_count), str(one.waves_begun),
            one.next_wave_on.isoformat() if one.next_wave_on else "", str(one.unit_count), str(one.batch_count),
            str(one.seat_count), str(one.filled), _written(one.budget), _written(one.planned_cost), items,
        ]  # fmt: skip


def _written(amount: Any) -> str:
    return "" if amount is None else f"{amount:.2f}"
