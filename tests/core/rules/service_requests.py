"""Random requests for property tests: on whole minutes, sound and flawed, with pauses that overlap and touch."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from core.rules.working_calendars import MINUTE, around
from pembina.core.rules.service_time import LedgerRow, Pause, PauseReason, Request

# After every day around which the calendars are drawn.
NOW = datetime(2012, 1, 20, 3, 0, tzinfo=UTC)


@st.composite
def sound_requests(draw, longest: int = 4 * 24 * 60) -> Request:
    day = draw(around)
    received = datetime(day.year, day.month, day.day, tzinfo=UTC) + draw(st.integers(0, 1439)) * MINUTE
    length = draw(st.integers(1, longest))
    is_open = draw(st.booleans()) if NOW - received < timedelta(days=20) else False
    span = (NOW - received) // MINUTE if is_open else length
    pauses = []
    for _ in range(draw(st.integers(0, 4))):
        first, second = sorted((draw(st.integers(0, span)), draw(st.integers(0, span))))
        lasting = draw(st.integers(0, 9)) == 0
        ended = None if lasting else received + second * MINUTE
        pauses.append(Pause(received + first * MINUTE, ended, draw(st.sampled_from(PauseReason))))
    ended = None if is_open else received + length * MINUTE
    return Request(received, ended, draw(st.booleans()), tuple(pauses), draw(st.integers(0, 9)) == 0)


moments = st.one_of(
    st.none(),
    st.sampled_from([datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC), NOW, NOW + MINUTE]),
    st.builds(lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC), around, st.integers(0, 3)),
)
known = moments.filter(lambda moment: moment is not None)
any_pauses = st.lists(st.builds(Pause, known, moments, st.sampled_from(PauseReason)), max_size=2).map(tuple)
any_requests = st.builds(Request, moments, moments, st.booleans(), any_pauses, st.booleans())

rows = st.builds(
    LedgerRow,
    service=st.integers(1, 3),
    request=st.one_of(sound_requests(), any_requests),
    recorded=st.just(NOW),
    promised=st.sampled_from([0, 1, 3, 60_000_000, 10**10]),
)
