"""An evaluation of a programme in any state, for tests of impact: the rows themselves, without the operations.

The result of a run is computed by the engine from a simulated programme with a known effect, so that whoever shows or
decides on one has real numbers.
"""

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal
from functools import cache

import numpy as np
from dateutil.relativedelta import relativedelta
from django.utils.timezone import localdate

from pembina.core.effect.frozen_study import settled
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.study import StudyOutcome, study_result
from pembina.core.rules.programme_decision import plain_lines, rule_in_force
from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.development.enums import OutcomeDirection, OutcomeFigure
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import Capacity, DesignState, EvaluationState, OutcomeRole, RunState
from pembina.domain.impact.models import (
    Decision,
    DesignOutcome,
    DesignSigner,
    DesignUnit,
    Evaluation,
    EvaluationDesign,
    EvaluationRun,
)
from pembina.domain.impact.result import result_hash

WINDOW = 36


class Impact:
    """The records by name; `maker` is the evaluator's account, `at` the moment around which everything is laid."""

    def __init__(self, *, programme: Programme, maker: User, at: datetime) -> None:
        self.programme, self.maker, self.at, self.today = programme, maker, at, localdate(at)

    def evaluation(self, *, state: EvaluationState = EvaluationState.DESIGNED, title: str = "Izin lebih cepat?"):
        ended = {"drop_reason": "Program dihentikan"} if state == EvaluationState.DROPPED else {}
        return Evaluation.objects.create(
            programme=self.programme, title=title, state=state, made_by=self.maker, made_at=self.at, **ended
        )

    def design(self, evaluation: Evaluation, *, state: DesignState = DesignState.DRAFT, version: int = 1, **told):
        """Return a design whose window of three years ends in the month of today, with one primary outcome."""
        last = self.today.replace(day=1)
        locked = state == DesignState.LOCKED
        content = json.dumps({"evaluation": evaluation.pk, "version": version})
        plan = {
            "first_month": last - relativedelta(months=WINDOW - 1), "last_month": last, "seed": 20260101,
            "decision_rule": plain_lines(rule_in_force(on=self.today)), "rule_source": "Ketentuan program",
            "decides_on": self.today, "made_by": self.maker, "made_at": self.at,
            "locked_by": self.maker if locked else None, "locked_at": self.at if locked else None,
            "content": content if locked else "", "why_changed": "Layanan bertambah" if version > 1 else "",
            "digest": hashlib.sha256(content.encode()).hexdigest() if locked else "",
        } | told  # fmt: skip
        made = EvaluationDesign.objects.create(evaluation=evaluation, version=version, state=state, **plan)
        self.outcome(made)
        return made

    def outcome(self, design: EvaluationDesign, *, role: OutcomeRole = OutcomeRole.PRIMARY, **told) -> DesignOutcome:
        bounds = {"tolerated": Decimal(2)} if role == OutcomeRole.GUARD else {"smallest_effect": Decimal(1)}
        plan = {"figure": OutcomeFigure.MEDIAN_TIME, "direction": OutcomeDirection.DOWN} | bounds | told
        return DesignOutcome.objects.create(
            design=design, position=design.outcomes.count() + 1, role=role, **plan
        )  # fmt: skip

    def unit(self, design: EvaluationDesign, unit, *, wave: int | None = None, month: date | None = None) -> DesignUnit:
        return DesignUnit.objects.create(design=design, unit=unit, wave=wave, planned_month=month)

    def signer(self, design: EvaluationDesign, user: User, capacity: Capacity = Capacity.HEAD_OF_REGION):
        return DesignSigner.objects.create(design=design, user=user, capacity=capacity)

    def run(self, design: EvaluationDesign, *, effect: float = -2.0, state: RunState = RunState.DONE, **told):
        """Return a run whose result is that of a simulated programme with this true effect, in days."""
        told = {"failure": {"message": {"id": "Gagal", "en": "Failed"}}} | told if state == RunState.FAILED else told
        result = settled(simulated_result(effect)) if state == RunState.DONE else {}
        done = {
            "finished_at": self.at, "code_version": "0.1.0", "data_hash": "d" * 64, "result": result,
            "result_hash": result_hash(result),
        } if state == RunState.DONE else {}  # fmt: skip
        ended = {"finished_at": self.at} if state == RunState.FAILED else {}
        evaluation = design.evaluation
        return EvaluationRun.objects.create(
            evaluation=evaluation, design=design, number=evaluation.runs.count() + 1, state=state,
            data_until=design.last_month, asked_by=self.maker, **({"asked_at": self.at} | done | ended | told),
        )  # fmt: skip

    def decision(self, run: EvaluationRun, *, by: User, action: str = "continue", **told) -> Decision:
        plan = {
            "rule_action": "continue", "rule_line": "effective", "rule_because": [{"id": "Berdampak", "en": "Works"}],
            "review_on": self.today + relativedelta(months=6), "reason": "" if action == "continue" else "Alasan",
        } | told  # fmt: skip
        Evaluation.objects.filter(pk=run.evaluation_id).update(state=EvaluationState.DECIDED)
        return Decision.objects.create(
            evaluation=run.evaluation, run=run, action=action, decided_by=by, decided_at=self.at, **plan
        )

    def locked(self, **told) -> EvaluationDesign:
        """Return the locked design of a new evaluation."""
        return self.design(self.evaluation(state=EvaluationState.LOCKED), state=DesignState.LOCKED, **told)


@cache
def simulated_result(effect: float = -2.0) -> dict:
    """Return what the study says about a simulated programme with one outcome, waiting days."""
    made = simulate_programme(effect=effect)
    question = Question(lower_is_better=True, smallest_effect=1.0, draws=199, outcome_unit="hari")
    outcome = StudyOutcome(
        position=1, role="primary", name=Text(id="Waktu layanan (median)", en="Service time (median)"),
        question=question, unit=made.unit, period=made.period, outcome=made.outcome,
        planned=made.start, actual=np.asarray(made.start),
    )  # fmt: skip
    return study_result([outcome], correction="holm")
