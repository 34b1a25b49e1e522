"""The worked example of the guide for evaluators (docs/panduan/evaluasi-dampak.md): where each of its numbers is from.

    PYTHONPATH=src:tests python tests/core/effect/worked_example.py

Sixty permit offices, four waves of twelve, twelve that stay out, 36 months; the programme takes two days off the time
of a permit, the time falls by 0.2 days a month everywhere. The past before the plan is the same government without it.
"""

import sys
from datetime import date
from functools import cache

import numpy as np

from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.power import Detectable, detectable_effect, what_more_buys
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.study import StudyOutcome, study_result
from pembina.core.effect.verdict import Code
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.rules.programme_decision import Finding, programme_decision, rule_in_force
from pembina.core.text import Text

ON = date(2026, 11, 22)
UNITS, MONTHS, WAVES, NEVER = 60, 36, 4, 12
QUESTION = Question(lower_is_better=True, smallest_effect=1.0, outcome_unit="hari")


@cache
def planned() -> Detectable:
    """Return what the plan can see, told from three years without a programme."""
    return detectable_effect(past(), plan(), QUESTION)


@cache
def past() -> PastSeries:
    made = simulate_programme(effect=0.0, late_reporters=0.0, seed=2021)
    return PastSeries.of(np.asarray(made.outcome).reshape(UNITS, MONTHS))


def plan(units: int = UNITS, never: int = NEVER) -> WavePlan:
    return WavePlan.evenly(units=units, waves=WAVES, months=MONTHS, never=never)


@cache
def result(effect: float = -2.0) -> dict:
    """Return the result of the run of a programme with this true effect, with 999 draws."""
    made = simulate_programme(effect=effect)
    outcome = StudyOutcome(
        position=1, role="primary", name=Text(id="Waktu layanan (median)", en="Service time (median)"),
        question=QUESTION, unit=made.unit, period=made.period, outcome=made.outcome, planned=made.start,
        actual=np.asarray(made.start),
    )  # fmt: skip
    return study_result([outcome], correction="holm")["outcomes"][0]


def decided() -> tuple[str, ...]:
    """Return the sentences of the rule."""
    headline = result()["planned"]["id"]["headline"]
    ends = (headline["estimate"], headline["ci_low"], headline["ci_high"])
    finding = Finding(Code(result()["planned"]["id"]["verdict"]["code"]), *ends, 1.0, lower_is_better=True, unit="hari")
    told = programme_decision(finding=finding, serious_harm=False, on=ON, rule=rule_in_force(on=ON))
    return tuple(said.id for said in told.because)


def sentences() -> tuple[str, ...]:
    """Return every sentence that the guide quotes, in its order."""
    told = result()
    nothing = result(0.0)["planned"]["id"]
    answer, doubt = told["planned"]["id"], told["sensitivity"]["id"]
    return (
        planned().because.id,
        detectable_effect(past(), plan(units=24, never=4), QUESTION).because.id,
        *(bought.because.id for bought in what_more_buys(past(), plan(), QUESTION)),
        answer["naive"]["sentence"],
        answer["verdict"]["sentence"],
        doubt["drift_breakdown"]["sentence"],
        doubt["bend_breakdown"]["sentence"],
        *decided(),
        nothing["naive"]["sentence"],
        nothing["verdict"]["sentence"],
    )


if __name__ == "__main__":
    sys.stdout.writelines(f"{said}\n" for said in sentences())
