"""Which appointments of one person overlap.

A span holds its start and not its end: a session that begins when another ends does not clash with it. Spans are
compared as instants, so sessions of different zones compare rightly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pembina.core.learning.refused import RefusedInputError, instant
from pembina.core.text import Text


class UnusableSpanError(RefusedInputError):
    """A span ends before it begins, or when it begins."""

    def __init__(self, key: str, start: datetime, end: datetime) -> None:
        super().__init__(
            Text(
                id=f"{key}: akhir {end.isoformat()} tidak sesudah awal {start.isoformat()}.",
                en=f"{key}: the end {end.isoformat()} does not come after the start {start.isoformat()}.",
            ),
            Text(id="Periksa kedua waktunya.", en="Check both times."),
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Time that something named `key` takes, from `start` up to but not including `end`, both aware.

    Raises
    ------
    NaiveMomentError : a moment without zone
    UnusableSpanError : it does not end after it begins
    """

    key: str
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if instant(self.end) <= instant(self.start):
            raise UnusableSpanError(self.key, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two spans that overlap, `first` beginning earlier; they share the time from `start` up to `end`, in UTC."""

    first: Span
    second: Span
    start: datetime
    end: datetime


def clashes(spans: Iterable[Span]) -> tuple[Clash, ...]:
    """Return every overlapping pair of spans, in the order of time; equal spans twice in the list clash too."""
    found: list[Clash] = []
    running: list[Span] = []
    for span in sorted(spans, key=_order):
        running = [earlier for earlier in running if instant(earlier.end) > instant(span.start)]
        found.extend(_clash(earlier, span) for earlier in running)
        running.append(span)
    return tuple(found)


def clashes_with(span: Span, others: Iterable[Span]) -> tuple[Clash, ...]:
    """Return with which of the others one span overlaps, in the order of time; not theirs among themselves."""
    overlapping = (other for other in others if _overlap(span, other))
    return tuple(_clash(*sorted((span, other), key=_order)) for other in sorted(overlapping, key=_order))


def _order(span: Span) -> tuple[datetime, datetime, str]:
    return instant(span.start), instant(span.end), span.key


def _overlap(one: Span, other: Span) -> bool:
    return instant(one.start) < instant(other.end) and instant(other.start) < instant(one.end)


def _clash(first: Span, second: Span) -> Clash:
    return Clash(first, second, instant(second.start), min(instant(first.end), instant(second.end)))
