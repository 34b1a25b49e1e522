"""The table of an outcome holds the figures of the ledger and of the survey, and says what it leaves out."""

from datetime import date, datetime

import numpy as np
import pytest

from domain.impact.observed import DAYS, HOURS, NOON, answer, count, office, serve, service
from pembina.core.rules.service_time import Tally, service_figures, timeline_up_to
from pembina.domain.development.enums import OutcomeFigure
from pembina.domain.impact.enums import UnitReach
from pembina.domain.impact.panels import OutcomeSpec, Tables, outcome_table
from pembina.domain.people.operations import edit_unit, merge_units
from pembina.domain.services.models import MonthlyTally
from pembina.domain.services.operations.services import move_service
from pembina.domain.services.service_figures import figures_of
from pembina.domain.services.tally_basis import bases_of
from pembina.domain.services.tally_cells import cell_of

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 7, 1), date(2026, 11, 1)
MONTHS = [date(2026, month, 1) for month in range(7, 12)]
MEDIAN, P90, ON_TIME = (
    OutcomeSpec(figure) for figure in (OutcomeFigure.MEDIAN_TIME, OutcomeFigure.P90_TIME, OutcomeFigure.SHARE_ON_TIME)
)
INDEX = OutcomeSpec(OutcomeFigure.SATISFACTION)
MICROSECONDS_IN_AN_HOUR = 3_600_000_000


def drawn(spec, units, *, reach=UnitReach.ALONE, first=FIRST, last=LAST):
    return outcome_table(spec, units, reach=reach, first=first, last=last, at=NOON)


def served(made, *, measure=DAYS, months=MONTHS, requests=25, seed=0, days=4.0):
    for number, month in enumerate(months):
        serve(made, month=month, requests=requests, seed=seed + number, days=days, measure=measure)
    count(made)
    return made


def reasons(table):
    return {one.reason: one.codes for one in table.excluded}


@pytest.mark.parametrize("measure", [DAYS, HOURS])
def test_the_figures_of_one_service_are_those_of_the_ledger(measure):
    unit = office("9.1")
    made = served(service(unit, "A", measure), measure=measure, requests=40)
    ledger = figures_of([made.pk], first=FIRST, last=LAST, at=NOON, by_month=True, seen_whole=[made.pk])[made.pk]
    scale = 1 if measure == DAYS else MICROSECONDS_IN_AN_HOUR
    tables = {spec.figure: drawn(spec, [unit]) for spec in (MEDIAN, P90, ON_TIME)}
    assert len(ledger.months) == len(MONTHS)
    for column, figures in enumerate(ledger.months.values()):
        times, kept = figures.with_open, figures.on_time
        assert tables["median_time"].values[0, column] == times.median / scale
        expected = np.nan if times.p90 is None else times.p90 / scale
        assert tables["p90_time"].values[0, column] == pytest.approx(expected, rel=0, abs=0, nan_ok=True)
        assert tables["share_on_time"].values[0, column] == pytest.approx(100 * kept.within / kept.of, rel=1e-12)
        assert tables["share_on_time"].counts[0, column] == kept.of
        assert tables["median_time"].counts[0, column] == times.n
    assert tables["median_time"].unit.id == ("hari kerja" if measure == DAYS else "jam kerja")
    assert tables["share_on_time"].unit.id == "%"
    assert tables["median_time"].months == tuple(MONTHS)


def test_the_requests_of_all_services_of_a_unit_are_taken_together():
    unit = office("9.1")
    made = [served(service(unit, code), seed=seed, days=days) for code, seed, days in (("A", 0, 2), ("B", 50, 9))]
    table = drawn(MEDIAN, [unit])
    cells = {(row.service_id, row.month): cell_of(row) for row in MonthlyTally.objects.all()}
    bases = bases_of([one.pk for one in made])
    for column in range(len(MONTHS)):
        number = 2026 * 12 + 6 + column
        together = cells[made[0].pk, number].plus(cells[made[1].pk, number])
        tally = Tally(bases[made[0].pk].measure, {(1, number): together})
        line = timeline_up_to(tally=tally, calendar=bases[made[0].pk].calendar, at=NOON)
        figures = service_figures(tally=tally, service=1, months=(number, number), line=line)
        assert table.values[0, column] == figures.with_open.median


def test_only_the_chosen_services_count_and_units_below_where_they_are_to():
    above = office("9")
    unit = office("9.1", above)
    one = served(service(unit, "A"), days=2)
    served(service(unit, "B"), seed=50, days=9)
    assert drawn(OutcomeSpec(OutcomeFigure.MEDIAN_TIME, services=(one.pk,)), [unit]).counts[0, 0] == 25
    assert drawn(MEDIAN, [unit]).counts[0, 0] == 50
    alone = drawn(MEDIAN, [above, unit])
    assert (alone.counts[0].sum(), reasons(alone)) == (0, {"no_service": ("9",)})
    below = drawn(MEDIAN, [above, unit], reach=UnitReach.AND_BELOW)
    assert np.array_equal(below.values[0], below.values[1])


def test_a_service_measured_otherwise_than_most_is_left_out_and_named():
    units = [office("9.1"), office("9.2")]
    for unit, code in zip(units, "AB", strict=True):
        served(service(unit, code))
    served(service(units[0], "JAM", HOURS), measure=HOURS)
    table = drawn(MEDIAN, units)
    assert reasons(table) == {"other_measure": ("JAM",)}
    assert table.counts[0, 0] == 25
    assert reasons(drawn(ON_TIME, units)) == {}


def test_a_unit_that_closed_is_used_until_the_month_before():
    unit, other = office("9.1"), office("9.2")
    served(service(unit, "A"), requests=9)
    served(service(other, "B"), requests=9)
    closed_after(unit, date(2026, 9, 30))
    closed_after(other, date(2026, 9, 15))
    table = drawn(MEDIAN, [unit, other])
    assert np.isfinite(table.values[0]).tolist() == [True, True, True, False, False]
    assert np.isfinite(table.values[1]).tolist() == [True, True, False, False, False]
    assert reasons(table) == {"closed": ("9.1", "9.2")}


def closed_after(unit, day):
    unit.closed_on = day
    unit.save()


def test_a_merged_unit_keeps_its_past_and_the_other_stays_what_it_was():
    unit, into = office("9.1"), office("9.2")
    served(service(unit, "A"), seed=3)
    served(service(into, "B"), seed=30)
    before = drawn(MEDIAN, [unit, into])
    merge_units(unit=unit, into=into, on=date(2026, 9, 30), by=None, at=datetime(2026, 10, 1, 3, tzinfo=NOON.tzinfo))
    after = drawn(MEDIAN, [unit, into])
    assert np.array_equal(after.values[0, :3], before.values[0, :3])
    assert np.isnan(after.values[0, 3:]).all()
    assert np.array_equal(after.values[1], before.values[1], equal_nan=True)
    assert reasons(after) == {"merged": ("9.1",), "service_moved": ("A",)}


def test_a_service_that_moved_before_the_window_belongs_to_its_unit_of_today():
    unit, to = office("9.1"), office("9.2")
    made = served(service(unit, "A"))
    move_service(service=made, to=to, on=date(2026, 6, 1), by=None, at=datetime(2026, 6, 1, 3, tzinfo=NOON.tzinfo))
    count(made)
    table = drawn(MEDIAN, [unit, to])
    assert reasons(table) == {"no_service": ("9.1",)}
    assert np.isfinite(table.values[1]).all()


def moved(made, to, *days):
    """Let a service go from unit to unit on days of 2026."""
    for unit, (month, day) in zip(to, days, strict=True):
        at = datetime(2026, month, day, 3, tzinfo=NOON.tzinfo)
        move_service(service=made, to=unit, on=at.date(), by=None, at=at)
    count(made)


def test_a_service_that_came_back_counts_again_from_the_next_whole_month():
    unit, to, third = office("9.1"), office("9.2"), office("9.3")
    made = served(service(unit, "A"))
    moved(made, (to, third, unit), (8, 10), (8, 20), (9, 15))
    answer(made, on=date(2026, 7, 3))
    answer(made, on=date(2026, 9, 3))
    answer(made, on=date(2026, 10, 3))
    table = drawn(MEDIAN, [unit, to, third])
    assert np.isfinite(table.values).tolist() == [[True, False, False, True, True], [False] * 5, [False] * 5]
    assert drawn(INDEX, [unit]).counts[0].tolist() == [1, 0, 0, 1, 0]
    assert reasons(table) == {"no_service": ("9.2", "9.3"), "service_moved": ("A",)}


def test_a_service_that_left_twice_is_away_twice():
    unit, to = office("9.1"), office("9.2")
    made = served(service(unit, "A"))
    moved(made, (to, unit, to), (8, 10), (8, 20), (10, 5))
    assert np.isfinite(drawn(MEDIAN, [unit, to]).values).tolist() == [[True, False, True, False, False], [False] * 5]


def test_the_home_of_a_service_is_found_by_the_code_it_had_then():
    unit, to = office("9.1"), office("9.2")
    made = served(service(unit, "A"))
    moved(made, (to,), (8, 10))
    edit_unit(
        unit=unit, code="9.1-BARU", name=unit.name, kind=unit.kind, sector=unit.sector, time_zone=unit.time_zone,
        by=None, at=NOON,
    )  # fmt: skip
    assert np.isfinite(drawn(MEDIAN, [unit, to]).values).tolist() == [[True] + [False] * 4, [False] * 5]
    moved(made, (unit,), (9, 20))
    table = drawn(MEDIAN, [unit, to])
    assert np.isfinite(table.values).tolist() == [[True, False, False, True, True], [False] * 5]


def test_the_index_of_a_unit_leaves_out_what_was_excluded():
    unit, silent = office("9.1"), office("9.2")
    made = service(unit, "A")
    service(silent, "B")
    answer(made, on=date(2026, 7, 3), scores="444444444")
    answer(made, on=date(2026, 7, 31), scores="222222222")
    answer(made, on=date(2026, 7, 31), scores="111111111", excluded=True)
    answer(made, on=date(2026, 9, 1), scores="333333330")
    answer(made, on=date(2026, 9, 1), scores="111111114")
    table = drawn(INDEX, [unit, silent])
    assert table.values[0, 0] == pytest.approx(75)
    assert table.values[0, 2] == pytest.approx(25 * (8 * 2 + 4) / 9)
    assert table.counts[0].tolist() == [2, 0, 2, 0, 0]
    assert np.isnan(table.values[1]).all()
    assert reasons(table) == {"no_data": ("9.2",)}
    assert table.unit.en == "points"


def test_an_element_is_its_mean_over_those_who_answered_it():
    unit = office("9.1")
    made = service(unit, "A")
    answer(made, on=date(2026, 8, 3), scores="142222222")
    answer(made, on=date(2026, 8, 3), scores="132222222")
    answer(made, on=date(2026, 8, 4), scores="102222222")
    table = drawn(OutcomeSpec(OutcomeFigure.SATISFACTION_ELEMENT, element=2), [unit])
    assert table.values[0, 1] == pytest.approx(3.5)
    assert table.counts[0, 1] == 2


def test_queries_do_not_grow_with_units_months_or_outcomes(django_assert_max_num_queries):
    units = [office(f"9.{number}") for number in range(1, 7)]
    for number, unit in enumerate(units):
        made = served(service(unit, f"L{number}"), requests=4, seed=number)
        answer(made, on=date(2026, 8, 3))
    tables = Tables(units, reach=UnitReach.ALONE, first=FIRST, last=LAST, at=NOON)
    with django_assert_max_num_queries(16):
        for spec in (MEDIAN, P90, ON_TIME, INDEX):
            assert np.isfinite(tables.of(spec).values).any()
    with django_assert_max_num_queries(2):
        tables.of(MEDIAN)
