"""An indicator that reads the ledger or the survey, beside the same numbers by hand."""

from datetime import date
from decimal import Decimal
from statistics import median_low

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.services.results.survey_answers import a_round, answers
from pembina.core.rules.goal_progress import GoalState
from pembina.domain.performance.enums import Direction, IndicatorSource, PlanState, ReadFigure
from pembina.domain.performance.models import Indicator, Realisation
from pembina.domain.performance.queries.progress import standings_of
from pembina.domain.services.models import ServiceStandard
from pembina.domain.services.recounts import recount_now

pytestmark = pytest.mark.django_db
# Mondays.
JANUARY, MARCH, JUNE = date(2026, 1, 12), date(2026, 3, 2), date(2026, 6, 8)
MID_YEAR = {"month": 7, "day": 1}


def stands(performing, indicator, **moment):
    found = Indicator.objects.select_related("goal__plan").get(pk=indicator.pk)
    return standings_of([found], at=performing.at.replace(**moment))[found.pk]


@pytest.fixture
def waiting(performing):
    """Return the indicator "waktu tunggu 21 -> 3 hari kerja" of an agreed plan."""
    goal = performing.goal(performing.plan(state=PlanState.AGREED))
    return performing.reads(goal, performing.service())


def test_twenty_one_to_three_days_at_two_is_above_target(performing, waiting):
    took = {JANUARY: [4, 4, 3], MARCH: [2, 2, 2], JUNE: [1, 1, 2]}
    for received, days in took.items():
        performing.serve(waiting.service, received=received, days=days)
    by_hand = median_low([day for days in took.values() for day in days])
    assert by_hand == 2
    found = stands(performing, waiting, **MID_YEAR)
    assert (found.realised, found.state, found.reading.count) == (Decimal(2), GoalState.ABOVE, 9)
    # (21 - 2) / (21 - 3), and 3 / 2.
    assert (found.achieved.progress.value, found.achieved.ratio.value) == (Decimal("105.55"), Decimal("150.00"))
    assert (found.reading.first, found.until) == (date(2026, 1, 1), date(2026, 6, 30))


def test_only_the_months_of_the_plan_count(performing):
    goal = performing.goal(performing.plan(state=PlanState.AGREED, starts_on=date(2026, 3, 1)))
    one = performing.reads(goal, performing.service())
    performing.serve(one.service, received=JANUARY, days=[4] * 9)
    performing.serve(one.service, received=MARCH, days=[2] * 5)
    assert stands(performing, one, **MID_YEAR).realised == Decimal(2)


def test_the_share_on_time_is_read(performing, waiting):
    Indicator.objects.filter(pk=waiting.pk).update(
        figure=ReadFigure.SHARE_ON_TIME, unit="%", direction=Direction.HIGHER, baseline=None, target=80
    )
    performing.serve(waiting.service, received=MARCH, days=[2, 2, 3, 3, 4, 4])
    found = stands(performing, waiting, **MID_YEAR)
    # Four of six within three working days.
    assert (found.realised, found.state) == (Decimal("66.666667"), GoalState.BELOW)


def test_too_few_requests_are_missing_and_not_zero(performing, waiting):
    performing.serve(waiting.service, received=MARCH, days=[2, 2, 2, 2])
    found = stands(performing, waiting, **MID_YEAR)
    assert (found.realised, found.state) == (None, GoalState.UNKNOWN)
    assert "kurang dari 5" in found.missing.id


def test_a_plan_that_began_today_has_no_day_yet(performing):
    goal = performing.goal(performing.plan(state=PlanState.AGREED, starts_on=performing.today))
    found = stands(performing, performing.reads(goal, performing.service()))
    assert found.realised is None
    assert "Belum ada hari" in found.missing.id


def test_another_measure_of_the_service_is_said(performing, waiting):
    performing.serve(waiting.service, received=MARCH, days=[2] * 6)
    ServiceStandard.objects.update(promised_amount=240, promised_unit="minutes")
    recount_now(waiting.service.pk)
    found = stands(performing, waiting, **MID_YEAR)
    assert found.realised is None
    assert "jam kerja" in found.missing.id


def surveyed(performing, **told):
    """Return an indicator that reads the index of a service, target 88,30."""
    goal = performing.goal(performing.plan(state=PlanState.AGREED))
    said = {
        "source": IndicatorSource.SURVEY, "figure": ReadFigure.SATISFACTION, "unit": "poin", "baseline": None,
        "direction": Direction.HIGHER, "target": Decimal("80"),
    }  # fmt: skip
    return performing.reads(goal, performing.service(), **said | told)


@pytest.mark.parametrize(("people", "realised"), [(3, None), (20, Decimal("81.25"))])
def test_the_survey_is_read_where_enough_answered(performing, people, realised):
    one = surveyed(performing)
    told = {"service": one.service, "answered_on": MARCH}
    answers(a_round(performing.office), (people - people // 4, 3), (people // 4, 4), **told)
    found = stands(performing, one, **MID_YEAR)
    # 15 x 3 and 5 x 4: 3.25 of 4, times 25.
    assert found.realised == realised
    assert found.reading.count == (people if realised else None)


def test_one_element_of_the_survey_is_read(performing):
    one = surveyed(performing, figure=ReadFigure.SATISFACTION_ELEMENT, element=3, target=Decimal("3.5"))
    scores = [4, 4, 2, 4, 4, 4, 4, 4, 4]
    answers(a_round(performing.office), (10, scores), (10, 4), service=one.service, answered_on=MARCH)
    assert stands(performing, one, **MID_YEAR).realised == Decimal(3)


def test_what_was_reported_last_stands_first_and_carries_over(performing):
    earlier = performing.indicator(performing.goal(performing.plan(state=PlanState.REPLACED)))
    now = performing.plan(state=PlanState.AGREED, version=2, replaces=earlier.goal.plan)
    one = performing.indicator(performing.goal(now), continues=earlier)
    told = {"words": "Register", "noted_by": performing.sari, "noted_at": performing.at}
    Realisation.objects.create(indicator=earlier, until=JUNE, amount=60, **told)
    assert stands(performing, one).realised == 60
    Realisation.objects.create(indicator=one, until=date(2026, 9, 30), amount=140, **told)
    Realisation.objects.create(indicator=one, until=MARCH, amount=30, **told)
    found = stands(performing, one)
    assert (found.realised, found.state, [row.amount for row in found.earlier]) == (140, GoalState.ABOVE, [60, 30])


def test_a_target_in_words_has_no_state(performing):
    plan = performing.plan(state=PlanState.AGREED)
    words = {"target": None, "unit": "", "direction": "", "target_words": "Tersedia"}
    found = stands(performing, performing.indicator(performing.goal(plan), **words))
    assert (found.achieved, found.state) == (None, None)


def test_many_indicators_cost_no_more_queries(performing):
    goal = performing.goal(performing.plan(state=PlanState.AGREED))
    costs = []
    for number in range(2):
        for more in range(1 + 4 * number):
            performing.reads(goal, performing.service(f"S{number}{more}"))
            performing.indicator(goal)
        listed = list(Indicator.objects.select_related("goal__plan"))
        with CaptureQueriesContext(
            connection,
        ) as counted:
            standings_of(listed, at=performing.at)
        costs.append(len(counted))
    assert costs[0] == costs[1]
