"""What every count of requests begins with: the lock of the services, and the tally of some rows."""

from collections.abc import Mapping

from pembina.core.rules.service_time import RequestColumns, Tally, tally_requests
from pembina.domain.services.models import TallyBasis
from pembina.domain.services.tally_basis import Basis, comparable


def lock_bases(services: Mapping[int, Basis]) -> dict[int, TallyBasis]:
    """Return the rows that say how services were counted, locked until the transaction ends.

    A new row has an empty calendar: nothing has been counted by it yet.
    """
    known = set(TallyBasis.objects.filter(pk__in=services).values_list("pk", flat=True))
    new = [TallyBasis(service_id=pk, measure=basis.measure) for pk, basis in services.items() if pk not in known]
    TallyBasis.objects.bulk_create(new, ignore_conflicts=True)
    locked = TallyBasis.objects.select_for_update().filter(pk__in=services).order_by("pk")
    return {row.pk: row for row in locked}


def count(requests: RequestColumns, basis: Basis) -> Tally:
    """Count requests by the measure and the calendar of their services."""
    rows = comparable(requests, basis.measure)
    return tally_requests(requests=rows, calendar=basis.calendar, measure=basis.measure)
