"""What a cited figure of a service said before and after, and whether quality paid for it.

Whole months, as the pages of services have them. Too few to describe is missing, with the reason; it is never zero.
"""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import override

from pembina.core.rules.effort_record import Improvement, ImprovementState, QualityGuard, improvement
from pembina.core.rules.goal_progress import Direction, Measure, achievement
from pembina.core.rules.programme_decision import GuardState
from pembina.core.rules.service_time import Measure as TimeMeasure
from pembina.core.rules.service_time.figures import SMALLEST_CELL
from pembina.core.rules.survey_sample import SurveyResult
from pembina.core.rules.survey_sample.small_scores import smallest_cell, why_hidden
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.career.enums import GuardStanding, ServiceFigure
from pembina.domain.career.models import Award
from pembina.domain.services.models import PublicService, SurveyResponse
from pembina.domain.services.queries.satisfaction import results_by_service
from pembina.domain.services.service_figures import FiguresOfService, figures_of

MICROSECONDS_IN_AN_HOUR = 3_600_000_000
TWO_PLACES = Decimal("0.01")
PERCENT, POINTS = "%", "poin"
GUARDS = {
    GuardState.HELD: GuardStanding.HELD, GuardState.BROKEN: GuardStanding.BROKEN,
    GuardState.UNKNOWN: GuardStanding.UNKNOWN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A service figure over two stretches of whole months, the later one after the earlier."""

    service: PublicService
    figure: str
    before: tuple[date, date]
    after: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Amount:
    """What one stretch says; `missing` is why there is no `value`, `n` what stands behind one."""

    value: Decimal | None
    unit: str
    n: int | None = None
    missing: Text | None = None

    @property
    def told(self) -> dict[str, Any]:
        """Return it as it is kept."""
        missing = [self.missing.id, self.missing.en] if self.missing else None
        return {"value": str(self.value) if self.value is not None else None, "n": self.n, "missing": missing}


def whole_months(first: date, last: date) -> tuple[date, date]:
    """Return the first day of the first month and the last day of the last."""
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def read(award: Award, cited: Cited | None, *, at: datetime) -> tuple[dict[str, Any], GuardStanding]:
    """Return what the cited figure and the guard of the award say now, as it is frozen, and how the guard stands."""
    if cited is None:
        return {}, GuardStanding.UNKNOWN if award.guard else GuardStanding.NONE
    services = list(PublicService.objects.values_list("pk", flat=True))
    was, now = (amounts_of(services, cited.figure, span, at=at) for span in (cited.before, cited.after))
    before, after = was[cited.service.pk], now[cited.service.pk]
    guard = _guard(award, cited, at=at)
    found = _improved(cited, before, after, guard, on=local_date(at))
    told: dict[str, Any] = {
        "unit": before.unit, "before": before.told, "after": after.told, "state": found[0],
        "because": [found[1].id, found[1].en], "others": _others(cited, was, now),
    }  # fmt: skip
    if guard is None:
        return told, GuardStanding.NONE
    kept, amounts = guard
    told["guard"] = {
        "figure": award.guard, "unit": kept.unit, "tolerated": str(kept.tolerated), "before": amounts[0].told,
        "after": amounts[1].told, "because": [kept.because.id, kept.because.en],
    }  # fmt: skip
    return told, GUARDS[kept.state]


def amount_of(service: PublicService, figure: str, span: tuple[date, date], *, at: datetime) -> Amount:
    """Return one figure of a service over whole months."""
    return amounts_of([service.pk], figure, span, at=at)[service.pk]


def amounts_of(services: Collection[int], figure: str, span: tuple[date, date], *, at: datetime) -> dict[int, Amount]:
    """Return one figure of each service over whole months, in the same queries for one as for all."""
    if figure == ServiceFigure.SATISFACTION:
        answers = SurveyResponse.objects.filter(service__in=services, answered_on__range=span, is_excluded=False)
        results = results_by_service(answers, on=span[1])
        return {pk: _satisfaction(results.get(pk), span) for pk in services}
    found = figures_of(services, first=span[0], last=span[1], at=at)
    return {pk: _time(found.get(pk), figure) for pk in services}


def _others(cited: Cited, was: Mapping[int, Amount], now: Mapping[int, Amount]) -> dict[str, int]:
    """Count the other services whose figure is known in both stretches, and how many of them became better too.

    A figure before and after alone does not tell whether something happened everywhere.
    """
    sign = -1 if cited.figure == ServiceFigure.MEDIAN_TIME else 1
    pairs = [(was[pk], now[pk]) for pk in was if pk != cited.service.pk and was[pk].unit == now[pk].unit]
    changes = [b.value - a.value for a, b in pairs if a.value is not None and b.value is not None]
    return {"of": len(changes), "improved": sum(sign * change > 0 for change in changes)}


def _guard(award: Award, cited: Cited, *, at: datetime) -> tuple[QualityGuard, tuple[Amount, Amount]] | None:
    if not award.guard or award.tolerated is None:
        return None
    before, after = (amount_of(cited.service, award.guard, span, at=at) for span in (cited.before, cited.after))
    name = _name(award.guard)
    guard = QualityGuard(name, before.unit, Direction.HIGHER, before.value, after.value, award.tolerated.normalize())
    return guard, (before, after)


def _improved(
    cited: Cited, before: Amount, after: Amount, guard: tuple[QualityGuard, Any] | None, *, on: date
) -> tuple[str, Text]:
    """Say whether the figure improved on its own baseline: faster work counts before it is perfect, if quality held."""
    name = _name(cited.figure)
    if before.value is None or after.value is None:
        because = Text(
            id=f"{name}: belum dapat dibandingkan, angka sebelum atau sesudahnya tidak diketahui.",
            en=f"{name}: cannot be compared yet, the figure before or after is not known.",
        )
        return ImprovementState.UNKNOWN.value, because
    direction = Direction.LOWER if cited.figure == ServiceFigure.MEDIAN_TIME else Direction.HIGHER
    measure = Measure(unit=before.unit, direction=direction, baseline=before.value, target=before.value)
    found: Improvement = improvement(
        name=name, achievement=achievement(measure=measure, realised=after.value, on=on),
        guards=[guard[0]] if guard else [],
    )  # fmt: skip
    return found.state.value, found.because


def _satisfaction(result: SurveyResult | None, span: tuple[date, date]) -> Amount:
    if result is None or result.sums.respondents < smallest_cell(on=span[1]):
        return Amount(None, POINTS, missing=why_hidden(on=span[1]))
    if result.index is None:
        return Amount(None, POINTS, result.sums.respondents, result.lacking)
    return Amount(result.index.index, POINTS, result.index.respondents)


def _time(found: FiguresOfService | None, figure: str) -> Amount:
    unit = PERCENT if figure == ServiceFigure.SHARE_ON_TIME else _unit_of(found)
    if found is None:
        return Amount(None, unit, missing=_few())
    if found.is_recounting:
        again = Text(id="Catatan layanan sedang dihitung ulang.", en="The ledger is being counted again.")
        return Amount(None, unit, missing=again)
    if figure == ServiceFigure.SHARE_ON_TIME:
        told = found.whole.on_time
        return Amount(_two(100 * told.share), unit, told.of) if told else Amount(None, unit, missing=_few())
    times = found.whole.with_open
    if times is None:
        return Amount(None, unit, missing=_few())
    if times.median is None:
        return Amount(None, unit, times.n, _too_many_open())
    is_days = found.measure is TimeMeasure.WORKING_DAYS
    return Amount(_two(Fraction(times.median, 1 if is_days else MICROSECONDS_IN_AN_HOUR)), unit, times.n)


def _name(figure: str) -> str:
    """Return the official name: what is frozen does not depend on the language in which the nominator reads."""
    with override("id"):
        return str(ServiceFigure(figure).label)


def _unit_of(found: FiguresOfService | None) -> str:
    return "hari kerja" if found is not None and found.measure is TimeMeasure.WORKING_DAYS else "jam kerja"


def _two(value: Fraction) -> Decimal:
    """Return a ratio with two decimals."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(TWO_PLACES).normalize() + Decimal(0)


def _few() -> Text:
    return Text(
        id=f"Tidak ada angka: kurang dari {SMALLEST_CELL} permohonan.",
        en=f"No figure: fewer than {SMALLEST_CELL} requests.",
    )


def _too_many_open() -> Text:
    return Text(
        id="Terlalu banyak permohonan belum selesai untuk menyebut angka ini.",
        en="Too many requests are still open to state this figure.",
    )
