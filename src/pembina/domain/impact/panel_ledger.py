"""The figures of the ledger for very many units and months, from the tallies in one query.

They are those of `service_time.figures` over all requests of a unit together: of the requests received in the month,
the open ones taken into account.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.rules.service_time import MISSING, Measure, Timeline
from pembina.core.rules.service_time.lives import spent
from pembina.core.rules.service_time.pooled import quantiles
from pembina.core.rules.service_time.zones import microseconds
from pembina.core.text import Text
from pembina.domain.impact.enums import DesignFigure
from pembina.domain.impact.panel_services import ServicePlace
from pembina.domain.services.models import MonthlyTally
from pembina.domain.services.tally_basis import bases_of
from pembina.domain.services.tally_columns import BagColumns, CellColumns, cell_columns

MICROSECONDS_IN_AN_HOUR = 3_600_000_000
SHARES = {DesignFigure.MEDIAN_TIME: Fraction(1, 2), DesignFigure.P90_TIME: Fraction(9, 10)}
WORDS = {
    Measure.WORKING_DAYS: Text(id="hari kerja", en="working days"),
    Measure.WORKING_TIME: Text(id="jam kerja", en="working hours"),
}
PERCENT = Text(id="%", en="%")


@dataclass(frozen=True)
class Ledger:
    """What the tallies hold of some services from month to month.

    Attributes
    ----------
    service, month : (C,) of each cell; the month as `month_number`
    promised, within : (C,) completed requests that had a standard, and those of them that kept it
    columns : the requests of all cells
    ages : how much each open request of `columns` has used by now
    """

    service: IntArray
    month: IntArray
    promised: IntArray
    within: IntArray
    columns: CellColumns
    ages: IntArray


@dataclass(frozen=True)
class Figures:
    """(n, T) values and requests behind them; the codes of services left out for another measure; the unit."""

    values: FloatArray
    counts: IntArray
    other_measure: tuple[str, ...]
    unit: Text


def read_ledger(places: Sequence[ServicePlace], *, months: tuple[int, int], at: datetime) -> Ledger:
    """Read the months from the first to the last of all services; open requests are as old as `at` has it."""
    services = sorted({place.service for place in places})
    held = MonthlyTally.objects.filter(service__in=services, month__gte=months[0], month__lte=months[1])
    rows = list(
        held.order_by("service", "month").values_list("service", "month", "promised", "within", "opened", "ended")
    )
    numbers = np.array([row[:4] for row in rows], dtype=np.int64).reshape(-1, 4).T
    columns = cell_columns([(bytes(row[4]), bytes(row[5])) for row in rows])
    ages = _ages(columns.opened, numbers[0][columns.opened.cell], places, at)
    service, month, promised, within = numbers
    return Ledger(service, month, promised, within, columns, ages)


def ledger_figures(
    ledger: Ledger, places: Sequence[ServicePlace], *, figure: DesignFigure, months: tuple[int, int], units: int
) -> Figures:
    """Return one figure of all units and months.

    Times of services measured otherwise than most are left out: hours and days have no median together.
    """
    if figure == DesignFigure.SHARE_ON_TIME:
        return _on_time(ledger, places, months, units)
    measure = _majority(places)
    counted = [place for place in places if place.measure == measure]
    others = tuple(sorted({place.code for place in places if place.measure != measure}))
    parts = [
        part for groups in _groups(ledger, counted, months) for part in _lengths(ledger, groups)
    ]  # fmt: skip
    group, value, done, undone = (np.concatenate(column) for column in zip(*parts, strict=True))
    cells = units * (months[1] - months[0] + 1)
    found = quantiles(group=group, value=value, done=done, undone=undone, groups=cells, share=SHARES[figure])
    if measure == Measure.WORKING_TIME:
        found = found / MICROSECONDS_IN_AN_HOUR
    counts = np.bincount(group, weights=done + undone, minlength=cells).astype(np.int64)
    return Figures(found.reshape(units, -1), counts.reshape(units, -1), others, WORDS[measure])


def _majority(places: Sequence[ServicePlace]) -> Measure:
    """Return the measure of most services, of working days where as many are measured in hours."""
    counted = Counter(measure for _service, measure in {(place.service, place.measure) for place in places})
    return max((Measure.WORKING_DAYS, Measure.WORKING_TIME), key=lambda measure: counted[measure])


def _groups(ledger: Ledger, places: Sequence[ServicePlace], months: tuple[int, int]) -> list[IntArray]:
    """Return (C,) the unit and month that each cell counts for, -1 for none; several where units lie in one another."""
    span = months[1] - months[0] + 1
    by_service: dict[int, list[ServicePlace]] = defaultdict(list)
    for place in places:
        by_service[place.service].append(place)
    known = np.array(sorted(by_service), dtype=np.int64)
    listed = [by_service[service] for service in known.tolist()]
    position = np.searchsorted(known, ledger.service) if known.size else np.zeros(0, dtype=np.int64)
    position = np.minimum(position, max(known.size - 1, 0))
    held = known[position] == ledger.service if known.size else np.zeros(ledger.service.size, dtype=bool)
    found = []
    for layer in range(max((len(one) for one in listed), default=0)):
        row = np.array([one[layer].row if layer < len(one) else -1 for one in listed], dtype=np.int64)
        counts = held & (row[position] >= 0)
        for number, one in enumerate(listed):
            for left, back in one[layer].away if layer < len(one) else ():
                counts &= (position != number) | (ledger.month < left) | (ledger.month > back)
        found.append(np.where(counts, row[position] * span + ledger.month - months[0], -1))
    return found or [np.full(ledger.service.size, -1, dtype=np.int64)]


def _lengths(ledger: Ledger, groups: IntArray) -> list[tuple[IntArray, IntArray, IntArray, IntArray]]:
    """Return the rows of `quantiles`: completed, withdrawn and open requests of the cells that count."""
    columns = ledger.columns
    parts = (
        (columns.finished, columns.finished.rows[:, 0], True),
        (columns.withdrawn, columns.withdrawn.rows[:, 0], False),
        (columns.opened, ledger.ages, False),
    )
    found = []
    for bag, value, is_done in parts:
        group = groups[bag.cell]
        inside = group >= 0
        counts, nothing = bag.counts[inside], np.zeros(int(inside.sum()), dtype=np.int64)
        pair = (counts, nothing) if is_done else (nothing, counts)
        found.append((group[inside], value[inside], *pair))
    return found


def _on_time(ledger: Ledger, places: Sequence[ServicePlace], months: tuple[int, int], units: int) -> Figures:
    opened = ledger.columns.opened
    promised = opened.rows[:, 3]
    late_ones = np.where((promised > 0) & (ledger.ages > promised), opened.counts, 0)
    late = np.bincount(opened.cell, weights=late_ones, minlength=ledger.service.size).astype(np.int64)
    cells = units * (months[1] - months[0] + 1)
    within, of = np.zeros(cells), np.zeros(cells)
    for groups in _groups(ledger, places, months):
        inside = groups >= 0
        within += np.bincount(groups[inside], weights=ledger.within[inside], minlength=cells)
        of += np.bincount(groups[inside], weights=(ledger.promised + late)[inside], minlength=cells)
    share = np.divide(100 * within, of, out=np.full(cells, np.nan), where=of > 0)
    return Figures(share.reshape(units, -1), of.astype(np.int64).reshape(units, -1), (), PERCENT)


def _ages(opened: BagColumns, service: IntArray, places: Sequence[ServicePlace], at: datetime) -> IntArray:
    """Return how much each open request has used by now, by the calendar of its service."""
    used, since, now = opened.rows[:, 1].copy(), opened.rows[:, 2], microseconds(at)
    measures = {place.service: place.measure for place in places}
    alike: dict[tuple[str, Measure], list[int]] = defaultdict(list)
    bases = bases_of(np.unique(service).tolist()) if service.size else {}
    for pk, basis in bases.items():
        alike[basis.digest, measures[pk]].append(pk)
    for (_digest, measure), services in alike.items():
        runs = np.isin(service, services) & (since != MISSING) & (since < now)
        if runs.any():
            line = Timeline.covering(bases[services[0]].calendar, np.append(since[runs], now))
            used[runs] += spent(line, measure, since[runs], np.full(int(runs.sum()), now, dtype=np.int64))
    return used
