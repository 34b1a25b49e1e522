"""Figures of people's performance: by unit and month, by hand from a few records, with what is left out."""

from datetime import date

import numpy as np
import pytest

from domain.impact.observed import NOON, office
from domain.impact.recorded import Recorded
from pembina.domain.impact.enums import DesignFigure, UnitReach
from pembina.domain.impact.panels import OutcomeSpec, Tables, outcome_table
from pembina.domain.people.operations import merge_units
from pembina.domain.performance.enums import Direction, PeriodCycle
from pembina.domain.performance.models import Appraisal, Indicator, PerformancePlan

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 7, 1), date(2026, 11, 1)
NAN = np.nan


@pytest.fixture
def recorded(rina):
    return Recorded(rina)


@pytest.fixture
def unit():
    return office("9.1")


@pytest.fixture
def four(recorded, unit):
    return recorded.people(unit, 4)


def drawn(figure, units, *, reach=UnitReach.ALONE, first=FIRST, last=LAST, at=NOON):
    return outcome_table(OutcomeSpec(figure), units, reach=reach, first=first, last=last, at=at)


def row(table, number=0):
    return dict(zip([month.month for month in table.months], table.values[number].tolist(), strict=True))


def same(found, wanted):
    return found.keys() == wanted.keys() and np.allclose(
        list(found.values()), [wanted[month] for month in found], equal_nan=True
    )


def reasons(table):
    return {one.reason: one.codes for one in table.excluded}


def test_targets_met_counts_the_latest_realisation_of_the_month_of_each_indicator(recorded, unit, four):
    plans = [recorded.plan(each) for each in four]
    lower = recorded.plan(recorded.people(unit, 1)[0], target=3, direction=Direction.LOWER)
    for indicator in plans:
        recorded.note(indicator, date(2026, 7, 10), 90)
    recorded.note(plans[0], date(2026, 7, 31), 100)
    recorded.note(lower, date(2026, 7, 31), 2)
    table = drawn(DesignFigure.TARGETS_MET, [unit])
    # July: 100 of 100 and 2 days of 3 reach it, 90 three times not; nothing is carried into August.
    assert same(row(table), {7: 40.0, 8: NAN, 9: NAN, 10: NAN, 11: NAN})
    assert table.counts[0].tolist() == [5, 0, 0, 0, 0]
    assert (table.unit.id, table.excluded) == ("%", ())


def test_a_new_version_of_a_plan_is_one_indicator_still(recorded, unit, four):
    plans = [recorded.plan(each) for each in four]
    old = plans[0].goal.plan
    PerformancePlan.objects.filter(pk=old.pk).update(state="replaced")
    held = {name: getattr(old, name) for name in ("person", "assignment", "year", "form", "starts_on", "ends_on")}
    agreed = {"agreed_by": old.agreed_by, "agreed_at": NOON, "proposed_at": NOON, "made_by": old.made_by}
    newer = PerformancePlan.objects.create(version=2, replaces=old, state="agreed", made_at=NOON, **held | agreed)
    goal = newer.goals.create(position=1, words="Izin")
    told = {name: getattr(plans[0], name) for name in ("target", "unit", "direction", "words", "position", "aspects")}
    again = Indicator.objects.create(goal=goal, continues=plans[0], **told)
    for indicator in plans:
        recorded.note(indicator, date(2026, 7, 10), 90)
    recorded.note(again, date(2026, 7, 20), 100)
    assert row(drawn(DesignFigure.TARGETS_MET, [unit]))[7] == 25.0
    assert drawn(DesignFigure.REPORTS_IN_TIME, [unit]).counts[0, 0] == 4


def test_reports_in_time_count_whoever_had_a_plan_and_only_what_was_noted_by_the_tenth(recorded, unit, four):
    plans = [recorded.plan(each) for each in four]
    recorded.note(plans[0], date(2026, 7, 31), 10, noted=date(2026, 8, 10))
    recorded.note(plans[1], date(2026, 7, 31), 10, noted=date(2026, 8, 11))
    recorded.note(plans[2], date(2026, 9, 15), 10)
    late = recorded.plan(recorded.people(unit, 1)[0], agreed=date(2026, 9, 3))
    recorded.note(late, date(2026, 10, 5), 10)
    table = drawn(DesignFigure.REPORTS_IN_TIME, [unit])
    # November is not over; the plan agreed in September counts from September on.
    assert same(row(table), {7: 25.0, 8: 0.0, 9: 20.0, 10: 20.0, 11: NAN})
    assert table.counts[0].tolist() == [4, 4, 5, 5, 0]


def test_a_month_is_known_once_its_last_day_to_note_is_over(recorded, unit, four):
    for each in four:
        recorded.note(recorded.plan(each), date(2026, 10, 31), 10)
    before = drawn(DesignFigure.REPORTS_IN_TIME, [unit], at=NOON.replace(day=10))
    after = drawn(DesignFigure.REPORTS_IN_TIME, [unit], at=NOON.replace(day=11))
    assert np.isnan(row(before)[10])
    assert row(after)[10] == 100.0


def test_feedback_counts_those_who_were_there_at_the_end_of_the_month(recorded, unit, four):
    other = office("9.2")
    five = recorded.people(other, 5)
    recorded.say(five[0], four[0], date(2026, 8, 3))
    recorded.say(four[0], four[1], date(2026, 9, 1))
    recorded.say(four[0], four[2], date(2026, 9, 30))
    recorded.say(five[1], five[2], date(2026, 10, 2))
    recorded.move(five[1], unit, on=date(2026, 10, 15))
    table = drawn(DesignFigure.FEEDBACK_SHARE, [unit, other])
    # Nobody kept notes before August: that is missing, afterwards none is nought.
    assert same(row(table), {7: NAN, 8: 0.0, 9: 25.0, 10: 20.0, 11: NAN})
    assert same(row(table, 1), {7: NAN, 8: 20.0, 9: 0.0, 10: 0.0, 11: NAN})
    assert table.counts.tolist() == [[0, 4, 4, 5, 0], [0, 5, 5, 4, 0]]


def test_predicates_of_a_quarter_stand_at_its_last_month_and_nowhere_else(recorded, unit, four):
    for number, good in ((1, 1), (2, 3), (3, 4)):
        period = recorded.period(PeriodCycle.QUARTERLY, number)
        for place, each in enumerate(four):
            predicate = "good" if place < good else "needs_improvement"
            recorded.appraise(period, each, predicate, unit=unit)
    table = drawn(DesignFigure.GOOD_PREDICATES, [unit], first=date(2026, 1, 1))
    assert row(table) == {3: 25.0, 6: 75.0, 9: 100.0}
    assert table.counts.tolist() == [[4, 4, 4]]


def test_of_two_results_the_own_signed_one_holds_and_the_month_before_the_quarter(recorded, unit, four):
    period = recorded.period(PeriodCycle.QUARTERLY, 3)
    recorded.appraise(period, four[0], "poor", unit=unit)
    recorded.appraise(period, four[1], "poor", unit=unit, signed=False)
    for each in four:
        recorded.read(each, (7, 9), "good")
    recorded.read(four[3], (9, 9), "very_poor")
    recorded.read(four[3], (7, 7), "good")
    table = drawn(DesignFigure.GOOD_PREDICATES, [unit])
    # Sari's own stands against what was read; a draft does not; September stands before the quarter.
    assert row(table) == {9: 50.0}
    assert table.counts.tolist() == [[4]]
    assert reasons(table) == {"few_people": ("9.1",)}


def test_fewer_than_four_people_are_never_a_figure(recorded, unit):
    few, none = office("9.2"), office("9.3")
    for each in (*recorded.people(unit, 4), *recorded.people(few, 3)):
        recorded.note(recorded.plan(each), date(2026, 7, 31), 100)
    table = drawn(DesignFigure.TARGETS_MET, [unit, few, none])
    assert np.isfinite(table.values).sum(axis=1).tolist() == [1, 0, 0]
    assert table.counts.sum(axis=1).tolist() == [4, 0, 0]
    assert reasons(table) == {"few_people": ("9.2",), "no_staff": ("9.3",)}


def test_a_unit_with_people_and_no_records_has_no_data_and_a_merged_one_ends(recorded, unit, four):
    idle, gone = office("9.2"), office("9.3")
    recorded.people(idle, 4)
    for each in (*four, *recorded.people(gone, 4)):
        plan = recorded.plan(each)
        for month in (7, 8, 9, 10):
            recorded.note(plan, date(2026, month, 28), 100)
    merge_units(unit=gone, into=unit, on=date(2026, 9, 15), by=None, at=NOON)
    gone.refresh_from_db()
    table = drawn(DesignFigure.TARGETS_MET, [unit, idle, gone])
    assert reasons(table) == {"merged": ("9.3",), "no_data": ("9.2",)}
    assert np.isfinite(table.values[2]).tolist() == [True, True, False, False, False]


def test_people_below_a_unit_count_where_the_design_says_so(recorded, unit, four):
    below = office("9.1.1", unit)
    for each in (*four[:2], *recorded.people(below, 2)):
        recorded.note(recorded.plan(each), date(2026, 7, 31), 100)
    alone = drawn(DesignFigure.TARGETS_MET, [unit])
    whole = drawn(DesignFigure.TARGETS_MET, [unit], reach=UnitReach.AND_BELOW)
    assert np.isnan(row(alone)[7])
    assert row(whole)[7] == 100.0


@pytest.mark.parametrize("figure", [one for one in DesignFigure if one.is_of_performance])
def test_one_query_reads_a_figure_whatever_the_number_of_units(figure, recorded, django_assert_max_num_queries):
    units = [office(f"9.{number}") for number in range(1, 6)]
    period = recorded.period(PeriodCycle.QUARTERLY, 3)
    for each in units:
        for person in recorded.people(each, 4):
            recorded.note(recorded.plan(person), date(2026, 7, 31), 100)
            recorded.appraise(period, person, "good", unit=each)
    tables = Tables(units, reach=UnitReach.ALONE, first=FIRST, last=LAST, at=NOON)
    _ = tables.stays
    with django_assert_max_num_queries(1):
        tables.of(OutcomeSpec(figure))


def test_an_exempt_or_unrated_appraisal_is_no_result(recorded, unit, four):
    period = recorded.period(PeriodCycle.QUARTERLY, 3)
    for each in four:
        Appraisal.objects.create(period=period, person=each, unit=unit, state="exempt")
    table = drawn(DesignFigure.GOOD_PREDICATES, [unit])
    assert table.months == ()
    assert reasons(table) == {"no_data": ("9.1",)}
