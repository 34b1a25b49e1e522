"""Closed days, usual hours and special hours are entered, changed and taken back; what they touch is counted again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import models

from pembina.core.rules.service_time import UnusableTimesError
from pembina.domain.access.audit import Changes, Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people import ancestry
from pembina.domain.people.models import Unit
from pembina.domain.people.refusals import DatesReversedError
from pembina.domain.services.calendars import calendar_of, general_calendar
from pembina.domain.services.catalogue_refusals import (
    DayNamedAlreadyError,
    NationalDayOfUnitError,
    NothingAboveError,
    NowhereToWorkError,
    UnusableHoursError,
)
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay, OfficeWeek, PublicService, SpecialWeek
from pembina.domain.services.public_holidays import PublicHoliday
from pembina.domain.services.recounts import recount

Days = Sequence[Sequence[str]]
"""Seven days, Monday first, each with its intervals."""


def add_closed_day(
    *, unit: Unit | None, day: date, name: str, kind: ClosedDayKind, worked: bool, by: User | None, at: datetime
) -> ClosedDay:
    """Close a day for a unit and all below it, or for the whole government; `worked` keeps it open there instead."""
    with _change_for(unit):
        _require_usable_day(unit, day, kind, worked)
        closed = ClosedDay(unit=unit, day=day, name=name, kind=kind, worked=worked)
        closed.full_clean(validate_constraints=False)
        closed.save()
        record("add_closed_day", on=closed, by=by, at=at, changes={"day": ("", day.isoformat())}, created=True)
    return closed


def edit_closed_day(
    *, closed: ClosedDay, day: date, name: str, kind: ClosedDayKind, worked: bool, by: User | None, at: datetime
) -> None:
    """Change a closed day, the date included: holidays of the moon are announced late."""
    told = {"day": day, "name": name, "kind": kind, "worked": worked}
    with _change_for(closed.unit):
        _require_usable_day(closed.unit, day, kind, worked, but=closed)
        changes = _changed(closed, told)
        if changes:
            record("edit_closed_day", on=closed, by=by, at=at, changes=changes)


def remove_closed_day(*, closed: ClosedDay, by: User | None, at: datetime) -> None:
    """Take a closed day out of the calendar."""
    with _change_for(closed.unit):
        changes = {"day": (closed.day.isoformat(), ""), "name": (closed.name, "")}
        record("remove_closed_day", on=closed, by=by, at=at, changes=changes)
        closed.delete()


def add_holidays(*, holidays: Sequence[PublicHoliday], by: User | None, at: datetime) -> int:
    """Close the days of public holidays for the whole government; a day listed already stays as it is."""
    with _change_for(None):
        known = set(ClosedDay.objects.filter(unit__isnull=True).values_list("day", flat=True))
        new = [ClosedDay(day=each.day, name=each.name, kind=each.kind) for each in holidays if each.day not in known]
        added = ClosedDay.objects.bulk_create(new)
        subjects = (Touched(closed, {"day": ("", closed.day.isoformat())}, created=True) for closed in added)
        record_many("add_closed_day", subjects=subjects, by=by, at=at)
    return len(added)


def set_week(
    *, unit: Unit | None, starts_on: date, week: Days, open_on_holidays: bool, by: User | None, at: datetime
) -> OfficeWeek:
    """Let usual hours hold from a day on; a week that begins on the same day is replaced.

    An empty week lets the unit follow those above again. Raises ``UnusableHoursError``, ``NothingAboveError``.
    """
    if unit is None and not week:
        raise NothingAboveError
    with _change_for(unit):
        found = OfficeWeek.objects.filter(unit=unit, starts_on=starts_on).first()
        row = found or OfficeWeek(unit=unit, starts_on=starts_on, week=[])
        before = written_week(row.week) if found else ""
        row.week, row.open_on_holidays = [list(day) for day in week], open_on_holidays
        row.full_clean(validate_constraints=False, exclude=["week"])
        row.save()
        changes = {"starts_on": ("", starts_on.isoformat())} if not found else {}
        changes |= {"week": (before, written_week(week))}
        record("set_week", on=row, by=by, at=at, changes=changes, created=found is None)
    return row


def remove_week(*, row: OfficeWeek, by: User | None, at: datetime) -> None:
    """Take back usual hours that were set by mistake; what held before them goes on."""
    with _change_for(row.unit):
        changes = {"starts_on": (row.starts_on.isoformat(), ""), "week": (written_week(row.week), "")}
        record("remove_week", on=row, by=by, at=at, changes=changes)
        row.delete()


def add_special_week(
    *, unit: Unit | None, starts_on: date, ends_on: date, name: str, week: Days, by: User | None, at: datetime
) -> SpecialWeek:
    """Let other hours hold between two days, both included; raises ``UnusableHoursError``, ``DatesReversedError``."""
    _require_in_order(starts_on, ends_on)
    with _change_for(unit):
        row = SpecialWeek(unit=unit, starts_on=starts_on, ends_on=ends_on, name=name, week=[list(day) for day in week])
        row.full_clean(validate_constraints=False, exclude=["week"])
        row.save()
        days = {"starts_on": ("", starts_on.isoformat()), "ends_on": ("", ends_on.isoformat())}
        changes = days | {"week": ("", written_week(week))}
        record("add_special_week", on=row, by=by, at=at, changes=changes, created=True)
    return row


def edit_special_week(
    *, row: SpecialWeek, starts_on: date, ends_on: date, name: str, week: Days, by: User | None, at: datetime
) -> None:
    """Change special hours: their days, their name, or the hours themselves."""
    _require_in_order(starts_on, ends_on)
    told = {"starts_on": starts_on, "ends_on": ends_on, "name": name, "week": [list(day) for day in week]}
    with _change_for(row.unit):
        changes = _changed(row, told)
        if changes:
            record("edit_special_week", on=row, by=by, at=at, changes=changes)


def remove_special_week(*, row: SpecialWeek, by: User | None, at: datetime) -> None:
    """Take special hours out of the calendar."""
    with _change_for(row.unit):
        changes = {"starts_on": (row.starts_on.isoformat(), ""), "ends_on": (row.ends_on.isoformat(), "")}
        record("remove_special_week", on=row, by=by, at=at, changes=changes)
        row.delete()


def written_week(week: Days) -> str:
    """Return a week as the audit trail tells it: seven days between bars."""
    return " | ".join(" ".join(day) or "–" for day in week)


@contextmanager
def _change_for(unit: Unit | None) -> Iterator[None]:
    """Hold a change of one calendar together: it must be usable afterwards, and what it touches is counted again."""
    with one_event():
        ancestry.lock_tree()
        try:
            yield
            calendar_of(unit) if unit else general_calendar("WIB")
        except UnusableTimesError as reason:
            raise UnusableHoursError(reason) from reason
        recount(services_under(unit).values_list("pk", flat=True))


def services_under(unit: Unit | None) -> models.QuerySet[PublicService]:
    """Return the services that are counted by the calendar of a unit or of one below it; all for the government."""
    services = PublicService.objects.all()
    return services if unit is None else services.filter(unit__ancestor_links__ancestor=unit)


def _changed(row: models.Model, told: dict[str, Any]) -> Changes:
    """Save what is told otherwise than the row holds it, and return it."""
    changes = {
        name: (_said(name, getattr(row, name)), _said(name, value))
        for name, value in told.items()
        if getattr(row, name) != value
    }
    for name in changes:
        setattr(row, name, told[name])
    row.full_clean(validate_constraints=False, exclude=["week"])
    row.save(update_fields=list(changes))
    return changes


def _said(name: str, value: Any) -> str:
    return written_week(value) if name == "week" else str(value)


def _require_usable_day(
    unit: Unit | None, day: date, kind: ClosedDayKind, worked: bool, but: ClosedDay | None = None
) -> None:
    if unit is None and worked:
        raise NowhereToWorkError
    if unit is not None and not worked and kind is not ClosedDayKind.LOCAL:
        raise NationalDayOfUnitError(kind)
    on_day = ClosedDay.objects.filter(unit=unit, day=day)
    listed = (on_day.exclude(pk=but.pk) if but else on_day).first()
    if listed is not None:
        raise DayNamedAlreadyError(day, listed.name)


def _require_in_order(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise DatesReversedError(starts_on, ends_on)
