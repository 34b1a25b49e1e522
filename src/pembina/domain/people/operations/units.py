"""Units open, move, close and merge; none is ever deleted."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from pembina.domain.access.audit import Changes, Touched, local_date, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people import ancestry
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.unit_carrying import (
    carry_delegations,
    carry_grants,
    carry_people,
    hanging_on,
    working_after,
)
from pembina.domain.people.operations.unit_changes import merge_followers, tell_hours
from pembina.domain.people.refusals import (
    CodeTakenError,
    CycleError,
    DatesReversedError,
    NotYetError,
    UnitClosedError,
    UnitHoldsError,
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
        _hold(unit)
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
        if "time_zone" in changes:
            tell_hours([unit.pk], rezoned=[unit.pk])
    return changes


def move_unit(*, unit: Unit, to: Unit, on: date, by: User | None, at: datetime) -> None:
    """Put a unit, with all below it, under another; `on` says since when it holds, today at the latest.

    Raises ``CycleError``, ``UnitClosedError``, ``NotYetError``.
    """
    today = local_date(at)
    with one_event():
        _hold(unit, to)
        if on > today:
            raise NotYetError(on)
        require_open(unit, on=today)
        for day in (on, today):
            require_open(to, on=day)
        changes = _place_under(unit, to) | {"moved_on": ("", on.isoformat())}
        record("move_unit", on=unit, by=by, at=at, changes=changes)
        tell_hours([unit.pk])


def close_unit(*, unit: Unit, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day of a unit.

    Raises ``UnitInUseError`` while anybody works in it or below it, ``UnitHoldsError`` while anything else hangs on it.
    """
    with one_event():
        _hold(unit)
        _require_closable(unit, on)
        people = working_after(unit, on).count()
        units = _open_children(unit, on).count()
        if people or units:
            raise UnitInUseError(unit.name, people, units)
        if hanging := hanging_on(unit, after=on):
            raise UnitHoldsError(unit.name, [each.text for each in hanging])
        unit.closed_on = on
        unit.save(update_fields=["closed_on"])
        record("close_unit", on=unit, by=by, at=at, changes={"closed_on": ("", on.isoformat())})


def merge_units(*, unit: Unit, into: Unit, on: date, by: User | None, at: datetime) -> None:
    """Close `unit` after `on`; from the next day its people belong to `into`.

    The units below it and what else has no days, its services first, move at once: then `on` is today at the latest.
    Raises ``CycleError`` where `into` lies in `unit`, ``UnitClosedError`` where either does not exist, ``NotYetError``.
    """
    today = local_date(at)
    with one_event():
        _hold(unit, into)
        _require_closable(unit, on)
        for day in (on + ONE_DAY, today):
            require_open(into, on=day)
        if ancestry.is_below(into, unit):
            raise CycleError(unit.name, into.name)
        children, after = list(_open_children(unit, on)), max(on, today - ONE_DAY)
        if on > today and (children or any(each.undated for each in hanging_on(unit, after=after))):
            raise NotYetError(on)
        merge_followers(unit, into=into, after=after, by=by, at=at)
        _move_children(children, into, on=on, by=by, at=at)
        carry_people(unit, into, last_day=on, by=by, at=at)
        carry_delegations(unit, into, last_day=on, by=by, at=at)
        carry_grants(unit, into, last_day=on, by=by, at=at)
        unit.closed_on, unit.merged_into = on, into
        unit.save(update_fields=["closed_on", "merged_into"])
        changes = {"closed_on": ("", on.isoformat()), "merged_into": ("", into.code)}
        record("merge_units", on=unit, by=by, at=at, changes=changes)


def require_open(unit: Unit, *, on: date) -> None:
    """Raise ``UnitClosedError`` unless the unit exists on a day."""
    if unit.opened_on > on or (unit.closed_on is not None and unit.closed_on < on):
        raise UnitClosedError(unit.name, on)


def _require_closable(unit: Unit, on: date) -> None:
    if unit.closed_on is not None:
        raise UnitClosedError(unit.name, on)
    if on < unit.opened_on:
        raise DatesReversedError(unit.opened_on, on)


def _hold(*units: Unit) -> None:
    """Lock the tree and read units as they are now: who waited for the lock may have seen them before a change."""
    ancestry.lock_tree()
    for unit in units:
        unit.refresh_from_db()


def _place_under(unit: Unit, parent: Unit) -> Changes:
    """Move the unit in the tree and return what that changes."""
    if ancestry.is_below(parent, unit):
        raise CycleError(unit.name, parent.name)
    before = unit.parent.code if unit.parent else ""
    unit.parent = parent
    unit.save(update_fields=["parent"])
    ancestry.relink(unit)
    return {"parent": (before, parent.code)}


def _move_children(children: Sequence[Unit], to: Unit, *, on: date, by: User | None, at: datetime) -> None:
    moved = [Touched(child, _place_under(child, to) | {"moved_on": ("", on.isoformat())}) for child in children]
    record_many("move_unit", subjects=moved, by=by, at=at)
    tell_hours([child.pk for child in children])


def _open_children(unit: Unit, on: date) -> QuerySet[Unit]:
    return unit.children.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on))
