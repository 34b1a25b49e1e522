"""How fast, how small and how equal is the effect engine beside independent packages?

    ./run bench                     the whole table
    ./run bench --units 500         one size

Every contender runs in a process of its own on the same simulated panel (60 months, 8 waves and a never-treated group)
and computes all ATT(g, t), the simple, cohort, calendar and event-time averages with simultaneous bands from 999
draws. Processor time counts from the long rows in memory to the last number, without imports (at 500 units, where
little is enough to disturb it, the median of five runs). Memory is the highest the process held while computing, less
what it held before. Linear algebra gets one thread, since threads that wait for each other would count as work. The
limit nobody can beat is the time to lay out the rows and average them by cohort. Numbers are compared before times are.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

SIZES = (500, 5_000, 50_000)
MONTHS, DRAWS = 60, 999
STARTS = np.array([0, *range(10, 58, 6)])
GOALS = {500: 10.0, 5_000: 10.0, 50_000: 5.0}
REPEATS = {500: 5}
AGREEMENT = 1e-8
MEASURABLE_MB = 10.0  # below this the memory comes from what the process already held

Rows = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
Numbers = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """Processor seconds, extra peak memory in MB, and the numbers found."""

    cpu: float
    peak: float
    numbers: Numbers


def simulated_rows(units: int) -> Rows:
    """Return long rows of unit, month, outcome and start (0 for never), sorted as people store them."""
    rng = np.random.default_rng(20260101)
    start = STARTS[rng.integers(0, len(STARTS), units)]
    month = np.arange(1, MONTHS + 1)
    outcome = rng.normal(size=(units, 1)) + np.cumsum(rng.normal(size=MONTHS)) + rng.normal(size=(units, MONTHS))
    outcome += 0.3 * ((start > 0)[:, None] & (month >= start[:, None]))
    return (
        np.repeat(np.arange(units), MONTHS),
        np.tile(month, units),
        outcome.ravel(),
        np.repeat(start, MONTHS).astype(np.float64),
    )


def pembina(units: int) -> Callable[[], Numbers]:
    """Ours."""
    from pembina.core.effect.estimation import Evidence
    from pembina.core.effect.panel import panel_from_long
    from pembina.core.effect.parameters import ATT, CALENDAR, COHORT, EVENT, SIMPLE, families_of
    from pembina.core.effect.question import Question

    rows = simulated_rows(units)

    def run() -> Numbers:
        panel = panel_from_long(*rows)
        evidence = Evidence(panel, Question(comparison="never"))
        families = families_of(evidence.moments, "never", (ATT, SIMPLE, COHORT, CALENDAR, EVENT))
        found = {name: evidence.fitted(family) for name, family in families.items() if name != ATT}
        att = evidence.fitted(families[ATT], band=False)
        cells = [f"{panel.periods[cell.cohort]}-{panel.periods[cell.period]}" for cell in att.labels]
        values = {cell: found.estimate for cell, found in zip(cells, att.estimates, strict=True)}
        simple = found[SIMPLE]["overall"]
        return {"att": values, "simple": simple.estimate, "se": simple.se}

    return run


def cell_means(units: int) -> Callable[[], Numbers]:
    """The limit: lay the rows out and average them by cohort, nothing else."""
    unit, month, outcome, start = simulated_rows(units)

    def run() -> Numbers:
        wide = np.empty((units, MONTHS))
        wide[unit, month - 1] = outcome
        first = start.reshape(units, MONTHS)[:, 0]
        return {"means": [float(wide[first == cohort].mean(axis=0)[0]) for cohort in STARTS]}

    return run


def _frame(units: int) -> Any:
    import pandas

    unit, month, outcome, start = simulated_rows(units)
    return pandas.DataFrame({"unit": unit, "time": month, "y": outcome, "start": start.astype(np.int64)})


def diff_diff(units: int) -> Callable[[], Numbers]:
    """diff-diff (Rust)."""
    from diff_diff import CallawaySantAnna

    frame = _frame(units)

    def run() -> Numbers:
        model = CallawaySantAnna(control_group="never_treated", estimation_method="reg", n_bootstrap=DRAWS, seed=1)
        fit = model.fit(frame, outcome="y", unit="unit", time="time", first_treat="start")
        for kind in ("simple", "event_study", "group"):
            fit.aggregate(kind)
        cells = {f"{g}-{t}": float(cell["effect"]) for (g, t), cell in fit.group_time_effects.items()}
        return {"att": cells, "simple": float(fit.overall_att), "se": float(fit.overall_se)}

    return run


def csdid(units: int) -> Callable[[], Numbers]:
    """csdid (equal to R's did)."""
    from csdid.att_gt import ATTgt

    frame = _frame(units)

    def run() -> Numbers:
        model = ATTgt(
            yname="y", tname="time", idname="unit", gname="start", data=frame, control_group="nevertreated",
            xformla="y~1", biters=DRAWS, cband=True,
        ).fit(est_method="reg")  # fmt: skip
        found = model.results
        cells = {
            f"{int(g)}-{int(t)}": float(a) for g, t, a in zip(found["group"], found["year"], found["att"], strict=True)
        }
        overall = {}
        for kind in ("simple", "group", "calendar", "dynamic"):
            overall[kind] = model.aggte(kind).atte
        simple = overall["simple"]
        return {"att": cells, "simple": float(simple["overall_att"]), "se": float(np.ravel(simple["overall_se"])[0])}

    return run


def moderndid(units: int) -> Callable[[], Numbers]:
    """moderndid."""
    import moderndid as package

    frame = _frame(units)

    def run() -> Numbers:
        fit = package.att_gt(
            data=frame, yname="y", tname="time", idname="unit", gname="start", control_group="nevertreated",
            est_method="reg", boot=True, biters=DRAWS, cband=True, random_state=1,
        )  # fmt: skip
        kinds = ("group", "calendar", "dynamic", "simple")
        overall = [package.aggte(fit, type=kind, boot=True, biters=DRAWS, random_state=1) for kind in kinds][-1]
        cells = {f"{int(g)}-{int(t)}": float(a) for g, t, a in zip(fit.groups, fit.times, fit.att_gt, strict=True)}
        return {"att": cells, "simple": float(overall.overall_att), "se": float(overall.overall_se)}

    return run


CONTENDERS: dict[str, Callable[[int], Callable[[], Numbers]]] = {
    "pembina": pembina,
    "cell means only": cell_means,
    "diff-diff": diff_diff,
    "csdid": csdid,
    "moderndid": moderndid,
}


def measure(contender: str, units: int) -> Measured:
    """Run one contender in this process; the first, small run pays for what is set up once."""
    warnings.simplefilter("ignore")
    CONTENDERS[contender](200)()
    run = CONTENDERS[contender](units)
    before, seconds = _peak(), []
    for _ in range(REPEATS.get(units, 1)):
        started = time.process_time()
        numbers = run()
        seconds.append(time.process_time() - started)
    return Measured(statistics.median(seconds), _peak() - before, numbers)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_process_of_its_own(contender: str, units: int, limit: float) -> Measured | None:
    """Return what a fresh process measured, or None if it did not finish within the limit."""
    command = [sys.executable, __file__, "--contender", contender, "--units", str(units)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True, env=environment)
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as failed:
        raise SystemExit(f"{contender} failed on {units} units:\n{failed.stderr}") from failed
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def largest_difference(ours: Numbers, theirs: Numbers) -> float:
    """Return the largest difference of any ATT(g, t), of the simple average, and check that the cells are the same."""
    if set(ours["att"]) != set(theirs["att"]):
        missing = set(ours["att"]) ^ set(theirs["att"])
        raise SystemExit(f"the packages estimate different cells: {sorted(missing)[:5]}")
    cells = max(abs(ours["att"][cell] - value) for cell, value in theirs["att"].items())
    return float(max(cells, abs(ours["simple"] - theirs["simple"])))


def merged_difference(units: int, parts: int = 8) -> float:
    """Return the largest relative difference between merged partitions and one pass."""
    from pembina.core.effect.features import Features
    from pembina.core.effect.moments import merge_moments, panel_moments
    from pembina.core.effect.panel import panel_from_long

    panel = panel_from_long(*simulated_rows(units))
    columns = Features.of(panel)
    chosen = np.arange(len(panel.units)) % parts
    merged = merge_moments(panel_moments(panel.of_units(chosen == part), columns) for part in range(parts))
    pairs = zip(merged.cohorts, panel_moments(panel, columns).cohorts, strict=True)
    return max(
        float(np.abs(getattr(one, name) - getattr(other, name)).max() / np.abs(getattr(other, name)).max())
        for one, other in pairs
        for name in ("mean", "scatter")
    )


def compare(units: int, limit: float) -> list[str]:
    """Return the lines of one size, and fail if the numbers differ."""
    ours = in_process_of_its_own("pembina", units, limit)
    if ours is None:
        raise SystemExit(f"our own engine did not finish within {limit:.0f} s")
    lines = [f"| {units:,} | pembina | {ours.cpu:.3f} | 1 | {ours.peak:.0f} | 1 | |"]
    for contender in list(CONTENDERS)[1:]:
        theirs = in_process_of_its_own(contender, units, limit)
        if theirs is None:
            lines.append(f"| {units:,} | {contender} | more than {limit:.0f} | | | | |")
            continue
        same = ""
        if "att" in theirs.numbers:
            difference = largest_difference(ours.numbers, theirs.numbers)
            if difference > AGREEMENT:
                raise SystemExit(f"{contender} differs by {difference:.1e} on {units} units")
            same = f"{difference:.0e}"
        times = theirs.cpu / ours.cpu
        if contender == "diff-diff" and units in GOALS:
            same += f"; goal {GOALS[units]:.0f} x faster: {'held' if times >= GOALS[units] else 'missed'}"
        memory = f"{theirs.peak / ours.peak:.2g}" if ours.peak >= MEASURABLE_MB else ""
        lines.append(
            f"| {units:,} | {contender} | {theirs.cpu:.3f} | {times:.2g} | {theirs.peak:.0f} | {memory} | {same} |"
        )
    return lines


def main() -> None:
    """Print the table, or measure one contender when called by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, action="append", help="number of units (default: all three sizes)")
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=float, default=180.0, help="seconds after which a contender is given up")
    given = parser.parse_args()
    if given.contender:
        print(json.dumps(asdict(measure(given.contender, given.units[0]))))
        return
    print("| units | contender | CPU s | times ours | extra MB | times ours | largest difference |")
    print("|---|---|---|---|---|---|---|")
    for units in given.units or SIZES:
        print("\n".join(compare(units, given.limit)), flush=True)
        print(
            f"| {units:,} | merged partitions against one pass | | | | | {merged_difference(units):.0e} |", flush=True
        )


if __name__ == "__main__":
    main()
