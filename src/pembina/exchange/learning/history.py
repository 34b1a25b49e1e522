"""What people learned before Pembina, in the field names of SIASN or near them. No Django here.

A row tells of a ``diklat`` or a ``kursus``; both kinds may stand in one file.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from pembina.core.text import Text
from pembina.exchange.learning import history_wording as wording
from pembina.exchange.learning.findings import (
    CHECK_PERSON,
    SHORTEN,
    TOO_LONG,
    UNKNOWN_PERSON,
    CellFinding,
    Known,
    Person,
    RowCheck,
)
from pembina.exchange.learning.forms import STRUCTURAL, STRUCTURAL_TRAININGS, form_named, structural_named
from pembina.exchange.learning.refusals import FIRST_YEAR, LONGEST
from pembina.exchange.staff import example
from pembina.exchange.staff.columns import Aliases, matched
from pembina.exchange.staff.dates import day_of
from pembina.exchange.tables import UnreadableFileError, read_rows

MAX_ROWS = 100_000
MOST_HOURS = Decimal(9_999)
COLUMNS: Aliases = {
    "nip": ("nipBaru", "nip", "nip_pegawai", "nomor_induk_pegawai"),
    "pns_id": ("pnsOrangId", "idPns", "pns_id", "pnsId"),
    "form": ("jenisDiklatId", "jenis_diklat", "jenisDiklatNama", "bentuk", "jenis"),
    "structural": ("latihanStrukturalId", "latihanStrukturalNama", "diklat_struktural"),
    "title": ("namaKursus", "nama_diklat", "nama_kegiatan", "nama_pelatihan", "judul"),
    "organiser": ("institusiPenyelenggara", "penyelenggara", "lembaga", "instansi_penyelenggara"),
    "number": ("nomorSertipikat", "noSertipikat", "nomor_sertifikat", "no_sertifikat", "nomor"),
    "hours": ("jumlahJam", "jp", "jumlah_jp", "jam", "jam_pelajaran"),
    "first_day": ("tanggalKursus", "tanggal", "tanggal_mulai", "tgl_mulai"),
    "last_day": ("tanggalSelesaiKursus", "tanggalSelesai", "tanggal_selesai", "tgl_selesai"),
    "year": ("tahunKursus", "tahun"),
    "competence": ("jenisKompetensi", "kompetensi"),
}
_PERSON = Text(id="NIP atau ID pegawai SIASN", en="the NIP or the id in SIASN")
REQUIRED = {"hours": Text(id="jumlah jam (JP)", en="the hours (JP)")}
_HOURS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing learned; `form` and `structural_id` are ids of SIASN, None where the file does not tell."""

    row: int
    nip: str
    person: Person
    form: int | None
    structural_id: int | None
    title: str
    organiser: str
    number: str
    hours: Decimal
    first_day: date | None
    last_day: date | None
    year: int
    competence: str


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """What a file of history holds: the rows that can be taken over, and what is wrong with the others."""

    name: str
    sha256: str
    row_count: int
    rows: tuple[HistoryRow, ...]
    findings: tuple[CellFinding, ...]
    private: tuple[str, ...]
    unread: tuple[str, ...]
    notes: tuple[Text, ...]


def read_history(data: bytes | Path, *, name: str, known: Known, on: date, sheet: str | None = None) -> HistoryFile:
    """Read a history; nothing in it may lie after `on`. `known` holds persons by NIP and, where known, by SIASN id.

    Raises
    ------
    UnreadableFileError : no table, no column with a person or the hours, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required=REQUIRED)
    headers = columns.headers
    if not headers.keys() & {"nip", "pns_id"}:
        raise _nobody(name)
    wanted = [(field, column) for field, found in columns.of.items() for column in found]
    rows: dict[tuple[object, ...], HistoryRow] = {}
    findings: list[CellFinding] = []
    count = 0
    for number, cells in table.take([column for _, column in wanted]):
        check = RowCheck(number, _first_filled(wanted, cells), headers)
        if example.is_example(check.said("nip")):
            continue
        count += 1
        read = _row(check, known, on)
        if read is not None and _same(read) in rows:
            check.refuse("title", wording.TWICE, wording.KEEP_ONE)
        elif read is not None:
            rows[_same(read)] = read
        findings += check.findings
    content = data if isinstance(data, bytes) else data.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    told = tuple(rows.values()), tuple(findings), columns.private, columns.unread, table.notes
    return HistoryFile(name, digest, count, *told)


def _same(row: HistoryRow) -> tuple[object, ...]:
    """Return what two rows have in common that tell of the same."""
    return row.person, row.number.casefold(), row.title.casefold(), row.first_day, row.year


def _first_filled(wanted: Sequence[tuple[str, str]], cells: Sequence[str | None]) -> dict[str, str | None]:
    """Return by field the first of its cells that says something: both shapes may stand side by side."""
    told: dict[str, str | None] = {}
    for (field, _), cell in zip(wanted, cells, strict=True):
        if not (told.get(field) or "").strip():
            told[field] = cell
    return told


def _row(check: RowCheck, known: Known, on: date) -> HistoryRow | None:
    """Return what a row says, None where something in it is refused."""
    whose = _person(check, known, on)
    structural, form = _forms(check)
    title = check.said("title") or (STRUCTURAL_TRAININGS[structural] if structural else "")
    if not title:
        check.refuse("title", wording.NO_TITLE, wording.GIVE_TITLE)
    for field in ("title", "organiser", "number"):
        if len(check.said(field)) > LONGEST:
            check.refuse(field, TOO_LONG, SHORTEN)
    if not check.said("number"):
        check.remark("number", wording.NO_NUMBER, wording.ADD_NUMBER)
    hours = _hours(check)
    first, last = _day(check, "first_day", on), _day(check, "last_day", on)
    if first and last and last < first:
        check.refuse("last_day", wording.REVERSED, wording.CHECK_DAYS)
    year = _year(check, first, last, on)
    if whose is None or hours is None or year is None or check.is_refused:
        return None
    texts = (title, check.said("organiser"), check.said("number"))
    return HistoryRow(
        check.number, *whose, form, structural, *texts, hours, first, last or first, year, check.said("competence")
    )


def _person(check: RowCheck, known: Known, on: date) -> tuple[str, Person] | None:
    """Return the NIP (empty where only the id is told) and the person."""
    if check.said("nip") or not check.said("pns_id"):
        return check.person("nip", known, on=on)
    if check.said("pns_id") not in known:
        check.refuse("pns_id", UNKNOWN_PERSON, CHECK_PERSON)
        return None
    return "", known[check.said("pns_id")]


def _forms(check: RowCheck) -> tuple[int | None, int | None]:
    """Return the structural training and the form; one that is not known is left open, with a remark."""
    structural = structural_named(check.said("structural")) if check.said("structural") else None
    if check.said("structural") and structural is None:
        check.remark("structural", wording.UNKNOWN_STRUCTURAL, wording.LEFT_OPEN)
    form = form_named(check.said("form")) if check.said("form") else None
    if check.said("form") and form is None:
        check.remark("form", wording.UNKNOWN_FORM, wording.LEFT_OPEN)
    return structural, STRUCTURAL if structural and form is None else form


def _hours(check: RowCheck) -> Decimal | None:
    written = check.said("hours")
    if not _HOURS.fullmatch(written):
        check.refuse("hours", wording.NO_HOURS, wording.GIVE_HOURS)
        return None
    hours = Decimal(written.replace(",", "."))
    if not 0 < hours <= MOST_HOURS:
        check.refuse("hours", wording.NO_HOURS, wording.GIVE_HOURS)
        return None
    return hours


def _day(check: RowCheck, field: str, on: date) -> date | None:
    written = check.said(field)
    day = day_of(written) if written else None
    if written and day is None:
        check.refuse(field, wording.NOT_A_DAY, wording.WRITE_DAY)
    elif day and (day > on or day.year < FIRST_YEAR):
        check.refuse(field, wording.IMPOSSIBLE_DAY, wording.WRITE_DAY)
        return None
    return day


def _year(check: RowCheck, first: date | None, last: date | None, on: date) -> int | None:
    """Return the year told, else that of the last day; refuse one that is not of its days."""
    days = [day for day in (last, first) if day]
    written = check.said("year")
    if not written:
        if not days and not (check.said("first_day") or check.said("last_day")):
            check.refuse("year", wording.NO_YEAR, wording.GIVE_YEAR)
        return days[0].year if days else None
    year = int(written) if written.isdecimal() and len(written) == 4 else 0
    if not FIRST_YEAR <= year <= on.year:
        check.refuse("year", wording.IMPOSSIBLE_YEAR, wording.GIVE_YEAR)
    elif days and year not in {day.year for day in days}:
        check.refuse("year", wording.OTHER_YEAR, wording.CHECK_DAYS)
    return year


def _nobody(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(id=f"{name} tidak mempunyai kolom {_PERSON.id}.", en=f"{name} has no column with {_PERSON.en}."),
        Text(id="Beri nama kolom itu “nip” atau “pnsOrangId”.", en="Call that column “nip” or “pnsOrangId”."),
    )
