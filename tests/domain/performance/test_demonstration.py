"""The invented plans: for those who serve citizens, by the rules of any plan, and never a second time."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.performance.demonstration.plans import load_demo_plans
from pembina.domain.performance.enums import PlanState, ReadFigure
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.plan_content import checked_indicator, told_of_indicator
from pembina.domain.services.demonstration import load_demo_catalogue

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    load_demo_government(size=600, on=TODAY, at=NOON)
    load_demo_catalogue(on=TODAY, at=NOON)
    return load_demo_plans(on=TODAY, at=NOON)


def test_sari_goes_from_three_weeks_to_three_days_and_a_colleague_waits_for_budi(loaded):
    assert loaded == PerformancePlan.objects.count() > 50
    plan = PerformancePlan.objects.get(person__nip=PERSONAS["sari"].nip)
    one = Indicator.objects.get(goal__plan=plan, figure=ReadFigure.MEDIAN_TIME)
    assert (plan.state, one.baseline, one.target, one.unit) == (PlanState.AGREED, 21, 3, "hari kerja")
    assert one.goal.supports.plan.person.nip == PERSONAS["budi"].nip
    waiting = PerformancePlan.objects.filter(state=PlanState.PROPOSED, rater__nip=PERSONAS["budi"].nip)
    assert waiting.exists()
    assert not PerformancePlan.objects.filter(person__nip=PERSONAS["dewi"].nip).exists()


def test_every_invented_plan_keeps_the_rules(loaded):
    states = set(PerformancePlan.objects.values_list("state", flat=True))
    assert {PlanState.AGREED, PlanState.PROPOSED} <= states
    assert not Goal.objects.filter(indicators__isnull=True).exists()
    for one in Indicator.objects.select_related("service")[:40]:
        assert checked_indicator(told_of_indicator(one)).unit == one.unit


def test_it_is_loaded_once_and_not_without_services(loaded):
    assert load_demo_plans(on=TODAY, at=NOON) == 0


def test_on_the_first_of_january_nothing_is_agreed_before_its_year():
    first = date(2027, 1, 1)
    load_demo_government(size=300, on=first, at=NOON)
    load_demo_catalogue(on=first, at=NOON)
    load_demo_plans(on=first, at=NOON)
    assert not PerformancePlan.objects.filter(agreed_at__date__lt=first).exists()
