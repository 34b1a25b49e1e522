"""The parts into which the answers of a pulse are divided, once, at the first release.

The cuts are nested in a fixed order, such as unit, then kind of rater. A cut is made only where every side of it holds
at least the smallest group; what is smaller is merged with its neighbours on the same cut, or the cut is not made.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Path = tuple[str, ...]
"""Where an answer falls: one name for each cut, the outermost first."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: every answer whose path begins with one of these; () is everybody."""

    beginnings: frozenset[Path]

    def covers(self, path: Path) -> bool:
        """Say whether an answer with this path belongs to it."""
        return any(path[: len(beginning)] == beginning for beginning in self.beginnings)

    def overlaps(self, other: "Part") -> bool:
        """Say whether an answer could belong to both."""
        return any(
            shorter == longer[: len(shorter)]
            for one in self.beginnings
            for two in other.beginnings
            for shorter, longer in [sorted((one, two), key=len)]
        )

    def lies_within(self, only: "Mapping[int, frozenset[str]]") -> bool:
        """Say whether all who could ever belong to it pass a filter by names on cuts; it is not asked who does."""
        return all(
            depth < len(beginning) and beginning[depth] in names
            for beginning in self.beginnings
            for depth, names in only.items()
        )


def parts_of(paths: Iterable[Path], *, smallest: int) -> tuple[Part, ...]:
    """Divide answers into parts of at least `smallest`; none where there are fewer than that together."""
    counts = Counter(paths)
    return () if counts.total() < smallest else _divided((), counts, smallest)


def _divided(beginning: Path, counts: Counter[Path], smallest: int) -> tuple[Part, ...]:
    whole = (Part(frozenset({beginning})),)
    depth = len(beginning)
    if any(len(path) == depth for path in counts):
        return whole
    sides: dict[str, Counter[Path]] = {}
    for path, people in counts.items():
        sides.setdefault(path[depth], Counter())[path] = people
    groups = _merged({name: inside.total() for name, inside in sides.items()}, smallest)
    parts = tuple(part for names in groups for part in _side(beginning, names, sides, smallest))
    return parts if len(parts) > 1 else whole


def _side(beginning: Path, names: tuple[str, ...], sides: dict[str, Counter[Path]], smallest: int) -> tuple[Part, ...]:
    if len(names) == 1:
        return _divided((*beginning, names[0]), sides[names[0]], smallest)
    return (Part(frozenset((*beginning, name) for name in names)),)


def _merged(sizes: dict[str, int], smallest: int) -> list[tuple[str, ...]]:
    """Group the names of a cut: those that are too small together, with the next larger where that is not enough."""
    in_order = sorted(sizes, key=lambda name: (sizes[name], name))
    pooled = [name for name in in_order if sizes[name] < smallest]
    others = in_order[len(pooled) :]
    while pooled and others and sum(sizes[name] for name in pooled) < smallest:
        pooled.append(others.pop(0))
    return ([tuple(pooled)] if pooled else []) + [(name,) for name in others]
