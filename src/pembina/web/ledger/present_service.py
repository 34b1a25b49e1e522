"""How long one service takes, month by month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.service_time import Flaw, Measure, ServiceFigures
from pembina.domain.services.models import PublicService
from pembina.domain.services.service_figures import FiguresOfService
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.formatting import MISSING, in_language, month, number, percent
from pembina.web.ledger.present_figures import age, amount, basis_of, note_on, times_of
from pembina.web.ledger.span import Span, written
from pembina.web.ledger.wording import as_parts, promise, working_length

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Stat:
    """One number with its word."""

    label: str
    value: str
    note: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month of the table."""

    month: str
    arrivals: str
    completions: str
    withdrawals: str
    open: str
    median: str
    p90: str
    mean: str
    share: str


@dataclass(frozen=True)
class ServicePage:
    """What the page of one service shows."""

    name: str
    lead: str
    promised: str
    stats: list[Stat]
    charts: list[LineChart]
    months: list[MonthRow]
    flaws: list[tuple[Shown, Shown]]
    basis: list[str]
    note: str
    is_recounting: bool
    has_any: bool


def present_service(service: PublicService, told: FiguresOfService, *, span: Span) -> ServicePage:
    whole = told.whole
    return ServicePage(
        name=service.name,
        lead=f"{service.unit.name} · {span.words}",
        promised=promise(told.promised),
        stats=_stats(told),
        charts=_charts(told),
        months=[
            _month_row(number_, figures, told.measure) for number_, figures in sorted(told.months.items(), reverse=True)
        ],
        flaws=_flaws({**whole.flaws}, whole.undated),
        basis=basis_of(told, service.unit.name),
        note=note_on(told, times_of(whole)),
        is_recounting=told.is_recounting,
        has_any=bool(whole.arrivals or whole.completions or whole.backlog.n or whole.flaws or whole.undated),
    )


def _stats(told: FiguresOfService) -> list[Stat]:
    whole, times, measure = told.whole, times_of(told.whole), told.measure
    mean = _("rata-rata %(mean)s") % {"mean": _mean(times.mean, measure)} if times.mean is not None else ""
    median, p90 = as_parts(times.median, measure), as_parts(times.p90, measure)
    between = ""
    if times.with_open and times.low is not None:
        high = working_length(times.high, measure) if times.high is not None else _("belum terbatas")
        between = _("95%%: %(low)s sampai %(high)s") % {"low": working_length(times.low, measure), "high": high}
    on_time = whole.on_time
    return [
        Stat(_("Median"), median[0], between or mean, median[1]),
        Stat(_("P90"), p90[0], mean if between else "", p90[1]),
        Stat(
            _("Sesuai standar"),
            percent(float(on_time.share)) if on_time else MISSING,
            _("%(within)s dari %(of)s") % {"within": number(on_time.within), "of": number(on_time.of)}
            if on_time
            else "",
        ),
        Stat(_("Masuk"), number(whole.arrivals)),
        Stat(_("Selesai"), number(whole.completions), _withdrawn(whole)),
        Stat(_("Masih berjalan"), number(whole.backlog.n), _ages(whole)),
    ]


def _withdrawn(whole: ServiceFigures) -> str:
    return _("%(count)s ditarik") % {"count": number(whole.withdrawals)} if whole.withdrawals else ""


def _ages(whole: ServiceFigures) -> str:
    if whole.backlog.median_age is None:
        return ""
    ages = {"median": age(whole.backlog.median_age), "oldest": age(whole.backlog.oldest_age)}
    return _("median %(median)s, tertua %(oldest)s") % ages


def _mean(mean: object, measure: Measure) -> str:
    value = amount(mean, measure)  # type: ignore[arg-type]
    word = _("hari kerja") if measure is Measure.WORKING_DAYS else _("jam kerja")
    return f"{number(value, 1)} {word}"


def _charts(told: FiguresOfService) -> list[LineChart]:
    labels = [formats.date_format(_first_of(number_), "M Y") for number_ in told.months]
    each, measure = list(told.months.values()), told.measure
    word = _("hari kerja") if measure is Measure.WORKING_DAYS else _("jam kerja")
    lines = [
        Series(_("Median"), [amount(times_of(one).median, measure) for one in each]),
        Series(_("P90"), [amount(times_of(one).p90, measure) for one in each]),
    ]
    if told.promised is not None:
        lines.append(Series(_("Janji"), [amount(told.promised.size, measure)] * len(each)))
    flow = [
        Series(_("Masuk"), [one.arrivals for one in each]),
        Series(_("Selesai"), [one.completions for one in each]),
        Series(_("Masih berjalan pada akhir bulan"), [one.backlog.n for one in each]),
    ]
    share = [100 * float(one.on_time.share) if one.on_time else None for one in each]
    charts = [
        LineChart(_("Lama pelayanan (%(unit)s)") % {"unit": word}, labels, lines, include=(0.0,)),
        LineChart(_("Permohonan masuk, selesai, dan masih berjalan"), labels, flow, digits=0, include=(0.0,)),
    ]
    if any(value is not None for value in share):
        title = _("Sesuai standar (%)")
        charts.insert(1, LineChart(title, labels, [Series(_("Sesuai standar"), share)], include=(0.0, 100.0)))
    return charts


def _month_row(month_number: int, figures: ServiceFigures, measure: Measure) -> MonthRow:
    times = times_of(figures)
    mark = "*" if times.with_open else ""
    return MonthRow(
        month=_label(month_number),
        arrivals=number(figures.arrivals),
        completions=number(figures.completions),
        withdrawals=number(figures.withdrawals),
        open=number(figures.backlog.n),
        median=working_length(times.median, measure) + mark,
        p90=working_length(times.p90, measure) + mark,
        mean=MISSING if times.mean is None else _mean(times.mean, measure),
        share=percent(float(figures.on_time.share)) if figures.on_time else MISSING,
    )


def _label(month_number: int) -> str:
    return month(written(_first_of(month_number)))


def _first_of(month_number: int) -> date:
    return date(month_number // 12, month_number % 12 + 1, 1)


def _flaws(dated: Mapping[Flaw, int], undated: Mapping[Flaw, int]) -> list[tuple[Shown, Shown]]:
    """Return the impossible requests, counted and never averaged."""
    counts = {flaw: dated.get(flaw, 0) + undated.get(flaw, 0) for flaw in Flaw}
    return [(in_language(flaw.message), number(count)) for flaw, count in counts.items() if count]
