"""The ids of persons in SIASN, read from its staff export: two columns of it, nothing else. No Django here."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pembina.core.text import Text
from pembina.exchange.learning.findings import CellFinding, Known, RowCheck
from pembina.exchange.learning.refusals import is_person_id
from pembina.exchange.staff.columns import Aliases, matched
from pembina.exchange.tables import read_rows

MAX_ROWS = 100_000
COLUMNS: Aliases = {
    "nip": ("nip_baru", "nipBaru", "nip"),
    "pns_id": ("pns_id", "pnsId", "pnsOrangId", "idPns", "id"),
}
REQUIRED = {
    "nip": Text(id="NIP", en="the NIP"),
    "pns_id": Text(id="ID pegawai SIASN (pns_id)", en="the id in SIASN (pns_id)"),
}
_NO_ID = Text(id="Ini bukan ID pegawai SIASN.", en="This is no id of SIASN.")
_COPY = Text(id="Salin kolom pns_id dari ekspor SIASN.", en="Copy the column pns_id of the export of SIASN.")
_TWICE = Text(id="NIP atau ID ini sudah ada di baris lain.", en="Another row has this NIP or id.")
_KEEP_ONE = Text(id="Sisakan satu baris untuk setiap orang.", en="Keep one row for each person.")


@dataclass(frozen=True, slots=True)
class IdentityFile:
    """The ids by NIP, and what is wrong with the other rows."""

    ids: dict[str, str]
    findings: tuple[CellFinding, ...]


def read_identities(data: bytes | Path, *, name: str, known: Known, on: date) -> IdentityFile:
    """Read the columns with NIP and id of the persons `known` by NIP.

    Raises
    ------
    UnreadableFileError : no table, one of the two columns lacking, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required=REQUIRED)
    fields = [field for field, found in columns.of.items() if found]
    ids: dict[str, str] = {}
    taken: set[str] = set()
    findings: list[CellFinding] = []
    for number, cells in table.take([columns.headers[field] for field in fields]):
        check = RowCheck(number, dict(zip(fields, cells, strict=True)), columns.headers)
        whose, told = check.person("nip", known, on=on), check.said("pns_id")
        if not is_person_id(told):
            check.refuse("pns_id", _NO_ID, _COPY)
        elif whose and (whose[0] in ids or told in taken):
            check.refuse("nip", _TWICE, _KEEP_ONE)
        elif whose:
            ids[whose[0]] = told
            taken.add(told)
        findings += check.findings
    return IdentityFile(ids, tuple(findings))
