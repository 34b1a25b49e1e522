"""Which character separates the cells of a text table."""

import csv
from collections import Counter
from collections.abc import Sequence
from itertools import islice

SEPARATORS = (",", ";", "\t", "|")


def separator_of(lines: Sequence[str]) -> str:
    """Choose the separator under which most rows have the same number of cells, at least two; else a comma."""
    return max(SEPARATORS, key=lambda separator: _fit(lines, separator))


def split_rows(lines: Sequence[str], separator: str) -> list[tuple[int, list[str]]]:
    """Split lines to rows of cells, each with the line it ends on, counted from 1."""
    reader = csv.reader(lines, delimiter=separator)
    return [(reader.line_num, row) for row in islice(reader, 200)]


def _fit(lines: Sequence[str], separator: str) -> tuple[float, int]:
    widths = Counter(len(row) for _, row in split_rows(lines, separator) if row)
    usual, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    if usual < 2:
        return 0.0, 0
    return rows / widths.total(), usual
