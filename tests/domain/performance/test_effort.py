"""Process and effort: difficulty agreed by both, guards named at the start, steps read from times."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from domain.services.results.survey_answers import a_round, answers
from pembina.core.rules.effort_record import AgreementState, ImprovementState
from pembina.domain.access.events import AuditEvent
from pembina.domain.performance import effort_refusals as refusals
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState
from pembina.domain.performance.enums import Difficulty, PlanState, ReadFigure
from pembina.domain.performance.models import DifficultyAgreement, Goal, Indicator, NamedGuard, Realisation
from pembina.domain.performance.operations.agreeing import agree_expectations
from pembina.domain.performance.operations.effort import (
    GuardTold,
    agree_difficulty,
    name_guard,
    propose_difficulty,
    withdraw_difficulty,
    withdraw_guard,
)
from pembina.domain.performance.operations.plans import propose_expectations, revise_expectations
from pembina.domain.performance.plan_refusals import PlanStepError
from pembina.domain.performance.queries.effort import effort_of, span_of_year
from pembina.domain.performance.queries.effort_reach import efforts_open_to

pytestmark = pytest.mark.django_db
JANUARY = datetime(2026, 1, 12, 3, tzinfo=UTC)
DEMANDING, NEW_GROUND = DegreeOfDifficulty.DEMANDING, DegreeOfDifficulty.NEW_GROUND


@pytest.fixture
def goal(performing):
    """Return a result of Sari's plan, which was agreed in January."""
    return performing.goal(performing.plan(state=PlanState.AGREED, agreed_at=JANUARY, proposed_at=JANUARY))


def proposed(performing, goal, degree=DEMANDING, by=None, at=JANUARY):
    return propose_difficulty(goal=goal, degree=degree, reason="Belum ada contohnya", by=by or performing.sari, at=at)


def work(performing, at=None):
    found = effort_of(performing.of_sari, span=span_of_year(2026), at=at or performing.at)
    return found.works[0]


def test_one_proposes_and_the_other_agrees_with_both_names_and_days(performing, goal):
    agree_difficulty(proposal=proposed(performing, goal), by=performing.budi, at=JANUARY + timedelta(days=1))
    found = work(performing)
    (told,) = found.told.agreed
    assert (told.proposed_by, told.agreed_by) == (performing.sari.display_name, performing.budi.display_name)
    assert (told.proposed_on, told.agreed_on) == (date(2026, 1, 12), date(2026, 1, 13))
    assert found.record.difficulty.state is AgreementState.AGREED
    assert AuditEvent.objects.filter(operation="agree_difficulty", concerns=performing.sari.username).exists()


def test_nobody_agrees_to_the_own_proposal(performing, goal):
    made = proposed(performing, goal)
    with pytest.raises(refusals.OwnProposalError):
        agree_difficulty(proposal=made, by=performing.sari, at=JANUARY)
    with pytest.raises(refusals.NotOfTheTwoError):
        agree_difficulty(proposal=made, by=performing.rina, at=JANUARY)
    assert DifficultyAgreement.objects.get().state == DifficultyState.PROPOSED


def test_a_draft_has_no_difficulty(performing):
    goal = performing.goal(performing.plan(state=PlanState.DRAFT))
    with pytest.raises(PlanStepError):
        proposed(performing, goal)


def test_another_degree_answers_and_what_was_agreed_stays_beside(performing, goal):
    first = proposed(performing, goal)
    answer = proposed(performing, goal, NEW_GROUND, by=performing.budi)
    first.refresh_from_db()
    assert first.state == DifficultyState.COUNTERED
    agree_difficulty(proposal=answer, by=performing.sari, at=JANUARY)
    later = proposed(performing, goal, DEMANDING, at=JANUARY + timedelta(days=170))
    agree_difficulty(proposal=later, by=performing.budi, at=JANUARY + timedelta(days=170))
    found = work(performing)
    assert [one.degree for one in found.told.agreed] == [NEW_GROUND, DEMANDING]
    assert found.record.difficulty.state is AgreementState.AGREED_LATE


def test_two_browsers_at_once_and_the_same_degree_twice(performing, goal):
    made = proposed(performing, goal)
    with pytest.raises(refusals.DifficultyOpenError):
        proposed(performing, goal, NEW_GROUND)
    with pytest.raises(refusals.DifficultySameError):
        proposed(performing, goal, by=performing.budi)
    withdraw_difficulty(proposal=made, by=performing.sari, at=JANUARY)
    with pytest.raises(refusals.DifficultyEndedError):
        agree_difficulty(proposal=made, by=performing.budi, at=JANUARY)
    assert work(performing).record.difficulty.state is AgreementState.MISSING


def test_a_degree_in_the_plan_is_agreed_with_the_plan(performing, goal):
    Goal.objects.filter(pk=goal.pk).update(difficulty=Difficulty.NEW_GROUND)
    (told,) = work(performing).told.agreed
    assert (told.degree, told.is_of_plan, told.agreed_on) == (NEW_GROUND, True, date(2026, 1, 12))


def test_a_new_version_keeps_difficulty_and_guards(performing, goal):
    one = performing.reads(goal, performing.service())
    agree_difficulty(proposal=proposed(performing, goal), by=performing.budi, at=JANUARY)
    name_guard(indicator=one, told=on_time(one.service), by=performing.sari, at=JANUARY)
    new = revise_expectations(plan=goal.plan, by=performing.sari, at=performing.at)
    propose_expectations(plan=new, by=performing.sari, at=performing.at)
    agree_expectations(plan=new, by=performing.budi, at=performing.at)
    found = work(performing)
    assert found.goal.plan_id == new.pk
    assert found.record.difficulty.state is AgreementState.AGREED
    assert [guard.is_late for guard in found.indicators[0].guards] == [False]


def test_what_a_later_version_brings_begins_with_it(performing, goal):
    agreed = datetime(2026, 7, 1, 3, tzinfo=UTC)
    goal.plan.state = PlanState.REPLACED
    goal.plan.save()
    new = performing.plan(state=PlanState.AGREED, version=2, replaces=goal.plan, agreed_at=agreed)
    brought = performing.goal(new, "Perizinan daring")
    at = agreed + timedelta(days=10)
    agree_difficulty(proposal=proposed(performing, brought, at=at), by=performing.budi, at=at)
    assert work(performing).record.difficulty.state is AgreementState.AGREED


def on_time(service, tolerated="0"):
    return GuardTold(Decimal(tolerated), service=service, figure=ReadFigure.SHARE_ON_TIME)


def skm(service, tolerated="1"):
    return GuardTold(Decimal(tolerated), service=service, figure=ReadFigure.SATISFACTION)


@pytest.mark.parametrize(
    ("scores_now", "state"), [(3, ImprovementState.RECOGNISED), (2, ImprovementState.QUALITY_FELL)]
)
def test_faster_is_recognised_only_where_satisfaction_held(performing, goal, scores_now, state):
    one = performing.reads(goal, performing.service())
    performing.serve(one.service, received=date(2026, 6, 8), days=[2] * 9)
    name_guard(indicator=one, told=skm(one.service), by=performing.sari, at=JANUARY)
    rounds = a_round(performing.office)
    answers(rounds, (20, 3), service=one.service, answered_on=date(2025, 9, 1))
    answers(rounds, (20, scores_now), service=one.service, answered_on=date(2026, 9, 1))
    (improved,) = work(performing).indicators
    assert (improved.found.improved, improved.found.state) == (Decimal(19), state)
    assert improved.guards[0].missing == ()


def test_a_guard_that_was_not_measured_says_why(performing, goal):
    one = performing.reads(goal, performing.service())
    performing.serve(one.service, received=date(2026, 6, 8), days=[2] * 9)
    name_guard(indicator=one, told=skm(one.service), by=performing.budi, at=JANUARY)
    (improved,) = work(performing).indicators
    assert improved.found.state is ImprovementState.GUARD_UNKNOWN
    assert len(improved.guards[0].missing) == 2


def test_another_indicator_of_the_plan_guards(performing, goal):
    one = performing.indicator(goal, baseline=Decimal(50))
    told = {"direction": "lower", "unit": "berkas diulang", "baseline": Decimal(4), "target": Decimal(4)}
    beside = performing.indicator(goal, "Berkas diulang", **told)
    name_guard(indicator=one, told=GuardTold(Decimal(2), beside=beside), by=performing.sari, at=JANUARY)
    said = {"until": date(2026, 9, 30), "words": "Register", "noted_by": performing.sari, "noted_at": performing.at}
    Realisation.objects.create(indicator=one, amount=90, **said)
    assert work(performing).indicators[0].found.state is ImprovementState.GUARD_UNKNOWN
    Realisation.objects.create(indicator=beside, amount=7, **said)
    assert work(performing).indicators[0].found.state is ImprovementState.QUALITY_FELL


def test_a_guard_named_after_the_first_realisation_is_late_and_stays(performing, goal):
    one = performing.indicator(goal)
    service, at = performing.service(), JANUARY + timedelta(days=3)
    early = name_guard(indicator=one, told=skm(service), by=performing.sari, at=JANUARY)
    Realisation.objects.create(
        indicator=one, until=date(2026, 1, 12), amount=9, words="Register", noted_by=performing.sari, noted_at=at
    )
    late = name_guard(indicator=one, told=on_time(service), by=performing.sari, at=at + timedelta(hours=1))
    assert [each.is_late for each in work(performing).indicators[0].guards] == [False, True]
    for guard in (early, late):
        with pytest.raises(refusals.GuardStaysError):
            withdraw_guard(guard=guard, by=performing.sari, at=at + timedelta(hours=2))


def test_a_guard_is_taken_back_while_nothing_is_in_sight(performing, goal):
    one = performing.reads(goal, performing.service())
    made = name_guard(indicator=one, told=skm(one.service), by=performing.sari, at=JANUARY)
    with pytest.raises(refusals.GuardStaysError):
        withdraw_guard(guard=made, by=performing.budi, at=JANUARY)
    withdraw_guard(guard=made, by=performing.sari, at=JANUARY)
    assert NamedGuard.objects.get().withdrawn_at == JANUARY
    assert work(performing).indicators[0].guards == ()


def bad_guards(performing, goal, one):
    """Yield what cannot guard, with why."""
    measured = {"target": None, "unit": "", "direction": "", "target_words": "Tersedia"}
    in_words = performing.indicator(goal, "Pedoman", **measured)
    elsewhere = performing.indicator(performing.goal(performing.plan(performing.tono, state=PlanState.AGREED)))
    yield GuardTold(Decimal(1), beside=one), refusals.GuardItselfError
    yield GuardTold(Decimal(1), beside=in_words), refusals.GuardUnmeasuredError
    yield GuardTold(Decimal(1), beside=elsewhere), refusals.GuardElsewhereError
    yield GuardTold(Decimal(-1), service=one.service, figure="satisfaction"), refusals.GuardToleranceError
    yield GuardTold(Decimal("NaN"), service=one.service, figure="satisfaction"), refusals.GuardToleranceError
    yield GuardTold(Decimal(1), service=one.service, figure="median_time"), refusals.GuardElsewhereError
    yield GuardTold(Decimal(1)), refusals.GuardElsewhereError


def test_what_cannot_guard_is_refused_with_the_reason(performing, goal):
    one = performing.reads(goal, performing.service())
    for told, error in bad_guards(performing, goal, one):
        with pytest.raises(error):
            name_guard(indicator=one, told=told, by=performing.sari, at=JANUARY)
    name_guard(indicator=one, told=skm(one.service), by=performing.sari, at=JANUARY)
    with pytest.raises(refusals.GuardNamedError):
        name_guard(indicator=one, told=skm(one.service, "5"), by=performing.budi, at=JANUARY)


def test_the_share_on_time_cannot_guard_itself(performing, goal):
    fields = {"figure": ReadFigure.SHARE_ON_TIME, "unit": "%", "direction": "higher", "baseline": 40, "target": 80}
    one = performing.reads(goal, performing.service(), **fields)
    with pytest.raises(refusals.GuardItselfError):
        name_guard(indicator=one, told=on_time(one.service), by=performing.sari, at=JANUARY)
    assert Indicator.objects.get(pk=one.pk).guards.count() == 0


def test_the_person_the_superior_and_human_resources_read_it(performing, person):
    on, sari = performing.today, performing.of_sari
    lia = person("dewi")
    performing.person(lia, unit=performing.other_office)
    readers = {who.username for who in (performing.sari, performing.budi, performing.rina)}
    for who in (performing.sari, performing.budi, performing.rina, lia):
        assert efforts_open_to(who, on=on).filter(pk=sari.pk).exists() is (who.username in readers)
    performing.sari.is_active = False
    assert not efforts_open_to(performing.sari, on=on).exists()
