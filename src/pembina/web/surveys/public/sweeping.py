"""Traces of devices and networks go when their time is over: the first answer of a day takes the old ones with it."""

from datetime import date, datetime

from pembina.domain.access.audit import local_date
from pembina.domain.services.operations.responses import forget_traces

_swept: set[date] = set()


def sweep_once_a_day(*, at: datetime) -> None:
    """Wipe what is too old, once a day in each process; where nobody answers any more, closing a round does it."""
    today = local_date(at)
    if today not in _swept:
        _swept.clear()
        _swept.add(today)
        forget_traces(at=at)
