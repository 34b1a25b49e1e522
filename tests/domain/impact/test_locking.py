"""A design is locked before anybody has seen the data, with everything in its hash, or it says what was known."""

import json
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest

from impact import Impact
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.models import WavePlan
from pembina.domain.impact.design_obstacles import obstacles_of
from pembina.domain.impact.design_refusals import DraftOpenError, ObstacleError, WarningsUnreadError
from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.operations.designs import choose_comparison, edit_design
from pembina.domain.impact.operations.evaluations import open_evaluation
from pembina.domain.impact.operations.locking import discard_revision, lock_design, revise_design
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.refusals import ReasonMissingError, WrongStepError

pytestmark = pytest.mark.django_db


def found(designing):
    return [one.code for one in obstacles_of(designing.design, at=designing.at)]


def revised(designing, reason="Layanan bertambah"):
    return revise_design(design=designing.design, reason=reason, by=designing.maker, at=designing.at)


def alone(designing):
    choose_comparison(design=designing.design, units=[], by=designing.maker, at=designing.at)


def test_all_of_it_is_locked_and_sealed(designing):
    design = designing.lock()
    assert (design.state, design.locked_by) == (DesignState.LOCKED, designing.maker)
    designing.evaluation.refresh_from_db()
    assert designing.evaluation.state == EvaluationState.LOCKED
    assert design.digest == sha256(design.content.encode()).hexdigest()
    sealed = ChainEntry.objects.get(kind="design_locked")
    assert json.loads(sealed.content)["digest"] == design.digest
    rows = list(design.units.order_by("unit__code").values_list("unit__code", "wave", "planned_month"))
    assert rows[0] == ("5.1", 1, date(2026, 12, 1))
    assert rows[5] == ("5.6", None, None)


def test_the_content_names_by_code_and_holds_no_number_of_a_person(designing):
    told = json.loads(designing.lock().content)
    assert [unit["code"] for unit in told["units"]] == ["5.1", "5.2", "5.3", "5.4", "5.5", "5.6"]
    assert told["outcomes"][0]["smallest_effect"] == "1.5"
    lot = told["order"].pop("lot")
    assert told["order"] == {"kind": "random", "reason": "", "seed": "undian 32"}
    assert (lot["groups"], lot["out"], lot["starts"]) == (3, ["5.5", "5.6"], ["2026-12-22", "2027-01-21"])
    assert {"name": "Lia Hartono", "capacity": "evaluator"} in told["signers"]
    assert designing.maker.username not in designing.design.content


def test_a_locked_design_does_not_change(designing):
    design = designing.lock()
    with pytest.raises(WrongStepError):
        lock_design(design=design, read=(), by=designing.maker, at=designing.at)
    with pytest.raises(WrongStepError):
        edit_design(design=design, terms={"draws": 199}, by=designing.maker, at=designing.at)


def test_the_units_stay_as_locked_when_the_waves_change(designing):
    design = designing.lock()
    designing.programme.wave_units.all().delete()
    assert len([one for one in units_of(design) if one.wave]) == 4


def test_nothing_is_locked_after_a_wave_began(designing):
    designing.start()
    assert found(designing) == ["wave_started"]
    with pytest.raises(ObstacleError, match="sudah mulai"):
        designing.lock()
    assert designing.design.state == DesignState.DRAFT


def test_only_what_had_begun_by_then_is_in_the_way(designing):
    designing.start(1, designing.training.today + timedelta(days=30))
    assert found(designing) == []


def test_a_primary_outcome_and_a_signer_are_needed(designing):
    designing.design.outcomes.all().delete()
    designing.design.signers.all().delete()
    assert found(designing) == ["no_primary", "no_signer"]


def test_somebody_must_be_compared_with(designing):
    alone(designing)
    assert found(designing) == []
    edit_design(design=designing.design, terms={"comparison": "never"}, by=designing.maker, at=designing.at)
    assert found(designing) == ["nobody_to_compare"]


def test_one_month_of_starts_compares_with_nobody(designing):
    alone(designing)
    designing.programme.waves.update(planned_on=date(2026, 12, 3))
    assert found(designing) == ["nobody_to_compare"]


def test_one_unit_is_too_few(designing):
    designing.programme.wave_units.exclude(unit=designing.units[0]).delete()
    assert found(designing) == ["few_treated"]


def test_a_compared_unit_that_joined_a_wave_is_named(designing):
    member = designing.programme.wave_units.get(unit=designing.units[3])
    member.unit = designing.units[4]
    member.save()
    assert found(designing) == ["comparison_in_wave"]


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"last_month": date(2027, 1, 1)}, "nothing_after"),
        ({"first_month": date(2026, 12, 1)}, "nothing_before"),
        ({"decides_on": date(2028, 1, 31)}, "decided_too_early"),
    ],
)
def test_the_window_holds_before_and_after(designing, terms, code):
    edit_design(design=designing.design, terms=terms, by=designing.maker, at=designing.at)
    assert found(designing) == [code]


def test_warnings_have_to_be_read_as_they_stand(designing):
    old = designing.warning_keys()
    assert [key.rpartition("-")[0] for key in old] == ["without_data"]
    with pytest.raises(WarningsUnreadError):
        lock_design(design=designing.design, read=[], by=designing.maker, at=designing.at)
    WavePlan.objects.update(order="reasoned", seed="", reason="Yang siap lebih dahulu")
    with pytest.raises(WarningsUnreadError):
        lock_design(design=designing.design, read=old, by=designing.maker, at=designing.at)
    told = json.loads(designing.lock().content)
    assert [one["code"] for one in told["warnings"]] == ["without_data", "own_order"]


def test_a_new_version_says_what_was_known(designing):
    first = designing.lock()
    with pytest.raises(ReasonMissingError):
        revised(designing, " ")
    Impact(programme=designing.programme, maker=designing.maker, at=designing.at).run(first)
    designing.at += timedelta(days=92)
    designing.start(1, date(2026, 12, 22))
    made = revised(designing)
    assert (made.version, made.state) == (2, DesignState.DRAFT)
    assert made.known_then["months_of_data"] == 3
    assert made.known_then["waves"] == [{"number": 1, "started_on": "2026-12-22"}]
    assert made.known_then["runs"][0]["verdict"] == "effective"
    assert made.outcomes.get().smallest_effect == Decimal("1.5")
    with pytest.raises(DraftOpenError):
        revised(designing)
    locked = designing.lock()
    assert json.loads(locked.content)["known_then"]["waves"][0]["number"] == 1
    assert EvaluationDesign.objects.filter(state=DesignState.LOCKED).count() == 2


def test_whom_a_plan_meant_stays_in_later_versions(designing):
    designing.lock()
    member = designing.programme.wave_units.get(unit=designing.units[0])
    member.left_on, member.leave_reason = designing.training.today, "Pindah"
    member.save()
    made = revised(designing)
    assert "5.1" in [one.unit.code for one in units_of(made)]
    choose_comparison(design=made, units=designing.units[4:5], by=designing.maker, at=designing.at)
    assert [one.unit.code for one in units_of(made) if one.wave is None] == ["5.5"]


def test_after_a_decision_only_new_waves_are_judged_anew(designing, rina):
    told = Impact(programme=designing.programme, maker=designing.maker, at=designing.at)
    designing.start(1, designing.training.today)
    told.decision(told.run(told.design(designing.evaluation, state=DesignState.LOCKED, version=2)), by=rina)
    made = open_evaluation(
        programme=designing.programme, title="Gelombang 2", smallest_effect=Decimal(1), by=designing.maker,
        at=designing.at,
    )  # fmt: skip
    designing.evaluation = made
    assert found(designing) == []
    assert "waves_judged" in [key.rpartition("-")[0] for key in designing.warning_keys()]
    designing.start(2)
    designing.programme.waves.update(started_on=designing.training.today)
    assert "no_new_wave" in found(designing)


def test_a_new_version_opened_by_mistake_is_thrown_away(designing):
    first = designing.lock()
    done = {"by": designing.maker, "at": designing.at}
    with pytest.raises(WrongStepError):
        discard_revision(design=first, reason="Salah", **done)
    made = revised(designing)
    with pytest.raises(ReasonMissingError):
        discard_revision(design=made, reason=" ", **done)
    discard_revision(design=made, reason="Salah tekan", **done)
    assert designing.design == first
    assert designing.design.units.count() == 6
    assert EvaluationDesign.objects.count() == 1
    event = AuditEvent.objects.get(operation="discard_revision")
    assert (event.why, event.changes["version"]) == ("Salah tekan", ["2", ""])
    assert revised(designing).version == 2


def test_a_first_draft_is_not_thrown_away(designing):
    with pytest.raises(WrongStepError):
        discard_revision(design=designing.design, reason="Salah", by=designing.maker, at=designing.at)
