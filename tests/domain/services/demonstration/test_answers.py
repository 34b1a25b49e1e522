"""The survey of the demonstration: four rounds, of which three have ended and are published."""

from datetime import date

import pytest

from domain.services.demonstration.conftest import AT, ON
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.demonstration.answers import load_demo_answers
from pembina.domain.services.models import SurveyPeriod, SurveyPublication, SurveyResponse

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(services):
    return load_demo_answers(on=ON, at=AT)


def test_four_rounds_are_written_and_those_that_ended_are_published(loaded):
    periods = list(SurveyPeriod.objects.order_by("opens_on"))
    begins = [period.opens_on for period in periods]
    assert begins == [date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1), date(2026, 7, 1)]
    assert periods[0].closes_on == date(2025, 6, 30)
    assert periods[1].closes_on == date(2025, 12, 31)
    assert set(SurveyPublication.objects.values_list("period", flat=True)) == {period.pk for period in periods[:3]}


def test_answers_lie_within_their_round_and_before_now(loaded):
    assert SurveyResponse.objects.count() == loaded > 200
    assert not SurveyResponse.objects.filter(received_at__gt=AT).exists()
    for period in SurveyPeriod.objects.all():
        days = period.responses.values_list("answered_on", flat=True)
        assert period.opens_on <= min(days) <= max(days) <= period.closes_on


def test_some_answers_are_missing_and_some_are_on_paper(loaded):
    assert any(SurveyResponse.objects.filter(**{f"{element}__isnull": True}).exists() for element in ELEMENTS)
    assert set(SurveyResponse.objects.values_list("means", flat=True)) == {"qr", "paper"}


def test_nothing_is_written_twice(loaded):
    assert load_demo_answers(on=ON, at=AT) == 0
