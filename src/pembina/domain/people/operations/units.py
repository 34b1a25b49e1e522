"""Units open, move, close and merge; none is ever deleted."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from pembina.domain.access.audit import Changes, Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people import ancestry
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.models import Assignment, Unit
from pembina.domain.people.refusals import (
    CodeTakenError,
    CycleError,
    DatesReversedError,
    UnitClosedError,
    UnitInUseError,
)

ONE_DAY = timedelta(days=1)


def open_unit(
    *,
    code: str,
    name: str,
    kind: UnitKind,
    sector: Sector,
    parent: Unit | None,
    on: date,
    by: User | None,
    at: datetime,
    time_zone: TimeZone = TimeZone.WIB,
) -> Unit:
    """Open a unit from a day on; raises ``CodeTakenError``, or ``UnitClosedError`` where the parent does not exist."""
    with one_event():
        ancestry.lock_tree()
        if Unit.objects.filter(code=code).exists():
            raise CodeTakenError(code)
        if parent is not None:
            require_open(parent, on=on)
        unit = Unit(code=code, name=name, kind=kind, sector=sector, parent=parent, opened_on=on, time_zone=time_zone)
        unit.full_clean(validate_constraints=False)
        unit.save()
        ancestry.link_new(unit)
        record("open_unit", on=unit, by=by, at=at, changes={"code": ("", code)}, created=True)
    return unit


def edit_unit(
    *,
    unit: Unit,
    code: str,
    name: str,
    kind: UnitKind,
    sector: Sector,
    time_zone: TimeZone,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Changes:
    """Name or describe a unit otherwise and return what changed; raises ``CodeTakenError``."""
    told = {"code": code, "name": name, "kind": kind, "sector": sector, "time_zone": time_zone}
    with one_event():
        ancestry.lock_tree()
        if Unit.objects.filter(code=code).exclude(pk=unit.pk).exists():
            raise CodeTakenError(code)
        changes = {
            field: (str(getattr(unit, field)), str(value))
            for field, value in told.items()
            if getattr(unit, field) != value
        }
        if changes:
            for field in changes:
                setattr(unit, field, told[field])
            unit.full_clean(validate_constraints=False)
            unit.save(update_fields=list(changes))
            record("edit_unit", on=unit, by=by, at=at, changes=changes, why=why)
    return changes


def move_unit(*, unit: Unit, to: Unit, on: date, by: User | None, at: datetime) -> None:
    """Put a unit, with all below it, under another; raises ``CycleError``, ``UnitClosedError``."""
    with one_event():
        ancestry.lock_tree()
        require_open(to, on=on)
        before = _place_under(unit, to)
        record("move_unit", on=unit, by=by, at=at, changes={"parent": (before, to.code)})


def close_unit(*, unit: Unit, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day of a unit; raises ``UnitInUseError`` while anybody works in it or below it."""
    with one_event():
        ancestry.lock_tree()
        _require_closable(unit, on)
        people = _working_after(unit, on).count()
        units = _open_children(unit, on).count()
        if people or units:
            raise UnitInUseError(unit.name, people, units)
        unit.closed_on = on
        unit.save(update_fields=["closed_on"])
        record("close_unit", on=unit, by=by, at=at, changes={"closed_on": ("", on.isoformat())})


def merge_units(*, unit: Unit, into: Unit, on: date, by: User | None, at: datetime) -> None:
    """Close `unit` after `on`; from the next day its people and the units below it belong to `into`.

    Raises ``CycleError`` where `into` lies in `unit`, ``UnitClosedError`` where either does not exist then.
    """
    with one_event():
        ancestry.lock_tree()
        _require_closable(unit, on)
        require_open(into, on=on + ONE_DAY)
        if ancestry.is_below(into, unit):
            raise CycleError(unit.name, into.name)
        for child in _open_children(unit, on):
            _place_under(child, into)
        carried = _carry_people(unit, into, last_day=on)
        unit.closed_on, unit.merged_into = on, into
        unit.save(update_fields=["closed_on", "merged_into"])
        changes = {"closed_on": ("", on.isoformat()), "merged_into": ("", into.code)}
        record("merge_units", on=unit, by=by, at=at, changes=changes)
        moved = (Touched(assignment, {"unit": (unit.code, into.code)}) for assignment in carried)
        record_many("carry_over", subjects=moved, by=by, at=at)


def require_open(unit: Unit, *, on: date) -> None:
    """Raise ``UnitClosedError`` unless the unit exists on a day."""
    if unit.opened_on > on or (unit.closed_on is not None and unit.closed_on < on):
        raise UnitClosedError(unit.name, on)


def _require_closable(unit: Unit, on: date) -> None:
    if unit.closed_on is not None:
        raise UnitClosedError(unit.name, on)
    if on < unit.opened_on:
        raise DatesReversedError(unit.opened_on, on)


def _place_under(unit: Unit, parent: Unit) -> str:
    """Move the unit in the tree and return the code of the parent it had."""
    if ancestry.is_below(parent, unit):
        raise CycleError(unit.name, parent.name)
    before = unit.parent.code if unit.parent else ""
    unit.parent = parent
    unit.save(update_fields=["parent"])
    ancestry.relink(unit)
    return before


def _open_children(unit: Unit, on: date) -> QuerySet[Unit]:
    return unit.children.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on))


def _working_after(unit: Unit, on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), unit=unit)


def _carry_people(unit: Unit, into: Unit, *, last_day: date) -> list[Assignment]:
    """End what runs on in `unit` and begin the same in `into`; what had not begun yet simply moves."""
    running = _working_after(unit, last_day).select_related("person")
    waiting = list(running.filter(starts_on__gt=last_day))
    running.filter(starts_on__gt=last_day).update(unit=into)
    carried = list(running.filter(starts_on__lte=last_day))
    running.filter(starts_on__lte=last_day).update(ends_on=last_day)
    for assignment in carried:
        assignment.pk, assignment._state.adding = None, True
        assignment.unit, assignment.starts_on = into, last_day + ONE_DAY
    return [*Assignment.objects.bulk_create(carried), *waiting]
