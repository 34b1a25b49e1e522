"""The evaluations of the demonstration: what Pembina said of six programmes, beside what is true of them."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.demonstration import load_demo_development
from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.demonstration import load_demo_impact
from pembina.domain.impact.demonstration.truths import TRUTHS
from pembina.domain.impact.enums import EvaluationState, RunState, TaskState
from pembina.domain.impact.lots import lot_of
from pembina.domain.impact.models import (
    Decision,
    DecisionPublication,
    DecisionSignature,
    Evaluation,
    EvaluationDesign,
    EvaluationRun,
    FollowUpTask,
)
from pembina.domain.people.demonstration import load_demo_government, load_demo_sites
from pembina.domain.people.models import Unit
from pembina.domain.services.demonstration.catalogue import load_demo_catalogue
from pembina.domain.services.models import ServiceRequest, SurveyResponse
from pembina.exchange.impact.running import carry_out

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY, NOON = date(2026, 11, 22), datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def load():
    return load_demo_impact(
        on=TODAY, at=NOON, compute=lambda run, at: carry_out(run, clock=lambda: at), draws=199
    )  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load everything once for all tests here, and take it back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo_government(size=300, on=TODAY, at=NOON)
        load_demo_sites(at=NOON)
        load_demo_catalogue(on=TODAY, at=NOON)
        load_demo_development(on=TODAY, at=NOON)
        assert load() == 6
        yield
        transaction.set_rollback(True)


def answer(code):
    run = EvaluationRun.objects.get(evaluation__programme__code=code)
    return run.result["outcomes"][0]["planned"]["id"]


def test_the_six_verdicts_are_those_that_are_true():
    found = {truth.code: answer(truth.code)["verdict"]["code"] for truth in TRUTHS}
    assert found == {
        "IZIN": "effective", "SEHAT": "effective_size_uncertain", "ANGGARAN": "no_meaningful_effect",
        "GURU": "inconclusive", "ADMINDUK": "effective_size_uncertain", "KRISIS": "harmful",
    }  # fmt: skip


def test_the_interval_holds_the_truth_but_where_the_comparison_was_reached_too():
    for truth in TRUTHS:
        headline = answer(truth.code)["headline"]
        if truth.spill:
            assert 0 < headline["estimate"] < truth.effect
        else:
            assert headline["ci_low"] <= truth.effect <= headline["ci_high"], truth.code


def test_before_after_praises_what_does_nothing_and_what_does_harm():
    nothing, harm = (next(one for one in TRUTHS if one.code == code) for code in ("ANGGARAN", "KRISIS"))
    assert answer("ANGGARAN")["naive"]["change"] > nothing.smallest
    assert answer("KRISIS")["naive"]["change"] < -harm.smallest


def test_designs_were_locked_before_the_first_wave_and_the_chain_holds():
    for design in EvaluationDesign.objects.select_related("evaluation__programme"):
        first = design.evaluation.programme.waves.get(number=1)
        assert design.locked_at.date() < first.started_on
        waiting = WaveUnit.objects.filter(programme=design.evaluation.programme, wave__number=4)
        assert design.units.filter(wave__isnull=True).count() == waiting.count()
    assert list(verify({})) == []


def test_one_decision_departs_one_waits_for_a_signature_and_one_for_everything():
    decided = {decision.evaluation.programme.code: decision for decision in Decision.objects.all()}
    assert {code: (one.rule_action, one.action) for code, one in decided.items()} == {
        "IZIN": ("expand", "expand"), "SEHAT": ("continue", "continue"), "ANGGARAN": ("fix", "continue"),
        "GURU": ("continue", "continue"), "KRISIS": ("stop", "stop"),
    }  # fmt: skip
    assert decided["GURU"].signatures.count() == 2
    assert DecisionSignature.objects.get(agrees=False).decision == decided["ANGGARAN"]
    assert Evaluation.objects.get(state=EvaluationState.LOCKED).programme.code == "ADMINDUK"
    assert DecisionPublication.objects.filter(withdrawn_at__isnull=True).count() == 3
    assert set(FollowUpTask.objects.values_list("state", flat=True)) == {TaskState.OPEN, TaskState.DONE}


def test_the_lot_can_be_drawn_again_and_no_unit_has_moved():
    designs = EvaluationDesign.objects.select_related("evaluation__programme")
    for design in designs.filter(evaluation__programme__wave_plan__order="random"):
        lot = lot_of(design)
        assert lot is not None
        assert lot.moved == ()
        assert json.loads(design.content)["order"]["kind"] == "random"
    assert lot_of(designs.get(evaluation__programme__code="ANGGARAN")) is None


def test_nothing_is_told_of_days_to_come():
    assert not AuditEvent.objects.filter(timestamp__gt=NOON).exists()
    assert not ServiceRequest.objects.filter(received_at__gt=NOON).exists()
    assert not ServiceRequest.objects.filter(ended_at__gt=NOON).exists()
    assert not SurveyResponse.objects.filter(received_at__gt=NOON).exists()
    assert set(EvaluationRun.objects.values_list("state", flat=True)) == {RunState.DONE}


def test_a_second_start_adds_nothing():
    units = Unit.objects.count()
    assert load() == load_demo_sites(at=NOON) == 0
    assert Unit.objects.count() == units == 45 + 5 * 28
