"""Two programmes on the same units, judged together: a joint evaluation that is locked, and data with a known effect.

Units 5.1 and 5.2 begin with the first programme in December 2026, 5.3 with the second that month, 5.4 with the first in
January 2027. The second alone reaches 5.9; 5.5 to 5.8 stay out of both. Satisfaction is `EFFECT` points higher from the
first start of either.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import numpy as np

from designing import Designing
from domain.impact.observed import service
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.models import User
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.development.models import Programme, Wave, WaveUnit
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.enums import Capacity, DesignFigure, OutcomeRole
from pembina.domain.impact.models import Decision, Evaluation, EvaluationRun
from pembina.domain.impact.operations.decisions import decide_programme, sign_decision
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome, put_signer
from pembina.domain.impact.operations.designs import choose_comparison
from pembina.domain.impact.operations.joints import open_joint_evaluation
from pembina.domain.impact.operations.locking import lock_design
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.domain.impact.queries.evaluations import draft_of
from pembina.domain.services.models import SurveyPeriod, SurveyResponse
from pembina.exchange.impact.running import carry_out

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LATER = datetime(2027, 7, 15, 3, 0, tzinfo=UTC)
MONTHS = [date(2026 + (3 + number) // 12, (3 + number) % 12 + 1, 1) for number in range(15)]
TITLE, OTHER = "Apakah warga lebih puas karena keduanya?", "Loket ramah"
ANSWERS, EFFECT, SMALLEST = 20, 10, 3
PLANNED = {
    1: (date(2026, 12, 5), (2,)),
    2: (date(2027, 3, 5), (0, 1, 3, 8)),
}


class Joining:
    """The records by name; `other` is the second programme, `evaluation` the joint one once it was opened."""

    def __init__(self, designing: Designing) -> None:
        self.designing, self.maker, self.at = designing, designing.maker, designing.at
        self.units = [designing.training.unit(f"5.{number}") for number in range(1, 10)]
        choose_comparison(design=designing.design, units=self.units[4:8], by=self.maker, at=self.at)
        self.other = self._second()

    def _second(self) -> Programme:
        made = self.designing.training.planned("P-2")
        Programme.objects.filter(pk=made.pk).update(title=OTHER)
        made.refresh_from_db()
        for number, (day, numbers) in PLANNED.items():
            wave = Wave.objects.create(programme=made, number=number, planned_on=day, due_on=day)
            for place in numbers:
                WaveUnit.objects.create(programme=made, wave=wave, unit=self.units[place])
        return made

    def open(self, **told) -> Evaluation:
        plan = {"evaluation": self.designing.evaluation, "other": self.other, "title": TITLE} | told
        return open_joint_evaluation(**plan, by=self.maker, at=self.at)

    def prepare(self, evaluation: Evaluation, head: User) -> None:
        """Let satisfaction decide, and the head of region sign."""
        design = draft_of(evaluation)
        plan = OutcomePlan(
            OutcomeRole.PRIMARY, DesignFigure.SATISFACTION, OutcomeDirection.UP, smallest_effect=Decimal(SMALLEST)
        )
        put_outcome(design=design, plan=plan, outcome=design.outcomes.get(), by=self.maker, at=self.at)
        put_signer(design=design, user=head, capacity=Capacity.HEAD_OF_REGION, by=self.maker, at=self.at)

    def lock_only(self, evaluation: Evaluation) -> None:
        """Lock with every warning read."""
        design = draft_of(evaluation)
        read = [one.key for one in warnings_of(design, at=self.at)]
        lock_design(design=design, read=read, by=self.maker, at=self.at)

    def begin(self) -> None:
        """Let every wave of both programmes have begun on its day."""
        for wave in Wave.objects.filter(programme__in=(self.designing.programme, self.other)):
            wave.started_on = wave.planned_on
            wave.save()
            wave.units.update(started_on=wave.planned_on)

    def first_start(self, number: int) -> date | None:
        """Return the first month in which a unit took part in either."""
        days = WaveUnit.objects.filter(unit=self.units[number], started_on__isnull=False)
        return min((day.replace(day=1) for day in days.values_list("started_on", flat=True)), default=None)

    def answer(self) -> None:
        """Let citizens answer every month in every unit: three of four points, or all four."""
        random, rows = np.random.default_rng(3), []
        extra = EFFECT * ANSWERS // 25
        for number, unit in enumerate(self.units):
            made, start = service(unit, f"L{number}"), self.first_start(number)
            period = SurveyPeriod.objects.create(
                unit=unit, title="Dua tahun", opens_on=date(2026, 1, 1), closes_on=date(2027, 12, 31)
            )
            for place, month in enumerate(MONTHS):
                content = int(random.integers(3, 6)) + place // 5 + extra * (start is not None and month >= start)
                rows += [
                    SurveyResponse(
                        client_key=UUID(int=len(rows) + given + 1), period=period, service=made, means="paper",
                        answered_on=month.replace(day=10), received_at=LATER,
                        **dict.fromkeys(ELEMENTS, 4 if given < content else 3),
                    )
                    for given in range(ANSWERS)
                ]  # fmt: skip
        SurveyResponse.objects.bulk_create(rows)

    def run(self, evaluation: Evaluation) -> EvaluationRun:
        asked = ask_for_run(evaluation=evaluation, by=self.maker, at=LATER)
        return carry_out(asked, clock=lambda: LATER)

    def decide(self, run: EvaluationRun, head: User) -> Decision:
        """Decide by the rule; all whom the design names agree."""
        told = DecisionTold(action="expand", review_on=(LATER + timedelta(days=180)).date())
        made = decide_programme(run=run, told=told, by=head, at=LATER)
        for signer in run.design.signers.select_related("user"):
            sign_decision(decision=made, agrees=True, by=signer.user, at=LATER)
        return Decision.objects.get(pk=made.pk)
