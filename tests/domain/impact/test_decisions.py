"""A decision by the locked rule or against it with a reason, frozen, sealed, and signed by those named beforehand."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from domain.impact.deciding import Deciding
from pembina.core.effect.verdict import Code
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.impact.decision_content import digest_of, matches_seal, seal_entry
from pembina.domain.impact.decision_refusals import (
    ContentChangedError,
    DepartsWithoutReasonError,
    DissentMissingError,
    DissentWhileAgreeingError,
    NewerRunError,
    NotNamedToSignError,
    OldDesignError,
    ReviewTooEarlyError,
    RuleUnusableError,
    RunNotDoneError,
    SignedAlreadyError,
)
from pembina.domain.impact.enums import Capacity, DesignState, EvaluationState, OutcomeRole, RunState
from pembina.domain.impact.later import still_holds
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun
from pembina.domain.impact.operations.decisions import decide_programme, sign_decision
from pembina.domain.impact.publication_refusals import TracesError
from pembina.domain.impact.refusals import WrongStepError
from pembina.domain.impact.ruling import earlier_alike, rule_says

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def deciding(person):
    return Deciding(person=person, at=NOON)


def test_a_decision_by_the_rule_is_frozen_and_sealed(deciding):
    made = deciding.decide()
    assert (made.rule_action, made.action, made.departs) == ("expand", "expand", False)
    told = made.content
    assert told["verdict"]["code"] == "effective"
    assert told["run"]["result_hash"] == deciding.run.result_hash
    assert told["design"]["digest"] == deciding.design.digest
    assert [one["name"] for one in told["signers"]] == [deciding.bupati.display_name, deciding.lia.display_name]
    assert json.loads(seal_entry(made).content)["digest"] == digest_of(told)
    assert matches_seal(Decision.objects.get())
    deciding.evaluation.refresh_from_db()
    assert deciding.evaluation.state == EvaluationState.DECIDED


def test_departing_from_the_rule_asks_for_a_reason(deciding):
    with pytest.raises(DepartsWithoutReasonError):
        deciding.decide("stop", reason="  ")
    assert not ChainEntry.objects.exists()
    made = deciding.decide("stop", reason="Anggaran dialihkan")
    assert (made.departs, made.reason, made.rule_action) == (True, "Anggaran dialihkan", "expand")


def test_serious_harm_stops_by_the_rule_whatever_the_effect(deciding):
    made = deciding.decide("stop", serious_harm=True)
    assert (made.rule_action, made.rule_line) == ("stop", "serious_harm")


def test_one_evaluation_has_one_decision(deciding):
    deciding.decide()
    with pytest.raises(WrongStepError):
        deciding.decide()


def test_only_the_latest_run_of_the_design_that_holds_decides(deciding):
    later = deciding.impact.run(deciding.design)
    with pytest.raises(NewerRunError):
        deciding.decide()
    second = deciding.impact.design(deciding.evaluation, state=DesignState.LOCKED, version=2)
    with pytest.raises(OldDesignError):
        deciding.decide(run=later)
    EvaluationRun.objects.filter(pk=later.pk).update(design=second)
    assert deciding.decide(run=later).run_id == later.pk


def test_a_run_without_a_result_decides_nothing(deciding):
    failed = deciding.impact.run(deciding.design, state=RunState.FAILED)
    with pytest.raises(RunNotDoneError):
        deciding.decide(run=failed)


def test_an_evaluation_that_is_not_locked_is_not_decided(deciding):
    deciding.evaluation.state = EvaluationState.DESIGNED
    deciding.evaluation.save()
    with pytest.raises(WrongStepError):
        deciding.decide()


def test_the_review_lies_ahead_by_the_clock_of_jakarta(deciding):
    # Half past midnight of the 23rd in Jakarta is still the 22nd in UTC.
    late = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    with pytest.raises(ReviewTooEarlyError):
        decide_programme(
            run=deciding.run,
            told=deciding.told(review_on=deciding.today + timedelta(days=1)),
            by=deciding.bupati,
            at=late,
        )


def test_a_decision_after_its_day_counts_the_days(deciding):
    EvaluationDesign.objects.update(decides_on=deciding.today - timedelta(days=3))
    deciding.run.refresh_from_db()
    told = deciding.decide().content["decision"]
    assert (told["days_late"], told["before_all_data"]) == (3, False)


def test_a_decision_before_all_data_says_so(deciding):
    EvaluationRun.objects.update(data_until=deciding.design.first_month)
    assert deciding.decide().content["decision"]["before_all_data"] is True


def guarded(deciding, low, high):
    """Add a guard to the design and what the run found of it: satisfaction, which may fall by two points."""
    made = deciding.impact.outcome(deciding.design, role=OutcomeRole.GUARD, figure="satisfaction", direction="up")
    answer = json.loads(json.dumps(deciding.run.result["outcomes"][0]))
    for told in answer["planned"].values():
        told["headline"] |= {"ci_low": low, "ci_high": high}
    answer |= {"position": made.position, "role": "guard", "name": {"id": "Kepuasan", "en": "Satisfaction"}}
    deciding.run.result = deciding.run.result | {"outcomes": [deciding.run.result["outcomes"][0], answer]}
    deciding.run.save()


@pytest.mark.parametrize(
    ("low", "high", "action"),
    [(-1.0, 1.0, "expand"), (-3.0, 1.0, "continue"), (-6.0, -3.0, "fix"), (None, None, "continue")],
)
def test_guards_weigh_in(deciding, low, high, action):
    guarded(deciding, low, high)
    assert rule_says(deciding.run, serious_harm=False, on=deciding.today).action == action


def test_without_an_answer_the_evidence_is_not_credible(deciding):
    refused = {"planned": {"code": "x", "message": {"id": "Tidak ada pembanding.", "en": "Nobody."}}}
    primary = deciding.run.result["outcomes"][0] | {"planned": None, "refused": refused}
    deciding.run.result = {"outcomes": [primary]}
    deciding.run.save()
    made = deciding.decide("fix")
    assert made.rule_line == "not_credible"
    assert made.content["verdict"]["sentence"]["id"] == "Tidak ada pembanding."
    assert made.content["cost"]["point"] is None


def test_the_same_verdict_twice_in_a_row_is_counted(deciding):
    assert earlier_alike(deciding.run) == 0
    deciding.decide()
    again = deciding.impact.run(deciding.impact.locked())
    assert earlier_alike(again) == 1
    other = deciding.impact.run(deciding.impact.design(again.evaluation, version=2), effect=2.0)
    assert earlier_alike(other) == 0


def test_a_rule_that_answers_nothing_is_refused_in_words(deciding):
    EvaluationDesign.objects.update(decision_rule=[])
    deciding.run.refresh_from_db()
    with pytest.raises(RuleUnusableError, match="tidak menjawab"):
        deciding.decide()


def test_who_is_named_signs_once(deciding, rina):
    made = deciding.decide()
    signed = sign_decision(decision=made, agrees=True, by=deciding.lia, at=NOON)
    assert (signed.capacity, signed.name) == (Capacity.EVALUATOR, deciding.lia.display_name)
    entry = ChainEntry.objects.get(kind=ChainKind.DECISION_SIGNED)
    assert json.loads(entry.content)["decision"] == digest_of(made.content)
    with pytest.raises(SignedAlreadyError):
        sign_decision(decision=made, agrees=True, by=deciding.lia, at=NOON)
    with pytest.raises(NotNamedToSignError):
        sign_decision(decision=made, agrees=True, by=rina, at=NOON)


def test_a_dissent_is_told_in_words(deciding):
    made = deciding.decide()
    with pytest.raises(DissentMissingError):
        sign_decision(decision=made, agrees=False, dissent=" ", by=deciding.lia, at=NOON)
    with pytest.raises(DissentWhileAgreeingError):
        sign_decision(decision=made, agrees=True, dissent="Tetapi", by=deciding.lia, at=NOON)
    signed = sign_decision(decision=made, agrees=False, dissent="Terlalu dini", by=deciding.lia, at=NOON)
    assert (signed.agrees, signed.dissent) == (False, "Terlalu dini")


def test_what_was_changed_afterwards_is_not_signed(deciding):
    made = deciding.decide()
    Decision.objects.update(content=made.content | {"decided_by": "Orang lain"})
    with pytest.raises(ContentChangedError):
        sign_decision(decision=made, agrees=True, by=deciding.lia, at=NOON)


def test_a_closed_account_signs_nothing(deciding):
    made = deciding.decide()
    deciding.lia.is_active = False
    deciding.lia.save()
    with pytest.raises(NotNamedToSignError):
        sign_decision(decision=made, agrees=True, by=deciding.lia, at=NOON)


def test_the_cost_of_a_day_stands_in_the_content(deciding):
    cost = deciding.decide(spent=Decimal("864000000")).content["cost"]
    assert cost["unit_months"] == 864
    # A million for each month of a unit; 1,85 days better on average.
    assert cost["point"] == pytest.approx(1_000_000 / 1.84987, rel=1e-4)
    assert cost["low"] < cost["point"] < cost["high"]
    assert "Rp864.000.000 untuk 864 bulan-unit" in cost["because"]["id"]


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (Code.EFFECTIVE, Code.SIZE_UNCERTAIN, "bertahan"),
        (Code.EFFECTIVE, Code.NO_MEANINGFUL_EFFECT, "tidak tampak lagi"),
        (Code.INCONCLUSIVE, Code.EFFECTIVE, "Kini program tampak berdampak"),
        (Code.INCONCLUSIVE, Code.INCONCLUSIVE, "tetap"),
        (Code.INCONCLUSIVE, Code.HARMFUL, "memburuk"),
    ],
)
def test_a_later_verdict_in_words(then, now, words):
    assert words in still_holds(then, now).id


def test_a_reason_that_points_to_a_person_is_not_sealed(deciding):
    with pytest.raises(TracesError) as refused:
        deciding.decide("stop", reason="Tanya NIP 198001012005011001")
    assert refused.value.about == ("reason",)
    assert not Decision.objects.exists()
