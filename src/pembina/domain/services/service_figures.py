"""The figures of services over some months, from their tallies: for pages, for the portal, for an evaluation.

The number of queries does not grow with the services nor with the months.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q

from pembina.core.rules.service_time import (
    UNDATED,
    Cell,
    Measure,
    PromisedTime,
    ServiceFigures,
    Tally,
    month_number,
    service_figures,
    timeline_up_to,
)
from pembina.core.rules.service_time.figures import SMALLEST_CELL
from pembina.domain.services.enums import RecountState
from pembina.domain.services.models import MonthlyTally, TallyBasis
from pembina.domain.services.standards import promise_of, standards_of
from pembina.domain.services.tally_basis import Basis, bases_of
from pembina.domain.services.tally_cells import Key, cell_of, opened_of


@dataclass(frozen=True)
class FiguresOfService:
    """One service.

    Attributes
    ----------
    service : its number
    measure : in what its times are given
    promised : by the standard of the last day asked for; None where it has none, or another measure
    whole : all months together
    months : each month by itself, as `month_number`; only where they were asked for
    is_recounting : the calendar or the standard has changed and the months are being counted again
    """

    service: int
    measure: Measure
    promised: PromisedTime | None
    whole: ServiceFigures
    months: Mapping[int, ServiceFigures] = field(default_factory=dict)
    is_recounting: bool = False


def figures_of(
    services: Iterable[int],
    *,
    first: date,
    last: date,
    at: datetime,
    by_month: bool = False,
    seen_whole: Collection[int] = (),
) -> dict[int, FiguresOfService]:
    """Return the figures of services by their number, over the months in which `first` and `last` lie.

    Parameters
    ----------
    at : now; open requests are as old as that
    by_month : whether each month is wanted too
    seen_whole : services whose every request the reader may see anyway; of the others small cells are withheld
    """
    bases = bases_of(services)
    span = month_number(first.year, first.month), month_number(last.year, last.month)
    kept = {row.pk: row for row in TallyBasis.objects.filter(pk__in=bases)}
    cells = _cells(bases, span)
    standards = standards_of(bases, last)
    found = {}
    for group in _alike(bases, kept):
        some = {key: cell for key, cell in cells.items() if key[0] in group}
        basis, measure = bases[group[0]], _measure(bases[group[0]], kept.get(group[0]))
        tally = Tally(measure, some)
        line = timeline_up_to(tally=tally, calendar=basis.calendar, at=at)
        for service in group:
            smallest = 1 if service in seen_whole else SMALLEST_CELL
            own = Tally(measure, {key: cell for key, cell in some.items() if key[0] == service})
            asked = {"tally": own, "service": service, "line": line, "smallest_cell": smallest}
            promise = promise_of(standards.get(service))
            found[service] = FiguresOfService(
                service=service,
                measure=measure,
                promised=promise if promise and promise.in_days == (measure is Measure.WORKING_DAYS) else None,
                whole=service_figures(months=span, **asked),  # type: ignore[arg-type]
                months=dict(_months(span, asked)) if by_month else {},
                is_recounting=_is_recounting(bases[service], kept.get(service)),
            )
    return found


def months_between(first: date, last: date) -> list[date]:
    """Return the first day of each month from one day to another."""
    numbers = range(month_number(first.year, first.month), month_number(last.year, last.month) + 1)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _months(span: tuple[int, int], asked: dict[str, object]) -> Iterator[tuple[int, ServiceFigures]]:
    for month in range(span[0], span[1] + 1):
        yield month, service_figures(months=(month, month), **asked)  # type: ignore[arg-type]


def _cells(services: Iterable[int], span: tuple[int, int]) -> dict[Key, Cell]:
    """Read the months asked for, what belongs to no month, and what is still open from before."""
    inside = Q(month__gte=span[0], month__lte=span[1]) | Q(month=UNDATED)
    held = MonthlyTally.objects.filter(service__in=services)
    cells = {(row.service_id, row.month): cell_of(row) for row in held.filter(inside).iterator()}
    older = held.filter(month__lt=span[0], still_open__gt=0).exclude(month=UNDATED)
    for service, month, opened in older.values_list("service_id", "month", "opened").iterator():
        cells[service, month] = Cell(opened=opened_of(opened))
    return cells


def _alike(bases: Mapping[int, Basis], kept: Mapping[int, TallyBasis]) -> Iterator[list[int]]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for service, basis in bases.items():
        groups[basis.digest, _measure(basis, kept.get(service))].append(service)
    yield from groups.values()


def _measure(basis: Basis, kept: TallyBasis | None) -> Measure:
    """Return in what the months were counted, which is another measure than that of today until they are recounted."""
    return Measure(kept.measure) if kept is not None else basis.measure


def _is_recounting(basis: Basis, kept: TallyBasis | None) -> bool:
    if kept is None:
        return False
    return (kept.state, kept.calendar, kept.measure) != (RecountState.COUNTED, basis.digest, basis.measure)
