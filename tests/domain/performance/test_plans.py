"""A plan from draft to agreed, and everything that ends elsewhere."""

from datetime import date, datetime, timedelta

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import DelegationKind, LegalPosition
from pembina.domain.people.models import Delegation
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.operations.agreeing import agree_expectations, return_expectations
from pembina.domain.performance.operations.plans import (
    copy_expectations,
    draft_expectations,
    drop_expectations,
    propose_expectations,
    recall_expectations,
    revise_expectations,
)
from pembina.domain.performance.plan_refusals import (
    GoalUnseenError,
    NoRaterError,
    NothingExpectedError,
    NothingToCopyError,
    NotYourExpectationsError,
    PlanInTheMakingError,
    PlanningExemptError,
    PlanStepError,
    PlanYearError,
    PositionEndedError,
    ReturnReasonError,
)

pytestmark = pytest.mark.django_db


def draft(performing, **told):
    said = {"person": performing.of_sari, "year": 2026, "by": performing.sari, "at": performing.at}
    return draft_expectations(**said | told)


def test_a_plan_begins_in_the_main_position_of_the_day(performing):
    plan = draft(performing)
    held = performing.of_sari.assignments.get()
    assert (plan.assignment, plan.form, plan.state) == (held, PlanForm.QUANTITATIVE, PlanState.DRAFT)
    assert (plan.starts_on, plan.ends_on) == (date(2026, 1, 1), date(2026, 12, 31))
    assert events_on(plan).get().operation == "draft_expectations"


def test_the_head_of_an_office_begins_on_the_form_of_top_officials(performing, person):
    lia = person("lia")
    head = performing.person(lia, position="Kepala Badan Contoh", kind="structural", unit=performing.agency)
    assert draft(performing, person=head, by=lia).form == PlanForm.TOP_QUANTITATIVE


def test_a_position_taken_up_in_the_year_plans_from_that_day(performing, person):
    lia = person("lia")
    new = performing.person(lia, superior=performing.of_budi, since=date(2026, 5, 4))
    assert draft(performing, person=new, by=lia).starts_on == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("position", "letter"),
    [
        (LegalPosition.SUSPENDED, "huruf b"),
        (LegalPosition.UNPAID_LEAVE, "huruf c"),
        (LegalPosition.UNPAID_LEAVE_EXTENDED, "huruf c"),
        (LegalPosition.BEFORE_RETIREMENT, "huruf d"),
    ],
)
def test_who_is_exempt_is_told_the_article(performing, position, letter):
    performing.of_sari.legal_position = position
    performing.of_sari.save()
    with pytest.raises(PlanningExemptError, match=letter):
        draft(performing)


def test_nobody_begins_a_plan_for_somebody_else(performing):
    with pytest.raises(NotYourExpectationsError):
        draft(performing, by=performing.budi)


def test_one_plan_for_a_position_and_year(performing):
    draft(performing)
    with pytest.raises(PlanInTheMakingError):
        draft(performing)


@pytest.mark.parametrize(("month", "refused"), [(11, True), (12, False)])
def test_next_year_is_planned_from_december_on(performing, month, refused):
    at = performing.at.replace(month=month)
    if not refused:
        assert draft(performing, year=2027, at=at).year == 2027
        return
    with pytest.raises(PlanYearError):
        draft(performing, year=2027, at=at)


def test_the_last_agreed_plan_is_copied_with_everything(performing):
    above = performing.goal(performing.plan(performing.of_budi, state=PlanState.AGREED, year=2025), "Izin cepat")
    source = performing.plan(state=PlanState.AGREED, year=2025)
    performing.indicator(performing.goal(source, supports=above))
    source.notes.create(kind="resource", position=1, words="Dua komputer")
    source.expectations.create(value="loyal", words="Menjaga rahasia")
    made = copy_expectations(person=performing.of_sari, year=2026, by=performing.sari, at=performing.at)
    goal = made.goals.get()
    assert (goal.supports, goal.supports_words) == (None, "Izin cepat")
    assert goal.indicators.get().continues is None
    assert (made.notes.get().words, made.expectations.get().value) == ("Dua komputer", "loyal")


def test_nothing_agreed_is_nothing_to_copy(performing):
    performing.plan(state=PlanState.RETURNED, year=2025)
    with pytest.raises(NothingToCopyError):
        copy_expectations(person=performing.of_sari, year=2026, by=performing.sari, at=performing.at)


def test_proposing_keeps_the_rater(performing):
    plan = performing.full_plan()
    propose_expectations(plan=plan, by=performing.sari, at=performing.at)
    plan.refresh_from_db()
    assert (plan.state, plan.rater, plan.proposed_at) == (PlanState.PROPOSED, performing.of_budi, performing.at)
    recall_expectations(plan=plan, by=performing.sari, at=performing.at)
    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT


def test_a_plan_is_proposed_with_results_that_can_be_seen_and_to_somebody(performing):
    plan = performing.plan()
    with pytest.raises(NothingExpectedError):
        propose_expectations(plan=plan, by=performing.sari, at=performing.at)
    goal = performing.goal(plan)
    with pytest.raises(GoalUnseenError, match="Izin terbit"):
        propose_expectations(plan=plan, by=performing.sari, at=performing.at)
    performing.indicator(goal)
    performing.of_sari.assignments.update(superior=None)
    with pytest.raises(NoRaterError):
        propose_expectations(plan=plan, by=performing.sari, at=performing.at)


def test_agreeing_leaves_both_names_and_dates(performing):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    agree_expectations(plan=plan, by=performing.budi, at=performing.at + timedelta(hours=1))
    plan.refresh_from_db()
    assert (plan.state, plan.agreed_by) == (PlanState.AGREED, performing.budi)
    assert (plan.proposed_at, plan.agreed_at) == (performing.at, performing.at + timedelta(hours=1))


def test_of_two_who_agree_at_once_the_second_is_told(performing):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    same = PerformancePlan.objects.get(pk=plan.pk)
    agree_expectations(plan=plan, by=performing.budi, at=performing.at)
    with pytest.raises(PlanStepError, match="Ditetapkan"):
        return_expectations(plan=same, comment="Terlambat", by=performing.budi, at=performing.at)


def test_a_plan_comes_back_with_words(performing):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    with pytest.raises(ReturnReasonError):
        return_expectations(plan=plan, comment=" ", by=performing.budi, at=performing.at)
    return_expectations(plan=plan, comment="Targetnya?", by=performing.budi, at=performing.at)
    plan.refresh_from_db()
    assert (plan.state, plan.comment) == (PlanState.RETURNED, "Targetnya?")
    propose_expectations(plan=plan, by=performing.sari, at=performing.at)
    plan.refresh_from_db()
    assert plan.comment == ""


def test_neither_the_person_nor_a_stranger_agrees(performing, dewi):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    for other in (performing.sari, dewi, performing.rina):
        with pytest.raises(NotYourExpectationsError):
            agree_expectations(plan=plan, by=other, at=performing.at)


def test_who_stands_in_agrees_in_place_of_the_rater(performing, dewi):
    stand_in = performing.person(dewi, unit=performing.other_office)
    Delegation.objects.create(
        person=stand_in,
        unit=performing.office,
        kind=DelegationKind.DAILY,
        starts_on=performing.today,
        ends_on=performing.today,
        letter="800/1",
    )
    plan = performing.full_plan(state=PlanState.PROPOSED)
    with pytest.raises(NotYourExpectationsError):
        agree_expectations(plan=plan, by=performing.budi, at=performing.at)
    agree_expectations(plan=plan, by=dewi, at=performing.at)
    assert events_on(plan).get(operation="agree_expectations").acting_as == "Pelaksana harian (Plh) 800/1"


def of_wira(performing, person):
    """Return the account of the superior of the rater."""
    lia = person("lia")
    performing.wira.nip = lia.username
    performing.wira.save()
    return lia


@pytest.mark.parametrize(("day", "may"), [(date(2026, 1, 31), False), (date(2026, 2, 1), True)])
def test_after_january_the_superior_of_the_rater_agrees_too(performing, person, day, may):
    above, plan = of_wira(performing, person), performing.full_plan(state=PlanState.PROPOSED)
    at = datetime.combine(day, performing.at.timetz())
    if not may:
        with pytest.raises(NotYourExpectationsError):
            agree_expectations(plan=plan, by=above, at=at)
        return
    agree_expectations(plan=plan, by=above, at=at)
    assert events_on(plan).get(operation="agree_expectations").acting_as == "superior_of_rater"


@pytest.mark.parametrize("told", [{"starts_on": date(2026, 3, 1)}, {"version": 2}])
def test_a_later_plan_of_the_year_has_no_january(performing, person, told):
    if "version" in told:
        told = told | {"replaces": performing.full_plan(state=PlanState.AGREED)}
    above, plan = of_wira(performing, person), performing.full_plan(state=PlanState.PROPOSED, **told)
    with pytest.raises(NotYourExpectationsError):
        agree_expectations(plan=plan, by=above, at=performing.at)


def test_a_new_version_replaces_the_agreed_one_when_it_is_agreed(performing):
    first = performing.full_plan(state=PlanState.AGREED)
    new = revise_expectations(plan=first, by=performing.sari, at=performing.at)
    assert (new.version, new.replaces) == (2, first)
    assert new.goals.get().indicators.get().continues == first.goals.get().indicators.get()
    first.refresh_from_db()
    assert first.state == PlanState.AGREED
    propose_expectations(plan=new, by=performing.sari, at=performing.at)
    agree_expectations(plan=new, by=performing.budi, at=performing.at)
    first.refresh_from_db()
    assert first.state == PlanState.REPLACED


def test_a_dropped_version_is_taken_up_again(performing):
    first = performing.full_plan(state=PlanState.AGREED)
    new = revise_expectations(plan=first, by=performing.sari, at=performing.at)
    new.goals.update(words="Lain")
    drop_expectations(plan=new, by=performing.sari, at=performing.at)
    again = revise_expectations(plan=first, by=performing.sari, at=performing.at)
    assert (again.pk, again.state) == (new.pk, PlanState.DRAFT)
    assert again.goals.get().words == first.goals.get().words


def test_a_position_that_ended_is_not_planned_further(performing):
    plan = performing.full_plan(state=PlanState.AGREED)
    performing.of_sari.assignments.update(ends_on=date(2026, 6, 30))
    with pytest.raises(PositionEndedError):
        revise_expectations(plan=plan, by=performing.sari, at=performing.at)
