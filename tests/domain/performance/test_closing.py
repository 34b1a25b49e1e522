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
    few, people = closed(appraising, 1, 400)
    period, steps = quarter_of(appraising, 2, 2_600), []
    preview, before = closing_of(period), AuditEvent.objects.count()
    with CaptureQueriesContext(connection) as taken:
        counts = close_appraisals(
            period=period, by=appraising.rina, at=LATE, progress=lambda done, total: steps.append((done, total))
        )
    delivered = counts["delivered"]
    assert delivered == preview.to_deliver >= 3_000 > people
    assert counts["escalated"] == preview.to_escalate == 1
    assert steps == sorted(steps)
    assert (len(steps), steps[-1]) == (8, (delivered + 1, delivered + 1))
    assert AuditEvent.objects.count() - before == delivered + 1
    # Eight pieces instead of two, and rows in batches of what SQLite takes at once.
    assert len(taken) < 12 * few
    assert len(taken) < delivered / 6


def closed(appraising, number, count):
    """Close a quarter; return the queries it took, and for how many people."""
    period = quarter_of(appraising, number, count)
    with CaptureQueriesContext(connection) as taken:
        close_appraisals(period=period, by=appraising.rina, at=LATE)
    return len(taken), Appraisal.objects.filter(period=period).count()


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
