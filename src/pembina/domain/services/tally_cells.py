"""A cell of a tally as the database keeps it: lossless, and about as small as the times themselves allow.

Sorted times are kept as differences, the bytes of equal weight beside each other, and the whole compressed.
"""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from pembina.core.rules.service_time import Cell, Flaw
from pembina.core.rules.service_time.multiset import Multiset
from pembina.domain.services.models import MonthlyTally

Key = tuple[int, int]
Integers = npt.NDArray[np.int64]
BAGS = ("finished", "withdrawn", "carried")
COLUMNS_OF_OPENED = 4
COUNTS = ("promised", "within", "completions", "withdrawals")
WRITTEN = (*COUNTS, "still_open", "opened", "ended")


def kept_form(key: Key, cell: Cell) -> MonthlyTally:
    """Return a cell as it is written."""
    parts = [np.array(cell.flaws, dtype=np.int64), *(_flat(getattr(cell, bag)) for bag in BAGS)]
    lengths = np.array([part.size for part in parts], dtype=np.int64)
    return MonthlyTally(
        service_id=key[0],
        month=key[1],
        **{name: getattr(cell, name) for name in COUNTS},
        still_open=cell.opened.size,
        opened=_packed(_flat(cell.opened)) if cell.opened.size else b"",
        ended=_packed(np.concatenate((lengths, *parts))),
    )


def cell_of(kept: MonthlyTally) -> Cell:
    """Return the cell that was written."""
    table = _unpacked(kept.ended)
    flaws, *bags = np.split(table[4:], np.cumsum(table[:3]))
    parts: dict[str, Any] = {name: _bag(flat, 1) for name, flat in zip(BAGS, bags, strict=True)}
    return Cell(
        opened=opened_of(kept.opened),
        **{name: getattr(kept, name) for name in COUNTS},
        **parts,
        # A flaw that is known only since a later version has not been counted yet.
        flaws=(*flaws.tolist(), *[0] * (len(Flaw) - flaws.size)),
    )


def opened_of(kept: bytes | memoryview) -> Multiset:
    """Return the requests of a month that are still open."""
    return _bag(_unpacked(kept), COLUMNS_OF_OPENED) if kept else Multiset.empty(COLUMNS_OF_OPENED)


def write_cells(cells: Mapping[Key, Cell]) -> None:
    """Write cells over what their months held before."""
    MonthlyTally.objects.bulk_create(
        [kept_form(key, cell) for key, cell in sorted(cells.items())],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["service", "month"],
        update_fields=list(WRITTEN),
    )


def remove_cells(keys: Iterable[Key]) -> None:
    """Remove the months that hold nothing any more."""
    for service, month in keys:
        MonthlyTally.objects.filter(service=service, month=month).delete()


def read_cells(keys: Iterable[Key]) -> dict[Key, Cell]:
    """Return those of the cells that are there."""
    wanted = set(keys)
    services, months = ({key[part] for key in wanted} for part in (0, 1))
    held = MonthlyTally.objects.filter(service__in=services, month__in=months)
    found = (row for row in held.iterator() if (row.service_id, row.month) in wanted)
    return {(row.service_id, row.month): cell_of(row) for row in found}


def _flat(bag: Multiset) -> Integers:
    """Lay a bag out as one row of numbers: differences down each column, then the counts."""
    # Numbers wrap around where one stands for none, and wrap back when they are added up.
    steps = np.diff(bag.rows, axis=0, prepend=np.zeros((1, bag.rows.shape[1]), dtype=np.int64))
    return np.concatenate((steps.T.ravel(), bag.counts))


def _bag(flat: Integers, columns: int) -> Multiset:
    table = flat.reshape(columns + 1, -1)
    return Multiset(np.cumsum(table[:columns], axis=1).T.copy(), table[columns].copy())


def _packed(numbers: Integers) -> bytes:
    return zlib.compress(numbers.astype("<i8").view(np.uint8).reshape(-1, 8).T.tobytes(), 1)


def _unpacked(kept: bytes | memoryview) -> Integers:
    lanes = np.frombuffer(zlib.decompress(kept), dtype=np.uint8).reshape(8, -1)
    return lanes.T.copy().view("<i8").ravel().astype(np.int64)
