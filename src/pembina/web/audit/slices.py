"""A long list page by page without counting it: a page begins after the last row of the one before.

What it costs does not grow with the length of the list, and no row is skipped or shown twice while others are added.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

ON_A_PAGE = 50
# Enough to say "many"; counting on would read what nobody looks at.
COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Slice:
    """One page, and where the newer and the older ones begin; empty where there are none."""

    events: list[Any]
    newer: str
    older: str


def slice_of(events: QuerySet[Any], data: QueryDict) -> Slice:
    """Return the page that the address asks for with ``older`` or ``newer``; otherwise the latest."""
    older, newer = _place(data.get("older", "")), _place(data.get("newer", ""))
    if older is not None:
        found = list(_before(events, *older)[: ON_A_PAGE + 1])
        return _slice(found[:ON_A_PAGE], has_newer=True, has_older=len(found) > ON_A_PAGE)
    if newer is not None:
        found = list(_after(events, *newer)[: ON_A_PAGE + 1])
        return _slice(found[:ON_A_PAGE][::-1], has_newer=len(found) > ON_A_PAGE, has_older=True)
    found = list(latest_first(events)[: ON_A_PAGE + 1])
    return _slice(found[:ON_A_PAGE], has_newer=False, has_older=len(found) > ON_A_PAGE)


def bounded_count(events: QuerySet[Any]) -> int:
    """Count the events up to one more than `COUNTED`."""
    return events.order_by()[: COUNTED + 1].count()


def latest_first(events: QuerySet[Any]) -> QuerySet[Any]:
    return events.order_by("-timestamp", "-id")


def _before(events: QuerySet[Any], at: datetime, number: int) -> QuerySet[Any]:
    return latest_first(events.filter(Q(timestamp__lt=at) | Q(id__lt=number), timestamp__lte=at))


def _after(events: QuerySet[Any], at: datetime, number: int) -> QuerySet[Any]:
    later = events.filter(Q(timestamp__gt=at) | Q(id__gt=number), timestamp__gte=at)
    return later.order_by("timestamp", "id")


def _slice(events: list[Any], *, has_newer: bool, has_older: bool) -> Slice:
    newer = _written(events[0]) if events and has_newer else ""
    older = _written(events[-1]) if events and has_older else ""
    return Slice(events, newer, older)


def _written(event: Any) -> str:
    return f"{event.timestamp.astimezone(UTC):%Y%m%dT%H%M%S.%f}-{event.pk}"


def _place(written: str) -> tuple[datetime, int] | None:
    at, _, number = written.partition("-")
    try:
        return datetime.strptime(at, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC), int(number)
    except ValueError:
        return None
