"""What the demonstration shows of awards and medals."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.career.demonstration import load_demo_awards
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award, HeldMedal, Nomination, ServiceCheck
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.demonstration import load_demo_catalogue

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def test_one_round_is_decided_one_open_and_medals_are_on_record(db):
    on = timezone.localdate(NOON)
    load_demo_government(size=300, on=on, at=NOON)
    load_demo_catalogue(on=on, at=NOON)
    assert load_demo_awards(on=on, at=NOON) == 3
    states = set(Award.objects.values_list("state", flat=True))
    assert states == {AwardState.DECIDED, AwardState.OPEN, AwardState.DRAFT}
    decided = Award.objects.get(state=AwardState.DECIDED)
    assert decided.winners.count() == 1
    assert Nomination.objects.count() == 4
    assert ServiceCheck.objects.filter(discipline="moderate").exists()
    assert HeldMedal.objects.exists()
    assert load_demo_awards(on=on, at=NOON) == 0
