"""Grades that a partner sends: one row a person, checked cell by cell. No Django here: it runs in a bounded process."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from pembina.core.text import Text
from pembina.exchange.learning.findings import (
    KEEP_ONE,
    SHORTEN,
    TOO_LONG,
    TWICE,
    CellFinding,
    Known,
    Person,
    RowCheck,
)
from pembina.exchange.staff import example
from pembina.exchange.staff.cells import key_of
from pembina.exchange.staff.columns import Aliases, matched
from pembina.exchange.staff.template import template_csv, template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn
from pembina.exchange.tables import read_rows

MAX_ROWS = 20_000
LONGEST_NOTE = 500
HIGHEST = Decimal(100)
COLUMNS: Aliases = {
    "nip": ("nip", "nip_baru", "nip_peserta", "nip_ni_pppk", "nip_nippppk", "nip_pegawai", "nomor_induk_pegawai"),
    "score": ("nilai", "nilai_akhir", "skor", "skor_akhir", "nilai_total", "score", "grade", "final_score"),
    "attended": ("hadir", "kehadiran", "status_kehadiran", "attended", "attendance"),
    "note": ("catatan", "keterangan", "ket", "note", "notes", "remarks"),
}
REQUIRED = {"nip": Text(id="NIP", en="the NIP"), "score": Text(id="nilai", en="the score")}
_YES = frozenset(map(key_of, ("ya", "y", "hadir", "h", "1", "v", "x", "true", "yes", "present", "ikut")))
_NO = frozenset(
    map(key_of, ("tidak", "t", "tidak hadir", "absen", "0", "false", "no", "absent", "izin", "sakit", "alpa"))
)
_SCORE = re.compile(r"\d{1,4}(?:[.,]\d{1,15})?")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One grade: whose, the score (None for who was absent and has none), and what else the row says."""

    row: int
    nip: str
    person: Person
    score: Decimal | None
    attended: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class GradesFile:
    """What a file of grades holds: the rows that can be taken over, and what is wrong with the others."""

    name: str
    sha256: str
    row_count: int
    rows: tuple[GradeRow, ...]
    findings: tuple[CellFinding, ...]
    unread: tuple[str, ...]
    notes: tuple[Text, ...]


def read_grades(
    data: bytes | Path, *, name: str, known: Known, on: date, highest: Decimal = HIGHEST, sheet: str | None = None
) -> GradesFile:
    """Read grades from 0 to `highest`, to two decimals.

    Parameters
    ----------
    known : those who take part, by NIP; a row about anybody else is refused
    on : today, by whose rules a NIP is read

    Raises
    ------
    UnreadableFileError : no table, no column with NIP or score, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required=REQUIRED)
    fields = list(columns.headers)
    rows: dict[Person, GradeRow] = {}
    findings: list[CellFinding] = []
    count = 0
    for number, cells in table.take([columns.headers[field] for field in fields]):
        check = RowCheck(number, dict(zip(fields, cells, strict=True)), columns.headers)
        if example.is_example(check.said("nip")):
            continue
        count += 1
        read = _row(check, known, on, highest)
        if read is not None and read.person in rows:
            check.refuse("nip", TWICE, KEEP_ONE)
        elif read is not None:
            rows[read.person] = read
        findings += check.findings
    content = data if isinstance(data, bytes) else data.read_bytes()
    unread = (*columns.private, *columns.unread)
    digest = hashlib.sha256(content).hexdigest()
    return GradesFile(name, digest, count, tuple(rows.values()), tuple(findings), unread, table.notes)


def _row(check: RowCheck, known: Known, on: date, highest: Decimal) -> GradeRow | None:
    """Return what a row says, None where something in it is refused."""
    whose = check.person("nip", known, on=on)
    attended = _attended(check)
    score = _score(check, highest)
    if score is None and not check.said("score") and attended is not False:
        check.refuse("score", _NO_SCORE, _GIVE_SCORE)
    if score is not None and attended is False:
        check.refuse("score", _ABSENT_WITH_SCORE, _DECIDE)
    note = check.said("note")
    if len(note) > LONGEST_NOTE:
        check.refuse("note", TOO_LONG, SHORTEN)
    if whose is None or check.is_refused:
        return None
    return GradeRow(check.number, *whose, score, attended, note)


def _score(check: RowCheck, highest: Decimal) -> Decimal | None:
    written = check.said("score")
    if not written:
        return None
    if not _SCORE.fullmatch(written):
        check.refuse("score", _NOT_A_NUMBER, _WRITE_NUMBER)
        return None
    score = Decimal(written.replace(",", "."))
    if score > highest:
        check.refuse("score", _above(highest), _WRITE_NUMBER)
        return None
    return score.quantize(_CENT, ROUND_HALF_UP)


def _attended(check: RowCheck) -> bool | None:
    key = key_of(check.said("attended"))
    if key in _YES or key in _NO:
        return key in _YES
    if check.said("attended"):
        check.remark("attended", _UNKNOWN_WORD, _YES_OR_NO)
    return None


def grades_template(language: str = "id") -> bytes:
    """Return a workbook to fill in, with an explanation of each column."""
    return template_workbook(_TEMPLATE, "Nilai", language)


def grades_template_csv() -> bytes:
    """Return the columns and an example as CSV."""
    return template_csv(_TEMPLATE)


def _above(highest: Decimal) -> Text:
    return Text(id=f"Nilai lebih dari {highest}.", en=f"The score is above {highest}.")


C, T = TemplateColumn, Text
_TEMPLATE = (
    C("NIP", example.NIP, T(id="NIP peserta, 18 angka, disimpan sebagai teks.", en="18 digits, kept as text."),
      required=True),
    C("Nilai", "86,5", T(id="0 sampai 100; kosong hanya bila tidak hadir.", en="0 to 100; empty only if absent."),
      required=True),
    C("Hadir", "ya", T(id="Boleh kosong.", en="May be empty."), ("ya", "tidak")),
    C("Catatan", "", T(id="Boleh kosong, paling panjang 500 huruf.", en="May be empty, up to 500 letters.")),
)  # fmt: skip
_NO_SCORE = T(id="Nilai kosong.", en="The score is missing.")
_GIVE_SCORE = T(
    id="Isi nilainya, atau tulis “tidak” pada kolom Hadir.", en="Fill it in, or write “tidak” in the column Hadir."
)
_NOT_A_NUMBER = T(id="Nilai bukan angka.", en="The score is no number.")
_WRITE_NUMBER = T(id="Tulis angka 0 sampai 100, misalnya 86,5.", en="Write a number from 0 to 100, such as 86.5.")
_ABSENT_WITH_SCORE = T(id="Bernilai, tetapi tidak hadir.", en="There is a score of somebody who was absent.")
_DECIDE = T(id="Perbaiki salah satunya.", en="Correct one of the two.")
_UNKNOWN_WORD = T(id="Kata kehadiran ini tidak dikenal.", en="This word for attendance is not known.")
_YES_OR_NO = T(
    id="Tulis ya atau tidak. Nilainya tetap masuk tanpa keterangan hadir.",
    en="Write ya or tidak. The score comes in all the same, without attendance.",
)
