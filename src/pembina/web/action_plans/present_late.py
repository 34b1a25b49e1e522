"""Who is late with what, by unit, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.queries.follow_up_late import Late, UnitLate
from pembina.web.components.formatting import number

LABELS: dict[Late, Promise] = {
    Late.NO_PLAN: _("Belum menyusun rencana"),
    Late.DECISION: _("Menunggu keputusan atasan"),
    Late.OWN_CHECK: _("Pemeriksaan oleh pegawai"),
    Late.LEADER_CHECK: _("Pemeriksaan oleh atasan"),
    Late.OWN_BEHAVIOUR: _("Perilaku dinilai sendiri"),
    Late.LEADER_BEHAVIOUR: _("Perilaku dinilai atasan"),
}
# The heads of the columns; the cards above them say the same in full.
SHORT: dict[Late, Promise] = {
    Late.NO_PLAN: _("Rencana"),
    Late.DECISION: _("Keputusan"),
    Late.OWN_CHECK: _("Cek pegawai"),
    Late.LEADER_CHECK: _("Cek atasan"),
    Late.OWN_BEHAVIOUR: _("Perilaku: sendiri"),
    Late.LEADER_BEHAVIOUR: _("Perilaku: atasan"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """One unit with its counts in the order of the columns."""

    unit: str
    total: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class LateTable:
    """The counts by unit; `stats` are their sums."""

    heads: list[str]
    rows: list[LateRow]
    stats: list[Cell]


def present_late(found: Sequence[UnitLate]) -> LateTable:
    sums = {late: sum(each.counts[late] for each in found) for late in Late}
    return LateTable(
        heads=[str(label) for label in SHORT.values()],
        rows=[_row(each) for each in found],
        stats=[Cell(str(LABELS[late]), number(count)) for late, count in sums.items()],
    )


def _row(each: UnitLate) -> LateRow:
    cells = [Cell(str(LABELS[late]), number(count)) for late, count in each.counts.items()]
    return LateRow(each.unit.name if each.unit else str(_("Tanpa jabatan")), number(each.total), cells)
