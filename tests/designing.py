"""A programme whose two waves have not begun, and an evaluation of it that only has to be locked.

Four units in two waves drawn by lot, two that stay out. Built through the operations on evaluations.
"""

from datetime import date
from decimal import Decimal

from pembina.domain.access.models import User
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Wave, WavePlan
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.operations.designs import choose_comparison
from pembina.domain.impact.operations.evaluations import open_evaluation
from pembina.domain.impact.operations.locking import lock_design
from training import Training


class Designing:
    """The records by name; `maker` is the evaluator's account."""

    def __init__(self, training: Training, maker: User) -> None:
        self.training, self.maker, self.at = training, maker, training.at
        self.programme = training.programme
        self.units = [training.unit(f"5.{number}") for number in range(1, 7)]
        training.wave(1, *self.units[:2])
        training.wave(2, *self.units[2:4])
        WavePlan.objects.create(
            programme=self.programme,
            order=WaveOrder.RANDOM,
            seed="undian 32",
            decided_by=maker,
            decided_at=self.at,
            lot={"units": {unit.code: "" for unit in self.units}, "groups": 3, "out": ["5.5", "5.6"]},
        )
        self.evaluation = self.opened()

    def opened(self, title: str = "Izin lebih cepat?") -> Evaluation:
        made = open_evaluation(
            programme=self.programme, title=title, smallest_effect=Decimal("1.5"), by=self.maker, at=self.at
        )
        choose_comparison(design=made.designs.get(), units=self.units[4:], by=self.maker, at=self.at)
        return made

    @property
    def design(self) -> EvaluationDesign:
        """Return the latest version."""
        return self.evaluation.designs.order_by("-version")[0]

    def warning_keys(self) -> list[str]:
        return [warning.key for warning in warnings_of(self.design, at=self.at)]

    def lock(self) -> EvaluationDesign:
        """Lock the draft with every warning read."""
        lock_design(design=self.design, read=self.warning_keys(), by=self.maker, at=self.at)
        return self.design

    def start(self, number: int = 1, on: date | None = None) -> Wave:
        """Let a wave have begun, today or on another day."""
        wave = self.programme.waves.get(number=number)
        wave.started_on = on or self.training.today
        wave.save()
        wave.units.update(started_on=wave.started_on)
        return wave
