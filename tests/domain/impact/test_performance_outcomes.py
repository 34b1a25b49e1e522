"""An outcome of performance in a design: what is refused, what is warned of, and what is locked."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from domain.impact.observed import service
from domain.impact.recorded import Recorded
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.impact.design_data import data_of
from pembina.domain.impact.design_defaults import usual_direction
from pembina.domain.impact.design_refusals import JudgementDecidesError, ServicesOfPerformanceError
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.enums import DesignFigure, OutcomeRole
from pembina.domain.impact.models import DesignOutcome
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome
from pembina.domain.impact.operations.designs import edit_design
from pembina.domain.impact.operations.locking import revise_design
from pembina.domain.impact.plan_reckoning import question_for, reckon, window_for
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.wave_planning import past_of, primary_of
from pembina.domain.performance.enums import PeriodCycle

pytestmark = pytest.mark.django_db

WHY = "Tidak ada layanan yang dapat diukur"


@pytest.fixture
def put(designing):
    def add(figure, role=OutcomeRole.SECONDARY, *, instead=False, **told):
        bound = {"tolerated": Decimal(5)} if role == OutcomeRole.GUARD else {"smallest_effect": Decimal(10)}
        plan = OutcomePlan(role, figure, OutcomeDirection.UP, **bound | told)
        outcome = designing.design.outcomes.get() if instead else None
        return put_outcome(design=designing.design, plan=plan, outcome=outcome, by=designing.maker, at=designing.at)

    return add


@pytest.fixture
def staffed(designing):
    """Give every unit five people; returns them with what writes their records."""
    recorded = Recorded(designing.maker)
    return recorded, [recorded.people(unit, 5) for unit in designing.units]


def found(designing):
    return {warning.code: warning for warning in warnings_of(designing.design, at=designing.at)}


def test_times_go_down_and_all_other_figures_up():
    down = {figure for figure in DesignFigure if usual_direction(figure) == OutcomeDirection.DOWN}
    assert down == {DesignFigure.MEDIAN_TIME, DesignFigure.P90_TIME}


def test_what_raters_think_decides_with_a_reason_only(designing, put):
    with pytest.raises(JudgementDecidesError):
        put(DesignFigure.GOOD_PREDICATES, OutcomeRole.PRIMARY, instead=True)
    put(DesignFigure.GOOD_PREDICATES, OutcomeRole.PRIMARY, instead=True, judged_because=WHY)
    assert found(designing)["judged_by_those_involved"].names == (WHY,)
    told = json.loads(designing.lock().content)["outcomes"][0]
    assert (told["figure"], told["judged_because"]) == ("good_predicates", WHY)
    later = revise_design(design=designing.design, reason="Jendela", by=designing.maker, at=designing.at)
    assert later.outcomes.get().judged_because == WHY


def test_a_reason_is_kept_only_where_it_is_needed(designing, put):
    kept = put(DesignFigure.GOOD_PREDICATES, OutcomeRole.GUARD, judged_because=WHY)
    assert kept.judged_because == ""
    assert found(designing)["judged_by_those_involved"].names == ()
    assert all("judged_because" not in one for one in json.loads(designing.lock().content)["outcomes"])


def test_the_database_keeps_it_too(designing):
    primary = DesignOutcome.objects.filter(design=designing.design)
    for told in ({"figure": "good_predicates"}, {"judged_because": WHY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            primary.update(**told)


def test_a_figure_of_people_names_no_services(designing, put):
    with pytest.raises(ServicesOfPerformanceError):
        put(DesignFigure.TARGETS_MET, services=[service(designing.units[0], "A")])


def test_whoever_notes_it_takes_part_and_that_is_told(designing, put):
    put(DesignFigure.FEEDBACK_SHARE)
    assert "rajin mencatat" in found(designing)["noted_by_those_involved"].message.id
    assert "judged_by_those_involved" not in found(designing)


def test_a_third_without_records_and_records_since_the_start_are_warned_of(designing, put, staffed):
    recorded, people = staffed
    put(DesignFigure.TARGETS_MET)
    designing.programme.waves.filter(number=1).update(planned_on=date(2026, 9, 1))
    for number, staff in enumerate(people[:4]):
        for each in staff:
            plan = recorded.plan(each)
            for month in (7, 8, 9, 10) if number else (9, 10):
                recorded.note(plan, date(2026, month, 20), 50 + 10 * number + month)
    told = [one for one in warnings_of(designing.design, at=designing.at) if "SKP" in one.message.id]
    names = {one.code: one.names for one in told}
    assert names["without_data"] == tuple(unit.name for unit in designing.units[4:])
    assert names["data_after_start"] == (designing.units[0].name,)


def test_the_records_are_told_in_the_wizard(designing, put, staffed):
    recorded, people = staffed
    put(DesignFigure.TARGETS_MET)
    for staff in people:
        for rank, each in enumerate(staff):
            recorded.note(recorded.plan(each), date(2026, 7, 20), 100 if rank < 2 else 50)
    known = data_of(designing.design, units_of(designing.design), at=designing.at)[1]
    assert (known.first, known.last, known.level) == (date(2026, 7, 1), date(2026, 7, 1), 40.0)
    assert (known.without, known.unit.id) == ((), "%")


def test_a_past_of_quarters_is_planned_in_quarters(designing, put, staffed):
    recorded, people = staffed
    put(DesignFigure.GOOD_PREDICATES, OutcomeRole.PRIMARY, instead=True, judged_because=WHY)
    edit_design(design=designing.design, terms={"last_month": date(2028, 1, 1)}, by=designing.maker, at=designing.at)
    for place, (year, number) in enumerate((year, number) for year in (2024, 2025, 2026) for number in range(1, 4)):
        period = recorded.period(PeriodCycle.QUARTERLY, number, year)
        for row, staff in enumerate(people):
            for rank, each in enumerate(staff):
                predicate = "good" if rank < 1 + (place * (row + 2)) % 4 else "poor"
                recorded.appraise(period, each, predicate, unit=designing.units[row])
    design = designing.design
    past = past_of(designing.units, primary_of(design), reach=design.reach, before=None, at=designing.at)
    assert (past.step, past.values.shape) == (3, (6, 9))
    starts = [wave.planned_on for wave in designing.programme.waves.order_by("number")]
    asked = question_for(design, primary_of(design), by_lot=True)
    told = reckon(past, asked, window=window_for(design, starts), sizes=[2, 2], starts=starts, never=2)
    assert told.refused is None
    # December and January lie in two quarters: those that end in December and in March.
    assert (told.step, told.plan.starts, told.plan.months) == (3, (8, 9), 12)
    assert told.now.effect > 0
