"""Budi sees everybody he leads, agrees in two taps, and the page costs the same for ten as for two hundred."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pembina.domain.performance.enums import PeriodCycle, PlanState
from pembina.domain.performance.models import Appraisal, Feedback
from pembina.domain.performance.operations.making import make_appraisals
from pembina.domain.performance.operations.periods import PeriodTold, days_of, open_period
from pembina.web.components import formatting

pytestmark = pytest.mark.django_db
TEAM = "/tim/"


def test_budi_agrees_in_two_taps(performing, visit):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    budi = visit(performing.budi)
    listed = budi.get(TEAM).text
    assert reverse("team:agree", args=[plan.pk]) in listed
    assert reverse("goals:give_back", args=[plan.pk]) in listed
    page = budi.post(reverse("team:agree", args=[plan.pk]), follow=True)
    assert "ditetapkan" in page.text
    plan.refresh_from_db()
    assert plan.state == PlanState.AGREED
    assert budi.post(reverse("team:agree", args=[plan.pk])).status_code == 404


def test_progress_hours_and_lateness_stand_beside_each_person(performing, visit):
    plan = performing.full_plan(state=PlanState.AGREED)
    plan.goals.get().indicators.get().realisations.create(
        until=performing.today, amount=120, words="Register", noted_by=performing.sari, noted_at=performing.at
    )
    shown = visit(performing.budi).get(TEAM).text
    assert "1 dari 1 tercapai" in shown
    assert ("terlambat" in shown) is (performing.today.month > 1)


def test_the_list_is_searched_filtered_and_sorted(performing, visit):
    performing.full_plan(state=PlanState.PROPOSED)
    budi = visit(performing.budi)
    assert performing.tono.name not in budi.get(TEAM, {"state": "proposed"}).text
    assert performing.of_sari.name not in budi.get(TEAM, {"q": "tono", "sort": "-name"}).text
    assert "Tidak ada yang cocok" in budi.get(TEAM, {"q": "zzz"}).text


def test_who_leads_nobody_is_told(performing, visit, dewi):
    assert "belum memimpin siapa pun" in visit(dewi).get(TEAM).text


def test_a_late_plan_is_for_the_superior_of_the_rater(performing, visit, person):
    lia = person("lia")
    performing.wira.nip = lia.username
    performing.wira.save()
    plan = performing.full_plan(state=PlanState.PROPOSED)
    shown = visit(lia).get(TEAM).text
    assert (reverse("goals:show", args=[plan.pk]) in shown) is (performing.today.month > 1)


def test_ten_people_cost_as_much_as_two_hundred(performing, visit):
    budi, costs = visit(performing.budi), []
    service = performing.service()
    for more in (10, 190):
        for each in performing.crowd(more)[:20]:
            plan = performing.plan(each, state=PlanState.AGREED)
            goal = performing.goal(plan)
            performing.reads(goal, service)
            performing.indicator(goal)
        with CaptureQueriesContext(connection) as counted:
            assert "tercapai" in budi.get(TEAM).text
        costs.append(len(counted))
    assert costs[0] == costs[1]


def test_feedback_appraisals_and_needs_stand_beside_each_person(performing, visit):
    plan = performing.full_plan(state=PlanState.AGREED)
    make_appraisals(period=open_quarter(performing), by=performing.rina, at=performing.at)
    shown = visit(performing.budi).get(TEAM).text
    assert "Belum pernah" in shown
    assert reverse("feedback:write", args=[performing.of_sari.pk]) in shown
    waiting = Appraisal.objects.get(person=performing.of_sari)
    assert waiting.plan == plan
    assert reverse("appraisals:show", args=[waiting.pk]) in shown
    assert "1 indikator tanpa realisasi" in shown
    assert "JP belum tercatat" in shown


def test_a_note_of_a_leader_is_the_last_feedback(performing, visit):
    note = {"situation": "Loket", "behaviour": "Menyapa warga", "tone": "appreciation", "rhythm": "incidental"}
    Feedback.objects.create(
        person=performing.of_sari, author=performing.of_budi, capacity="leader", given_at=performing.at,
        happened_on=performing.today, **note,
    )  # fmt: skip
    shown = visit(performing.budi).get(TEAM, {"q": "sari"}).text
    assert "Belum pernah" not in shown
    assert formatting.day(performing.today) in shown


def open_quarter(performing):
    number = (performing.today.month + 2) // 3
    last = days_of(PeriodTold(PeriodCycle.QUARTERLY, performing.today.year, number))[1]
    told = PeriodTold(PeriodCycle.QUARTERLY, performing.today.year, number, last, last)
    return open_period(told=told, by=performing.rina, at=performing.at)
