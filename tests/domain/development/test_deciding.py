"""For whom Budi and Dewi decide, and what waits for them."""

from datetime import timedelta

import pytest

from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.queries.deciding import deciding_as, led_by, requests_to_decide
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.operations import delegate

pytestmark = pytest.mark.django_db


def test_standing_in_over_many_asks_no_more_than_over_few(training, budi, dewi, django_assert_max_num_queries):
    leader, deputy = training.person(budi), training.person(dewi, unit=training.other_office)
    delegate(
        person=deputy, kind=DelegationKind.DAILY, unit=training.office, letter="1/PLH", starts_on=training.today,
        ends_on=training.today + timedelta(days=3), on_behalf_of=leader, by=None, at=training.at,
    )  # fmt: skip
    # Nobody leads Budi: the order over the office is for him too.
    staff = {leader, *(training.person(superior=leader) for _ in range(50))}
    with django_assert_max_num_queries(8):
        assert set(led_by(dewi, on=training.today)) == staff
    assert not led_by(budi, on=training.today).exists()
    found = {deciding_as(dewi, person, training.batch, on=training.today) for person in staff}
    assert found == {"delegate"}


@pytest.mark.parametrize("state", BatchState)
def test_a_request_waits_only_while_the_batch_gives_seats(training, sari, budi, state):
    employee = training.person(sari, superior=training.person(budi))
    because = {"cancel_reason": "Batal"} if state == BatchState.CANCELLED else {}
    batch = training.group("Lain", state=state, **because)
    asked = training.enrol(employee, batch=batch, state=EnrolmentState.REQUESTED)
    expected = [asked] if state in (BatchState.OPEN, BatchState.RUNNING) else []
    assert list(requests_to_decide(budi, on=training.today)) == expected
