"""How complaints are answered. The share never stands alone, and few of them say nothing about an office.

Counted are complaints received in the period whose time is up: answered, or open beyond their day, which counts as not
in time. Open ones within their time and declined ones are counted beside it. One that was reopened counts by the answer
that stands now. Suggestions and praise have no deadline and are only counted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import median
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.complaint_enums import OPEN_STATES, ComplaintKind, ComplaintState
from pembina.domain.services.models import Complaint, PublicService

FEWEST = 5
COLUMNS = (
    "kind", "state", "due_on", "in_time", "answer_days", "element", "unit_id", "unit__name", "reopened_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ComplaintFigures:
    """What became of some complaints; `suppressed` where fewer than five were due, and then no share is told.

    Attributes
    ----------
    received : complaints; `suggestions` and `praise` beside them
    due : those whose time is up, `in_time` of them answered by their day
    share : in_time / due, None where suppressed
    median_days : working days from receipt to the answer, None where suppressed
    """

    received: int
    suggestions: int
    praise: int
    due: int
    in_time: int
    open: int
    late: int
    declined: int
    reopened: int
    share: float | None
    median_days: float | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """What anybody may read; every number is None where it stands for fewer than five."""

    received: int | None
    due: int | None
    in_time: int | None
    share: float | None
    median_days: float | None
    suppressed: bool
    first: date
    last: date


def figures_of(complaints: QuerySet[Complaint], *, on: date) -> ComplaintFigures:
    """Return the figures of all of `complaints` as they stand on a day."""
    return _figures(_rows(complaints), on)


def figures_by_unit(complaints: QuerySet[Complaint], *, on: date) -> list[tuple[str, ComplaintFigures]]:
    """Return the figures of each unit by its name."""
    return _grouped(complaints, lambda row: str(row["unit__name"]), on)


def figures_by_element(complaints: QuerySet[Complaint], *, on: date) -> list[tuple[str, ComplaintFigures]]:
    """Return the figures of each unsur by its key; those without one stand under an empty key."""
    return _grouped(complaints, lambda row: str(row["element"]), on)


def received_between(complaints: QuerySet[Complaint], first: date, last: date) -> QuerySet[Complaint]:
    """Return those received from one day to another, both included, in the time of the installation."""
    zone = timezone.get_current_timezone()
    begins = datetime.combine(first, time.min, tzinfo=zone)
    ends = datetime.combine(last, time.max, tzinfo=zone)
    return complaints.filter(received_at__gte=begins, received_at__lte=ends)


def complaints_public(*, of: Unit | PublicService, months: int, on: date) -> PublicFigures:
    """Return what anybody may read about a unit with all below it, or about a service: the last months up to a day."""
    about = Q(service=of)
    if isinstance(of, Unit):
        about = Q(unit__in=UnitAncestry.objects.filter(ancestor=of).values("descendant"))
    first = months_before(on, months)
    told = figures_of(received_between(Complaint.objects.filter(about), first, on), on=on)
    shown = not told.suppressed
    return PublicFigures(
        received=told.received if told.received >= FEWEST else None,
        due=told.due if shown else None,
        in_time=told.in_time if shown else None,
        share=told.share,
        median_days=told.median_days,
        suppressed=told.suppressed,
        first=first,
        last=on,
    )


def months_before(day: date, months: int) -> date:
    """Return the first day of the month `months` - 1 before that of `day`: with 1, the month itself."""
    number = day.year * 12 + day.month - months
    return date(number // 12, number % 12 + 1, 1)


def _rows(complaints: QuerySet[Complaint]) -> Iterable[dict[str, Any]]:
    rows: Iterable[dict[str, Any]] = complaints.order_by().values(*COLUMNS)
    return rows


def _grouped(
    complaints: QuerySet[Complaint], key: Callable[[dict[str, Any]], str], on: date
) -> list[tuple[str, ComplaintFigures]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(complaints):
        groups[key(row)].append(row)
    return [(name, _figures(groups[name], on)) for name in sorted(groups)]


def _figures(rows: Iterable[dict[str, Any]], on: date) -> ComplaintFigures:
    told = list(rows)
    complaints = [row for row in told if row["kind"] == ComplaintKind.COMPLAINT]
    still_open = [row for row in complaints if row["state"] in OPEN_STATES]
    late = sum(1 for row in still_open if row["due_on"] < on)
    answered = [row for row in complaints if row["in_time"] is not None]
    in_time, due = sum(1 for row in answered if row["in_time"]), len(answered) + late
    days = [row["answer_days"] for row in answered]
    return ComplaintFigures(
        received=len(complaints),
        suggestions=sum(1 for row in told if row["kind"] == ComplaintKind.SUGGESTION),
        praise=sum(1 for row in told if row["kind"] == ComplaintKind.PRAISE),
        due=due,
        in_time=in_time,
        open=len(still_open),
        late=late,
        declined=sum(1 for row in complaints if row["state"] == ComplaintState.DECLINED),
        reopened=sum(1 for row in complaints if row["reopened_at"] is not None),
        share=in_time / due if due >= FEWEST else None,
        median_days=float(median(days)) if len(days) >= FEWEST else None,
        suppressed=due < FEWEST,
    )
