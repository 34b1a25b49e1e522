"""A programme whose evaluation was locked and run: Lia evaluates, the head of region decides, both sign."""

from datetime import timedelta
from decimal import Decimal

from impact import Impact
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.enums import Capacity
from pembina.domain.impact.operations.decisions import decide_programme
from training import Training


class Deciding:
    """The records by name; `bupati` decides, `lia` and `bupati` are to sign."""

    def __init__(self, *, person, at, effect: float = -2.0) -> None:
        self.at, self.effect = at, effect
        self.rina, self.lia, self.bupati = person("rina"), person("lia"), person("bupati")
        self.training = Training(rina=self.rina, at=at)
        self.programme = self.training.programme
        self.impact = Impact(programme=self.programme, maker=self.lia, at=at)
        self.today = self.impact.today
        self.design = self.impact.locked()
        self.evaluation = self.design.evaluation
        self.impact.signer(self.design, self.bupati, Capacity.HEAD_OF_REGION)
        self.impact.signer(self.design, self.lia, Capacity.EVALUATOR)
        self.run = self.impact.run(self.design, effect=effect)

    def told(self, action: str = "expand", **other) -> DecisionTold:
        plan = {"review_on": self.today + timedelta(days=180), "spent": Decimal(100_000_000)} | other
        return DecisionTold(action=action, **plan)

    def decide(self, action: str = "expand", **other):
        run = other.pop("run", self.run)
        return decide_programme(run=run, told=self.told(action, **other), by=self.bupati, at=self.at)
