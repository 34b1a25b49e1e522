"""The figures of a service: an example by hand, parts against the whole, brute force, and small cells."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.service_requests import NOW, rows
from core.rules.working_calendars import calendars
from pembina.core.rules.service_time import (
    Flaw,
    LedgerRow,
    Measure,
    Pause,
    PauseReason,
    Request,
    RequestColumns,
    UnusableTimesError,
    WorkingCalendar,
    month_number,
    office_hours,
    request_life,
    service_figures,
    tally_requests,
    timeline_up_to,
)
from pembina.core.rules.service_time.multiset import Multiset

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = WorkingCalendar("WIB", office_hours(on=date(2026, 1, 5)).usual)
JANUARY, FEBRUARY = month_number(2026, 1), month_number(2026, 2)
MICROSECOND = timedelta(microseconds=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def tally(ledger, measure=Measure.WORKING_DAYS, calendar=CALENDAR):
    return tally_requests(requests=RequestColumns.of(ledger), calendar=calendar, measure=measure)


def figures(counted, months, now, calendar=CALENDAR, **options):
    line = timeline_up_to(tally=counted, calendar=calendar, at=now)
    return service_figures(tally=counted, service=1, months=months, line=line, **options)


def requests(*texts: str, promised: int = 3) -> list[LedgerRow]:
    """Read ``05T08:00-07T10:00`` as received and ended in January 2026, ``05T08:00-`` as open, w for withdrawn."""
    found = []
    for text in texts:
        received, _, ended = text.rstrip("w").partition("-")
        end = at(f"2026-01-{ended}") if ended else None
        request = Request(at(f"2026-01-{received}"), end, text.endswith("w"))
        found.append(LedgerRow(1, request, at("2026-02-10T08:00"), promised))
    return found


LEDGER = requests(
    "05T08:00-06T10:00",  # 1 working day
    "05T08:00-07T10:00",  # 2
    "05T08:00-07T11:00",  # 2
    "06T08:00-12T10:00",  # 4, late
    "06T08:00-20T10:00",  # 10, late
    "07T08:00-09T08:00w",  # 2, withdrawn
    "30T08:00-",  # 7 at the moment of reading, late
    "06T09:00-05T09:00",  # ends before it starts
    "06T09:00-06T09:00",  # zero
)
TENTH = at("2026-02-10T08:00")


def test_an_example_worked_by_hand():
    found = figures(tally(LEDGER), (JANUARY, JANUARY), TENTH)
    assert (found.arrivals, found.completions, found.withdrawals) == (7, 5, 1)
    assert (found.finished.n, found.finished.median, found.finished.p90) == (5, 2, 10)
    assert found.finished.mean == Fraction(19, 5)
    assert (found.on_time.within, found.on_time.of, found.on_time.share) == (3, 6, Fraction(1, 2))
    # Not done after 1, 2 and 4 days: 6/7, 6/7 x 4/6 = 0.571, and x 2/3 = 0.381 with three left at 4.
    assert (found.with_open.n, found.with_open.done, found.with_open.median) == (7, 5, 4)
    assert found.many_open
    assert found.flaws == {Flaw.BACKWARDS: 1, Flaw.ZERO: 1}
    assert (found.backlog.n, found.backlog.oldest_age, found.suppressed) == (1, None, True)


def test_what_takes_exactly_as_long_as_promised_keeps_the_promise():
    exact = requests("05T08:00-08T15:00", "30T08:00-", promised=3)
    found = figures(tally(exact), (JANUARY, JANUARY), at("2026-02-04T15:00"), smallest_cell=1)
    assert (found.on_time.within, found.on_time.of) == (1, 1)
    later = figures(tally(exact), (JANUARY, JANUARY), at("2026-02-05T00:00"), smallest_cell=1)
    assert (later.on_time.within, later.on_time.of) == (1, 2)


def test_every_month_knows_what_was_open_at_its_end():
    ledger = [
        LedgerRow(1, Request(at("2026-01-20T08:00"), at("2026-03-05T08:00")), at("2026-03-06")),
        LedgerRow(1, Request(at("2026-01-30T08:00"), at("2026-02-05T08:00")), at("2026-03-06")),
        LedgerRow(1, Request(at("2026-02-18T08:00")), at("2026-03-06")),
    ]
    ends = [
        figures(tally(ledger), (month, month), at("2026-03-06"), smallest_cell=1).backlog
        for month in range(24312, 24315)
    ]
    assert [end.n for end in ends] == [2, 2, 1]
    assert ends[0].oldest_age == at("2026-02-01") - at("2026-01-20T08:00")
    assert ends[1].median_age == at("2026-03-01") - at("2026-02-18T08:00")
    assert ends[2].oldest_age == at("2026-03-06") - at("2026-02-18T08:00")


def test_fewer_than_five_are_not_described():
    few = figures(tally(LEDGER[:4]), (JANUARY, JANUARY), TENTH)
    assert (few.arrivals, few.suppressed) == (4, True)
    assert (few.finished, few.with_open, few.on_time) == (None, None, None)
    entitled = figures(tally(LEDGER[:4]), (JANUARY, JANUARY), TENTH, smallest_cell=1)
    assert (entitled.finished.n, entitled.suppressed) == (4, False)


def test_a_month_without_requests_is_empty_not_zero_days():
    empty = figures(tally(LEDGER), (FEBRUARY, FEBRUARY), TENTH, smallest_cell=1)
    assert (empty.arrivals, empty.finished, empty.with_open, empty.on_time) == (0, None, None, None)
    assert (empty.many_open, empty.suppressed) == (False, False)


def test_a_row_without_a_possible_receipt_belongs_to_no_month_but_is_counted():
    ledger = [LedgerRow(1, Request(None, at("2026-01-05")), TENTH), LedgerRow(1, Request(at("1900-01-01")), TENTH)]
    found = figures(tally(ledger), (JANUARY, FEBRUARY), TENTH)
    assert found.undated == {Flaw.NO_RECEIPT: 1, Flaw.PLACEHOLDER: 1}
    assert found.flaws == {}


@given(calendars(), st.lists(rows, max_size=10), st.lists(rows, max_size=6), st.sampled_from(Measure))
def test_adding_new_rows_equals_a_full_count_and_taking_them_away_undoes_it(calendar, old, new, measure):
    before, added = tally(old, measure, calendar), tally(new, measure, calendar)
    after = before.plus(added)
    assert after == tally([*new, *old], measure, calendar)
    assert after.minus(added) == before
    assert after.minus(before) == added


def test_a_request_that_is_completed_replaces_itself():
    opened, done = LEDGER[6], LedgerRow(1, Request(at("2026-01-30T08:00"), TENTH), TENTH, 3)
    refreshed = tally(LEDGER).minus(tally([opened])).plus(tally([done]))
    assert refreshed == tally([*LEDGER[:6], *LEDGER[7:], done])


def test_what_was_never_added_cannot_be_taken_away():
    with pytest.raises(ValueError, match="never added"):
        tally(LEDGER[:1]).minus(tally(LEDGER[4:5]))
    with pytest.raises(ValueError, match="cannot be added"):
        tally(LEDGER).plus(tally(LEDGER, Measure.NET))


@given(calendars(), st.lists(rows, max_size=12), st.sampled_from(Measure))
def test_figures_equal_those_counted_one_request_at_a_time(calendar, ledger, measure):
    counted = tally(ledger, measure, calendar)
    months = (month_number(2011, 1), month_number(2012, 1))
    found = figures(counted, months, NOW, calendar, smallest_cell=1)
    mine = [row for row in ledger if row.service == 1]
    lives = [(row, life_in(row, measure, calendar)) for row in mine]
    sound = [(row, life) for row, life in lives if not isinstance(life, Flaw)]
    done = sorted(size(life, measure) for _, life in sound if life.state == "completed")
    assert found.arrivals == len(sound)
    assert found.completions == len(done)
    assert found.backlog.n == sum(life.state == "open" for _, life in sound)
    assert Counter(found.flaws) + Counter(found.undated) == Counter(f for _, f in lives if isinstance(f, Flaw))
    if done:
        assert found.finished.median == done[(len(done) + 1) // 2 - 1]
        assert found.finished.mean == Fraction(sum(done), len(done))
    kept, of = on_time_by_hand(sound, measure)
    assert (found.on_time.within, found.on_time.of) == (kept, of) if of else found.on_time is None


def life_in(row, measure, calendar):
    life = request_life(request=row.request, calendar=calendar, at=NOW)
    clockless = measure is Measure.WORKING_TIME and row.request.dates_only and not isinstance(life, Flaw)
    return Flaw.NO_CLOCK if clockless else life


def size(life, measure):
    if measure is Measure.WORKING_DAYS:
        return life.working_days
    spans = {Measure.GROSS: life.gross, Measure.NET: life.net, Measure.WORKING_TIME: life.working}
    return spans[measure] // MICROSECOND


def on_time_by_hand(sound, measure):
    standard = [(life.state, size(life, measure), row.promised) for row, life in sound if row.promised]
    kept = sum(state == "completed" and used <= promised for state, used, promised in standard)
    late = sum(state != "withdrawn" and used > promised for state, used, promised in standard)
    return kept, kept + late


def test_a_moment_before_the_last_record_is_refused():
    with pytest.raises(UnusableTimesError, match="mendahului"):
        timeline_up_to(tally=tally(LEDGER), calendar=CALENDAR, at=at("2026-01-10"))


def test_a_paused_request_does_not_age():
    pause = Pause(at("2026-01-06T08:00"), None, PauseReason.APPLICANT)
    waiting = LedgerRow(1, Request(at("2026-01-05T08:00"), None, pauses=(pause,)), TENTH, 3)
    found = figures(tally([waiting]), (JANUARY, JANUARY), TENTH, smallest_cell=1)
    assert found.on_time is None
    assert found.backlog.oldest_age == at("2026-02-01") - at("2026-01-05T08:00")


def test_a_bag_compares_by_content_only_with_a_bag():
    values = Multiset.of(np.array([3, 1, 3]))
    assert (values.size, values.mean()) == (3, Fraction(7, 3))
    assert values != [3, 1, 3]
    with pytest.raises(ValueError, match="no quantile"):
        Multiset.empty().quantile(Fraction(1, 2))


def test_no_request_at_all():
    counted = tally([])
    assert counted.cells == {}
    assert figures(counted, (JANUARY, JANUARY), datetime(2026, 1, 1, tzinfo=UTC)).arrivals == 0
