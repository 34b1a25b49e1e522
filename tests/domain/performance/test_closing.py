"""A quarter is made and closed for three thousand people: in pieces, told as it goes, in bounded memory."""

import tracemalloc
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraising import Appraising, noon
from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.closing import close_appraisals, closing_of
from pembina.domain.performance.operations.making import make_appraisals

LATE = noon(date(2026, 10, 20))


@pytest.fixture
def appraising(db, person):
    return Appraising(person)


def quarter_of(appraising, number, count):
    """Return a period in which everybody is signed but Sari."""
    appraising.crowd(count)
    period = appraising.quarter(number=number, opens=date(2026, 3 * number, 25), ends=date(2026, 3 * number + 1, 16))
    make_appraisals(period=period, by=appraising.rina, at=appraising.at)
    appraising.all_signed(period=period, but=appraising.sari)
    return period


def peak_of(work):
    """Return the most memory that Python held at once during some work, in bytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_three_thousand_are_delivered_in_pieces_and_the_silent_are_passed_by(appraising):
    period, steps = quarter_of(appraising, 3, 3_000), []
    preview = closing_of(period)
    before = AuditEvent.objects.count()
    counts = close_appraisals(
        period=period, by=appraising.rina, at=LATE, progress=lambda done, total: steps.append((done, total))
    )
    assert counts["delivered"] == preview.to_deliver >= 3_000
    assert counts["escalated"] == preview.to_escalate == 1
    assert [done for done, _total in steps] == sorted(done for done, _total in steps)
    assert len(steps) == 8
    assert steps[-1] == (counts["delivered"] + 1, counts["delivered"] + 1)
    assert AuditEvent.objects.count() - before == counts["delivered"] + 1


def test_closing_takes_queries_by_the_hundreds_of_people_only(appraising):
    def queries(number, count):
        period = quarter_of(appraising, number, count)
        with CaptureQueriesContext(connection) as taken:
            close_appraisals(period=period, by=appraising.rina, at=LATE)
        return len(taken), Appraisal.objects.filter(period=period).count()

    few, people = queries(1, 400)
    many, everybody = queries(2, 2_600)
    assert everybody >= 3_000 > people
    assert many < 12 * few
    assert many < everybody / 6


def test_the_memory_does_not_grow_with_the_people(appraising):
    few = quarter_of(appraising, 1, 600)
    small = peak_of(lambda: close_appraisals(period=few, by=appraising.rina, at=LATE))
    appraising.crowd(2_400)
    many = appraising.quarter(number=3)
    made = peak_of(lambda: make_appraisals(period=many, by=appraising.rina, at=appraising.at))
    appraising.all_signed(period=many)
    closed = peak_of(lambda: close_appraisals(period=many, by=appraising.rina, at=LATE))
    assert closed < 2 * small
    assert made < 4 * small
