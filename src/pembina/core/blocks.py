"""Long lists in pieces, for databases that take only so many values at once."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def in_blocks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Yield ``items[0:size]``, ``items[size:2 * size]`` and so on; nothing for no items."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
