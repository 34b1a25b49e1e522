"""Published times: whoever subtracts months from their year learns of no month with one to four requests."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from domain.services.ledger.conftest import office, service  # noqa: F401 - fixtures
from pembina.core.rules.survey_sample import safe_cells
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.queries.public_times import stretch_of, times_of
from pembina.domain.services.tallies import columns_of, retally

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def receive(of, month, count):
    received = datetime(2026, month, 10, 2, 0, tzinfo=UTC)
    rows = ServiceRequest.objects.bulk_create(
        ServiceRequest(
            service=of,
            number=f"{month}-{number}",
            channel="counter",
            received_at=received,
            ended_at=received.replace(day=11),
            recorded_at=NOON,
            promised=3,
        )
        for number in range(count)
    )
    retally(after=columns_of(ServiceRequest.objects.filter(pk__in=[row.pk for row in rows])))


def published(of):
    (times,) = times_of([of], at=NOON)
    return times


@pytest.mark.parametrize("counts", [(3, 9, 30), (1, 1, 40), (4, 4, 4), (2, 0, 0), (0, 3, 5), (6, 7, 8), (4, 5, 5)])
def test_no_small_month_can_be_subtracted_from_the_year(service, counts):  # noqa: F811
    permit = service("HARI", 3, "working_days")
    for month, count in zip((6, 7, 8), counts, strict=True):
        receive(permit, month, count)
    times = published(permit)
    told = {found.last % 12 + 1: found.received for found in times.months}
    hidden = [month for month in (6, 7, 8) if told[month] is None]
    assert all(told[month] == count for month, count in zip((6, 7, 8), counts, strict=True) if month not in hidden)
    assert all(not 0 < (value or 0) < 5 for value in told.values())
    if hidden and times.whole.received is not None:
        left = times.whole.received - sum(value for value in told.values() if value)
        assert len(possible(left, len(hidden))) > 1, "one way only to share out what is left tells every month"


def possible(left, months):
    """Return the ways in which hidden months, none of them empty, may share what is left."""
    return [shares for shares in product(range(1, left + 1), repeat=months) if sum(shares) == left]


def test_a_month_says_nothing_of_its_times_where_few_were_done(service):  # noqa: F811
    permit = service("HARI", 3, "working_days")
    receive(permit, 9, 12)
    ServiceRequest.objects.filter(number="9-0").update(ended_at=None)
    receive(permit, 10, 3)
    october = published(permit).months[-2]
    assert (october.received, october.finished, october.on_time, october.with_open) == (None, None, None, None)
    assert october.hides_finished
    assert october.hides_on_time


def test_nothing_recorded_is_empty_not_hidden(service):  # noqa: F811
    times = published(service("HARI", 3, "working_days"))
    assert times.is_empty
    assert not any(found.hidden for found in times.months)


def test_stretches_follow_each_other_without_gap_or_overlap():
    (first, last), (earlier, before) = stretch_of(NOON), stretch_of(NOON, 1)
    assert (first, last, earlier) == (date(2025, 12, 1), date(2026, 11, 22), date(2024, 12, 1))
    assert (before.year, before.month) == (2025, 11)


def test_the_rule_hides_a_second_month_beside_a_small_one():
    assert safe_cells(cells={1: 3, 2: 9, 3: 30}, on=NOON.date()).cells == {1: None, 2: None, 3: 30}
