"""One outcome of a run: the effect by both starts, the chart, the tables, and how wrong the comparison may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.web.components.charts.event_study import EventStudy
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.effect import words
from pembina.web.components.effect.tables import (
    EstimateRow,
    EstimateTable,
    Figures,
    estimate_tables,
    robustness_table,
    row,
)
from pembina.web.components.formatting import number

Told = Mapping[str, Any]
POINT = ("estimate", "ci_low", "ci_high", "band_low", "band_high")


@dataclass(frozen=True, slots=True)
class Bound:
    """One size of the mistake and the interval that allows for it."""

    size: str
    interval: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How wrong the comparison may be before the conclusion falls: in words, as tables and as a picture."""

    sentences: tuple[str, ...]
    drifts: tuple[Bound, ...]
    bends: tuple[Bound, ...]
    chart: LineChart
    basis: str


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """One outcome, ready to be shown; `verdict` is None of one that could not be answered, and `refused` says why."""

    position: int
    name: str
    role: str
    refused: tuple[str, ...]
    verdict: words.Verdict | None = None
    naive: words.Stat | None = None
    honest: words.Stat | None = None
    why: str = ""
    chart: EventStudy | None = None
    pretrend: str = ""
    starts: EstimateTable | None = None
    slipped: bool = False
    waves: str = ""
    warnings: tuple[str, ...] = ()
    tables: tuple[EstimateTable, ...] = ()
    robustness: EstimateTable | None = None
    sensitivity: Sensitivity | None = None


def language() -> str:
    """The language in which results hold their sentences."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def figures_of(outcome: Told) -> Figures:
    """How figures of an outcome that was answered are written."""
    months = {int(period): name for period, name in (outcome.get("months") or {}).items()}
    return words.figures_of(outcome["planned"][language()], outcome["unit"], months)


def refusals(outcome: Told) -> tuple[str, ...]:
    """What could not be answered, with the remedy."""
    found = outcome["refused"].values()
    return tuple(f"{one['message'][language()]} {one['remedy'][language()]}" for one in found)


def present_outcome(outcome: Told, role: str) -> OutcomePart:
    name = outcome["name"][language()]
    if outcome["planned"] is None:
        return OutcomePart(outcome["position"], name, role, refusals(outcome))
    found, figures = outcome["planned"][language()], figures_of(outcome)
    return OutcomePart(
        position=outcome["position"],
        name=name,
        role=role,
        refused=refusals(outcome),
        verdict=words.verdict(found["verdict"]),
        naive=words.naive(found["naive"], figures),
        honest=words.honest(found, figures),
        why=found["naive"]["sentence"],
        chart=words.event_study(points(outcome), outcome["unit"]),
        pretrend=words.pretrend(found["pretrend"]),
        starts=starts(outcome, figures),
        slipped=outcome["slipped"],
        waves=words.waves(found["waves"], figures),
        warnings=words.warnings(found),
        tables=estimate_tables(found, figures),
        robustness=robustness_table(found, figures),
        sensitivity=sensitivity(outcome, figures),
    )


def points(outcome: Told) -> list[tuple[int, tuple[float | None, ...]]]:
    """The points of the chart; of a result without them the engine's own table."""
    told = outcome.get("event") or outcome["planned"]["id"]["estimates"]["event"]
    months = outcome.get("months_per_period", 1)
    return [(months * one["event_time"], tuple(one[name] for name in POINT)) for one in told]


def starts(outcome: Told, figures: Figures) -> EstimateTable:
    """The effect as promised beside the effect on those who really began."""
    planned = _(
        "Menurut mulai yang direncanakan (janji rancangan; pengunduran tidak dapat memperindahnya)",
    )
    rows = [row(planned, outcome["planned"][language()]["headline"], figures)]
    actual = _("Menurut mulai yang sebenarnya")
    if outcome["actual"] is None:
        rows.append(EstimateRow(actual, "–", _("tidak dapat dihitung"), "–"))
    else:
        rows.append(row(actual, outcome["actual"][language()]["headline"], figures))
    return EstimateTable(_("Rencana dan kenyataan"), tuple(rows), open=True)


def sensitivity(outcome: Told, figures: Figures) -> Sensitivity | None:
    if outcome["sensitivity"] is None:
        return None
    found = outcome["sensitivity"][language()]
    basis = _("Dampak rata-rata %(after)s periode pertama, dibandingkan dengan %(before)s periode sebelum mulai.")
    return Sensitivity(
        sentences=(found["drift_breakdown"]["sentence"], found["bend_breakdown"]["sentence"]),
        drifts=tuple(bound(_("%s kali") % number(one["bound"], 1), one, figures) for one in found["drifts"]),
        bends=tuple(bound(figures_with_more(figures, one["bound"]), one, figures) for one in found["bends"]),
        chart=chart(found, figures),
        basis=basis % {"after": number(found["after"]), "before": number(found["before"])},
    )


def bound(size: str, found: Told, figures: Figures) -> Bound:
    low, high = found["ci_low"], found["ci_high"]
    holds = low is not None and high is not None and (low > 0 or high < 0)
    return Bound(size, figures.interval(found), holds)


def figures_with_more(figures: Figures, value: float) -> str:
    """A bend is smaller than an effect: two digits more."""
    return f"{number(value, figures.digits + 2)} {figures.unit}".strip()


def chart(found: Told, figures: Figures) -> LineChart:
    """The ends of the interval for every size of the drift: where one crosses zero, the conclusion falls."""
    rows = found["drifts"]
    series = [
        Series(_("Batas atas"), [one["ci_high"] for one in rows]),
        Series(_("Batas bawah"), [one["ci_low"] for one in rows]),
    ]
    labels = [f"{number(one['bound'], 1)}×" for one in rows]
    return LineChart(_("Selang bila pembandingnya bergeser"), labels, series, figures.digits, include=(0.0,))
