"""A file of SP4N-LAPOR!, CSV or workbook: which column is which, what each row says, and what is wrong with which."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pembina.core.text import Text
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState
from pembina.domain.services.complaint_lengths import LONGEST_TEXT, LONGEST_TITLE
from pembina.domain.services.complaint_rows import LaporFile, LaporFinding, LaporRow
from pembina.exchange.complaints.columns import BY_KIND, BY_STATUS, COLUMNS, KINDS, PRIVATE, REQUIRED, STATES
from pembina.exchange.complaints.moments import moment_of
from pembina.exchange.staff.cells import bare, key_of
from pembina.exchange.staff.columns import Matched, matched
from pembina.exchange.tables import read_rows

MAX_ROWS = 5_000
"""A year of a large regency; a longer file is divided by year."""
FIRST_YEAR = 2011
"""Before it there was no LAPOR!."""
_LONGEST = {"tracking_id": 64, "title": LONGEST_TITLE, "category": 200, "text": LONGEST_TEXT, "answer": LONGEST_TEXT}


def read_lapor(data: bytes | Path, *, name: str, zone: str, on: datetime, sheet: str | None = None) -> LaporFile:
    """Read a file; times without a zone are those of `zone`, and nothing may lie after `on`.

    Raises
    ------
    UnreadableFileError : no table, a column lacking without which it says nothing, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required=REQUIRED)
    fields = [name for name, found in columns.of.items() if found]
    checked = [
        _Check(number, dict(zip(fields, cells, strict=True)), columns.headers, zone, on)
        for number, cells in table.take([columns.headers[field] for field in fields])
    ]
    rows = [row for row in (check.row() for check in checked) if row is not None]
    findings = [found for check in checked for found in check.findings]
    private, unread = _left(columns)
    content = data if isinstance(data, bytes) else data.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return LaporFile(name, digest, len(checked), tuple(rows), tuple(findings), private, unread, table.notes)


def _left(columns: Matched) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns that are not read: those about a person, and the others."""
    left = (*columns.private, *columns.unread)
    private = tuple(column for column in left if key_of(column) in PRIVATE or column in columns.private)
    return private, tuple(column for column in left if column not in private)


@dataclass
class _Check:
    """One row under check; what is wrong gathers in `findings`."""

    number: int
    cells: Mapping[str, str | None]
    headers: Mapping[str, str]
    zone: str
    on: datetime
    findings: list[LaporFinding] = field(default_factory=list)

    def row(self) -> LaporRow | None:
        """Return what the row says, None where something in it is refused."""
        said = {name: self._text(name) for name in COLUMNS}
        state, kind = self._state(said["status"]), self._kind(said["kind"])
        received = self._moment("received", said["received"], ends=False)
        answered = self._moment("answered", said["answered"], ends=True) if said["answered"] else None
        for name, told in (("tracking_id", REQUIRED["tracking_id"]), ("text", REQUIRED["text"])):
            if not said[name]:
                self._refuse(name, "", _MISSING(told), _FILL)
        self._judge_end(state, received, answered)
        if any(found.is_refusal for found in self.findings) or state is None or kind is None or received is None:
            return None
        told_texts: dict[str, Any] = {
            name: said[name] for name in ("tracking_id", "title", "text", "category", "agency", "answer")
        }
        moments: dict[str, Any] = {"received_at": received, "answered_at": answered}
        return LaporRow(self.number, kind=kind, state=state, status=said["status"], **told_texts, **moments)

    def _text(self, name: str) -> str:
        cell = self.cells.get(name)
        if name in ("text", "answer"):
            text = (cell or "").replace("\0", "").strip()
        else:
            text = bare(cell).replace("\0", "")
        longest = _LONGEST.get(name)
        if longest and len(text) > longest:
            self._refuse(name, text, _TOO_LONG(longest), _SHORTEN)
        return text

    def _state(self, written: str) -> ComplaintState | None:
        found = BY_STATUS.get(key_of(written))
        if found is None:
            self._refuse("status", written, _UNKNOWN, _one_of([words[0] for words in STATES.values()]))
        return found

    def _kind(self, written: str) -> ComplaintKind | None:
        found = BY_KIND.get(key_of(written))
        if found is None:
            self._refuse("kind", written, _UNKNOWN, _one_of([words[0] for words in KINDS.values()]))
        return found

    def _moment(self, name: str, written: str, *, ends: bool) -> datetime | None:
        found = moment_of(written, zone=self.zone, ends=ends)
        if found is None:
            self._refuse(name, written, _NO_DAY, _WRITE_DAY)
        elif found.year < FIRST_YEAR or (found > self.on and found.date() > self.on.date()):
            self._refuse(name, written, _IMPOSSIBLE_DAY, _CHECK_YEAR)
            return None
        return found

    def _judge_end(self, state: ComplaintState | None, received: datetime | None, answered: datetime | None) -> None:
        """Look at the end: no answer before the complaint, none without its day; an undated end is remarked."""
        if received and answered and answered < received:
            self._refuse("answered", str(answered.date()), _BACKWARDS, _CHECK_BOTH)
        if answered is None and state is ComplaintState.ANSWERED:
            self._refuse("answered", "", _MISSING(Text(id="tanggal tindak lanjut", en="the day of the answer")), _FILL)
        if answered is None and state is ComplaintState.CLOSED:
            self.findings.append(self._finding("answered", "", _UNDATED, _FILL_IF_KNOWN, is_refusal=False))

    def _refuse(self, name: str, value: str, reason: Text, remedy: Text) -> None:
        self.findings.append(self._finding(name, value, reason, remedy, is_refusal=True))

    def _finding(self, name: str, value: str, reason: Text, remedy: Text, *, is_refusal: bool) -> LaporFinding:
        column = self.headers.get(name, COLUMNS[name][0])
        return LaporFinding(self.number, column, value[:80], reason, remedy, is_refusal)


def _one_of(words: Sequence[str]) -> Text:
    listed = ", ".join(words)
    return Text(id=f"Tulis salah satu: {listed}.", en=f"Write one of: {listed}.")


def _missing(told: Text) -> Text:
    return Text(id=f"Kolom {told.id} kosong.", en=f"There is nothing in the column with {told.en}.")


def _too_long(longest: int) -> Text:
    return Text(id=f"Lebih panjang dari {longest} huruf.", en=f"Longer than {longest} letters.")


_MISSING, _TOO_LONG = _missing, _too_long
_FILL = Text(id="Isi selnya, atau hapus barisnya.", en="Fill the cell, or remove the row.")
_SHORTEN = Text(id="Persingkat isinya.", en="Shorten it.")
_UNKNOWN = Text(id="Kata ini tidak dikenal.", en="This word is not known.")
_NO_DAY = Text(id="Ini bukan tanggal.", en="This is no day.")
_WRITE_DAY = Text(id="Tulis seperti 2026-11-03 14:22 atau 03/11/2026.", en="Write it like 2026-11-03 14:22.")
_IMPOSSIBLE_DAY = Text(
    id="Tanggal ini sebelum ada LAPOR! atau sesudah hari ini.", en="This day is before LAPOR! began, or after today."
)
_CHECK_YEAR = Text(id="Periksa tahunnya.", en="Check the year.")
_BACKWARDS = Text(id="Tindak lanjut mendahului laporannya.", en="The answer comes before the complaint.")
_CHECK_BOTH = Text(id="Periksa kedua tanggalnya.", en="Check both days.")
_UNDATED = Text(
    id="Selesai tanpa tanggal tindak lanjut: masuk, tetapi tidak dihitung dalam ketepatan waktu.",
    en="Ended without the day of its answer: it comes in, but does not count among those in time or late.",
)
_FILL_IF_KNOWN = Text(id="Isi tanggalnya bila diketahui.", en="Fill in the day where it is known.")
