"""What a civil servant may join, and why it is offered: the programme is for people like them, or their unit's turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, EnrolmentState, ProgrammeState
from pembina.domain.development.models import Batch, Enrolment, WaveUnit
from pembina.domain.development.population import Population
from pembina.domain.development.queries.batches import open_now, with_figures
from pembina.domain.development.queries.deciding import led_by
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

E = EnrolmentState
IN_PLACE = (E.REQUESTED, E.OFFERED, E.WAITING, E.ENROLLED)
GOING_ON = (ProgrammeState.APPROVED, ProgrammeState.RUNNING)


class Why(StrEnum):
    """Why a batch is offered."""

    WAVE = "wave"
    POPULATION = "population"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Offer:
    """A batch that somebody may join; where the wave of the unit is why, its number and its start."""

    batch: Batch
    why: Why
    wave: int | None = None
    since: date | None = None


def offers_to(person: Person, *, at: datetime) -> list[Offer]:
    """Return the batches open now that are meant for `person` and not joined yet, what meets first at the top."""
    taken = Enrolment.objects.filter(person=person, state__in=IN_PLACE).values("batch")
    batches = open_now(Batch.objects.filter(programme__state__in=GOING_ON), at=timezone.localtime(at))
    found = with_figures(batches.exclude(pk__in=taken)).order_by(F("first_at").asc(nulls_last=True), "pk")
    reasons = _reasons(person, list(found), on=timezone.localdate(at))
    return [reasons[batch.pk] for batch in found if batch.pk in reasons]


def offer_of(person: Person, batch: Batch, *, at: datetime) -> Offer | None:
    """Return why a batch is meant for `person`, None where it is not."""
    return _reasons(person, [batch], on=timezone.localdate(at)).get(batch.pk)


def batches_open_to(actor: User, *, at: datetime) -> QuerySet[Batch]:
    """Return the batches that `actor` may look at as a learner or as a leader.

    Those once joined or offered by somebody, those of the staff led, and whatever takes people now.
    """
    own = Enrolment.objects.filter(person__nip=actor.username).values("batch")
    of_staff = Enrolment.objects.filter(person__in=led_by(actor, on=timezone.localdate(at))).values("batch")
    known = Person.objects.filter(nip=actor.username)
    if not actor.is_active or not known.exists():
        return Batch.objects.none()
    shown = Q(pk__in=own) | Q(pk__in=of_staff) | Q(state__in=(BatchState.OPEN, BatchState.RUNNING))
    return Batch.objects.filter(shown)


def _reasons(person: Person, batches: Iterable[Batch], *, on: date) -> dict[int, Offer]:
    """Return why each batch is meant for `person`: one query for the waves, one for each programme with a target."""
    units = _units_above(person, on)
    found: dict[int, Offer] = {}
    wanted = list(batches)
    waves = _waves_of(units, wanted)
    meant: dict[int, bool] = {}
    for batch in wanted:
        population = Population.of(batch.programme.population)
        if batch.programme_id not in meant:
            meant[batch.programme_id] = population.people(on=on).filter(pk=person.pk).exists()
        if not meant[batch.programme_id]:
            continue
        row = waves.get(batch.programme_id)
        if batch.wave_id is not None:
            if row is not None and row.wave_id == batch.wave_id:
                found[batch.pk] = Offer(batch, Why.WAVE, row.wave.number, row.started_on or row.wave.due_on)
        else:
            found[batch.pk] = Offer(batch, Why.EVERYBODY if population.is_everybody else Why.POPULATION)
    return found


def _units_above(person: Person, on: date) -> list[int]:
    """Return the unit of the main position and all above it, the nearest first."""
    held = Assignment.objects.filter(in_force_on(on), person=person, kind=AssignmentKind.MAIN).values("unit")
    above = UnitAncestry.objects.filter(descendant__in=held).order_by("depth")
    return list(above.values_list("ancestor", flat=True))


def _waves_of(units: list[int], batches: list[Batch]) -> dict[int, WaveUnit]:
    """Return by programme in which wave somebody of these units is: that of the nearest unit."""
    programmes = {batch.programme_id for batch in batches if batch.wave_id is not None}
    if not programmes or not units:
        return {}
    rows = WaveUnit.objects.filter(programme__in=programmes, unit__in=units, left_on__isnull=True)
    nearest = sorted(rows.select_related("wave"), key=lambda row: units.index(row.unit_id), reverse=True)
    return {row.programme_id: row for row in nearest}
