"""The guards of quality of indicators, with what their figures were before the plan and are in it.

A figure of a service is read over the 365 days before the first day of the plan, and over its days so far; another
indicator stands as the plan and its realisation say. Nobody types either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.db.models import Min, Q
from django.utils import timezone

from pembina.core.rules.effort_record import QualityGuard, last_day_to_agree
from pembina.core.rules.goal_progress import Direction
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.enums import IndicatorSource, ReadFigure
from pembina.domain.performance.models import Indicator, NamedGuard, PerformancePlan, Realisation
from pembina.domain.performance.plan_content import UNITS
from pembina.domain.performance.queries.effort_work import first_day_of
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.domain.performance.queries.readings import NOT_BEGUN, Reading, Span, read_over, span_counted

SOURCES = {
    ReadFigure.SATISFACTION: IndicatorSource.SURVEY,
    ReadFigure.SHARE_ON_TIME: IndicatorSource.SERVICE,
}
# The guard, what was read, and what is not known.
Stands = tuple[QualityGuard, tuple[Reading, ...], tuple[Text, ...]]
# As the satisfaction index is published; a share is read as finely, on both sides.
TWO_PLACES = Decimal("0.01")
BEFORE = timedelta(days=365)
GONE = Text(id="Indikator penjaga tidak ada lagi dalam SKP.", en="The guarding indicator left the plan.")
NO_BASELINE = Text(id="Indikator penjaga tidak mempunyai angka awal.", en="The guarding indicator has no baseline.")


@dataclass(frozen=True, slots=True)
class GuardStanding:
    """One guard as the rule takes it; `missing` says which figure is not known and why.

    `read` is what a figure of a service read before the plan and in it; empty where another indicator guards.
    `is_late` where it was named once the outcome may have been in sight; from then on no guard is taken back.
    """

    named: NamedGuard
    guard: QualityGuard
    is_late: bool
    is_in_sight: bool
    read: tuple[Reading, ...]
    missing: tuple[Text, ...]


def guards_of(
    indicators: Collection[Indicator], standings: Mapping[int, IndicatorStanding], *, at: datetime
) -> dict[int, tuple[GuardStanding, ...]]:
    """Return the guards of indicators of agreed plans (`goal.plan` fetched), by number of the indicator.

    The queries grow with the different first days of the plans, never with the indicators or their guards.
    """
    roots = {one.continues_id or one.pk: one for one in indicators}
    named = list(
        NamedGuard.objects.filter(indicator__in=roots, withdrawn_at__isnull=True)
        .select_related("indicator__goal__plan", "beside", "service", "named_by")
        .order_by("named_at", "pk")
    )
    sights = outcomes_in_sight([one.indicator for one in named])
    readings = _readings(named, {pk: one.goal.plan for pk, one in roots.items()}, at)
    known = {one.continues_id or one.pk: standings.get(one.pk) for one in indicators}
    found: dict[int, list[GuardStanding]] = defaultdict(list)
    for one in named:
        guard, read, missing = _beside(one, known) if one.beside_id else _of_service(one, readings[one.pk])
        sight = sights[one.indicator_id]
        stands = GuardStanding(one, guard, one.named_at > sight, at > sight, read, missing)
        found[roots[one.indicator_id].pk].append(stands)
    return {pk: tuple(guards) for pk, guards in found.items()}


def outcomes_in_sight(indicators: Iterable[Indicator]) -> dict[int, datetime]:
    """Return from when the outcome of each may have been seen: the first realisation, or the end of the beginning.

    `indicators` are those of the first version, with `goal.plan` fetched; one query.
    """
    listed = {one.pk: one for one in indicators}
    rows = Realisation.objects.filter(Q(indicator__in=listed) | Q(indicator__continues__in=listed))
    noted = rows.order_by().values_list("indicator", "indicator__continues").annotate(first=Min("noted_at"))
    seen = {pk: _end_of_beginning(one) for pk, one in listed.items()}
    for pk, root, first in noted:
        seen[root or pk] = min(seen[root or pk], first)
    return seen


def _end_of_beginning(one: Indicator) -> datetime:
    starts = first_day_of(one.goal.plan)
    last = last_day_to_agree(starts=starts, on=max(starts, timezone.localdate(one.goal.plan.made_at)))
    return timezone.make_aware(datetime.combine(last, time.max))


def _readings(
    named: Iterable[NamedGuard], plans: Mapping[int, PerformancePlan], at: datetime
) -> dict[int, tuple[Reading, Reading]]:
    """Return what each guard of a service read before and reads now."""
    together: dict[tuple[Span, Span | None], list[Indicator]] = defaultdict(list)
    for one in named:
        if one.service_id is None:
            continue
        plan = plans[one.indicator_id]
        before = (plan.starts_on - BEFORE, plan.starts_on - timedelta(days=1))
        together[before, span_counted(plan, on=local_date(at))].append(_as_indicator(one))
    found: dict[int, tuple[Reading, Reading]] = {}
    for (before, after), some in together.items():
        was = read_over(some, before, at=at)
        now = read_over(some, after, at=at) if after else {}
        none = Reading(None, None, before[1], before[1], NOT_BEGUN, NOT_BEGUN)
        found |= {one.pk: (was[one.pk], now.get(one.pk, none)) for one in some}
    return found


def _as_indicator(one: NamedGuard) -> Indicator:
    """Return what reads the same figure; it is never kept."""
    figure = ReadFigure(one.figure)
    return Indicator(pk=one.pk, service=one.service, figure=figure, source=SOURCES[figure], unit=UNITS[figure])


def _of_service(one: NamedGuard, read: tuple[Reading, Reading]) -> Stands:
    was, now = (None if each.value is None else each.value.quantize(TWO_PLACES) for each in read)
    guard = _rule(one, UNITS[ReadFigure(one.figure)], Direction.HIGHER, was, now)
    missing = tuple(each for reading in read if (each := _lacking(reading, reading is read[0])) is not None)
    return guard, read, missing


def _lacking(reading: Reading, is_before: bool) -> Text | None:
    if reading.missing is None:
        return None
    head = Text(id="Sebelum SKP", en="Before the plan") if is_before else Text(id="Dalam SKP", en="In the plan")
    return Text(id=f"{head.id}: {reading.missing.id}", en=f"{head.en}: {reading.missing.en}")


def _beside(one: NamedGuard, known: Mapping[int, IndicatorStanding | None]) -> Stands:
    stands = known.get(one.beside_id or 0)
    other = stands.indicator if stands else one.beside
    if other is None:  # pragma: no cover - the database keeps one of the two
        raise ValueError(one.pk)
    after = stands.realised if stands else None
    guard = _rule(one, other.unit, Direction(other.direction), other.baseline, after)
    lacking = [NO_BASELINE] if other.baseline is None else []
    lacking += [GONE] if stands is None else [stands.missing] if stands.missing else []
    return guard, (), tuple(lacking)


def _rule(
    one: NamedGuard, unit: str, direction: Direction, before: Decimal | None, after: Decimal | None
) -> QualityGuard:
    return QualityGuard(
        name=str(one), unit=unit, direction=direction, before=before, after=after, tolerated=one.tolerated.normalize()
    )
