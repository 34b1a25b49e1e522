"""What stands against a row of units: why, and what to do about it."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.intake.columns import Columns
from pembina.domain.people.intake.rows import RowFinding, Severity, UnitRow


class UnitFindings:
    """Writes findings on rows of units, with the names of the columns of the file."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def duplicate(self, row: UnitRow, first: int) -> RowFinding:
        return self._refused(
            row, "code", row.code, "duplicate_code",
            Text(id=f"Kode ini sudah ada di baris {first}.", en=f"This code stands in row {first} already."),
            Text(id="Beri kode lain, atau hapus salah satu baris.", en="Give another code, or remove one of the rows."),
        )  # fmt: skip

    def empty(self, row: UnitRow, field: str) -> RowFinding:
        return self._refused(
            row, field, "", "empty",
            Text(id="Kolom ini wajib diisi.", en="This must be filled in."),
            Text(id="Isi, lalu impor lagi.", en="Fill it in, then import again."),
        )  # fmt: skip

    def too_long(self, row: UnitRow, field: str, value: str, limit: int) -> RowFinding:
        return self._refused(
            row, field, value, "too_long",
            Text(
                id=f"Isi ini {len(value)} huruf; paling banyak {limit}.",
                en=f"This has {len(value)} characters; at most {limit} are kept.",
            ),
            Text(id="Persingkat isinya.", en="Shorten it."),
        )  # fmt: skip

    def closed(self, row: UnitRow, closed_on: date) -> RowFinding:
        day = closed_on.isoformat()
        return self._refused(
            row, "code", row.code, "closed_unit",
            Text(id=f"Unit dengan kode ini ditutup setelah {day}.", en=f"The unit of this code closed after {day}."),
            Text(id="Beri unit yang baru kode lain.", en="Give the new unit another code."),
        )  # fmt: skip

    def unknown_parent(self, row: UnitRow) -> RowFinding:
        return self._refused(
            row, "parent", row.parent or "", "unknown_parent",
            Text(
                id="Kode induk ini tidak tercatat dan tidak ada dalam berkas.",
                en="The code of the parent is neither on record nor in the file.",
            ),
            Text(
                id="Perbaiki kodenya, tambahkan baris induknya, atau kosongkan.",
                en="Correct it, add a row for the parent, or leave it empty.",
            ),
        )  # fmt: skip

    def closed_parent(self, row: UnitRow, closed_on: date) -> RowFinding:
        day = closed_on.isoformat()
        return self._refused(
            row, "parent", row.parent or "", "closed_parent",
            Text(id=f"Unit induk ini ditutup setelah {day}.", en=f"This parent closed after {day}."),
            Text(id="Tulis induk yang masih ada.", en="Name a parent that exists."),
        )  # fmt: skip

    def parent_left_out(self, row: UnitRow, at_row: int) -> RowFinding:
        return self._refused(
            row, "parent", row.parent or "", "parent_left_out",
            Text(id=f"Baris induknya ({at_row}) ditolak.", en=f"The row of the parent ({at_row}) is refused."),
            Text(id=f"Perbaiki baris {at_row} lebih dahulu.", en=f"Correct row {at_row} first."),
        )  # fmt: skip

    def cycle(self, row: UnitRow, codes: Sequence[str]) -> RowFinding:
        around = " → ".join(codes)
        return self._refused(
            row, "parent", row.parent or "", "cycle",
            Text(id=f"Unit induk berputar: {around}.", en=f"The parents go round in a circle: {around}."),
            Text(id="Perbaiki induk salah satu dari unit itu.", en="Correct the parent of one of them."),
        )  # fmt: skip

    def guessed(self, row: UnitRow, kind: UnitKind | None, sector: Sector | None) -> RowFinding:
        field = "kind" if kind else "sector"
        id_, en = "", ""
        if kind is not None:
            id_, en = f"jenis dikira {kind.label}", f"its kind is taken to be {kind.value}"
        if sector is not None:
            id_ += f"{', ' if id_ else ''}bidang dikira {sector.label}"
            en += f"{', ' if en else ''}its sector to be {sector.value}"
        return RowFinding(
            row.row, self._columns[field], row.name, "guessed", Severity.WARNING,
            Text(id=f"Menurut namanya, {id_}.", en=f"By its name, {en}."),
            Text(id="Isi jenis dan bidang bila dugaan ini keliru.", en="Fill in kind and sector if this is wrong."),
        )  # fmt: skip

    def _refused(self, row: UnitRow, field: str, value: str, code: str, reason: Text, remedy: Text) -> RowFinding:
        return RowFinding(row.row, self._columns[field], value, code, Severity.REFUSED, reason, remedy)
