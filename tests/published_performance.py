"""An outcome of people's performance that was locked, found, decided on and published."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np

from designing import Designing
from domain.impact.recorded import Recorded
from pembina.domain.access.models import User
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.enums import Capacity, DesignFigure, OutcomeRole, RunState
from pembina.domain.impact.operations.decisions import decide_programme
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome, put_signer
from pembina.domain.impact.operations.designs import choose_comparison
from pembina.domain.impact.operations.publications import publish_decision
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.exchange.impact.running import carry_out

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LATER = datetime(2027, 7, 15, 3, 0, tzinfo=UTC)
MONTHS = [date(2026 + (3 + number) // 12, (3 + number) % 12 + 1, 1) for number in range(15)]
PEOPLE, FEW = 5, 3


class Published:
    """A programme whose staff reach their targets more often once their wave began, decided and published.

    Eight units take part or wait; in a ninth, that waits too, there are only `FEW` people.
    """

    def __init__(self, designing: Designing, head: User) -> None:
        self.designing, self.head, self.maker = designing, head, designing.maker
        self.units = [designing.training.unit(f"5.{number}") for number in range(1, 10)]
        self._design()
        self.recorded = Recorded(self.maker)
        self.people = [self.recorded.people(unit, PEOPLE) for unit in self.units[:8]]
        self.people.append(self.recorded.people(self.units[8], FEW))
        designing.lock()
        for wave in designing.programme.waves.all():
            wave.units.update(started_on=wave.planned_on)
            wave.started_on = wave.planned_on
            wave.save()
        self._note()
        self._decide()

    def _note(self) -> None:
        random = np.random.default_rng(5)
        for number, staff in enumerate(self.people):
            place = self.designing.programme.wave_units.filter(unit=self.units[number]).first()
            start = place.started_on.replace(day=1) if place else None
            plans = {(year, each.pk): self.recorded.plan(each, year=year) for year in (2026, 2027) for each in staff}
            for month in MONTHS:
                chance = 0.8 if start and month >= start else 0.3
                for each in staff:
                    late = timedelta(days=30 if random.uniform() < 0.3 else 0)
                    day, amount = month.replace(day=20), 120 if random.uniform() < chance else 60
                    self.recorded.note(plans[month.year, each.pk], day, amount, noted=day + late)

    def _design(self) -> None:
        design = self.designing.design
        choose_comparison(design=design, units=self.units[4:], by=self.maker, at=NOON)
        told = {"direction": OutcomeDirection.UP, "smallest_effect": Decimal(10)}
        targets = OutcomePlan(OutcomeRole.PRIMARY, DesignFigure.TARGETS_MET, **told)
        put_outcome(design=design, plan=targets, outcome=design.outcomes.get(), by=self.maker, at=NOON)
        in_time = OutcomePlan(OutcomeRole.SECONDARY, DesignFigure.REPORTS_IN_TIME, **told)
        put_outcome(design=design, plan=in_time, outcome=None, by=self.maker, at=NOON)
        put_signer(design=design, user=self.head, capacity=Capacity.HEAD_OF_REGION, by=self.maker, at=NOON)

    def _decide(self) -> None:
        self.run = carry_out(
            ask_for_run(evaluation=self.designing.evaluation, by=self.maker, at=LATER), clock=lambda: LATER
        )
        assert self.run.state == RunState.DONE, self.run.failure
        review = (LATER + timedelta(days=180)).date()
        told = DecisionTold(action="expand", review_on=review)
        self.decision = decide_programme(run=self.run, told=told, by=self.head, at=LATER)
        self.publication = publish_decision(decision=self.decision, by=self.head, at=LATER)
