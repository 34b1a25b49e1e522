"""Which of many requests have broken their promise: judged as columns, since no database knows the office calendar."""

from collections import defaultdict

import numpy as np
from django.db.models import QuerySet

from pembina.core.rules.service_time import MISSING, Measure, RequestColumns, Timeline, WorkingCalendar
from pembina.core.rules.service_time.lives import measure_lives, spent
from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.request_columns import columns_of
from pembina.domain.services.tally_basis import SHORTEST_TIME, bases_of

MOST_JUDGED = 20_000


class TooManyToJudgeError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} permohonan terlalu banyak untuk dinilai keterlambatannya sekaligus; paling banyak "
                f"{MOST_JUDGED}.",
                en=f"{count} requests are too many to be judged for lateness at once; at most {MOST_JUDGED}.",
            ),
            Text(
                id="Pilih satu layanan, satu bulan, atau yang masih berjalan.",
                en="Choose one service, one month, or those that are open.",
            ),
        )


def late_among(requests: QuerySet[ServiceRequest], *, at: int) -> list[int]:
    """Return the numbers of the requests that took longer than promised, or have been open for longer by now.

    Whoever took a request back was kept waiting by nobody, so withdrawn ones are never late.

    Parameters
    ----------
    at : microseconds since 1970; requests written down later count as far as they were written

    Raises
    ------
    TooManyToJudgeError : more than `MOST_JUDGED` requests with a promise
    """
    promised = requests.order_by().filter(promised__gt=0, flaw="", withdrawn=False)
    count = promised.count()
    if count > MOST_JUDGED:
        raise TooManyToJudgeError(count)
    numbers = np.array(promised.order_by("pk").values_list("pk", flat=True), dtype=np.int64)
    columns, late = columns_of(promised), np.zeros(count, dtype=bool)
    for chosen, calendar, measure in _alike(columns):
        late[chosen] = _late(columns.only(chosen), calendar, measure, at)
    return [int(number) for number in numbers[late]]


def _alike(columns: RequestColumns) -> list[tuple[np.typing.NDArray[np.bool_], WorkingCalendar, Measure]]:
    """Divide requests by calendar and by what their promise counts."""
    bases = bases_of({int(service) for service in np.unique(columns.service)})
    calendars = {basis.digest: basis.calendar for basis in bases.values()}
    services: dict[str, list[int]] = defaultdict(list)
    for service, basis in bases.items():
        services[basis.digest].append(service)
    in_days = columns.promised < SHORTEST_TIME
    return [
        (np.isin(columns.service, several) & (in_days == days), calendars[digest], measure)
        for digest, several in services.items()
        for days, measure in ((True, Measure.WORKING_DAYS), (False, Measure.WORKING_TIME))
    ]


def _late(columns: RequestColumns, calendar: WorkingCalendar, measure: Measure, at: int) -> np.typing.NDArray[np.bool_]:
    lives = measure_lives(requests=columns, calendar=calendar, measure=measure)
    runs = lives.since != MISSING
    used, since = lives.used.copy(), lives.since[runs]
    now = np.maximum(since, at)
    used[runs] += spent(Timeline.covering(calendar, np.append(since, now)), measure, since, now)
    late: np.typing.NDArray[np.bool_] = lives.sound & (used > columns.promised)
    return late
