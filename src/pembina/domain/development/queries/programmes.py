"""Questions about programmes: which stand where, for whom they are, and what happened to one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DecimalField, IntegerField, Min, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from pembina.domain.access.audit import events_on
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.models import Batch, Enrolment, Programme, Wave, WaveUnit
from pembina.domain.development.population import Population
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import reaches_everything
from pembina.domain.people.searches import with_posts

MOST_SHOWN = 10
MONEY: Any = DecimalField(max_digits=18, decimal_places=2)


def plans_programmes(actor: User, *, on: date) -> bool:
    """Say whether `actor` may plan programmes: of the whole government, since a programme reaches across units."""
    return reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on)


def programmes_planned_by(actor: User, *, on: date) -> QuerySet[Programme]:
    """Return the programmes that `actor` may change."""
    return Programme.objects.all() if plans_programmes(actor, on=on) else Programme.objects.none()


def with_figures(programmes: QuerySet[Programme]) -> QuerySet[Programme]:
    """Return the programmes with what the board shows.

    `wave_count`, `waves_begun`, `next_wave_on` (of those not begun), `unit_count` (that did not leave), `batch_count`,
    `seat_count` and `filled` over batches that were not cancelled, `planned_cost` (None where no batch has one).
    """
    waves, members = _of(Wave), _of(WaveUnit).filter(left_on__isnull=True)
    batches = _of(Batch).exclude(state=BatchState.CANCELLED)
    seats = Enrolment.objects.filter(
        batch__programme=OuterRef("pk"), state=EnrolmentState.ENROLLED
    ).exclude(batch__state=BatchState.CANCELLED)  # fmt: skip
    return programmes.annotate(
        wave_count=_counted(waves),
        waves_begun=_counted(waves.filter(started_on__isnull=False)),
        next_wave_on=Subquery(_grouped(waves.filter(started_on__isnull=True), found=Min("due_on"))),
        unit_count=_counted(members),
        batch_count=_counted(batches),
        seat_count=Coalesce(Subquery(_grouped(batches, found=Sum("seats")), IntegerField()), Value(0)),
        filled=Coalesce(
            Subquery(
                seats.order_by().values("batch__programme").annotate(found=Count("pk")).values("found"), IntegerField()
            ),
            Value(0),
        ),
        planned_cost=Subquery(_grouped(batches, found=Sum("cost")), MONEY),
    )


def _of(model: type[Wave] | type[WaveUnit] | type[Batch]) -> QuerySet[Any]:
    return model._default_manager.filter(programme=OuterRef("pk"))


def _grouped(rows: QuerySet[Any], **figure: Count | Sum | Min) -> Any:
    return rows.order_by().values("programme").annotate(**figure).values("found")


def _counted(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(_grouped(rows, found=Count("pk")), IntegerField()), Value(0))


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a filter means on a day: how many, in how many units, and the first of them by name."""

    people: int
    units: int
    first: Sequence[Person]


def meant_by(population: Population, *, on: date) -> Meant:
    """Return whom a filter means; three queries whatever the number."""
    people = population.people(on=on)
    held = Assignment.objects.filter(in_force_on(on), kind="main", person__in=people.values("pk"))
    figures = held.aggregate(people=Count("person", distinct=True), units=Count("unit", distinct=True))
    first = list(with_posts(people.order_by("name", "pk"), on=on)[:MOST_SHOWN])
    return Meant(figures["people"], figures["units"], first)


def history_of(programme: Programme) -> QuerySet[AuditEvent]:
    """Return what was done about a programme, the latest first; what the net caught tells nothing to readers."""
    events: QuerySet[AuditEvent] = events_on(programme)
    return events.exclude(operation="").select_related("actor")
