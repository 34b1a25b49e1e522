"""How long do the bounds of an event study and the planning of waves take: ``python benchmarks/sensitivity.py``.

The bounds by relative magnitudes are compared with the linear programmes that the published way solves for them, one
for each piece and each of 1,000 values on a grid (timed on 40 of them); before that, both have to find the same least
violation. Processor time, linear algebra on one thread, the median of three.
"""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from scipy.optimize import linprog

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.event_study import EventStudy, steps_of
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.placebo_power import placebo_runs
from pembina.core.effect.power import detectable_effect, what_more_buys
from pembina.core.effect.question import Question
from pembina.core.effect.relative_magnitudes import RelativeBounds, relative_interval
from pembina.core.effect.sensitivity import check_sensitivity, sensitivity_of
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.smoothness import SmoothnessBounds
from pembina.core.effect.wave_plan import WavePlan

GRID, SAMPLED = 1_000, 40
SHAPES = ((5, 2), (6, 6), (24, 24))


def seconds(work: Callable[[], object]) -> float:
    """Return the median processor time of three runs."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def made_up(before: int, after: int) -> EventStudy:
    """Return an event study with an effect and independent noise of every period."""
    rng, size = np.random.default_rng(20260101), before + after
    root = rng.normal(size=(size, size)) / np.sqrt(size)
    values = rng.normal(scale=0.3, size=size) + np.where(np.arange(size) < before, 0.0, 4.0)
    return EventStudy(before, values, 0.05 * (root @ root.T + 0.3 * np.eye(size)))


def programmes(study: EventStudy, target: np.ndarray, assumed: np.ndarray) -> list[float]:
    """Solve the linear programme of the first piece at each value, as the published way does."""
    steps = steps_of(study.before, study.values.size)
    matrix = np.vstack([steps[study.before :] - steps[0], -steps[study.before :] - steps[0]])
    errors = np.sqrt(np.diagonal(matrix @ study.covariance @ matrix.T))
    upper = np.column_stack([-errors, -matrix[:, study.before :]])
    cost, fixed = np.eye(1, 1 + target.size)[0], np.append(0.0, target)[None]
    free = [(None, None)] * (1 + target.size)
    return [
        linprog(cost, A_ub=upper, b_ub=-matrix @ study.values, A_eq=fixed, b_eq=[value], bounds=free).fun
        for value in assumed
    ]


def closed_form(study: EventStudy, target: np.ndarray, assumed: np.ndarray) -> list[float]:
    """Return the same by the four functions of the first piece."""
    bounds = RelativeBounds(study.before, study.covariance, target, 1.0, 0.05)
    changes = steps_of(study.before, study.values.size) @ study.values
    center = float(bounds.loadings @ changes[study.before :]), float(changes[0])
    return [float((bounds.pieces[0].functions @ [center[0] - value, center[1]]).max()) for value in assumed]


def bounds_table() -> None:
    """Print a row for each shape of an event study."""
    print("| periods before, after | relative interval | its linear programmes | times | smoothness interval | all |")
    print("|---|---|---|---|---|---|")
    for before, after in SHAPES:
        study, target = made_up(before, after), np.full(after, 1 / after)
        assumed = np.linspace(0.0, 8.0, SAMPLED)
        assert np.allclose(programmes(study, target, assumed), closed_form(study, target, assumed), atol=1e-8)
        ours = seconds(lambda s=study, t=target: relative_interval(s, t, bound=1.0, alpha=0.05))
        theirs = seconds(lambda s=study, t=target, a=assumed: programmes(s, t, a)) / SAMPLED * GRID * 2 * before
        smooth = seconds(lambda s=study, t=target: SmoothnessBounds(s, t, 0.05).interval(0.01))
        whole = seconds(lambda s=study, t=target: sensitivity_of(s, t, Question()))
        print(f"| {before}, {after} | {ours:.3f} | {theirs:.1f} | {theirs / ours:.0f} | {smooth:.3f} | {whole:.2f} |")


def planning_table() -> None:
    """Print what a panel and a plan take."""
    question = Question()
    panel = simulate_programme(units=2_000, periods=60).panel
    rng = np.random.default_rng(20260101)
    print("\n| what | CPU s |\n|---|---|")
    evidence = Evidence(panel, question)
    print(
        f"| bounds of 2,000 offices and 60 months, from the rows | {seconds(lambda: check_sensitivity(evidence)):.2f} |"
    )
    for units in (60, 2_000):
        past = PastSeries.of(rng.normal(size=(units, 60)).cumsum(axis=1))
        plan = WavePlan.evenly(units=units, waves=4, months=36)
        for name, work in (
            ("what a plan can see", lambda past=past, plan=plan: detectable_effect(past, plan, question)),
            ("what more would buy", lambda past=past, plan=plan: what_more_buys(past, plan, question)),
            ("1,000 placebo runs", lambda past=past, plan=plan: placebo_runs(past, plan, question, rng=rng)),
        ):
            print(f"| {name}, {units:,} units and 36 months | {seconds(work):.3f} |")


if __name__ == "__main__":
    bounds_table()
    planning_table()
