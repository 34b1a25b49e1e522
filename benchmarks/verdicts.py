"""Print the table of verdicts in docs/verdicts.md: ``python benchmarks/verdicts.py [GOVERNMENTS]``."""

import sys
import time

from pembina.core.effect.demonstration import SCENARIOS, Tally, chance_range, judge, simulated_panel, tally_of
from pembina.core.effect.verdict import Code

GOVERNMENTS = 300
SHOWN = (
    (Code.EFFECTIVE, "effective"),
    (Code.SIZE_UNCERTAIN, "size uncertain"),
    (Code.NO_MEANINGFUL_EFFECT, "no effect that matters"),
    (Code.INCONCLUSIVE, "inconclusive"),
    (Code.HARMFUL, "harmful"),
    (Code.NOT_CREDIBLE, "not credible"),
)
HEAD = ("programme", "true effect", "mean estimate", *(label for _code, label in SHOWN))
PROMISE = ("programme", "right", "promised", "range by chance", "wrong claims", "truth within", "before-after praises")


def main() -> None:
    """Judge every programme in every government; a share outside what was promised ends the run with an error."""
    governments = int(sys.argv[1]) if len(sys.argv) > 1 else GOVERNMENTS
    began = time.process_time()
    tallies = [row for scenario in SCENARIOS for row in _rows(scenario, governments)]
    print("\n".join([_line(HEAD), _rule(HEAD), *(_line(_verdicts(*row)) for row in tallies)]), end="\n\n")
    print("\n".join([_line(PROMISE), _rule(PROMISE), *(_line(_promise(*row)) for row in tallies)]))
    print(f"\n{governments} governments, {time.process_time() - began:.0f} s of processor time", file=sys.stderr)
    missed = [name for name, tally in tallies if not is_kept(tally)]
    if missed:
        raise SystemExit(f"Not at the promised rate: {', '.join(missed)}")


def is_kept(tally: Tally) -> bool:
    """Say whether right verdicts came as often as promised, chance apart, and wrong claims in at most one of twenty."""
    least = chance_range(tally.promised, tally.governments)[0]
    most = chance_range(0.05, tally.governments)[1]
    return tally.right >= least and tally.wrong <= most


def _rows(scenario, governments):
    """Yield the programme by its planned start and, where the comparison was spoilt, by who was really reached."""
    simulated = [simulated_panel(scenario, seed) for seed in range(governments)]
    yield scenario.name.en, tally_of(scenario, (judge(one) for one in simulated))
    if scenario.spill:
        known = (judge(one, start=one.reached) for one in simulated)
        yield f"{scenario.name.en}, the spill on record", tally_of(scenario, known)


def _verdicts(name, tally):
    scenario = tally.scenario
    effect = f"{scenario.effect:+g} {scenario.unit.en}"
    return (name, effect, f"{tally.estimate:+.2f}", *(_percent(tally.codes[code]) for code, _label in SHOWN))


def _promise(name, tally):
    low, high = chance_range(tally.promised, tally.governments)
    return (
        name,
        _percent(tally.right),
        _percent(tally.promised),
        f"{_percent(low)} to {_percent(high)}",
        _percent(tally.wrong),
        _percent(tally.covered),
        _percent(tally.praised),
    )


def _percent(share):
    return f"{100 * share:.1f} %"


def _line(cells):
    return "| " + " | ".join(cells) + " |"


def _rule(cells):
    return "|" + "---|" * len(cells)


if __name__ == "__main__":
    main()
