"""Service checks and medals from a file. No Django here.

A row tells of a check, of a medal, or of both. A cell that is empty was not looked up: it stays unknown, never clean.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pembina.core.rules.civil_servant_number import UnreadableNumberError, read_number
from pembina.core.text import Text
from pembina.exchange.learning import CellFinding
from pembina.exchange.learning.findings import RowCheck
from pembina.exchange.service_records import wording
from pembina.exchange.staff import example
from pembina.exchange.staff.columns import Aliases, matched
from pembina.exchange.staff.dates import day_of
from pembina.exchange.tables import UnreadableFileError, read_rows

MAX_ROWS = 50_000
Known = Mapping[str, int | str]
COLUMNS: Aliases = {
    "nip": ("nip", "nip_baru", "nip_pegawai", "nomor_induk_pegawai"),
    "checked_on": ("diperiksa_pada", "tanggal_pemeriksaan", "tanggal_periksa"),
    "discipline": ("hukuman_disiplin", "hukuman_disiplin_terberat", "tingkat_hukuman_disiplin", "tingkat_hukuman"),
    "leave": ("cltn", "cuti_di_luar_tanggungan_negara", "pernah_cltn"),
    "source": ("sumber",),
    "note": ("catatan", "keterangan"),
    "medal": ("satyalancana", "tanda_kehormatan", "satyalancana_karya_satya"),
    "awarded_on": ("tanggal_keputusan", "tanggal_keppres", "skDate"),
    "decree": ("nomor_keputusan", "nomor_keppres", "no_keppres", "skNomor"),
}
LONGEST = {"source": 200, "note": 1_000, "decree": 100}
CHECK_CELLS, MEDAL_CELLS = ("checked_on", "discipline", "leave"), ("medal", "awarded_on", "decree")
LEVELS = {
    "tidak ada": "none", "tidak ada hukuman disiplin": "none", "tidak pernah": "none", "ringan": "light",
    "hukuman disiplin ringan": "light", "sedang": "moderate", "hukuman disiplin sedang": "moderate",
    "berat": "severe", "hukuman disiplin berat": "severe",
}  # fmt: skip
LEAVES = {"ya": True, "pernah": True, "y": True, "tidak": False, "tidak pernah": False, "t": False}
MEDALS = {"x": "ten", "10": "ten", "xx": "twenty", "20": "twenty", "xxx": "thirty", "30": "thirty"}
_BEFORE, _AFTER = "satyalancana karya satya ", " tahun"
_NIP = {"nip": Text(id="NIP", en="the NIP")}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row that can be taken over; `checked_on` is None without a check, `medal` empty without a medal."""

    row: int
    person: int | str
    checked_on: date | None
    discipline: str
    leave: bool | None
    source: str
    note: str
    medal: str
    awarded_on: date | None
    decree: str


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What a file holds: the rows that can be taken over, and what is wrong with the others."""

    name: str
    sha256: str
    row_count: int
    rows: tuple[RecordRow, ...]
    findings: tuple[CellFinding, ...]
    private: tuple[str, ...]


def read_records(data: bytes | Path, *, name: str, known: Known, on: date, sheet: str | None = None) -> RecordFile:
    """Read checks and medals of whoever is `known` by NIP; no day may come after `on`.

    Raises
    ------
    UnreadableFileError : no table, no column with a NIP or with anything else to read, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required=_NIP)
    if not columns.headers.keys() & {"discipline", "leave", "medal"}:
        raise _lacking(name)
    wanted = [(field, column) for field, found in columns.of.items() for column in found]
    rows: list[RecordRow] = []
    findings: list[CellFinding] = []
    seen: set[tuple[object, str]] = set()
    count = 0
    for number, cells in table.take([column for _, column in wanted]):
        told: dict[str, str | None] = {}
        for (field, _), cell in zip(wanted, cells, strict=True):
            told[field] = told.get(field) or cell
        check = RowCheck(number, told, columns.headers)
        if example.is_example(check.said("nip")):
            continue
        count += 1
        read = _row(check, known, on)
        if read is not None and _is_first(check, read, seen):
            rows.append(read)
        findings += check.findings
    content = data if isinstance(data, bytes) else data.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return RecordFile(name, digest, count, tuple(rows), tuple(findings), columns.private)


def _row(check: RowCheck, known: Known, on: date) -> RecordRow | None:
    person = _person(check, known, on)
    has_check = any(check.said(name) for name in CHECK_CELLS)
    has_medal = any(check.said(name) for name in MEDAL_CELLS)
    if not (has_check or has_medal):
        check.refuse("nip", wording.NOTHING, wording.FILL_IN)
    for name, most in LONGEST.items():
        if len(check.said(name)) > most:
            check.refuse(name, wording.TOO_LONG, wording.SHORTEN)
    checked = _check(check, on) if has_check else (None, "", None)
    medal = _medal(check, on) if has_medal else ("", None)
    if person is None or check.is_refused:
        return None
    source, note = (check.said("source"), check.said("note")) if has_check else ("", "")
    decree = check.said("decree") if has_medal else ""
    return RecordRow(check.number, person, *checked, source, note, *medal, decree)


def _check(check: RowCheck, on: date) -> tuple[date | None, str, bool | None]:
    level, leave = check.said("discipline").casefold(), check.said("leave").casefold()
    if not (level or leave):
        check.refuse("checked_on", wording.NOTHING, wording.FILL_IN)
    if level and level not in LEVELS:
        check.refuse("discipline", wording.NO_LEVEL, wording.GIVE_LEVEL)
    if leave and leave not in LEAVES:
        check.refuse("leave", wording.NO_LEAVE, wording.GIVE_LEAVE)
    if not check.said("source"):
        check.refuse("source", wording.NO_SOURCE, wording.GIVE_SOURCE)
    return _day(check, "checked_on", on), LEVELS.get(level, ""), LEAVES.get(leave)


def _medal(check: RowCheck, on: date) -> tuple[str, date | None]:
    written = check.said("medal").casefold().removeprefix(_BEFORE).removesuffix(_AFTER).strip()
    if written not in MEDALS:
        check.refuse("medal", wording.NO_MEDAL, wording.GIVE_MEDAL)
    if not check.said("decree"):
        check.refuse("decree", wording.NO_DECREE, wording.GIVE_DECREE)
    return MEDALS.get(written, ""), _day(check, "awarded_on", on)


def _day(check: RowCheck, name: str, on: date) -> date | None:
    day = day_of(check.said(name))
    if day is None:
        check.refuse(name, wording.NO_DAY, wording.GIVE_DAY)
    elif day > on:
        check.refuse(name, wording.TO_COME, wording.GIVE_EARLIER)
    return day


def _person(check: RowCheck, known: Known, on: date) -> int | str | None:
    written = "".join(check.said("nip").split())
    if written in known:
        return known[written]
    try:
        read_number(written, on=on)
    except UnreadableNumberError as refused:
        check.refuse("nip", refused.message, refused.remedy)
    else:
        check.refuse("nip", wording.UNKNOWN_PERSON, wording.CHECK_PERSON)
    return None


def _is_first(check: RowCheck, read: RecordRow, seen: set[tuple[object, str]]) -> bool:
    """Say whether no earlier row tells of the same check or medal; refuse the row where one does."""
    told = {"check": read.checked_on is not None, read.medal: bool(read.medal)}
    keys = {(read.person, key) for key, is_told in told.items() if is_told}
    if (read.person, "check") in keys & seen:
        check.refuse("checked_on", wording.CHECK_TWICE, wording.KEEP_ONE)
    if (read.person, read.medal) in keys & seen:
        check.refuse("medal", wording.MEDAL_TWICE, wording.KEEP_ONE)
    if not check.is_refused:
        seen |= keys
    return not check.is_refused


def _lacking(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"{name} tidak mempunyai kolom hukuman disiplin, CLTN, maupun Satyalancana.",
            en=f"{name} has no column with discipline, unpaid leave or a medal.",
        ),
        Text(
            id="Beri nama kolomnya “hukuman_disiplin”, “cltn”, atau “satyalancana”, atau pakai templat kami.",
            en="Call a column “hukuman_disiplin”, “cltn” or “satyalancana”, or use our template.",
        ),
    )
