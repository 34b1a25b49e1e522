"""What indicators that read the service ledger or the survey say, in the months of their plan so far.

Months as the pages of services have them: of the requests received, and of the answers given, from the first month of
the plan to yesterday's or its last one. Too few to describe is missing, with the reason; it is never zero.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from pembina.core.rules.satisfaction_index import SatisfactionIndex
from pembina.core.rules.service_time import Measure, ServiceFigures
from pembina.core.rules.service_time.figures import SMALLEST_CELL
from pembina.core.rules.survey_sample import SurveyResult
from pembina.core.rules.survey_sample.small_scores import hidden_elements, smallest_cell, why_hidden
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.enums import IndicatorSource, ReadFigure
from pembina.domain.performance.models import Indicator, PerformancePlan
from pembina.domain.performance.plan_content import UNITS_OF_TIME
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.queries.satisfaction import results_by_service
from pembina.domain.services.service_figures import FiguresOfService, figures_of

MICROSECONDS_IN_AN_HOUR = 3_600_000_000
SIX_PLACES = Decimal("0.000001")
Span = tuple[date, date]
NOT_BEGUN = Text(
    id="Belum ada hari yang dapat dihitung dalam masa SKP ini.", en="No day of this plan can be counted yet."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one indicator reads; `value` or, where there is none, `missing` says why.

    `count` is how many requests or answers stand behind it, None where that must not be told; `basis` is what was
    counted, in a sentence.
    """

    value: Decimal | None
    count: int | None
    first: date
    until: date
    basis: Text
    missing: Text | None = None


def readings_of(indicators: Iterable[Indicator], *, at: datetime) -> dict[int, Reading]:
    """Return the readings of indicators by number; those that are reported by hand are left out.

    `goal.plan` must have been fetched. The queries grow with the different months of the plans (at most twelve of a
    year), never with the indicators.
    """
    found: dict[int, Reading] = {}
    together: dict[Span, list[Indicator]] = defaultdict(list)
    for one in indicators:
        if one.source == IndicatorSource.REPORTED:
            continue
        span = span_counted(one.goal.plan, on=local_date(at))
        if span is None:
            plan = one.goal.plan
            found[one.pk] = Reading(None, None, plan.starts_on, plan.starts_on, NOT_BEGUN, NOT_BEGUN)
        else:
            together[span].append(one)
    for span, some in together.items():
        found |= read_over(some, span, at=at)
    return found


def read_over(indicators: Iterable[Indicator], span: Span, *, at: datetime) -> dict[int, Reading]:
    """Return what some indicators read of any days, such as those before their plan; the same few queries."""
    some = list(indicators)
    of_ledger = [one for one in some if one.source == IndicatorSource.SERVICE]
    return _ledger(of_ledger, span, at) | _survey([one for one in some if one.source == IndicatorSource.SURVEY], span)


def span_counted(plan: PerformancePlan, *, on: date) -> Span | None:
    """Return the days whose months count: from the start of a plan to yesterday or its end; None before the second."""
    last = min(plan.ends_on, on - timedelta(days=1))
    return (plan.starts_on, last) if last >= plan.starts_on else None


def _ledger(indicators: list[Indicator], span: Span, at: datetime) -> dict[int, Reading]:
    if not indicators:
        return {}
    services = {one.service_id for one in indicators if one.service_id is not None}
    figures = figures_of(services, first=span[0], last=span[1], at=at)
    return {one.pk: _of_ledger(one, figures.get(one.service_id or 0), span) for one in indicators}


def _of_ledger(one: Indicator, found: FiguresOfService | None, span: Span) -> Reading:
    basis = Text(
        id="Permohonan yang diterima sejak bulan pertama SKP; yang masih terbuka ikut diperhitungkan.",
        en="Requests received since the first month of the plan; those still open are taken into account.",
    )
    if found is None:
        return Reading(None, None, *span, basis, _few())
    if found.is_recounting:
        again = Text(id="Catatan layanan sedang dihitung ulang.", en="The ledger is being counted again.")
        return Reading(None, None, *span, basis, again)
    if one.figure == ReadFigure.SHARE_ON_TIME:
        return _on_time(found.whole, span)
    if one.unit != UNITS_OF_TIME[found.measure]:
        now = Text(
            id=f"Layanan ini sekarang diukur dalam {UNITS_OF_TIME[found.measure]}, target dalam {one.unit}.",
            en=f"The service is now measured in {_english(found.measure)}, the target is in another unit.",
        )
        return Reading(None, None, *span, basis, now)
    told = found.whole.with_open
    if told is None:
        return Reading(None, None, *span, basis, _few())
    value = told.median if one.figure == ReadFigure.MEDIAN_TIME else told.p90
    if value is None:
        open_ones = Text(
            id="Terlalu banyak permohonan belum selesai untuk menyebut angka ini.",
            en="Too many requests are still open to state this figure.",
        )
        return Reading(None, told.n, *span, basis, open_ones)
    return Reading(_in_unit(value, found.measure), told.n, *span, basis)


def _on_time(whole: ServiceFigures, span: Span) -> Reading:
    basis = Text(
        id="Permohonan yang selesai atau sudah lewat janji standar pelayanannya.",
        en="Requests that were completed, or are past the time of their standard.",
    )
    if whole.on_time is None:
        return Reading(None, None, *span, basis, _few())
    return Reading(_six(100 * whole.on_time.share), whole.on_time.of, *span, basis)


def _in_unit(value: int, measure: Measure) -> Decimal:
    if measure is Measure.WORKING_DAYS:
        return Decimal(value)
    return _six(Fraction(value, MICROSECONDS_IN_AN_HOUR))


def _survey(indicators: list[Indicator], span: Span) -> dict[int, Reading]:
    if not indicators:
        return {}
    services = {one.service_id for one in indicators}
    answers = SurveyResponse.objects.filter(service__in=services, answered_on__range=span, is_excluded=False)
    found = results_by_service(answers, on=span[1])
    return {one.pk: _of_survey(one, found.get(one.service_id or 0), span) for one in indicators}


def _of_survey(one: Indicator, result: SurveyResult | None, span: Span) -> Reading:
    basis = Text(id="Jawaban SKM untuk layanan ini dalam masa SKP.", en="Survey answers about this service, so far.")
    if result is None or result.sums.respondents < smallest_cell(on=span[1]):
        return Reading(None, None, *span, basis, why_hidden(on=span[1]))
    if result.index is None:
        return Reading(None, result.sums.respondents, *span, basis, result.lacking)
    if one.figure == ReadFigure.SATISFACTION:
        return Reading(result.index.index, result.index.respondents, *span, basis)
    return _of_element(one, result.index, span, basis)


def _of_element(one: Indicator, index: SatisfactionIndex, span: Span, basis: Text) -> Reading:
    place = (one.element or 1) - 1
    hidden = hidden_elements({number: (each.n, each.mean) for number, each in enumerate(index.elements)}, on=span[1])
    if place in hidden:
        return Reading(None, None, *span, basis, why_hidden(on=span[1]))
    element = index.elements[place]
    return Reading(_six(Fraction(element.mean)), element.n, *span, basis)


def _six(value: Fraction) -> Decimal:
    """Return a ratio with six decimals, as far as an amount is kept."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(SIX_PLACES).normalize()


def _few() -> Text:
    return Text(
        id=f"Belum ada angka: kurang dari {SMALLEST_CELL} permohonan.",
        en=f"No figure yet: fewer than {SMALLEST_CELL} requests.",
    )


def _english(measure: Measure) -> str:
    return "working days" if measure is Measure.WORKING_DAYS else "working hours"
