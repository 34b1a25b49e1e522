"""The demonstration shows process and effort: guards, what waits for Budi, and nothing twice."""

import pytest

from pembina.domain.performance.demonstration.effort import load_demo_effort
from pembina.domain.performance.effort_enums import DifficultyState
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import DifficultyAgreement, NamedGuard

pytestmark = pytest.mark.django_db


def test_guards_and_a_proposal_are_there_once(performing):
    plan = performing.plan(state=PlanState.AGREED)
    performing.reads(performing.goal(plan), performing.service())
    told = {"on": performing.today, "at": performing.at}
    assert load_demo_effort(**told) == 1
    assert load_demo_effort(**told) == 0
    guard = NamedGuard.objects.get()
    assert (guard.named_by, guard.figure) == (performing.budi, "share_on_time")
    waits = DifficultyAgreement.objects.get()
    assert (waits.proposed_by, waits.state) == (performing.sari, DifficultyState.PROPOSED)


def test_without_plans_nothing_is_written(performing):
    assert load_demo_effort(on=performing.today, at=performing.at) == 0
    assert not NamedGuard.objects.exists()
