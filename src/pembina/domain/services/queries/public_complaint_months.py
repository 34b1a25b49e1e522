"""Complaints of each unit by month, as anybody may read them, in agreement with the sums that the portal shows.

A stretch of twelve months is published with its sum for each unit. So its months hold the same parts as that sum
(`shown_parts`), and months are hidden by `safe_cells` until none of a few can be subtracted from it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, QuerySet
from django.db.models.functions import TruncMonth

from pembina.core.rules.survey_sample import SafeCells, safe_cells
from pembina.domain.services.models import Complaint
from pembina.domain.services.queries.complaint_figures import months_before, received_between
from pembina.domain.services.queries.public_complaints import (
    MONTHS_OF_STRETCH,
    Answering,
    Part,
    counted,
    shown_parts,
    total,
)

MOST_STRETCHES = 10


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """What one unit received in one month; None is what is hidden. `month` is its first day."""

    unit: int
    month: date
    received: int | None
    due: int | None
    in_time: int | None


def complaints_of_months(*, on: date) -> QuerySet[Complaint]:
    """Return the complaints of the months that are published, up to ten years back."""
    first = months_before(on, MONTHS_OF_STRETCH * MOST_STRETCHES)
    return received_between(Complaint.objects.all(), first, on)


def complaint_months(*, on: date) -> Iterator[UnitMonth]:
    """Yield units with their months, the earliest stretch first; one query."""
    by_month = TruncMonth("received_at", output_field=DateField())
    cells = counted(complaints_of_months(on=on).annotate(month=by_month), on=on, by=("unit_id", "service_id", "month"))
    stretches: dict[int, dict[tuple[Part, date], Answering]] = defaultdict(dict)
    for (unit, service, month), told in cells.items():
        stretches[_stretch(month, on)][(unit, service), month] = told
    for number in sorted(stretches, reverse=True):
        yield from _stretch_of_units(stretches[number], on)


def _stretch(month: date, on: date) -> int:
    """Return how many stretches of twelve months a month lies back; 0 is the one that ends today."""
    return ((on.year - month.year) * 12 + on.month - month.month) // MONTHS_OF_STRETCH


def _stretch_of_units(cells: Mapping[tuple[Part, date], Answering], on: date) -> Iterator[UnitMonth]:
    parts: dict[Part, list[Answering]] = defaultdict(list)
    for (part, _month), told in cells.items():
        parts[part].append(told)
    shown = shown_parts({part: total(told) for part, told in parts.items()})
    months: dict[int, dict[date, list[Answering]]] = defaultdict(lambda: defaultdict(list))
    for (part, month), told in cells.items():
        if part in shown:
            months[part[0]][month].append(told)
    for unit in sorted(months):
        yield from _months_of_unit(unit, {month: total(told) for month, told in months[unit].items()}, on)


def _months_of_unit(unit: int, months: Mapping[date, Answering], on: date) -> Iterator[UnitMonth]:
    received = _safe({month: told.received for month, told in months.items()}, on)
    due = _safe({month: told.due for month, told in months.items()}, on)
    for month in sorted(months):
        told = months[month] if received.shows(month) and due.shows(month) else None
        yield UnitMonth(unit, month, received.cells[month], told.due if told else None, told.in_time if told else None)


def _safe(cells: dict[date, int], on: date) -> SafeCells[date]:
    return safe_cells(cells=cells, on=on)
