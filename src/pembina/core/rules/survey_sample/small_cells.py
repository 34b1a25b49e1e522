"""What of a table of people may be shown: no cell of a few, nor enough around it to compute one.

Cells of one up to four people are hidden. Where the total is shown, what is hidden could be found by subtraction; so
the smallest of the other cells are hidden too, until any hidden cell might hold as many as a cell that may be shown.
A cell of nobody is about nobody and stays.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.survey_sample"
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class SafeCells(Generic[Key]):
    """A table with what must be hidden left out.

    Attributes
    ----------
    cells : key to people, None where hidden
    total : of all cells, None where even that would tell too much
    smallest : the least number of people that a cell may show
    article, because : why, in a sentence; `because` is None where nothing is hidden
    """

    cells: Mapping[Key, int | None]
    total: int | None
    smallest: int
    article: str
    because: Text | None

    def shows(self, key: Key) -> bool:
        """Say whether the cell, and any mean over its people, may be shown."""
        return self.cells[key] is not None


def safe_cells(*, cells: Mapping[Key, int], on: date) -> SafeCells[Key]:
    """Hide what is small, and what would give it away.

    Parameters
    ----------
    cells : people in each cell of one table; the cells divide the total
    on : day whose parameters apply

    Raises
    ------
    ValueError : fewer than no people in a cell
    """
    if any(people < 0 for people in cells.values()):
        raise ValueError("A cell cannot hold fewer than no people")
    parameters = parameters_in_force(PACKAGE, on=on)
    smallest: int = parameters["smallest_cell"]
    hidden = {key for key, people in cells.items() if 0 < people < smallest}
    others = sorted((key for key in cells if cells[key] >= smallest), key=lambda key: cells[key])
    while hidden and others and _upper_bound(cells, hidden) < smallest:
        hidden.add(others.pop(0))
    told = not hidden or _upper_bound(cells, hidden) >= smallest
    return SafeCells(
        cells={key: None if key in hidden else people for key, people in cells.items()},
        total=sum(cells.values()) if told else None,
        smallest=smallest,
        article=parameters["cell_article"],
        because=_because(len(hidden), smallest) if hidden else None,
    )


def _upper_bound(cells: Mapping[Key, int], hidden: set[Key]) -> int:
    """Return the most that a reader who subtracts can believe of a hidden cell, each of the others holding one."""
    return sum(cells[key] for key in hidden) - (len(hidden) - 1)


def _because(hidden: int, smallest: int) -> Text:
    return Text(
        id=f"{hidden} sel tidak ditampilkan: berisi kurang dari {smallest} orang, atau diperlukan agar sel seperti itu "
        "tidak dapat dihitung dari jumlahnya.",
        en=f"{hidden} cells are not shown: they hold fewer than {smallest} people, or are needed so that such a cell "
        "cannot be computed from the total.",
    )
