"""A catalogue file, row by row, with its columns under our names. No Django here: it runs in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.service_catalogue.columns import COLUMNS
from pembina.exchange.staff.workbook import BEGINS_A_FORMULA
from pembina.exchange.tables import UnreadableFileError, read_rows

MOST_ROWS = 2_000
LONGEST_CELL = 20_000
KEY = "code"


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """The rows as they stand in the file: number of the row, and the cells that hold anything by our names."""

    rows: list[tuple[int, dict[str, str]]]
    unknown: list[str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be used, and what to do; returned, since an exception does not cross processes whole."""

    message: Text
    remedy: Text


def read_catalogue(data: bytes, name: str) -> CatalogueFile | Refusal:
    """Read a catalogue of at most `MOST_ROWS` services."""
    try:
        found = read_rows(data, name=name, max_rows=MOST_ROWS)
    except UnreadableFileError as refused:
        return Refusal(refused.message, refused.remedy)
    known = _known(found.columns)
    if KEY not in known.values():
        return _without_key(name)
    rows = [(number, _cells(known, cells)) for number, cells in found.take(list(known))]
    return CatalogueFile(rows, [column for column in found.columns if column not in known])


def _known(columns: tuple[str, ...]) -> dict[str, str]:
    """Return which columns of the file are which of ours."""
    ours = {label: name for name, label in COLUMNS.items()}
    folded = {column: column.strip().casefold().replace(" ", "_") for column in columns}
    return {column: ours[label] for column, label in folded.items() if label in ours}


def _cells(known: dict[str, str], cells: Sequence[str | None]) -> dict[str, str]:
    told = zip(known.values(), cells, strict=True)
    return {name: _plain(cell)[:LONGEST_CELL] for name, cell in told if cell and cell.strip()}


def _plain(cell: str) -> str:
    """Take away the apostrophe that a workbook of ours puts before what could become a formula."""
    text = cell.replace("\r\n", "\n").replace("\0", "").strip()
    guarded = text.startswith("'") and text[1:].startswith(BEGINS_A_FORMULA)
    return text[1:] if guarded else text


def _without_key(name: str) -> Refusal:
    return Refusal(
        Text(id=f"{name} tidak memiliki kolom kode.", en=f"{name} has no column kode."),
        Text(
            id="Pakai templat, atau unduh daftar layanan dan ubah di sana.",
            en="Use the template, or download the list of services and change it there.",
        ),
    )
