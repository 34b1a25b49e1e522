"""What a plan of waves could see, reckoned from the past of its units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pembina.core.effect.notes import RefusedError
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.power import Bought, Detectable, detectable_effect, what_more_buys
from pembina.core.effect.question import Question
from pembina.core.effect.wave_plan import WavePlan
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.wave_planning import Past
from pembina.domain.impact.whole_months import month_of, months_between, moved

MONTHS_BEFORE, MONTHS_AFTER = 24, 12
WAVE_CHOICES, MONTH_CHOICES = (2, 3, 4, 6), (6, 12, 18, 24)
MORE_MONTHS, MORE_UNITS = 1, 5
EFFECT_STEPS = 24


@dataclass(frozen=True, slots=True)
class Window:
    """The months that will be observed; `is_assumed` where those of the design do not hold the plan."""

    first: date
    months: int
    is_assumed: bool

    @property
    def last(self) -> date:
        """The first day of the last month."""
        return moved(self.first, self.months - 1)

    def place(self, on: date) -> int:
        """Return which month of the window a day lies in, counted from 0."""
        return months_between(self.first, on)


@dataclass(frozen=True, slots=True)
class Row:
    """What so many waves would see, for every number of months after the first start; None where that cannot be."""

    waves: int
    cells: tuple[Detectable | None, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a plan could see.

    Attributes
    ----------
    months : the numbers of periods after the first start to which the cells of `table` belong
    step : how many months a period has; the plan counts in periods
    past : the past it rests on; None where there is too little
    now : the plan as it is; None where `refused` says why it cannot be reckoned
    """

    window: Window
    question: Question
    plan: WavePlan | None = None
    past: PastSeries | None = None
    now: Detectable | None = None
    bought: tuple[Bought, ...] = ()
    months: tuple[int, ...] = ()
    step: int = 1
    table: tuple[Row, ...] = ()
    refused: RefusedError | None = None

    @property
    def curve(self) -> list[tuple[float, float]]:
        """Return sizes of the true effect with the probability to find each, up to twice the detectable one."""
        if self.now is None or self.now.effect == float("inf"):
            return []
        step = 2 * self.now.effect / EFFECT_STEPS
        return [(step * place, self.now.power_at(step * place)) for place in range(EFFECT_STEPS + 1)]


def question_for(
    design: EvaluationDesign, outcome: DesignOutcome | None, *, by_lot: bool, unit: str = ""
) -> Question:  # fmt: skip
    """Return what is asked of the plan; without an outcome nothing but how it is compared."""
    smallest = outcome.smallest_effect if outcome else None
    return Question(
        lower_is_better=bool(outcome and outcome.lower_is_better),
        smallest_effect=float(smallest) if smallest is not None else None,
        comparison="never" if design.comparison == "never" else "not-yet",
        random_timing=by_lot, draws=design.draws, seed=design.seed, outcome_unit=unit,
    )  # fmt: skip


def window_for(design: EvaluationDesign, starts: Sequence[date]) -> Window:
    """Return the window of the design, or two years before and one after the starts where it does not hold them."""
    months = months_between(design.first_month, design.last_month) + 1
    window = Window(design.first_month, months, is_assumed=False)
    if not starts or (window.place(min(starts)) >= 1 and window.place(max(starts)) < months - 1):
        return window
    first = moved(month_of(min(starts)), -MONTHS_BEFORE)
    return Window(first, months_between(first, max(starts)) + MONTHS_AFTER + 1, is_assumed=True)


def reckon(
    past: Past, question: Question, *, window: Window, sizes: Sequence[int], starts: Sequence[date], never: int
) -> Reckoning:
    """Return what the plan could see; what cannot be reckoned is told in `refused`, never raised."""
    empty = Reckoning(window, question, step=past.step)
    try:
        plan = _in_periods(window, sizes, starts, never, past.step)
        series = past.series()
        empty = replace(empty, plan=plan, past=series)
        now = detectable_effect(series, plan, question)
        bought = what_more_buys(series, plan, question, months=MORE_MONTHS, units=MORE_UNITS)
    except RefusedError as refused:
        return replace(empty, refused=refused)
    choices = (months // past.step for months in MONTH_CHOICES)
    months = tuple(sorted({*choices, plan.months - plan.starts[0]}))
    waves = sorted({*WAVE_CHOICES, len(sizes)})
    rows = tuple(Row(count, tuple(_cell(series, plan, question, count, after) for after in months)) for count in waves)
    return replace(empty, now=now, bought=bought, months=months, table=rows)


def _in_periods(window: Window, sizes: Sequence[int], starts: Sequence[date], never: int, step: int) -> WavePlan:
    """Return the plan counted in periods of so many months; waves that start within the same period are one."""
    places = [window.place(start) for start in starts]
    if step == 1:
        return WavePlan(tuple(sizes), tuple(places), window.months, never)
    together: dict[int, int] = {}
    for size, place in zip(sizes, places, strict=True):
        period = -(-place // step)
        together[period] = together.get(period, 0) + size
    return WavePlan(tuple(together.values()), tuple(together), window.months // step, never)


def _cell(past: PastSeries, plan: WavePlan, question: Question, waves: int, after: int) -> Detectable | None:
    """Return what the same units would see in so many waves, spread evenly over so many months."""
    before, joining = plan.starts[0], plan.units - plan.never
    is_own = waves == len(plan.starts) and after == plan.months - before
    whole, rest = divmod(joining, waves)
    sizes = tuple(whole + (place < rest) for place in range(waves))
    starts = tuple(before + after * place // waves for place in range(waves))
    try:
        other = plan if is_own else WavePlan(sizes, starts, before + after, plan.never)
        return detectable_effect(past, other, question)
    except RefusedError:
        return None
