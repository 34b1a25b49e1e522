"""Overlapping appointments, compared as instants."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.learning import NaiveMomentError, Span, UnusableSpanError, clashes, clashes_with

DAY = datetime(2026, 11, 23, tzinfo=UTC)


def at(hours):
    return DAY + timedelta(hours=hours)


def span(key, start, end):
    return Span(key, at(start), at(end))


def pairs(found):
    return [(clash.first.key, clash.second.key) for clash in found]


def test_a_session_that_begins_when_another_ends_does_not_clash():
    assert clashes([span("B", 3, 5), span("A", 1, 3)]) == ()


def test_overlaps_are_told_in_the_order_of_time_with_what_they_share():
    found = clashes([span("C", 4, 6), span("A", 1, 5), span("B", 2, 3), span("D", 7, 8)])
    assert pairs(found) == [("A", "B"), ("A", "C")]
    assert (found[1].start, found[1].end) == (at(4), at(5))


def test_the_same_time_in_two_zones_clashes():
    jayapura = Span("WIT", datetime(2026, 11, 23, 11, tzinfo=ZoneInfo("Asia/Jayapura")), at(4))
    jakarta = Span("WIB", datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Jakarta")), at(3))
    assert pairs(clashes([jakarta, jayapura])) == [("WIB", "WIT")]


def test_an_hour_that_a_clock_shows_twice_is_two_hours():
    two = datetime(2026, 10, 25, 2, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    again, three = two.replace(fold=1), two.replace(hour=3)
    assert clashes([Span("first", two, again), Span("second", again, three)]) == ()


def test_one_span_against_others_leaves_their_own_clashes_aside():
    others = [span("late", 5, 9), span("B", 1, 4), span("C", 2, 3)]
    assert pairs(clashes_with(span("new", 3, 6), others)) == [("B", "new"), ("new", "late")]


@pytest.mark.parametrize("end", [1, 0.5])
def test_a_span_without_length_is_refused(end):
    with pytest.raises(UnusableSpanError, match="A"):
        span("A", 1, end)


def test_a_moment_without_zone_is_refused():
    with pytest.raises(NaiveMomentError):
        Span("A", at(1).replace(tzinfo=None), at(2))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=20))
def test_every_pair_is_found_as_by_comparing_all(times):
    spans = [span(str(number), start, start + length) for number, (start, length) in enumerate(times)]
    hours = {str(number): set(range(start, start + length)) for number, (start, length) in enumerate(times)}
    expected = {
        frozenset((one.key, other.key)) for one, other in combinations(spans, 2) if hours[one.key] & hours[other.key]
    }
    found = clashes(spans)
    assert {frozenset(pair) for pair in pairs(found)} == expected
    assert len(found) == len(expected)
