"""The tallies of the months follow every write of requests, at a cost that grows with these rows only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from django.db import transaction
from django.db.models import Count, F

from pembina.core.rules.service_time import Cell, RequestColumns, Tally
from pembina.domain.services.counting import count, lock_bases
from pembina.domain.services.enums import RecountState
from pembina.domain.services.models import ServiceRequest, TallyBasis
from pembina.domain.services.recounts import ask_for_recount, recount
from pembina.domain.services.request_columns import columns_of
from pembina.domain.services.tally_basis import Basis, bases_of, measure_of
from pembina.domain.services.tally_cells import read_cells, remove_cells, write_cells

__all__ = ["NeverCountedError", "columns_of", "measure_of", "recount", "retally"]

NOTHING = RequestColumns.of(())


class NeverCountedError(ValueError):
    """What is taken away was never counted: `before` is not what the database held."""

    def __init__(self, services: Iterable[int]) -> None:
        self.services = sorted(services)
        super().__init__(f"the tallies of services {self.services} hold no such requests; count them again")


def retally(*, before: RequestColumns = NOTHING, after: RequestColumns = NOTHING) -> None:
    """Take away the tallies of requests as they were and add those of the same requests as they are.

    Part of the transaction that writes the rows, before or after the rows themselves. `service` of the columns is the
    primary key of ``PublicService``. Where the calendar or the standard has changed since the months were counted they
    are counted again in the background instead. Two writers of one service wait for each other.

    Raises
    ------
    NeverCountedError : `before` holds what was never added; nothing is written
    """
    touched = {int(service) for service in np.union1d(before.service, after.service)}
    if not touched:
        return
    with transaction.atomic():
        bases = bases_of(touched)
        for together in _counted_alike(_in_force(bases, after)):
            _refresh(together, bases[together[0]], before, after)


def _in_force(bases: Mapping[int, Basis], after: RequestColumns) -> dict[int, Basis]:
    """Return the services whose months hold by the calendar and measure of today; have the others counted again."""
    locked = lock_bases(bases)
    unknown = [service for service, row in locked.items() if not row.calendar]
    for service in _without_earlier(unknown, after):
        row, basis = locked[service], bases[service]
        row.calendar, row.measure = basis.digest, basis.measure
        row.save(update_fields=["calendar", "measure"])
    holding = {service: bases[service] for service, row in locked.items() if _holds(row, bases[service])}
    others = locked.keys() - holding.keys()
    if others:
        TallyBasis.objects.filter(pk__in=others).update(writes=F("writes") + 1)
        ask_for_recount(service for service in others if locked[service].state == RecountState.COUNTED)
    return holding


def _holds(row: TallyBasis, basis: Basis) -> bool:
    told = (row.state, row.calendar, row.measure)
    return told == (RecountState.COUNTED, basis.digest, basis.measure)


def _without_earlier(services: list[int], after: RequestColumns) -> Iterator[int]:
    """Yield the services that have no requests besides those that are being written now."""
    held = ServiceRequest.objects.filter(service__in=services).values_list("service").annotate(rows=Count("pk"))
    counts = dict(held.order_by())
    for service in services:
        if counts.get(service, 0) in (0, int((after.service == service).sum())):
            yield service


def _counted_alike(bases: Mapping[int, Basis]) -> Iterator[list[int]]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for service, basis in bases.items():
        groups[basis.digest, basis.measure].append(service)
    yield from groups.values()


def _refresh(services: list[int], basis: Basis, before: RequestColumns, after: RequestColumns) -> None:
    gone, come = (count(rows.only(np.isin(rows.service, services)), basis) for rows in (before, after))
    keys = {*gone.cells, *come.cells}
    try:
        now = Tally(basis.measure, read_cells(keys)).plus(come).minus(gone)
    except ValueError as wrong:
        raise NeverCountedError(services) from wrong
    if any(_below_zero(cell) for cell in now.cells.values()):
        raise NeverCountedError(services)
    write_cells(now.cells)
    remove_cells(keys - now.cells.keys())


def _below_zero(cell: Cell) -> bool:
    return min(cell.promised, cell.within, cell.completions, cell.withdrawals, *cell.flaws) < 0
