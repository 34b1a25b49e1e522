"""Waves laid for an evaluation: drawn within strata so that anybody can repeat it, or laid for a reason."""

import hashlib
import json
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from pembina.core.effect.assign import Axis
from pembina.domain.access.audit import events_on
from pembina.domain.development.models import Wave, WavePlan, WaveUnit
from pembina.domain.development.operations.wave_plans import WaveLine
from pembina.domain.development.refusals import ReasonMissingError
from pembina.domain.impact.lots import lot_digest, lot_of
from pembina.domain.impact.operations.designs import choose_comparison
from pembina.domain.impact.operations.locking import lock_design
from pembina.domain.impact.operations.wave_plans import keep_drawn_waves, keep_laid_waves
from pembina.domain.impact.queries.design_units import comparison_of, units_of
from pembina.domain.impact.refusals import WrongStepError
from pembina.domain.impact.wave_planning import candidates, divided, past_of, staff_of, starts_every
from pembina.domain.impact.wave_refusals import LotMovedError, UnitOutsideAndInError
from planning import Planning

pytestmark = pytest.mark.django_db


@pytest.fixture
def planning(training, person):
    return Planning(training, person("lia"), units=9)


@pytest.fixture
def lot(planning, rina):
    strata = {unit.code: f"baseline:{1 + place % 3}" for place, unit in enumerate(planning.units)}
    return {
        "evaluation": planning.evaluation, "units": planning.units, "strata": strata, "seed": "Lotre 5 Januari",
        "starts": starts_every(planning.first_start, 2, 2), "stay_out": True, "by": rina, "at": planning.at,
    }  # fmt: skip


def drawn_by_hand(told):
    """Return the groups by nothing but SHA-256 and what is published."""

    def key(text):
        return hashlib.sha256(f"{told['seed']}:{text}".encode()).hexdigest()

    by_stratum = {}
    for unit in told["units"]:
        by_stratum.setdefault(unit["stratum"], []).append(unit["code"])
    row = [
        code
        for name in sorted(by_stratum, key=lambda name: key(f"stratum:{name}"))
        for code in sorted(by_stratum[name], key=key)
    ]
    groups = told["waves"] + told["stays_out"]
    turns = sorted(range(1, groups + 1), key=lambda number: key(f"wave:{number}"))
    return {number: set(row[place::groups]) for place, number in enumerate(turns)}


def test_anybody_can_repeat_the_draw_from_what_is_published(planning, lot):
    keep_drawn_waves(**lot)
    told = json.loads(json.dumps(lot_of(planning.design).told()))
    groups = drawn_by_hand(told)
    for wave in Wave.objects.all():
        assert groups[wave.number] == set(wave.units.values_list("unit__code", flat=True))
    assert groups[3] == {unit.code for unit in comparison_of(planning.design)}
    assert [len(groups[number]) for number in (1, 2, 3)] == [3, 3, 3]
    assert told["moved"] == []


def test_every_stratum_is_spread_over_the_groups_and_locked_with_the_units(planning, lot):
    keep_drawn_waves(**lot)
    for stratum in {"baseline:1", "baseline:2", "baseline:3"}:
        assert {one.wave for one in units_of(planning.design) if one.stratum == stratum} == {1, 2, None}
    lock_design(design=planning.design, read=all_keys(planning), by=planning.maker, at=planning.at)
    locked = {one.unit.code: one.stratum for one in units_of(planning.design)}
    assert locked == lot["strata"]
    assert json.loads(planning.design.content)["units"][0]["stratum"].startswith("baseline:")


def all_keys(planning):
    from pembina.domain.impact.design_warnings import warnings_of

    return [warning.key for warning in warnings_of(planning.design, at=planning.at)]


def test_a_second_draw_says_why_and_replaces_those_left_out(planning, lot, training):
    chosen = training.unit("6.1")
    choose_comparison(design=planning.design, units=[chosen], by=planning.maker, at=planning.at)
    keep_drawn_waves(**lot)
    first = {unit.code for unit in comparison_of(planning.design)}
    assert len(first) == 4
    assert chosen.code in first
    with pytest.raises(ReasonMissingError):
        keep_drawn_waves(**(lot | {"seed": "Lain"}))
    assert {unit.code for unit in comparison_of(planning.design)} == first
    keep_drawn_waves(**(lot | {"seed": "Lain", "stay_out": False}), again_because="Dua unit digabung")
    assert [unit.code for unit in comparison_of(planning.design)] == [chosen.code]
    assert WaveUnit.objects.count() == 9


def test_the_comparison_stands_in_the_trail(planning, lot):
    keep_drawn_waves(**lot)
    event = events_on(planning.design).get(operation="choose_comparison")
    assert event.changes["units"][1] == ", ".join(unit.code for unit in comparison_of(planning.design))
    assert events_on(planning.programme).filter(operation="draw_waves").count() == 1


def test_nobody_draws_from_other_units_than_were_shown(planning, lot):
    seen = lot_digest(lot["strata"], lot["starts"], stay_out=True)
    moved = lot["strata"] | {planning.units[0].code: "baseline:3"}
    with pytest.raises(LotMovedError):
        keep_drawn_waves(**(lot | {"strata": moved}), seen=seen)
    assert not Wave.objects.exists()
    keep_drawn_waves(**lot, seen=seen)
    assert Wave.objects.count() == 2


def test_units_that_leave_or_come_later_are_named_beside_the_lot(planning, lot, training):
    keep_drawn_waves(**lot)
    left = WaveUnit.objects.select_related("unit").first()
    left.left_on, left.leave_reason = training.today, "Renovasi"
    left.save()
    WaveUnit.objects.create(programme=planning.programme, wave=Wave.objects.first(), unit=training.office)
    found = lot_of(planning.design)
    assert found.moved == tuple(sorted([left.unit.code, training.office.code]))
    assert len(found.units) == 9


def test_an_order_of_ones_own_keeps_its_comparison(planning, rina):
    units = planning.units
    told = {
        "evaluation": planning.evaluation, "outside": units[6:], "reason": "Siap lebih dulu", "by": rina,
        "at": planning.at,
    }  # fmt: skip
    starts = starts_every(planning.first_start, 3, 2)
    with pytest.raises(UnitOutsideAndInError) as refused:
        keep_laid_waves(**told, waves=[WaveLine(starts[0], units[:3]), WaveLine(starts[1], units[3:7])])
    assert units[6].name in refused.value.message.id
    keep_laid_waves(**told, waves=[WaveLine(starts[0], units[:3]), WaveLine(starts[1], units[3:6])])
    assert [unit.code for unit in comparison_of(planning.design)] == [unit.code for unit in units[6:]]
    assert lot_of(planning.design) is None


def test_a_locked_design_takes_no_other_waves(planning, lot):
    keep_drawn_waves(**lot)
    lock_design(design=planning.design, read=all_keys(planning), by=planning.maker, at=planning.at)
    with pytest.raises(WrongStepError):
        keep_drawn_waves(**(lot | {"seed": "Lain"}), again_because="Coba lagi")
    assert WavePlan.objects.get().seed == "Lotre 5 Januari"


def test_strata_come_from_the_units_own_past(planning):
    planning.give_past(months=6)
    outcome = planning.design.outcomes.get()
    past = past_of(planning.units, outcome, reach="alone", before=planning.first_start, at=planning.at)
    assert past.series().months == 6
    assert past.unit.id == "hari kerja"
    units = candidates(planning.units, past, reach="alone", on=planning.training.today)
    axes, strata = divided(units, groups=3, by=(Axis.BASELINE,))
    slowest = max(past.baseline(), key=past.baseline().get)
    assert strata[slowest] == "baseline:3"
    assert axes == (Axis.BASELINE,)
    assert Axis.BASELINE in divided(units, groups=3, by=None)[0]


def test_the_past_ends_before_the_first_start_and_before_this_month(planning):
    planning.give_past(months=6)
    outcome = planning.design.outcomes.get()
    earlier = planning.first_start - relativedelta(months=5)
    past = past_of(planning.units, outcome, reach="alone", before=earlier, at=planning.at)
    assert past.months[-1] == earlier - relativedelta(months=1)
    assert past_of(planning.units, None, reach="alone", before=None, at=planning.at).codes == ()


def test_people_are_counted_once_and_below_only_where_the_design_says_so(planning, training, sari, budi):
    above = planning.units[0]
    below = training.unit("4.01.1", above)
    training.person(sari, unit=above)
    training.person(budi, unit=below)
    units = [above, planning.units[1]]
    assert staff_of(units, reach="alone", on=training.today) == {above.pk: 1.0}
    assert staff_of(units, reach="and_below", on=training.today) == {above.pk: 2.0}


def test_waves_begin_on_the_same_day_of_the_month_or_on_its_last():
    assert starts_every(date(2026, 12, 31), 2, 3) == [date(2026, 12, 31), date(2027, 2, 28), date(2027, 4, 30)]
