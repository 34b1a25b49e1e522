"""One row under the eyes of the reader: cells by field, and the findings about them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pembina.domain.people.intake.rows import RowFinding
from pembina.exchange.staff import problems
from pembina.exchange.staff.cells import bare, is_damaged, seen
from pembina.exchange.staff.problems import REFUSED, Problem, shown

Value = TypeVar("Value")
# Field to the columns it is read from: the place in the row, and the name in the header.
Places = Mapping[str, tuple[tuple[int, str], ...]]


class RowUnderCheck:
    """Gives the cells of one row by field; what is wrong with them gathers in `findings`."""

    __slots__ = ("_cells", "_places", "_texts", "findings", "number", "refused")

    def __init__(self, number: int, cells: Sequence[str | None], places: Places) -> None:
        self.number = number
        self.findings: list[RowFinding] = []
        self.refused = False
        self._cells = cells
        self._places = places
        self._texts = list(map(bare, cells))

    def cell(self, field: str) -> str:
        """Return the first filled cell of the field, '' where there is none."""
        for place, _ in self._places[field]:
            if text := self._texts[place]:
                return text
        return ""

    def text(self, field: str, limit: int) -> str | None:
        """Return free text as it may be kept; longer than the record allows it is refused."""
        text = self.cell(field)
        if not text:
            return None
        if not text.isascii() or not text.isprintable():
            text = self._cleaned(field, text)
        if len(text) > limit:
            self.find(field, problems.too_long(len(text), limit))
            return None
        return text or None

    def _cleaned(self, field: str, text: str) -> str:
        if is_damaged(text):
            self.find(field, problems.damaged_letters())
        if not text.isprintable():
            self.find(field, problems.strange_characters())
        return seen(text)

    def read(self, field: str, reader: Callable[[str], Value | Problem]) -> Value | None:
        """Return what `reader` makes of the cell; None where it is empty or has a problem, which is noted."""
        text = self.cell(field)
        if not text:
            return None
        value = reader(text)
        if isinstance(value, Problem):
            self.find(field, value)
            return None
        return value

    def find(self, field: str, problem: Problem) -> None:
        """Note a problem with the cell of a field."""
        column, value = self._written(field)
        self.refused = self.refused or problem.severity is REFUSED
        self.findings.append(
            RowFinding(
                self.number, column, shown(value), problem.code, problem.severity, problem.reason, problem.remedy
            )
        )

    def _written(self, field: str) -> tuple[str, str]:
        """Return the column and the cell as they stand in the file; for an empty field its first column."""
        places = self._places[field]
        filled = [found for found in places if self._texts[found[0]]]
        for place, name in filled or places:
            return name, self._cells[place] or ""
        return "", ""
