"""The demonstration has results of last year for nearly everybody, whose predicates are those of the matrix."""

from datetime import UTC, date, datetime

import pytest

from pembina.core.rules.appraisal_rating import Cycle, Rating, derived_predicate
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person
from pembina.domain.performance.demonstration.results import load_demo_results
from pembina.domain.performance.models import PerformanceResult

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def government(rina):
    load_demo_government(size=300, on=TODAY, at=NOON)


def test_nearly_everybody_has_a_result_of_last_year_once(government):
    written = load_demo_results(on=TODAY, at=NOON)
    assert 0.8 * Person.objects.count() < written <= Person.objects.count()
    assert load_demo_results(on=TODAY, at=NOON) == 0
    assert PerformanceResult.objects.filter(year=2025, cycle="annual").count() == written
    assert PerformanceResult.objects.filter(rater__isnull=True).exists()
    assert PerformanceResult.objects.filter(rater__isnull=False).count() > written // 2


def test_every_predicate_is_that_of_the_matrix(government):
    load_demo_results(on=TODAY, at=NOON)
    day = date(2025, 12, 31)
    for results, behaviour, predicate in PerformanceResult.objects.values_list("results", "behaviour", "predicate"):
        ratings = {"results": Rating(results), "behaviour": Rating(behaviour)}
        assert derived_predicate(**ratings, cycle=Cycle.ANNUAL, on=day).predicate == predicate


def test_without_the_officer_of_the_demonstration_nothing_is_written(db):
    assert load_demo_results(on=TODAY, at=NOON) == 0
