"""Six programmes of an invented government: what each really does, and what a right answer to it is.

All run for 34 months, two years of them before the first of three waves, with units that wait for a fourth one or stay
out. What is invented: levels, trends, noise. What is fixed: the true effect.
"""

from dataclasses import dataclass

from pembina.core.effect.question import Question
from pembina.core.effect.verdict import Code
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.text import Text

MONTHS = 34
STARTS = (24, 28, 32)
BENEFITS = frozenset({Code.EFFECTIVE, Code.SIZE_UNCERTAIN})
CLAIMS = BENEFITS | {Code.HARMFUL}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One programme, in the unit of its outcome.

    Attributes
    ----------
    effect : true change in every treated unit-month
    smallest : smallest change that matters, positive
    trend : change a month in every unit of the government, whether it takes part or not
    level : standard deviation between units
    noise, ar : standard deviation of the monthly noise of a unit, its autocorrelation
    sizes, waiting : units of the three waves, and units that have not started
    spill : share of the waiting units that the programme reaches all the same, from its first start on
    by_lot : whether the order was drawn
    right : verdicts that are right about it
    """

    key: str
    name: Text
    unit: Text
    lower_is_better: bool
    effect: float
    smallest: float
    trend: float
    level: float
    noise: float
    usual: float
    right: frozenset[Code]
    ar: float = 0.3
    sizes: tuple[int, ...] = (8, 8, 8)
    waiting: int = 12
    spill: float = 0.0
    by_lot: bool = True

    @property
    def plan(self) -> WavePlan:
        """Who starts when."""
        return WavePlan(self.sizes, STARTS, MONTHS, never=self.waiting)

    @property
    def benefit(self) -> float:
        """The true effect, a benefit counted as positive."""
        return -self.effect if self.lower_is_better else self.effect

    def question(self, *, draws: int = 999, seed: int = 20240101) -> Question:
        """Return what is asked of its panel."""
        return Question(
            lower_is_better=self.lower_is_better,
            smallest_effect=self.smallest,
            random_timing=self.by_lot,
            draws=draws,
            seed=seed,
            outcome_unit=self.unit.id,
        )


DAYS = Text(id="hari kerja", en="working days")
POINTS = Text(id="poin", en="points")
PERCENT = Text(id="poin persen", en="percentage points")

SCENARIOS = (
    Scenario(
        key="strong", name=Text(id="Kuat", en="Strong"), unit=DAYS, lower_is_better=True,
        effect=-3.0, smallest=1.0, trend=-0.05, level=2.0, noise=2.0, usual=12.0, right=frozenset({Code.EFFECTIVE}),
    ),
    Scenario(
        key="moderate", name=Text(id="Sedang", en="Moderate"), unit=POINTS, lower_is_better=False,
        effect=3.0, smallest=2.0, trend=0.05, level=4.0, noise=3.6, usual=76.0, right=BENEFITS,
    ),
    Scenario(
        key="null", name=Text(id="Tidak berdampak, tren kuat", en="No effect, strong trend"), unit=POINTS,
        lower_is_better=False, effect=0.0, smallest=3.0, trend=0.45, level=4.0, noise=2.4, usual=66.0, by_lot=False,
        right=frozenset({Code.NO_MEANINGFUL_EFFECT, Code.INCONCLUSIVE, Code.NOT_CREDIBLE}),
    ),
    Scenario(
        key="harmful", name=Text(id="Merugikan", en="Harmful"), unit=DAYS, lower_is_better=True,
        effect=3.0, smallest=1.5, trend=-0.3, level=3.0, noise=3.2, usual=14.0, right=frozenset({Code.HARMFUL}),
    ),
    Scenario(
        key="small", name=Text(id="Terlalu kecil untuk diketahui", en="Too small to tell"), unit=POINTS,
        lower_is_better=False, effect=0.5, smallest=2.0, trend=0.05, level=4.0, noise=4.0, usual=75.0,
        sizes=(3, 2, 2), waiting=2, by_lot=False, right=frozenset({Code.INCONCLUSIVE, Code.NOT_CREDIBLE}),
    ),
    Scenario(
        key="contaminated", name=Text(id="Pembanding ikut terpengaruh", en="Comparison contaminated"), unit=PERCENT,
        lower_is_better=False, effect=12.0, smallest=5.0, trend=0.1, level=8.0, noise=13.0, usual=62.0, spill=0.5,
        right=BENEFITS,
    ),
)  # fmt: skip
