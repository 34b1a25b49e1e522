"""What is answered at a counter of one service is about that service, and is asked only where a round takes it."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from domain.services.surveys.survey_world import KEY, MONTH, NOON, TODAY
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.operations.survey_setup import edit_place, edit_survey
from pembina.domain.services.survey_coverage import asked_at


@pytest.fixture
def desk(survey):
    """Return a counter of one service."""
    return survey.counter("Loket kesehatan", service=survey.health)


def confine(survey, *services):
    edit_survey(period=survey.period, plan=replace(MONTH, services=services), by=None, at=NOON)


def test_an_answer_at_a_counter_of_one_service_names_it(survey, desk):
    assert survey.answer(place=desk).response.service_id == survey.health.pk
    assert SurveyResponse.objects.get().service == survey.health


def test_the_same_answer_again_is_known_even_after_the_counter_changed(survey, desk):
    survey.answer(place=desk, key=KEY)
    edit_place(place=desk, name="x", service=survey.births, needs_code=False, is_active=True, by=None, at=NOON)
    desk.refresh_from_db()
    assert not survey.answer(place=desk, key=KEY).is_new


def test_answers_stored_without_the_service_of_their_counter_get_it(survey, desk):
    there, elsewhere = survey.answer(place=desk).response, survey.answer().response
    named = survey.answer(service_id=survey.births.pk).response
    SurveyResponse.objects.filter(pk=there.pk).update(service=None)
    import_module("pembina.domain.services.migrations.0066_answers_of_counters").name_the_service(apps, None)
    services = dict(SurveyResponse.objects.values_list("pk", "service"))
    assert services == {there.pk: survey.health.pk, elsewhere.pk: None, named.pk: survey.births.pk}


def test_only_services_that_a_round_takes_are_offered(survey, desk):
    other = survey.counter("Loket akta", service=survey.births)
    assert asked_at(survey.place, on=TODAY).services == [survey.health, survey.births]
    confine(survey, survey.health)
    assert asked_at(survey.place, on=TODAY).services == [survey.health]
    assert asked_at(desk, on=TODAY).period == survey.period
    assert asked_at(other, on=TODAY).period is None


def test_where_a_round_takes_none_of_the_services_nothing_is_asked(survey):
    confine(survey, survey.health)
    type(survey.health).objects.filter(pk=survey.health.pk).update(closed_on="2026-01-01")
    asked = asked_at(survey.place, on=TODAY)
    assert (asked.period, list(asked.services)) == (None, [])
