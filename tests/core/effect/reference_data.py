"""Published data sets and figures, read where they are kept and never copied into the repository."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from needed import DATA
from pembina.core.effect.panel import Panel, panel_from_long

COUNTIES = DATA / "mpdta_did_reference" / "mpdta.csv"
SIMULATED = DATA / "effect_references" / "did_vignette_sim.csv"
FIGURES = DATA / "effect_references"

needs_data = pytest.mark.usefixtures("published_data")


@cache
def rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(newline="") as file:
        return tuple(csv.DictReader(file))


def column(path: Path, name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in rows(path)])


def counties(*covariates: str) -> Panel:
    """500 counties, 2003-2007: log employment and the year the minimum wage rose."""
    values = np.column_stack([column(COUNTIES, name) for name in covariates]) if covariates else None
    unit, year = column(COUNTIES, "countyreal").astype(int), column(COUNTIES, "year").astype(int)
    return panel_from_long(unit, year, column(COUNTIES, "lemp"), column(COUNTIES, "first.treat"), covariates=values)


def simulated() -> Panel:
    """Four simulated periods in which the trend depends on X."""
    unit, period = column(SIMULATED, "id").astype(int), column(SIMULATED, "period").astype(int)
    return panel_from_long(
        unit, period, column(SIMULATED, "Y"), column(SIMULATED, "G"), covariates=column(SIMULATED, "X")
    )


def published_cells(scenario: str) -> dict[tuple[int, int], tuple[float, float]]:
    """{(start, period): (estimate, standard error)} of R's `did`."""
    return {
        (int(row["group"]), int(row["t"])): (float(row["att"]), float(row["se"]))
        for row in rows(FIGURES / "ref_R_did_attgt.csv")
        if row["scenario"] == scenario
    }


def published_averages(scenario: str, kind: str) -> tuple[tuple[float, float], dict[int, tuple[float, float]]]:
    """Overall (estimate, standard error) and the same by label of R's `aggte`."""
    found = [
        row for row in rows(FIGURES / "ref_R_did_aggte.csv") if row["scenario"] == scenario and row["type"] == kind
    ]
    overall = float(found[0]["overall_att"]), float(found[0]["overall_se"])
    parts = {int(row["egt"]): (float(row["att_egt"]), float(row["se_egt"])) for row in found if row["egt"] != "NA"}
    return overall, parts


def published_pretest(scenario: str) -> tuple[float, float]:
    row = next(row for row in rows(FIGURES / "ref_R_did_pretest.csv") if row["scenario"] == scenario)
    return float(row["W"]), float(row["Wpval"])
