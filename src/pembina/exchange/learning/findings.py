"""What is wrong with a cell of a file, and the person a row is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pembina.core.rules.civil_servant_number import UnreadableNumberError, read_number
from pembina.core.text import Text
from pembina.exchange.staff.cells import bare

Person = int | str
Known = Mapping[str, Person]
"""The persons that may occur, by NIP (18 digits); a history may name them by their id in SIASN too."""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """What is wrong with a cell; a refused row is left out, a remark only leaves the cell."""

    row: int
    column: str
    value: str
    reason: Text
    remedy: Text
    is_refusal: bool = True


@dataclass
class RowCheck:
    """One row under check; `cells` by field as they stand in the file, `headers` the columns they come from."""

    number: int
    cells: Mapping[str, str | None]
    headers: Mapping[str, str]
    findings: list[CellFinding] = field(default_factory=list)

    def said(self, name: str) -> str:
        return bare(self.cells.get(name)).replace("\0", "")

    def refuse(self, name: str, reason: Text, remedy: Text) -> None:
        self._find(name, reason, remedy, is_refusal=True)

    def remark(self, name: str, reason: Text, remedy: Text) -> None:
        self._find(name, reason, remedy, is_refusal=False)

    @property
    def is_refused(self) -> bool:
        return any(found.is_refusal for found in self.findings)

    def _find(self, name: str, reason: Text, remedy: Text, *, is_refusal: bool) -> None:
        column = self.headers.get(name, name)
        self.findings.append(CellFinding(self.number, column, self.said(name)[:80], reason, remedy, is_refusal))

    def person(self, name: str, known: Known, *, on: date) -> tuple[str, Person] | None:
        """Return the NIP of a cell and whose it is; refuse what is no NIP, and a NIP that nobody here has."""
        written = "".join(self.said(name).split())
        if written in known:
            return written, known[written]
        try:
            nip = read_number(written, on=on).text
        except UnreadableNumberError as refused:
            self.refuse(name, refused.message, refused.remedy)
            return None
        if nip not in known:
            self.refuse(name, UNKNOWN_PERSON, CHECK_PERSON)
            return None
        return nip, known[nip]


UNKNOWN_PERSON = Text(id="Tidak ada peserta dengan NIP ini.", en="Nobody among those who take part has this number.")
CHECK_PERSON = Text(
    id="Periksa NIP-nya, atau daftarkan orangnya dulu.", en="Check the number, or enrol the person first."
)
TWICE = Text(id="Orang ini sudah ada di baris sebelumnya.", en="An earlier row is about this person already.")
KEEP_ONE = Text(id="Sisakan satu baris untuk setiap orang.", en="Keep one row for each person.")
TOO_LONG = Text(id="Isinya terlalu panjang.", en="This is too long.")
SHORTEN = Text(id="Persingkat isinya.", en="Shorten it.")
