"""How many requests of the whole government kept their promise, added up from what is published of each service."""

from dataclasses import dataclass
from datetime import datetime

from pembina.domain.services.queries.public_catalogue import public_services
from pembina.domain.services.queries.public_times_kept import times_kept


@dataclass(frozen=True, slots=True)
class KeptPromises:
    """Sums over the `services` whose figures are shown; those of `hidden` services are in no sum."""

    within: int
    of: int
    services: int
    hidden: int
    at: datetime


def kept_promises(*, at: datetime) -> KeptPromises:
    """Add up the last twelve months."""
    whole = [times.whole for times in times_kept(public_services(), at=at)]
    shown = [found.on_time for found in whole if found.on_time is not None]
    hidden = sum(1 for found in whole if found.on_time is None and found.hidden)
    return KeptPromises(sum(f.within for f in shown), sum(f.of for f in shown), len(shown), hidden, at)
