"""A design is drafted from what the programme promised, told differently step by step, and refuses what cannot be."""

from datetime import date
from decimal import Decimal

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import OutcomeDirection, OutcomeFigure
from pembina.domain.impact.design_refusals import (
    ComparisonInWaveError,
    EvaluationOpenError,
    OutcomeBoundError,
    OutcomeElementError,
    OutcomeTwiceError,
    RuleSourceMissingError,
    RuleUnusableError,
    SignerInactiveError,
    SignerTwiceError,
    WindowBackwardsError,
)
from pembina.domain.impact.enums import Capacity, EvaluationState, OutcomeRole
from pembina.domain.impact.operations.design_parts import (
    OutcomePlan,
    put_outcome,
    put_signer,
    remove_outcome,
    remove_signer,
)
from pembina.domain.impact.operations.designs import choose_comparison, edit_design
from pembina.domain.impact.operations.evaluations import drop_evaluation, open_evaluation
from pembina.domain.impact.publication_refusals import TracesError
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.refusals import ReasonMissingError, WrongStepError

pytestmark = pytest.mark.django_db

GUARD = OutcomePlan(OutcomeRole.GUARD, OutcomeFigure.SATISFACTION, OutcomeDirection.UP, tolerated=Decimal(2))


def edited(designing, **terms):
    edit_design(design=designing.design, terms=terms, by=designing.maker, at=designing.at)
    return designing.design


def put(designing, plan, outcome=None):
    return put_outcome(design=designing.design, plan=plan, outcome=outcome, by=designing.maker, at=designing.at)


def test_it_opens_with_what_the_programme_promised(designing):
    design, outcome = designing.design, designing.design.outcomes.get()
    assert (outcome.figure, outcome.direction, outcome.role) == ("median_time", "down", "primary")
    assert outcome.smallest_effect == Decimal("1.5")
    # The first wave is planned for 22 December 2026, the last for 21 January 2027.
    assert (design.first_month, design.last_month) == (date(2024, 12, 1), date(2028, 1, 1))
    assert design.decides_on == date(2028, 2, 29)
    assert design.decision_rule[0]["key"] == "serious_harm"
    signers = {one.user.display_name: one.capacity for one in design.signers.all()}
    assert signers == {"Lia Hartono": Capacity.EVALUATOR, "Rina Lestari": Capacity.OWNER}


def test_the_seed_is_drawn_anew_each_time(designing):
    first = designing.design.seed
    drop_evaluation(evaluation=designing.evaluation, reason="Diulang", by=designing.maker, at=designing.at)
    assert designing.opened().designs.get().seed != first


def test_a_programme_has_one_open_evaluation(designing):
    with pytest.raises(EvaluationOpenError, match="Izin lebih cepat"):
        designing.opened("Sekali lagi")
    with pytest.raises(ReasonMissingError):
        drop_evaluation(evaluation=designing.evaluation, reason=" ", by=designing.maker, at=designing.at)
    drop_evaluation(evaluation=designing.evaluation, reason="Dicoret", by=designing.maker, at=designing.at)
    designing.evaluation.refresh_from_db()
    assert designing.evaluation.state == EvaluationState.DROPPED
    with pytest.raises(WrongStepError):
        edited(designing, draws=199)
    assert designing.opened("Sekali lagi").pk


@pytest.mark.parametrize("size", [0, -1])
def test_the_smallest_effect_is_above_zero(designing, size):
    with pytest.raises(OutcomeBoundError):
        open_evaluation(
            programme=designing.programme, title="X", smallest_effect=Decimal(size), by=designing.maker,
            at=designing.at,
        )  # fmt: skip


def test_units_come_from_the_waves_and_the_comparison(designing):
    told = [(one.unit.code, one.wave, one.planned_month) for one in units_of(designing.design)]
    december, january = date(2026, 12, 1), date(2027, 1, 1)
    assert told == [
        ("5.1", 1, december), ("5.2", 1, december), ("5.3", 2, january), ("5.4", 2, january), ("5.5", None, None),
        ("5.6", None, None),
    ]  # fmt: skip


def test_a_unit_that_left_is_not_in_a_first_design(designing):
    member = designing.programme.wave_units.get(unit=designing.units[0])
    member.left_on, member.leave_reason = designing.training.today, "Pindah"
    member.save()
    assert "5.1" not in [one.unit.code for one in units_of(designing.design)]


def test_the_comparison_is_chosen_anew(designing):
    chosen = [designing.units[5], designing.training.office]
    choose_comparison(design=designing.design, units=chosen, by=designing.maker, at=designing.at)
    assert [one.unit.code for one in units_of(designing.design) if one.wave is None] == ["1.1", "5.6"]
    event = AuditEvent.objects.filter(operation="choose_comparison").order_by("-pk").first()
    assert event.changes["units"] == ["5.5, 5.6", "1.1, 5.6"]
    with pytest.raises(ComparisonInWaveError, match=r"5\.1"):
        choose_comparison(design=designing.design, units=designing.units[:1], by=designing.maker, at=designing.at)


def test_months_are_whole_and_go_forward(designing):
    design = edited(designing, first_month=date(2025, 3, 17), last_month=date(2027, 9, 30))
    assert (design.first_month, design.last_month) == (date(2025, 3, 1), date(2027, 9, 1))
    with pytest.raises(WindowBackwardsError):
        edited(designing, first_month=date(2027, 9, 1))


def test_a_rule_of_ones_own_needs_its_ground(designing):
    lines = [dict(line) for line in designing.design.decision_rule]
    lines[-1] |= {"action": "fix"}
    with pytest.raises(RuleSourceMissingError):
        edited(designing, decision_rule=lines)
    design = edited(designing, decision_rule=lines, rule_source="Keputusan Bupati 7/2026")
    assert design.decision_rule[-1]["action"] == "fix"
    assert design.rule_source == "Keputusan Bupati 7/2026"


def test_a_rule_that_lets_harm_grow_is_refused(designing):
    lines = [dict(line) for line in designing.design.decision_rule]
    next(line for line in lines if line["key"] == "harmful")["action"] = "expand"
    with pytest.raises(RuleUnusableError):
        edited(designing, decision_rule=lines, rule_source="Keputusan Bupati 7/2026")
    with pytest.raises(RuleUnusableError):
        edited(designing, decision_rule=lines[:1], rule_source="Keputusan Bupati 7/2026")


def test_outcomes_are_added_changed_and_removed(designing):
    guard = put(designing, GUARD)
    assert guard.position == 2
    put(designing, OutcomePlan(GUARD.role, GUARD.figure, GUARD.direction, tolerated=Decimal(3)), guard)
    event = AuditEvent.objects.filter(operation="put_outcome").order_by("-pk").first()
    assert event.changes == {"tolerated": ["2", "3"]}
    remove_outcome(outcome=guard, by=designing.maker, at=designing.at)
    assert designing.design.outcomes.count() == 1


@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (
            OutcomePlan(OutcomeRole.PRIMARY, GUARD.figure, GUARD.direction, smallest_effect=Decimal(1)),
            OutcomeTwiceError,
        ),
        (OutcomePlan(OutcomeRole.SECONDARY, OutcomeFigure.MEDIAN_TIME, OutcomeDirection.DOWN), OutcomeTwiceError),
        (OutcomePlan(OutcomeRole.GUARD, GUARD.figure, GUARD.direction), OutcomeBoundError),
        (OutcomePlan(OutcomeRole.PRIMARY, GUARD.figure, GUARD.direction), OutcomeBoundError),
        (OutcomePlan(OutcomeRole.SECONDARY, GUARD.figure, GUARD.direction, element=3), OutcomeElementError),
        (
            OutcomePlan(OutcomeRole.SECONDARY, OutcomeFigure.SATISFACTION_ELEMENT, GUARD.direction),
            OutcomeElementError,
        ),
    ],
)
def test_what_an_outcome_cannot_be(designing, plan, refused):
    with pytest.raises(refused):
        put(designing, plan)


def test_signers_are_named_once_and_are_there(designing, budi):
    named = put_signer(design=designing.design, user=budi, capacity=Capacity.OTHER, by=designing.maker, at=designing.at)
    with pytest.raises(SignerTwiceError):
        put_signer(design=designing.design, user=budi, capacity=Capacity.OTHER, by=designing.maker, at=designing.at)
    remove_signer(signer=named, by=designing.maker, at=designing.at)
    budi.is_active = False
    budi.save()
    with pytest.raises(SignerInactiveError):
        put_signer(design=designing.design, user=budi, capacity=Capacity.OTHER, by=designing.maker, at=designing.at)


def test_a_title_that_points_to_a_person_is_refused(designing):
    designing.evaluation.designs.all().delete()
    designing.evaluation.delete()
    with pytest.raises(TracesError, match="Judul evaluasi"):
        designing.opened("Tanya 0812-3456-7890")
