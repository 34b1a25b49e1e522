"""How long services take, as tables, charts and sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.service_time import Measure, ServiceFigures
from pembina.core.rules.service_time.figures import SMALLEST_CELL
from pembina.domain.services.models import PublicService
from pembina.domain.services.service_figures import FiguresOfService
from pembina.web.components.formatting import MISSING, number, percent
from pembina.web.ledger.span import Span
from pembina.web.ledger.wording import DAY, HOUR, promise, working_length

MICROSECONDS_OF_AN_HOUR = HOUR * 10**6


@dataclass(frozen=True, slots=True)
class Compared:
    """One service of the table; `values` are what it is sorted by."""

    address: str
    name: str
    unit: str
    promised: str
    arrivals: str
    median: str
    p90: str
    share: str
    completions: str
    withdrawals: str
    open: str
    note: str
    values: Mapping[str, float | str | None]


@dataclass(frozen=True, slots=True)
class Times:
    """Median and p90 by the measure, the mean beside them; `with_open` where the open requests are counted in."""

    median: int | None
    p90: int | None
    mean: Fraction | None
    with_open: bool
    low: int | None = None
    high: int | None = None


def times_of(figures: ServiceFigures) -> Times:
    """Return the times to show: with the open requests where many are open, else of those done."""
    if figures.many_open and figures.with_open is not None:
        found = figures.with_open
        mean = figures.finished.mean if figures.finished else None
        return Times(found.median, found.p90, mean, True, found.low, found.high)
    if figures.finished is None:
        return Times(None, None, None, False)
    return Times(figures.finished.median, figures.finished.p90, figures.finished.mean, False)


def amount(used: float | Fraction | None, measure: Measure) -> float | None:
    """Return a time in the unit of a chart: working days, or hours of working time."""
    if used is None:
        return None
    return float(used) if measure is Measure.WORKING_DAYS else float(used) / MICROSECONDS_OF_AN_HOUR


def age(time: timedelta | None) -> str:
    """Return how long something has been open, in days of the calendar."""
    if time is None:
        return MISSING
    return _("%(count)s hari") % {"count": number(time.total_seconds() / DAY, 1 if time < timedelta(days=10) else 0)}


def compared(
    services: Iterable[PublicService], figures: Mapping[int, FiguresOfService], *, span: Span
) -> list[Compared]:
    """Return the table in the order chosen; what is missing comes last whichever way round."""
    found = [_compared(service, figures[service.pk], span) for service in services]
    column, down = span.sort.removeprefix("-"), span.sort.startswith("-")
    known = [row for row in found if row.values[column] is not None]
    known.sort(key=lambda row: row.values[column], reverse=down)  # type: ignore[arg-type, return-value]
    return [*known, *(row for row in found if row.values[column] is None)]


def _compared(service: PublicService, told: FiguresOfService, span: Span) -> Compared:
    whole, times = told.whole, times_of(told.whole)
    in_days = told.measure is Measure.WORKING_DAYS
    # An office day of 7.5 hours puts hours and days in one order.
    scale = 7.5 if in_days else 1.0
    median, p90 = (amount(value, told.measure) for value in (times.median, times.p90))
    return Compared(
        address=f"{reverse('ledger:service', args=[service.pk])}?{span.query()}",
        name=service.name,
        unit=service.unit.name,
        promised=promise(told.promised),
        arrivals=number(whole.arrivals),
        median=working_length(times.median, told.measure),
        p90=working_length(times.p90, told.measure),
        share=percent(float(whole.on_time.share)) if whole.on_time else MISSING,
        completions=number(whole.completions),
        withdrawals=number(whole.withdrawals),
        open=number(whole.backlog.n),
        note=note_on(told, times),
        values={
            "name": service.name.casefold(),
            "arrivals": whole.arrivals,
            "median": None if median is None else median * scale,
            "p90": None if p90 is None else p90 * scale,
            "share": float(whole.on_time.share) if whole.on_time else None,
            "open": whole.backlog.n,
        },
    )


def note_on(told: FiguresOfService, times: Times) -> str:
    """Say in a few words how the times of a row are to be read."""
    if told.is_recounting:
        return _("sedang dihitung ulang")
    if told.whole.arrivals and told.whole.finished is None and told.whole.with_open is None:
        return _("terlalu sedikit untuk ditampilkan")
    if times.with_open:
        return _("termasuk yang masih berjalan (Kaplan-Meier)")
    return ""


def compared_head() -> list[str]:
    return [
        _("Layanan"), _("Unit kerja"), _("Janji"), _("Masuk"), _("Median"), _("P90"), _("Sesuai standar"),
        _("Selesai"), _("Ditarik"), _("Masih berjalan"), _("Keterangan"),
    ]  # fmt: skip


def compared_rows(rows: Iterable[Compared]) -> list[list[str]]:
    return [
        [
            row.name, row.unit, row.promised, row.arrivals, row.median, row.p90, row.share, row.completions,
            row.withdrawals, row.open, row.note,
        ]
        for row in rows
    ]  # fmt: skip


def basis_of(told: FiguresOfService, unit: str) -> list[str]:
    """Say how the figures are computed: measure, calendar, quantile, open requests, small cells, article."""
    in_days = told.measure is Measure.WORKING_DAYS
    return [
        _("Diukur dalam hari kerja: hari diterima tidak dihitung, hari selesai dihitung.")
        if in_days
        else _("Diukur dalam waktu kerja: hanya jam buka yang dihitung, tepat sampai detiknya."),
        _("Hari dan jam kerja mengikuti kalender %(unit)s; jam berhenti hanya selama menunggu pemohon.")
        % {"unit": unit},
        _("Waktu dihitung pada bulan diterima; selesai dan ditarik pada bulan terjadinya."),
        _(
            "Median: separuh permohonan selesai paling lama sekian. "
            "P90: sembilan dari sepuluh selesai paling lama sekian."
        ),
        _(
            "Bila lebih dari sepersepuluh belum selesai, median dan P90 memperhitungkan yang masih berjalan "
            "(Kaplan & Meier 1958); tanpa itu layanan yang lambat tampak cepat."
        ),
        _("Sesuai standar: yang selesai dalam janji, dari semua yang selesai atau sudah melewati janjinya."),
        _("Waktu dan umur dari kurang dari %(least)s permohonan tidak ditampilkan kepada yang tidak mencatatnya.")
        % {"least": SMALLEST_CELL},
        _("Dasar: UU 25/2009 Pasal 21 (jangka waktu penyelesaian); Perpres 21/2023 (hari dan jam kerja)."),
    ]
