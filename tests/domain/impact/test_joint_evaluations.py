"""Two programmes on the same units are judged as one bundle: which start counts, who is left out, what is refused."""

import json
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from django.db import IntegrityError, transaction

from pembina.domain.access.audit import events_on
from pembina.domain.development.enums import OutcomeDirection, ProgrammeState
from pembina.domain.development.models import Programme, Wave, WaveUnit
from pembina.domain.development.refusals import WrongStepError as ProgrammeStepError
from pembina.domain.impact.decision_facts import facts_of
from pembina.domain.impact.design_obstacles import obstacles_of
from pembina.domain.impact.design_refusals import EvaluationOpenError, ObstacleError
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.design_words import promise_of, unit_of
from pembina.domain.impact.enums import DesignFigure, OutcomeRole
from pembina.domain.impact.freezing import starts_of
from pembina.domain.impact.joint_design import joint_plan
from pembina.domain.impact.joint_refusals import JointOnlyError, JointOpenError, NothingSharedError
from pembina.domain.impact.joint_words import joint_notes
from pembina.domain.impact.models import Evaluation, EvaluationRun
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome
from pembina.domain.impact.operations.evaluations import drop_evaluation, open_evaluation
from pembina.domain.impact.operations.joints import open_joint_evaluation
from pembina.domain.impact.operations.level_four import record_level_four
from pembina.domain.impact.operations.locking import lock_design
from pembina.domain.impact.permissions import evaluations_designed_by
from pembina.domain.impact.public_content import public_content
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.queries.drift import drifted_units
from pembina.domain.impact.queries.evaluations import draft_of, programmes_to_evaluate
from pembina.domain.impact.queries.publications import published_about
from pembina.domain.impact.refusals import WrongStepError
from pembina.web.evaluations.present_design import design_in_words

pytestmark = pytest.mark.django_db

TITLE = "Dampak bersama"
DROPPED = {"state": ProgrammeState.DROPPED, "end_note": "Batal", "started_on": None, "closed_on": date(2026, 11, 22)}


@pytest.fixture
def other(designing, training):
    """A second programme: unit 5.1 and 5.3 with the first, 5.9 alone; 5.3 begins there a month before."""
    made = training.planned("P-2")
    Programme.objects.filter(pk=made.pk).update(title="Loket ramah")
    made.refresh_from_db()
    units = designing.units
    first = date(2026, 12, 5)
    waves = [Wave.objects.create(programme=made, number=number, planned_on=day, due_on=day) for number, day in (
        (1, first), (2, first + timedelta(days=90)))]  # fmt: skip
    for wave, unit in ((waves[0], units[2]), (waves[1], units[0]), (waves[1], training.unit("5.9"))):
        WaveUnit.objects.create(programme=made, wave=wave, unit=unit)
    return made


@pytest.fixture
def opened(designing, other):
    return open_joint_evaluation(
        evaluation=designing.evaluation, other=other, title=TITLE, by=designing.maker, at=designing.at
    )


def locked(designing, evaluation):
    design = draft_of(evaluation)
    read = [one.key for one in warnings_of(design, at=designing.at)]
    lock_design(design=design, read=read, by=designing.maker, at=designing.at)
    design.refresh_from_db()
    return design


def test_a_unit_begins_with_the_first_of_both_and_one_programme_alone_does_not_count(designing, other):
    plan = joint_plan(designing.design, other)
    assert [(one.unit.code, one.start, one.is_inseparable) for one in plan.units] == [
        ("5.1", date(2026, 12, 1), False),
        ("5.3", date(2026, 12, 1), True),
    ]
    assert [one.unit.code for one in plan.alone] == ["5.2", "5.4", "5.9"]
    assert [unit.code for unit in plan.outside] == ["5.5", "5.6"]
    assert plan.separate == (designing.evaluation,)


def test_the_draft_carries_units_terms_and_outcomes(designing, other, opened):
    design = draft_of(opened)
    assert [(one.code, one.wave, one.planned_month) for one in units_of(design)] == [
        ("5.1", 1, date(2026, 12, 1)), ("5.3", 1, date(2026, 12, 1)), ("5.5", None, None), ("5.6", None, None),
    ]  # fmt: skip
    assert {opened.programme_id, opened.joined_programme_id} == {designing.programme.pk, other.pk}
    assert [one.figure for one in design.outcomes.all()] == ["median_time"]
    assert design.first_month == designing.design.first_month
    assert design.signers.count() == designing.design.signers.count()
    assert events_on(opened).filter(operation="open_joint_evaluation").count() == 1


def test_the_promise_is_that_of_both_together(designing, opened):
    primary = draft_of(opened).outcomes.get()
    plan = {"unit": unit_of(primary), "comparison": "not-yet", "treated": 2}
    both, one = promise_of(primary, **plan, is_joint=True), promise_of(primary, **plan)
    assert both.id.startswith("Kami akan menyebut kedua program bersama-sama berhasil bila waktu layanan (median)")
    assert "karena keduanya, dibandingkan" in both.id
    assert both.en.startswith("We shall say that both programmes together worked if service time (median)")
    assert (one.id.split(" berhasil")[0], "karena program," in one.id) == ("Kami akan menyebut program ini", True)
    assert "kedua program bersama-sama" in design_in_words(draft_of(opened)).promise
    assert "program ini" in design_in_words(designing.design).promise


def test_of_two_designs_the_one_in_hand_decides_and_the_longer_window_holds(designing, other):
    beside = open_evaluation(
        programme=other, title="Loket?", smallest_effect=Decimal(3), by=designing.maker, at=designing.at
    )
    theirs = draft_of(beside)
    plan = OutcomePlan(OutcomeRole.PRIMARY, DesignFigure.SATISFACTION, OutcomeDirection.UP, smallest_effect=Decimal(3))
    put_outcome(design=theirs, plan=plan, outcome=theirs.outcomes.get(), by=designing.maker, at=designing.at)
    made = open_joint_evaluation(
        evaluation=designing.evaluation, other=other, title=TITLE, by=designing.maker, at=designing.at
    )
    design = draft_of(made)
    assert [(one.figure, one.role) for one in design.outcomes.all()] == [
        ("median_time", "primary"), ("satisfaction", "secondary"),
    ]  # fmt: skip
    assert design.last_month == max(theirs.last_month, designing.design.last_month)
    beside.refresh_from_db()
    assert beside.joint == made
    assert next(iter(obstacles_of(draft_of(beside), at=designing.at))).code == "joined"


def test_the_separate_draft_cannot_be_locked_while_the_joint_one_stands(designing, opened):
    designing.evaluation.refresh_from_db()
    with pytest.raises(ObstacleError) as refused:
        designing.lock()
    assert TITLE in refused.value.message.id
    drop_evaluation(evaluation=opened, reason="Salah tekan", by=designing.maker, at=designing.at)
    assert designing.lock().state == "locked"


def test_beside_a_joint_evaluation_nothing_is_opened_for_one_programme(designing, other, opened, training):
    told = {"smallest_effect": Decimal(3), "by": designing.maker, "at": designing.at}
    assert other not in programmes_to_evaluate()
    with pytest.raises(EvaluationOpenError, match=TITLE):
        open_evaluation(programme=other, title="Loket?", **told)
    third = training.planned("P-3")
    beside = open_evaluation(programme=third, title="Ketiga?", **told)
    with pytest.raises(EvaluationOpenError, match=TITLE):
        open_joint_evaluation(evaluation=beside, other=other, title="Bertiga?", by=designing.maker, at=designing.at)
    drop_evaluation(evaluation=opened, reason="Cukup", by=designing.maker, at=designing.at)
    assert other in programmes_to_evaluate()
    assert open_evaluation(programme=other, title="Loket?", **told).joint is None


def test_two_starts_programmes_and_the_order_are_locked(designing, other, opened):
    told = json.loads(locked(designing, opened).content)
    assert {one["code"] for one in told["joined"]} == {designing.programme.code, "P-2"}
    assert told["order"]["kind"] == "mixed"
    codes = {one["code"] for one in told["warnings"]}
    assert {"joint_effect", "own_order", "one_programme_only"} <= codes
    assert "two_programmes" not in codes
    assert "joined" not in json.loads(designing_alone(designing, opened).content)


def designing_alone(designing, opened):
    """Return the separate design, locked once the joint one was dropped."""
    drop_evaluation(evaluation=opened, reason="Cukup", by=designing.maker, at=designing.at)
    return designing.lock()


def test_a_run_takes_the_first_start_of_either_programme(designing, other, opened):
    design = locked(designing, opened)
    for programme, unit, day in (
        (designing.programme, 0, date(2027, 1, 10)), (other, 0, date(2026, 12, 20)), (other, 2, date(2027, 2, 1)),
    ):  # fmt: skip
        WaveUnit.objects.filter(programme=programme, unit=designing.units[unit]).update(started_on=day)
    run = EvaluationRun(evaluation=opened, design=design, data_until=design.last_month)
    found = starts_of(run, sorted(units_of(design), key=lambda one: one.code))
    assert found.planned[:2].tolist() == [2026 * 12 + 11, 2026 * 12 + 11]
    assert found.actual[:2].tolist() == [2026 * 12 + 11, 2027 * 12 + 1]
    assert np.isnan(found.actual[2:]).all()


def test_a_locked_design_stays_and_carries_the_warning(designing, other):
    designing.lock()
    made = open_joint_evaluation(
        evaluation=designing.evaluation, other=other, title=TITLE, by=designing.maker, at=designing.at
    )
    standing = Evaluation.objects.get(pk=designing.evaluation.pk)
    assert (standing.state, standing.joint) == ("locked", made)
    ((code, message),) = joint_notes(standing)
    assert (code, "Loket ramah" in message.id) == ("joined_elsewhere", True)
    drop_evaluation(evaluation=made, reason="Cukup", by=designing.maker, at=designing.at)
    assert joint_notes(Evaluation.objects.get(pk=standing.pk)) == []


def test_a_plan_that_moved_in_either_programme_is_told(designing, other, opened):
    design = locked(designing, opened)
    assert drifted_units(design) == []
    other.waves.filter(number=1).update(planned_on=date(2026, 11, 28))
    assert drifted_units(design) == [designing.units[2].name]


def test_whoever_owns_either_programme_does_not_judge_both(designing, other, opened, person):
    on = designing.training.today
    assert opened in evaluations_designed_by(designing.maker, on=on)
    Programme.objects.filter(pk=other.pk).update(owner=designing.training.person(designing.maker))
    assert opened not in evaluations_designed_by(designing.maker, on=on)
    assert designing.evaluation in evaluations_designed_by(designing.maker, on=on)


def test_what_cannot_be_joined(designing, other, training):
    def join(**told):
        said = {"evaluation": designing.evaluation, "other": other, "title": TITLE} | told
        return open_joint_evaluation(**said, by=designing.maker, at=designing.at)

    empty = training.planned("P-3")
    with pytest.raises(NothingSharedError):
        join(other=empty)
    Programme.objects.filter(pk=empty.pk).update(**DROPPED)
    with pytest.raises(ProgrammeStepError):
        join(other=empty)
    made = join()
    with pytest.raises(JointOpenError):
        join(title="Sekali lagi")
    with pytest.raises(WrongStepError):
        join(evaluation=made, other=training.planned("P-4"))
    assert str(JointOnlyError())


def test_a_programme_dropped_afterwards_is_in_the_way(designing, other, opened):
    Programme.objects.filter(pk=other.pk).update(**DROPPED)
    codes = [one.code for one in obstacles_of(draft_of(Evaluation.objects.get(pk=opened.pk)), at=designing.at)]
    assert "programme_dropped" in codes


def test_a_wave_that_began_in_either_programme_is_in_the_way(designing, other, opened):
    other.waves.filter(number=1).update(started_on=designing.training.today)
    assert joint_plan(designing.design, other).has_begun
    assert "wave_started" in [one.code for one in obstacles_of(draft_of(opened), at=designing.at)]


def test_the_database_keeps_the_order_and_one_open_of_two(designing, other, opened):
    told = {"title": "Lagi", "made_by": designing.maker, "made_at": designing.at}
    pair = {"programme": opened.programme, "joined_programme": opened.joined_programme}
    swapped = {"programme": opened.joined_programme, "joined_programme": opened.programme}
    for wrong in (pair, swapped):
        with pytest.raises(IntegrityError), transaction.atomic():
            Evaluation.objects.create(**wrong, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evaluation.objects.filter(pk=designing.evaluation.pk).update(joined_in=designing.evaluation.pk)


def test_the_decision_names_both_and_claims_the_joint_effect_only(training, impact, budi):
    other = training.planned("P-2")
    Programme.objects.filter(pk=other.pk).update(title="Loket ramah")
    run = impact.run(impact.locked())
    Evaluation.objects.filter(pk=run.evaluation_id).update(joined_programme=other)
    decision = impact.decision(EvaluationRun.objects.get(pk=run.pk), by=budi)
    facts = facts_of(decision)
    told = public_content(facts, message="")
    assert told["programme"] == f"{impact.programme.title} + Loket ramah"
    assert told["code"] == f"{impact.programme.code} + P-2"
    assert any("bersama-sama" in one["id"] for one in told["warnings"])
    assert [publication.pk for publication in published_about(other)] == []
    with pytest.raises(JointOnlyError):
        record_level_four(run=decision.run, finding="Turun", by=budi, at=impact.at)
