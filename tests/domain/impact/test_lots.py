"""The lot of a locked design stays what was locked; units that are elsewhere than it put them make the order mixed."""

import json

import pytest

from pembina.domain.development.models import WavePlan
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.lots import lot_of, off_the_lot
from pembina.domain.impact.operations.locking import revise_design
from pembina.domain.impact.operations.wave_plans import keep_drawn_waves
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.people.operations import edit_unit

pytestmark = pytest.mark.django_db


def order_of(design):
    return json.loads(design.content)["order"]["kind"]


def renamed(unit, at, code):
    edit_unit(
        unit=unit, code=code, name="Dinas baru", kind=unit.kind, sector=unit.sector, time_zone=unit.time_zone, by=None,
        at=at,
    )  # fmt: skip


def told_off(designing):
    found = {one.code: one.names for one in warnings_of(designing.design, at=designing.at)}
    return found.get("outside_the_lot", ())


def test_the_lot_of_a_locked_design_is_not_that_of_a_later_plan(designing):
    first = designing.lock()
    before = lot_of(first)
    revise_design(design=first, reason="Undian diulang", by=designing.maker, at=designing.at)
    starts = [wave.planned_on for wave in designing.programme.waves.all()]
    units = designing.units[:5]
    keep_drawn_waves(
        evaluation=designing.evaluation, units=units, starts=starts, seed="undian lain", stay_out=True,
        strata={unit.code: "all" for unit in units}, again_because="Satu unit ditutup", by=designing.maker,
        at=designing.at,
    )  # fmt: skip
    now = lot_of(first)
    assert (now.seed, now.units, now.starts) == (before.seed, before.units, before.starts)
    assert (lot_of(designing.design).seed, len(lot_of(designing.design).units)) == ("undian lain", 5)


def test_an_order_that_nobody_drew_has_no_lot(designing):
    WavePlan.objects.update(order="reasoned", seed="", reason="Yang siap lebih dahulu", lot={})
    assert lot_of(designing.design) is None
    assert lot_of(designing.lock()) is None


def test_a_unit_in_another_wave_than_it_drew_makes_the_order_mixed(designing):
    assert told_off(designing) == ()
    member = designing.programme.wave_units.get(unit=designing.units[0])
    member.wave = designing.programme.waves.get(number=2)
    member.save()
    assert told_off(designing) == (designing.units[0].name,)
    assert order_of(designing.lock()) == "mixed"


def test_a_group_that_waits_as_a_whole_is_where_the_lot_put_it(designing):
    plan = WavePlan.objects.get()
    places = {"5.1": 1, "5.2": 1, "5.3": None, "5.4": None, "5.5": None, "5.6": None}
    assert off_the_lot(plan, places) == []
    assert off_the_lot(plan, places | {"5.3": 2}) == ["5.4"]
    assert off_the_lot(plan, places | {"9.9": 1}) == ["9.9"]
    assert off_the_lot(None, places) == sorted(places)


def test_a_code_that_changes_after_the_lock_changes_nothing_of_it(designing):
    design = designing.lock()
    renamed(designing.units[0], designing.at, "5.1-BARU")
    assert ("5.1", "Dinas 5.1") in [(one.code, one.name) for one in units_of(design)]
    assert lot_of(design).moved == ()
    revise_design(design=design, reason="Layanan bertambah", by=designing.maker, at=designing.at)
    assert told_off(designing) == ()
    again = designing.lock()
    assert order_of(again) == "random"
    assert "5.1-BARU" not in again.content
