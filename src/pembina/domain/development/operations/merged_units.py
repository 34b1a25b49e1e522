"""What programmes have planned for a unit goes on where it is merged into another; who was planned stays on record."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from pembina.domain.access.audit import record
from pembina.domain.access.models import User
from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Programme, WaveUnit
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.unit_changes import Hanging

OPEN = (ProgrammeState.DRAFT, ProgrammeState.APPROVED, ProgrammeState.RUNNING)
LONGEST_REASON = 500


def waves_hanging_on(unit: Unit) -> list[Hanging]:
    """Return in how many waves of open programmes a unit is, and how many programmes name it in their filter."""
    return [
        Hanging(_open_places(unit).count(), "tempat dalam gelombang program", "place in a wave", "places in waves"),
        Hanging(len(_naming(unit)), "sasaran program", "target of a programme", "targets of programmes"),
    ]


def carry_waves(unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Let `into` take the places of `unit`, and stand in its place in filters.

    The place of `unit` stays with the day it left. Where `into` is in the programme already, it keeps its own wave.
    """
    for place in _open_places(unit).select_related("programme", "wave").select_for_update(of=("self",)):
        _hand_over(place, unit, into, after, by, at)
    for programme in _naming(unit):
        before = programme.population["units"]
        others = [number for number in before if number not in (unit.pk, into.pk)]
        programme.population = programme.population | {"units": sorted([*others, into.pk])}
        programme.save(update_fields=["population"])
        changes = {"population": (unit.name, into.name)}
        record("carry_along", on=programme, by=by, at=at, changes=changes)


def _hand_over(place: WaveUnit, unit: Unit, into: Unit, after: date, by: User | None, at: datetime) -> None:
    following = after + timedelta(days=1)
    started, has_begun = place.started_on, place.started_on is not None and place.started_on <= after
    place.left_on, place.leave_reason = after, f"Digabung ke {into.name} ({into.code})"[:LONGEST_REASON]
    if started is not None and started > after:
        place.started_on = None
    place.save(update_fields=["left_on", "leave_reason", "started_on"])
    is_new = not WaveUnit.objects.filter(programme=place.programme, unit=into).exists()
    if is_new:
        begins = following if has_begun else None
        WaveUnit.objects.create(programme=place.programme, wave=place.wave, unit=into, started_on=begins)
    changes = {
        "number": ("", str(place.wave.number)), "unit": (unit.name, into.name), "left_on": ("", after.isoformat()),
    }  # fmt: skip
    record("carry_along", on=place.programme, by=by, at=at, changes=changes)


def _open_places(unit: Unit) -> QuerySet[WaveUnit]:
    return WaveUnit.objects.filter(unit=unit, left_on__isnull=True, programme__state__in=OPEN).order_by("pk")


def _naming(unit: Unit) -> list[Programme]:
    """Return the open programmes whose filter names a unit; there are few, and SQLite cannot look into lists."""
    programmes = Programme.objects.filter(state__in=OPEN).order_by("pk")
    return [programme for programme in programmes if unit.pk in (programme.population.get("units") or ())]
