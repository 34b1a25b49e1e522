"""Find the row of column names, below the title rows people put above it, and check the names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.tables.unreadable import UnreadableFileError


@dataclass(frozen=True, slots=True)
class Header:
    """The names, the 0-based index of their row among the rows looked at, and what to tell the person."""

    names: tuple[str, ...]
    index: int
    notes: tuple[Text, ...]


def find_header(rows: Sequence[Sequence[str]], *, name: str) -> Header:
    """Take the first row that is filled about as widely as the rows of the table.

    Title rows ("Laporan Waktu Layanan", a line of dates) fill one or two cells, a header nearly all.
    """
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    usual = Counter(count for count in filled if count).most_common(1)[0][0]
    widest = max(usual, _most_frequent_width(filled))
    index = next(i for i, row in enumerate(rows) if filled[i] * 2 > widest or _lacks_first_name_only(row))
    names, notes = _checked_names(rows[index], index + 1, name)
    if index and any(filled[:index]):
        notes += (
            Text(
                id=f"Baris 1 sampai {index} dianggap judul; nama kolom diambil dari baris {index + 1}.",
                en=f"Rows 1 to {index} are taken as a title; column names come from row {index + 1}.",
            ),
        )
    return Header(names, index, notes)


def _lacks_first_name_only(row: Sequence[str]) -> bool:
    """Tell whether a row is a header whose first column, the row numbers of a statistics program, has no name."""
    return len(row) > 1 and not row[0].strip() and all(cell.strip() for cell in row[1:])


def _most_frequent_width(filled: Sequence[int]) -> int:
    """Return the widest count that at least a third of the filled rows reach."""
    counts = sorted((count for count in filled if count), reverse=True)
    return counts[len(counts) // 3]


def _checked_names(row: Sequence[str], number: int, name: str) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    names = [" ".join(cell.split()) for cell in row]
    while names and not names[-1]:
        names.pop()
    if all(_is_number(cell) for cell in names if cell):
        raise UnreadableFileError(
            Text(
                id=f"Baris {number} dari {name} berisi angka, bukan nama kolom.",
                en=f"Row {number} of {name} holds numbers, not column names.",
            ),
            Text(id="Tambahkan baris nama kolom di atas data.", en="Add a row of column names above the data."),
            row=number,
        )
    empty = [position for position, cell in enumerate(names, start=1) if not cell]
    names = [cell or f"kolom {position}" for position, cell in enumerate(names, start=1)]
    _refuse_twins(names, number)
    notes = tuple(
        Text(
            id=f"Kolom ke-{position} tidak bernama dan disebut “kolom {position}”.",
            en=f"Column {position} has no name and is called “kolom {position}”.",
        )
        for position in empty
    )
    return tuple(names), notes


def _refuse_twins(names: Sequence[str], number: int) -> None:
    seen: dict[str, int] = {}
    for position, cell in enumerate(names, start=1):
        first = seen.setdefault(cell.casefold(), position)
        if first != position:
            raise UnreadableFileError(
                Text(
                    id=f"Nama kolom “{cell}” dipakai dua kali, di kolom ke-{first} dan ke-{position} (baris {number}).",
                    en=f"Column name “{cell}” is used twice, in columns {first} and {position} (row {number}).",
                ),
                Text(id="Beri nama yang berbeda.", en="Give them different names."),
                column=cell,
                row=number,
            )


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True
