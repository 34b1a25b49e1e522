"""The months of a service are counted again from its requests: after its calendar or standard changed.

Meanwhile requests go on being written. Each such write is noted on the basis, so a count that has not seen all of them
starts again, and the last try holds the writers up until it is done.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from pembina.core.rules.service_time import Tally
from pembina.domain.access.background import task
from pembina.domain.services.counting import count, lock_bases
from pembina.domain.services.enums import RecountState
from pembina.domain.services.models import MonthlyTally, ServiceRequest, TallyBasis
from pembina.domain.services.request_columns import columns_of
from pembina.domain.services.tally_basis import Basis, bases_of
from pembina.domain.services.tally_cells import write_cells

AT_A_TIME = 50_000
TRIES = 4
LONGEST_SILENCE = timedelta(minutes=2)
Told = Callable[[int, int], None]


def recount(services: Iterable[int]) -> None:
    """Have the months of services counted again in the background, once the transaction has been written."""
    chosen = sorted(set(services))
    bases = bases_of(chosen)
    with transaction.atomic():
        lock_bases(bases)
        ask_for_recount(chosen)


def recount_if_changed(services: Iterable[int]) -> None:
    """Have those services counted again that are counted today by another calendar or measure than their months."""
    bases = bases_of(services)
    with transaction.atomic():
        kept = lock_bases(bases)
        ask_for_recount(
            pk for pk, basis in bases.items() if (kept[pk].calendar, kept[pk].measure) != (basis.digest, basis.measure)
        )


def ask_for_recount(services: Iterable[int]) -> None:
    """Mark services whose basis is locked as waiting, and queue the work once the transaction has been written."""
    waiting = sorted(services)
    if waiting:
        TallyBasis.objects.filter(pk__in=waiting).update(state=RecountState.WAITING, touched_at=timezone.now())
        transaction.on_commit(lambda: recount_services.enqueue(waiting))


@task()
def recount_services(services: list[int]) -> None:
    """Count the months of services again, one service after the other."""
    for service in services:
        recount_now(service)


def recounting(services: Iterable[int]) -> QuerySet[TallyBasis]:
    """Return those of the services whose months are not counted at the moment."""
    return TallyBasis.objects.filter(pk__in=services).exclude(state=RecountState.COUNTED).order_by("pk")


def stalled(*, at: datetime) -> Q:
    """Return the condition that nothing seems to work on a recount any more."""
    return ~Q(state=RecountState.COUNTED) & Q(touched_at__lt=at - LONGEST_SILENCE)


def recount_now(service: int) -> None:
    """Count the months of a service again and return when they hold."""
    for _ in range(TRIES - 1):
        with transaction.atomic():
            basis, seen = _begin(service)
        tally = count_all(service, basis, tell=_noting(service))
        with transaction.atomic():
            if _end(service, tally, seen):
                return
    with transaction.atomic():
        basis, seen = _begin(service)
        _end(service, count_all(service, basis), seen)


def count_all(service: int, basis: Basis, *, tell: Told = lambda done, total: None) -> Tally:
    """Return the tally of all requests of a service, some at a time out of the database."""
    tally, done = Tally(basis.measure, {}), 0
    total = ServiceRequest.objects.filter(service=service).count()
    for part in _parts(service):
        rows = columns_of(part)
        tally, done = tally.plus(count(rows, basis)), done + rows.count
        tell(done, total)
    return tally


def _begin(service: int) -> tuple[Basis, int]:
    """Return by what is counted, and how many writes had been made when the count began."""
    bases = bases_of([service])
    row, basis = lock_bases(bases)[service], bases[service]
    row.state, row.writes, row.touched_at = RecountState.COUNTING, row.writes + 1, timezone.now()
    row.calendar, row.measure, row.progress_done, row.progress_total = basis.digest, basis.measure, 0, 0
    row.save()
    return basis, row.writes


def _end(service: int, tally: Tally, seen: int) -> bool:
    """Put the count in place unless something was written meanwhile; say whether it was put."""
    row = TallyBasis.objects.select_for_update().get(pk=service)
    if row.writes != seen:
        return False
    MonthlyTally.objects.filter(service=service).delete()
    write_cells(tally.cells)
    row.state, row.touched_at = RecountState.COUNTED, timezone.now()
    row.save(update_fields=["state", "touched_at"])
    return True


def _noting(service: int) -> Told:
    def _note(done: int, total: int) -> None:
        TallyBasis.objects.filter(pk=service).update(
            progress_done=done, progress_total=total, touched_at=timezone.now()
        )

    return _note


def _parts(service: int) -> Iterator[QuerySet[ServiceRequest]]:
    """Yield all requests of a service in stretches of about equal size."""
    rows, last = ServiceRequest.objects.filter(service=service), 0
    while True:
        left = rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
        end = next(iter(left[AT_A_TIME - 1 : AT_A_TIME]), None)
        if end is None:
            yield rows.filter(pk__gt=last)
            return
        yield rows.filter(pk__gt=last, pk__lte=end)
        last = end
