"""Persons take up positions, change superiors and leave."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import AssignmentKind, PositionKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations.units import require_open
from pembina.domain.people.refusals import DatesReversedError, OverlapError, OwnSuperiorError


def assign(
    *,
    person: Person,
    unit: Unit,
    position: str,
    position_kind: PositionKind,
    superior: Person | None,
    starts_on: date,
    by: User | None,
    at: datetime,
    ends_on: date | None = None,
    kind: AssignmentKind = AssignmentKind.MAIN,
) -> Assignment:
    """Let a person hold a position from a day on, until a last day where one is known.

    Raises
    ------
    OverlapError : another of the same kind holds on one of these days
    OwnSuperiorError, UnitClosedError, DatesReversedError
    """
    assignment = Assignment(
        person=person,
        unit=unit,
        position=position,
        position_kind=position_kind,
        superior=superior,
        starts_on=starts_on,
        ends_on=ends_on,
        kind=kind,
    )
    with one_event():
        begin_checked(assignment)
        changes = {"position": ("", position), "unit": ("", unit.code), "starts_on": ("", starts_on.isoformat())}
        record("assign", on=assignment, by=by, at=at, changes=changes, created=True)
    return assignment


def end_assignment(*, assignment: Assignment, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day of an assignment; raises ``DatesReversedError`` before its first."""
    with one_event():
        before = end_checked(assignment, on)
        record("end_assignment", on=assignment, by=by, at=at, changes={"ends_on": (before, on.isoformat())})


def change_superior(
    *, assignment: Assignment, to: Person | None, from_day: date, by: User | None, at: datetime
) -> Assignment:
    """Give the same position another superior from a day on. The time under the former one stays on record."""
    with one_event():
        hold(assignment)
        former, last_day = assignment.superior, assignment.ends_on
        end_checked(assignment, from_day - timedelta(days=1))
        following = Assignment(
            person=assignment.person,
            unit=assignment.unit,
            position=assignment.position,
            position_code=assignment.position_code,
            position_kind=assignment.position_kind,
            kind=assignment.kind,
            superior=to,
            starts_on=from_day,
            ends_on=last_day,
        )
        begin_checked(following)
        changes = {"superior": (former.nip if former else "", to.nip if to else "")}
        record("change_superior", on=following, by=by, at=at, changes=changes)
    return following


def begin_checked(assignment: Assignment) -> None:
    """Check and write under a lock on the person, so that two writers at once cannot both find the days free."""
    Person.objects.select_for_update().get(pk=assignment.person_id)
    if assignment.superior_id == assignment.person_id:
        raise OwnSuperiorError(assignment.person.name)
    if assignment.ends_on is not None and assignment.ends_on < assignment.starts_on:
        raise DatesReversedError(assignment.starts_on, assignment.ends_on)
    require_open(assignment.unit, on=assignment.starts_on)
    other = _overlapping(assignment)
    if other is not None:
        raise OverlapError(other.position, other.starts_on)
    assignment.full_clean(validate_constraints=False)
    assignment.save()


def _overlapping(assignment: Assignment) -> Assignment | None:
    others = Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=assignment.starts_on), person=assignment.person, kind=assignment.kind
    ).exclude(pk=assignment.pk)
    if assignment.ends_on is not None:
        others = others.filter(starts_on__lte=assignment.ends_on)
    return others.order_by("starts_on").first()


def hold(assignment: Assignment) -> None:
    """Lock an entry and read it as it is now: somebody may have ended it since it was looked at."""
    assignment.refresh_from_db(from_queryset=Assignment.objects.select_for_update())


def end_checked(assignment: Assignment, on: date) -> str:
    """Write the last day and return the one it replaces; the entry is judged as it is now, under a lock."""
    hold(assignment)
    if on < assignment.starts_on:
        raise DatesReversedError(assignment.starts_on, on)
    if assignment.ends_on is not None and on > assignment.ends_on:
        raise DatesReversedError(on, assignment.ends_on)
    before = assignment.ends_on.isoformat() if assignment.ends_on else ""
    assignment.ends_on = on
    assignment.save(update_fields=["ends_on"])
    return before
