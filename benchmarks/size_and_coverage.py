"""Print the table of size, coverage and power in docs/effect.md: ``python benchmarks/size_and_coverage.py``."""

import sys
from pathlib import Path

from pembina.core.effect.design import FixedDesign
from pembina.core.effect.operating import operating_characteristics
from pembina.core.effect.question import Question

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.core.effect.designs import DESIGNS, MONTHS

SIMULATIONS = 2_000


def main() -> None:
    """Simulate every design with both estimators and print one row each."""
    print("| design | estimator | inference | false positives | coverage, no effect | coverage, effect | power |")
    print("|---|---|---|---|---|---|---|")
    for name, cohort in DESIGNS.items():
        for estimator, by_lot in (("compared", False), ("efficient", True)):
            design = FixedDesign(cohort, MONTHS, Question(random_timing=by_lot))
            found = operating_characteristics(design, effect=1.5, simulations=SIMULATIONS, seed=11)
            if found is None:
                continue
            shares = (found.false_positives, *found.coverage, found.power)
            print(f"| {name} | {estimator} | {found.method} | " + " | ".join(f"{100 * s:.1f} %" for s in shares) + " |")


if __name__ == "__main__":
    main()
