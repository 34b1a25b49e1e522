"""Whatever comes in, an answer that JSON can hold comes out, or a refusal with its remedy: no crash and no warning."""

import json

import numpy as np
import pytest

from pembina.core.effect import Question, RefusedError, evaluate, panel_from_long

STARTS = [0, 1, 2, 3, 5, 8, 99, np.nan, np.inf, -3, 2.5]
SCALES = [1e-300, 1e-48, 1e-20, 1e-3, 1.0, 1e6, 1e20, 1e48, 1e300]


def any_rows(rng: np.random.Generator) -> dict:
    """Draw long rows: uneven periods, holes, huge and tiny figures, units as text, covariates."""
    units, periods = int(rng.integers(2, 40)), int(rng.integers(2, 10))
    unit, period = np.repeat(np.arange(units), periods), np.tile(np.arange(periods) + 1, units)
    outcome = rng.normal(size=unit.size) * rng.choice([1.0, 1.0, *SCALES]) + rng.choice([0.0, 0.0, 1e12])
    outcome = np.where(rng.random(unit.size) < rng.choice([0.0, 0.0, 0.7]), 0.0, outcome)
    outcome[rng.random(unit.size) < rng.choice([0.0, 0.0, 0.1, 0.5, 0.9])] = np.nan
    start = rng.choice(STARTS if rng.random() < 0.6 else [0, 4], size=units)[unit]
    kept = rng.random(unit.size) > rng.choice([0.0, 0.0, 0.1, 0.5])
    covariates = rng.normal(size=(units, 2))[unit] * rng.choice([1.0, 1e-40, 1e40], p=[0.8, 0.1, 0.1])
    return {
        "unit": np.char.add("Kantor ", unit.astype(str))[kept] if rng.random() < 0.5 else unit[kept],
        "period": (period ** int(rng.integers(1, 3)) - int(rng.integers(0, 5)))[kept],
        "outcome": outcome[kept],
        "start": start[kept],
        "covariates": covariates[kept] if rng.random() < 0.25 else None,
    }


def any_question(rng: np.random.Generator, units: tuple) -> Question:
    strata = {unit: int(rng.integers(3)) for unit in units if rng.random() < 0.8}
    return Question(
        lower_is_better=bool(rng.random() < 0.5),
        smallest_effect=[None, 0.5, 1e-300, 1e300][int(rng.integers(4))],
        comparison="never" if rng.random() < 0.5 else "not-yet",
        random_timing=bool(rng.random() < 0.3),
        draws=99,
        strata=strata if rng.random() < 0.4 else {},
        confidence=float(rng.choice([0.5, 0.95, 0.999999])),
    )


@pytest.mark.parametrize("seed", range(120))
def test_an_answer_or_a_refusal(seed: int) -> None:
    rng = np.random.default_rng(seed)
    try:
        panel = panel_from_long(**any_rows(rng))
        said = evaluate(panel, any_question(rng, panel.units)).as_dict("en")
    except RefusedError as refused:
        said = {"code": refused.code, "remedy": refused.remedy.in_language("en")}
    printed = json.dumps(said, allow_nan=False)
    assert json.loads(printed).get("verdict") or said["remedy"]
