"""The tables of a result: estimates with their intervals, written for people."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.web.components.formatting import MISSING, month, number, signed


@dataclass(frozen=True, slots=True)
class Figures:
    """How this result writes its numbers: decimals, unit, and the names of the periods."""

    digits: int
    unit: str
    period_names: Mapping[int, str]

    def interval(self, estimate: Mapping[str, float | None]) -> str:
        if estimate["ci_low"] is None or estimate["ci_high"] is None:
            return _("tidak dapat dihitung")
        return _("%(low)s sampai %(high)s") % {
            "low": signed(estimate["ci_low"], self.digits),
            "high": signed(estimate["ci_high"], self.digits),
        }

    def plain(self, value: float) -> str:
        """A figure as the visitor gave it, with its unit."""
        digits = next(digits for digits in range(7) if digits == 6 or round(value, digits) == value)
        return f"{number(value, digits)} {self.unit}".strip()

    def period(self, period: int) -> str:
        """The name of a period: a month in words, a bare number with the word before it."""
        written = self.period_names.get(period, str(period))
        if written.isdecimal() and len(written) < len("2024"):
            return _("periode %(number)s") % {"number": written}
        return month(written)


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One estimate in words and figures."""

    name: str
    estimate: str
    interval: str
    error: str


@dataclass(frozen=True, slots=True)
class EstimateTable:
    """Estimates of one kind; ``open`` where it is shown without being asked for."""

    title: str
    rows: tuple[EstimateRow, ...]
    open: bool = False


def estimate_tables(evaluation: Mapping, figures: Figures) -> tuple[EstimateTable, ...]:
    """The averages first; then by wave and by period, of the estimator that carries the verdict."""
    used = evaluation["efficient"] or evaluation["estimates"]
    return (
        EstimateTable(_("Rata-rata dampak"), tuple(averages(evaluation, figures)), open=True),
        EstimateTable(
            _("Menurut gelombang"),
            tuple(row(figures.period(found["cohort"]), found, figures) for found in used["by_cohort"]),
        ),
        EstimateTable(
            _("Menurut periode"),
            tuple(row(figures.period(found["period"]), found, figures) for found in used["by_calendar"]),
        ),
    )


def averages(evaluation: Mapping, figures: Figures) -> list[EstimateRow]:
    names = {
        "simple": _("Semua unit dan bulan sesudah mulai"),
        "cohort": _("Rata-rata antargelombang"),
        "calendar": _("Rata-rata antarperiode"),
        "dynamic": _("Rata-rata menurut waktu sejak mulai"),
    }
    rows = [row(name, evaluation["estimates"][key], figures) for key, name in names.items()]
    if evaluation["efficient"]:
        efficient = evaluation["efficient"]["simple"]
        rows.insert(0, row(_("Penduga efisien untuk urutan yang diundi"), efficient, figures))
    return rows


def robustness_table(evaluation: Mapping, figures: Figures) -> EstimateTable:
    found = evaluation["robustness"]
    placebos = [
        row(_("Seandainya mulai %(lead)s periode lebih awal") % {"lead": placebo["lead"]}, placebo, figures)
        for placebo in found["placebo"]
    ]
    left = [
        row(_("Tanpa gelombang %(wave)s") % {"wave": figures.period(wave["cohort"])}, wave, figures)
        for wave in found["leave_one_out"]
    ]
    return EstimateTable(_("Uji ketahanan"), tuple(placebos + left), open=True)


def row(name: str, estimate: Mapping, figures: Figures) -> EstimateRow:
    error = MISSING if estimate["se"] is None else number(estimate["se"], figures.digits)
    return EstimateRow(name, signed(estimate["estimate"], figures.digits), figures.interval(estimate), error)
