"""Very many cells of tallies read at once: the requests of all of them as columns instead of one object for each.

The packing is that of `tally_cells`; what one cell holds is told there.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from pembina.domain.services.tally_cells import COLUMNS_OF_OPENED, Integers

LENGTHS = 4


@dataclass(frozen=True)
class BagColumns:
    """All rows of one kind: (R,) position of the cell, (R, D) the row itself, (R,) how often it occurs there."""

    cell: Integers
    rows: Integers
    counts: Integers


@dataclass(frozen=True)
class CellColumns:
    """What was received in the cells: completed, withdrawn, and still open as (receipt, used, since, promised)."""

    finished: BagColumns
    withdrawn: BagColumns
    opened: BagColumns


def cell_columns(packed: Sequence[tuple[bytes, bytes]]) -> CellColumns:
    """Unpack cells given as (`opened`, `ended`) of ``MonthlyTally``."""
    numbers, offsets, _sizes = _unpacked(ended for _opened, ended in packed)
    heads = offsets[:, None] + np.arange(LENGTHS)
    flaws, finished, withdrawn, _carried = numbers[heads].T if len(packed) else np.zeros((LENGTHS, 0), dtype=np.int64)
    start = offsets + LENGTHS + flaws
    return CellColumns(
        finished=_bags(numbers, start, finished // 2, 1),
        withdrawn=_bags(numbers, start + finished, withdrawn // 2, 1),
        opened=_opened([opened for opened, _ended in packed]),
    )


def _opened(packed: Sequence[bytes]) -> BagColumns:
    """Unpack what is still open; most months of the past hold nothing of it."""
    where = np.flatnonzero(np.array([bool(kept) for kept in packed], dtype=bool))
    numbers, offsets, sizes = _unpacked(packed[position] for position in where.tolist())
    found = _bags(numbers, offsets, sizes // (COLUMNS_OF_OPENED + 1), COLUMNS_OF_OPENED)
    return BagColumns(where[found.cell], found.rows, found.counts)


def _unpacked(packed: Iterable[bytes | memoryview]) -> tuple[Integers, Integers, Integers]:
    """Return all numbers one after the other, where those of each begin, and how many they are.

    The bytes of equal weight lie beside each other; cells of equal length are put in order together.
    """
    told = [zlib.decompress(kept) for kept in packed]
    sizes = np.array([len(one) // 8 for one in told], dtype=np.int64)
    offsets = np.cumsum(sizes) - sizes
    numbers = np.empty(int(sizes.sum()), dtype=np.int64)
    order = np.argsort(sizes, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(sizes[order])) + 1) if order.size else ():
        size = int(sizes[group[0]])
        lanes = np.frombuffer(b"".join(told[position] for position in group.tolist()), dtype=np.uint8)
        table = lanes.reshape(group.size, 8, size).transpose(0, 2, 1).copy().view("<i8")[:, :, 0]
        numbers[offsets[group][:, None] + np.arange(size)] = table
    return numbers, offsets, sizes


def _bags(numbers: Integers, start: Integers, rows: Integers, columns: int) -> BagColumns:
    """Return the bags that begin at `start`: for each its `columns` as differences down, then its counts."""
    cell = np.repeat(np.arange(rows.size), rows)
    inner = np.arange(cell.size) - np.repeat(np.cumsum(rows) - rows, rows)
    first = start[cell] + inner
    values = [_summed(numbers[first + column * rows[cell]], rows) for column in range(columns)]
    return BagColumns(cell, np.stack(values, axis=1), numbers[first + columns * rows[cell]])


def _summed(steps: Integers, rows: Integers) -> Integers:
    """Add differences up, anew for each cell. Numbers that wrapped around wrap back."""
    total = np.cumsum(steps)
    ends = np.cumsum(rows)
    before = np.concatenate((np.zeros(1, dtype=np.int64), total))[ends - rows]
    within: Integers = total - np.repeat(before, rows)
    return within
