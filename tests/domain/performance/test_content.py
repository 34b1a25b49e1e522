"""What stands in a plan: results, indicators, the appendix, what is expected of behaviour, and soft warnings."""

from datetime import date
from decimal import Decimal

import pytest

from pembina.domain.performance.enums import Aspect, CoreValue, Direction, NoteKind, PlanForm, PlanState
from pembina.domain.performance.operations.goals import (
    DOWN,
    MOST_GOALS,
    UP,
    add_goal,
    add_indicator,
    edit_goal,
    edit_indicator,
    move_goal,
    remove_goal,
    remove_indicator,
)
from pembina.domain.performance.operations.notes import expect_behaviour, put_plan_notes
from pembina.domain.performance.operations.realisations import note_realisation
from pembina.domain.performance.plan_content import GoalTold, IndicatorTold, told_of_indicator
from pembina.domain.performance.plan_refusals import (
    MeasureIncompleteError,
    NotYourExpectationsError,
    PerspectiveElsewhereError,
    PlanStepError,
    ReadingIncompleteError,
    RealisationDayError,
    RealisationIncompleteError,
    RealisationReadError,
    SupportsElsewhereError,
    TargetMissingError,
    TooManyPartsError,
    UnusableAmountError,
    WordsMissingError,
)
from pembina.domain.performance.plan_warnings import warnings_of

pytestmark = pytest.mark.django_db
MEASURED = {"target": Decimal(3), "unit": "hari", "direction": Direction.LOWER, "aspects": (Aspect.TIME,)}


def by_sari(performing):
    return {"by": performing.sari, "at": performing.at}


def test_a_result_supports_the_superior_or_says_it_in_words(performing):
    plan = performing.plan()
    above = performing.goal(performing.plan(performing.of_budi, state=PlanState.PROPOSED), "Izin cepat")
    made = add_goal(plan=plan, told=GoalTold("Berkas rapi", supports=above, supports_words="x"), **by_sari(performing))
    assert (made.supports, made.supports_words) == (above, "")
    edit_goal(goal=made, told=GoalTold("Berkas rapi", supports_words="Izin cepat"), **by_sari(performing))
    made.refresh_from_db()
    assert (made.supports, made.supports_words) == (None, "Izin cepat")


def test_a_result_of_somebody_else_is_none_to_support(performing):
    plan = performing.plan()
    other = performing.goal(performing.plan(performing.tono, state=PlanState.AGREED))
    last_year = performing.goal(performing.plan(performing.of_budi, state=PlanState.AGREED, year=2025))
    for goal in (other, last_year):
        with pytest.raises(SupportsElsewhereError):
            add_goal(plan=plan, told=GoalTold("Berkas", supports=goal), **by_sari(performing))


def test_a_result_has_words_and_a_perspective_only_at_the_top(performing):
    plan = performing.plan()
    with pytest.raises(WordsMissingError):
        add_goal(plan=plan, told=GoalTold(" "), **by_sari(performing))
    with pytest.raises(PerspectiveElsewhereError):
        add_goal(plan=plan, told=GoalTold("A", perspective="budget"), **by_sari(performing))
    plan.form = PlanForm.TOP_QUANTITATIVE
    plan.save()
    assert add_goal(plan=plan, told=GoalTold("A", perspective="budget"), **by_sari(performing)).pk


def test_results_change_places_and_leave(performing):
    plan = performing.plan()
    first, second, third = (performing.goal(plan, words) for words in "ABC")
    move_goal(goal=third, step=UP, **by_sari(performing))
    move_goal(goal=first, step=DOWN, **by_sari(performing))
    move_goal(goal=third, step=UP, **by_sari(performing))
    assert [goal.words for goal in plan.goals.all()] == ["C", "A", "B"]
    remove_goal(goal=second, **by_sari(performing))
    assert [goal.words for goal in plan.goals.all()] == ["C", "A"]


def test_a_plan_has_room_for_so_many_results(performing):
    plan = performing.plan()
    for number in range(MOST_GOALS):
        performing.goal(plan, str(number))
    with pytest.raises(TooManyPartsError):
        add_goal(plan=plan, told=GoalTold("Satu lagi"), **by_sari(performing))


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ({"target": Decimal(3)}, MeasureIncompleteError),
        ({"baseline": Decimal(3)}, MeasureIncompleteError),
        ({"target": Decimal(3), "unit": "hari"}, MeasureIncompleteError),
        ({"unit": "hari", "direction": "lower"}, MeasureIncompleteError),
        ({}, TargetMissingError),
        ({**MEASURED, "target": Decimal("1e17")}, UnusableAmountError),
        ({**MEASURED, "words": ""}, WordsMissingError),
        ({**MEASURED, "source": "service", "figure": "median_time"}, ReadingIncompleteError),
    ],
)
def test_an_indicator_is_measured_whole_or_told_in_words(performing, told, refused):
    goal = performing.goal(performing.plan())
    with pytest.raises(refused):
        add_indicator(goal=goal, told=IndicatorTold(**{"words": "Waktu"} | told), **by_sari(performing))


@pytest.mark.parametrize(
    "told",
    [
        {"target": Decimal(150), "unit": "%", "direction": "higher"},
        {"target": Decimal(3), "baseline": Decimal(21), "unit": "hari", "direction": "lower"},
        {"target": Decimal(-2), "unit": "poin", "direction": "higher"},
        {"target_words": "Tersedia dan dipakai"},
    ],
)
def test_targets_may_fall_exceed_a_hundred_percent_or_stand_in_words(performing, told):
    goal = performing.goal(performing.plan())
    made = add_indicator(goal=goal, told=IndicatorTold("Waktu", **told), **by_sari(performing))
    made.refresh_from_db()
    assert told_of_indicator(made).target == told.get("target")


def test_an_indicator_that_is_read_takes_the_unit_of_what_it_reads(performing):
    goal, service = performing.goal(performing.plan()), performing.service()
    told = IndicatorTold("Waktu", **MEASURED | {"source": "service", "service": service, "figure": "median_time"})
    made = add_indicator(goal=goal, told=told, **by_sari(performing))
    assert made.unit == "hari kerja"
    with pytest.raises(ReadingIncompleteError):
        edit_indicator(
            indicator=made, told=IndicatorTold("Waktu", source="survey", service=service), **by_sari(performing)
        )


def test_another_measure_does_not_continue_the_earlier_version(performing):
    first = performing.indicator(performing.goal(performing.plan(state=PlanState.REPLACED, year=2025)))
    made = performing.indicator(performing.goal(performing.plan()), continues=first)
    edit_indicator(indicator=made, told=IndicatorTold("Lain", **MEASURED), **by_sari(performing))
    made.refresh_from_db()
    assert made.continues is None
    remove_indicator(indicator=made, **by_sari(performing))
    assert not made.goal.indicators.exists()


@pytest.mark.parametrize("state", [PlanState.PROPOSED, PlanState.AGREED, PlanState.REPLACED, PlanState.DROPPED])
def test_what_was_proposed_is_not_written_any_more(performing, state):
    goal = performing.goal(performing.plan(state=state))
    with pytest.raises(PlanStepError):
        edit_goal(goal=goal, told=GoalTold("Lain"), **by_sari(performing))


def test_nobody_else_writes_in_a_plan(performing):
    plan = performing.plan()
    with pytest.raises(NotYourExpectationsError):
        add_goal(plan=plan, told=GoalTold("Lain"), by=performing.budi, at=performing.at)


def test_the_appendix_is_written_line_by_line(performing):
    plan = performing.plan()
    told = {NoteKind.RESOURCE: ["Dua komputer", " "], NoteKind.CONSEQUENCE: ["Penghargaan"]}
    put_plan_notes(plan=plan, told=told, **by_sari(performing))
    put_plan_notes(plan=plan, told=told | {NoteKind.CONSEQUENCE: []}, **by_sari(performing))
    assert list(plan.notes.values_list("kind", "words")) == [("resource", "Dua komputer")]
    with pytest.raises(TooManyPartsError):
        put_plan_notes(plan=plan, told={NoteKind.RESOURCE: ["x"] * 13}, **by_sari(performing))


def test_the_rater_says_what_is_expected_of_a_proposed_plan(performing):
    plan = performing.full_plan()
    expect_behaviour(plan=plan, told={CoreValue.LOYAL: "Menjaga rahasia"}, **by_sari(performing))
    plan.state, plan.proposed_at = PlanState.PROPOSED, performing.at
    plan.save()
    with pytest.raises(NotYourExpectationsError):
        expect_behaviour(plan=plan, told={}, **by_sari(performing))
    expect_behaviour(plan=plan, told={CoreValue.ADAPTIVE: "Belajar"}, by=performing.budi, at=performing.at)
    assert [one.value for one in plan.expectations.all()] == ["adaptive"]


def test_the_regulation_warns_and_blocks_nothing(performing):
    plan = performing.plan()
    goal = performing.goal(plan, "Semua izin terbit")
    performing.indicator(goal)
    found = warnings_of(plan, plan.goals.prefetch_related("indicators"), on=performing.today)
    assert [warning.goal for warning in found] == [goal.pk, goal.pk]
    assert "Semua" in found[0].because.id
    assert "kualitas, waktu atau kecepatan, biaya" in found[1].because.id
    goal.risk = "life"
    goal.save()
    left = warnings_of(plan, plan.goals.prefetch_related("indicators"), on=performing.today)
    assert len(left) == 1
    plan.form = PlanForm.TOP_QUALITATIVE
    top = warnings_of(plan, plan.goals.prefetch_related("indicators"), on=performing.today)
    assert "anggaran" in top[0].because.id


def test_a_correction_stands_beside_what_it_corrects(performing):
    one = performing.indicator(performing.goal(performing.plan(state=PlanState.AGREED)))
    told = {"indicator": one, "until": date(2026, 6, 30), "words": "Buku register"} | by_sari(performing)
    note_realisation(amount=Decimal(130), **told)
    note_realisation(amount=Decimal(120), **told)
    assert [row.amount for row in one.realisations.all()] == [Decimal(120), Decimal(130)]


def test_what_cannot_be_noted(performing):
    plan = performing.plan(state=PlanState.AGREED)
    goal, by = performing.goal(plan), by_sari(performing)
    one = performing.indicator(goal)
    told = {"indicator": one, "until": date(2026, 6, 30), "amount": Decimal(1), "words": "Bukti"}
    for wrong, refused in (
        ({"amount": None}, RealisationIncompleteError),
        ({"words": " "}, RealisationIncompleteError),
        ({"until": date(2026, 11, 23)}, RealisationDayError),
        ({"until": date(2025, 12, 31)}, RealisationDayError),
        ({"amount": Decimal("1e18")}, UnusableAmountError),
        ({"indicator": performing.reads(goal, performing.service())}, RealisationReadError),
    ):
        with pytest.raises(refused):
            note_realisation(**told | wrong | by)
    with pytest.raises(NotYourExpectationsError):
        note_realisation(**told, by=performing.budi, at=performing.at)
