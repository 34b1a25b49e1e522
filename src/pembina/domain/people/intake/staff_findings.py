"""What the record says against a row of staff: why, and what to do about it."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.people.intake.columns import Columns
from pembina.domain.people.intake.record import Held, KnownUnit
from pembina.domain.people.intake.rows import RowFinding, Severity, StaffRow


class StaffFindings:
    """Writes findings on rows of staff, with the names of the columns of the file."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def duplicate(self, row: StaffRow, first: int) -> RowFinding:
        return self._refused(
            row, "nip", row.nip, "duplicate_nip",
            Text(id=f"NIP ini sudah ada di baris {first}.", en=f"This number stands in row {first} already."),
            Text(id="Hapus salah satu dari kedua baris.", en="Remove one of the two rows."),
        )  # fmt: skip

    def too_long(self, row: StaffRow, field: str, value: str, limit: int) -> RowFinding:
        return self._refused(
            row, field, value, "too_long",
            Text(
                id=f"Isi ini {len(value)} huruf; paling banyak {limit}.",
                en=f"This has {len(value)} characters; at most {limit} are kept.",
            ),
            Text(id="Persingkat isinya.", en="Shorten it."),
        )  # fmt: skip

    def unknown_value(self, row: StaffRow, field: str, value: str) -> RowFinding:
        return self._refused(
            row, field, value, "unknown_value",
            Text(id="Isi ini tidak ada dalam daftar.", en="This is not on the list."),
            Text(id="Pakai isi yang ada dalam templat.", en="Use one of the values in the template."),
        )  # fmt: skip

    def status_changed(self, row: StaffRow, before: str) -> RowFinding:
        return self._refused(
            row, "status", row.status.label, "status_changed",
            Text(
                id=f"Tercatat sebagai {before.upper()} dengan NIP yang sama.",
                en=f"On record as {before.upper()} under the same number.",
            ),
            Text(
                id="PPPK yang diangkat menjadi PNS mendapat NIP baru. Periksa status dan NIP.",
                en="Whoever changes between PPPK and PNS is given a new number. Check status and number.",
            ),
        )  # fmt: skip

    def unknown_unit(self, row: StaffRow, closest: Sequence[str]) -> RowFinding:
        remedy = Text(
            id="Tambahkan unit itu lebih dahulu, atau perbaiki namanya.", en="Add the unit first, or correct its name."
        )
        if closest:
            names = "; ".join(closest)
            remedy = Text(id=f"Yang mirip: {names}. {remedy.id}", en=f"Alike: {names}. {remedy.en}")
        return self._refused(
            row, "unit", row.unit or "", "unknown_unit",
            Text(id="Unit ini tidak tercatat.", en="This unit is not on record."), remedy,
        )  # fmt: skip

    def ambiguous_unit(self, row: StaffRow, units: Sequence[KnownUnit]) -> RowFinding:
        codes = ", ".join(unit.code for unit in units[:5]) + (", …" if len(units) > 5 else "")
        return self._refused(
            row, "unit", row.unit or "", "ambiguous_unit",
            Text(id=f"Nama ini dipakai {len(units)} unit.", en=f"{len(units)} units bear this name."),
            Text(
                id=f"Tulis kodenya ({codes}), atau isi unit induknya.",
                en=f"Write its code ({codes}), or name the unit above it.",
            ),
        )  # fmt: skip

    def closed_unit(self, row: StaffRow, unit: KnownUnit, into: KnownUnit | None) -> RowFinding:
        remedy = Text(id="Tulis unit yang masih ada.", en="Name a unit that exists.")
        if into is not None:
            remedy = Text(
                id=f"Unit itu digabung ke {into.name} ({into.code}); tulis unit ini.",
                en=f"It was merged into {into.name} ({into.code}); name that one.",
            )
        closed = unit.closed_on.isoformat() if unit.closed_on else ""
        return self._refused(
            row, "unit", row.unit or "", "closed_unit",
            Text(id=f"Unit ini ditutup setelah {closed}.", en=f"This unit closed after {closed}."), remedy,
        )  # fmt: skip

    def unknown_superior(self, row: StaffRow) -> RowFinding:
        return self._refused(
            row, "superior", row.superior or "", "unknown_superior",
            Text(
                id="NIP atasan ini tidak tercatat dan tidak ada di baris yang terbaca.",
                en="The number of the superior is neither on record nor in a row that can be read.",
            ),
            Text(
                id="Periksa NIP-nya, perbaiki baris atasan bila tidak terbaca, atau kosongkan bila atasannya bukan "
                "pegawai.",
                en="Check the number, correct the row of the superior if it cannot be read, or leave it empty where "
                "the superior is no civil servant.",
            ),
        )  # fmt: skip

    def own_superior(self, row: StaffRow) -> RowFinding:
        return self._refused(
            row, "superior", row.superior or "", "own_superior",
            Text(id="Atasannya adalah dirinya sendiri.", en="The superior is the person themselves."),
            Text(id="Isi NIP atasan yang benar, atau kosongkan.", en="Write the right number, or leave it empty."),
        )  # fmt: skip

    def superior_left_out(self, row: StaffRow, at_row: int) -> RowFinding:
        return self._warning(
            row, "superior", row.superior or "", "superior_left_out",
            Text(
                id=f"Baris atasan ini (baris {at_row}) ditolak, jadi atasan belum dicatat.",
                en=f"The row of this superior (row {at_row}) is refused, so no superior is recorded yet.",
            ),
            Text(
                id=f"Perbaiki baris {at_row}, lalu impor lagi berkas ini.",
                en=f"Correct row {at_row}, then import the file again.",
            ),
        )  # fmt: skip

    def circle(self, row: StaffRow, names: Sequence[str]) -> RowFinding:
        around = " → ".join(names)
        return self._warning(
            row, "superior", row.superior or "", "superior_circle",
            Text(id=f"Atasan berputar: {around}.", en=f"The superiors go round in a circle: {around}."),
            Text(id="Perbaiki atasan salah satu dari mereka.", en="Correct the superior of one of them."),
        )  # fmt: skip

    def overlap(self, row: StaffRow, other: Held) -> RowFinding:
        until = f"–{other.ends_on.isoformat()}" if other.ends_on else " –"
        held = f"{other.position}, {other.starts_on.isoformat()}{until}"
        return self._refused(
            row, "position_since", _day(row.position_since), "overlap",
            Text(id=f"Bertindih dengan jabatan yang tercatat: {held}.", en=f"Overlaps with a position held: {held}."),
            Text(
                id="Perbaiki TMT di berkas, atau riwayat jabatannya di halaman pegawai.",
                en="Correct the date in the file, or the history on the person's page.",
            ),
        )  # fmt: skip

    def incomplete(self, row: StaffRow) -> RowFinding:
        field = "unit" if row.unit is None else "position"
        return self._warning(
            row, field, "", "position_incomplete",
            Text(
                id="Unit atau jabatan kosong, jadi penempatannya belum dicatat.",
                en="Unit or position is empty, so where this person works is not recorded yet.",
            ),
            Text(id="Lengkapi keduanya, lalu impor lagi.", en="Fill in both, then import again."),
        )  # fmt: skip

    def kind_assumed(self, row: StaffRow) -> RowFinding:
        return self._warning(
            row, "position_kind", "", "position_kind_assumed",
            Text(
                id="Jenis jabatan kosong; dicatat sebagai pelaksana.",
                en="The kind of position is empty; taken to be executive.",
            ),
            Text(id="Isi jenis jabatan bila bukan pelaksana.", en="Fill it in if it is another."),
        )  # fmt: skip

    def resumed(self, row: StaffRow, on: date) -> RowFinding:
        return self._warning(
            row, "position_since", _day(row.position_since), "position_resumed",
            Text(
                id=f"Jabatan ini tercatat sudah berakhir; dilanjutkan mulai {on.isoformat()}.",
                en=f"This position is on record as ended; it goes on from {on.isoformat()}.",
            ),
            Text(id="Periksa apakah benar kembali bertugas.", en="Check that the person is back."),
        )  # fmt: skip

    def since_differs(self, row: StaffRow, held: Held) -> RowFinding:
        return self._warning(
            row, "position_since", _day(row.position_since), "position_since_differs",
            Text(
                id=f"Tercatat mulai {held.starts_on.isoformat()}; tanggal itu dibiarkan.",
                en=f"On record from {held.starts_on.isoformat()}; that date is left as it is.",
            ),
            Text(
                id="Bila berkas yang benar, perbaiki riwayat di halaman pegawai.",
                en="If the file is right, correct the history on the person's page.",
            ),
        )  # fmt: skip

    def _refused(self, row: StaffRow, field: str, value: str, code: str, reason: Text, remedy: Text) -> RowFinding:
        return RowFinding(row.row, self._columns[field], value, code, Severity.REFUSED, reason, remedy)

    def _warning(self, row: StaffRow, field: str, value: str, code: str, reason: Text, remedy: Text) -> RowFinding:
        return RowFinding(row.row, self._columns[field], value, code, Severity.WARNING, reason, remedy)


def leaving_unknown(rows: int) -> RowFinding:
    """The file is said to name everybody, but some rows could not be read: who is missing cannot be told."""
    return RowFinding(
        0, "", "", "leaving_unknown", Severity.WARNING,
        Text(
            id=f"{rows} baris tidak terbaca, jadi pegawai yang keluar tidak dapat ditentukan; tidak ada yang diakhiri.",
            en=f"{rows} rows could not be read, so who leaves cannot be told; nobody's position ends.",
        ),
        Text(id="Perbaiki baris yang ditolak, lalu impor lagi.", en="Correct the refused rows, then import again."),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
