"""One row under the eyes of the reader: cells by field, and the findings about them."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from pembina.domain.people.intake.rows import RowFinding
from pembina.exchange.staff import problems
from pembina.exchange.staff.cells import bare, is_damaged, seen
from pembina.exchange.staff.problems import REFUSED, Problem, shown

Value = TypeVar("Value")
Place = tuple[int, str]


class Places:
    """Where each field stands: the columns it is read from, as the place in the row and the name in the header."""

    def __init__(self, of: Mapping[str, tuple[Place, ...]]) -> None:
        self.of = of
        self._single = {field: found[0][0] for field, found in of.items() if len(found) == 1}
        self._others = [(field, [place for place, _ in found]) for field, found in of.items() if len(found) != 1]
        self._pick = _picker(list(self._single.values()))

    def filled(self, texts: Sequence[str]) -> dict[str, str]:
        """Return the first filled cell of each field, '' where there is none. Most fields have one column."""
        found = dict(zip(self._single, self._pick(texts), strict=True))
        for field, places in self._others:
            found[field] = ""
            for place in places:
                if texts[place]:
                    found[field] = texts[place]
                    break
        return found


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what picks cells out of a row, as a tuple however many there are."""
    if len(places) < 2:
        return lambda texts: tuple(texts[place] for place in places)
    return itemgetter(*places)


class RowUnderCheck:
    """Gives the cells of one row by field; what is wrong with them gathers in `findings`."""

    __slots__ = ("_cells", "_filled", "_places", "_texts", "findings", "number", "refused")

    def __init__(self, number: int, cells: Sequence[str | None], places: Places) -> None:
        self.number = number
        self.findings: list[RowFinding] = []
        self.refused = False
        self._cells = cells
        self._places = places
        self._texts = list(map(bare, cells))
        self._filled = places.filled(self._texts)

    def cell(self, field: str) -> str:
        """Return the first filled cell of the field, '' where there is none."""
        return self._filled[field]

    def text(self, field: str, limit: int) -> str | None:
        """Return free text as it may be kept; longer than the record allows it is refused."""
        text = self._filled[field]
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
        text = self._filled[field]
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
        places = self._places.of[field]
        filled = [found for found in places if self._texts[found[0]]]
        for place, name in filled or places:
            return name, self._cells[place] or ""
        return "", ""
