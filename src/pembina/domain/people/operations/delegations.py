"""Authority is lent, and taken back."""

from datetime import date, datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models import Delegation, Person, Unit
from pembina.domain.people.operations.units import require_open
from pembina.domain.people.refusals import DatesReversedError, OwnSuperiorError


def delegate(
    *,
    person: Person,
    kind: DelegationKind,
    unit: Unit,
    letter: str,
    starts_on: date,
    ends_on: date,
    by: User | None,
    at: datetime,
    on_behalf_of: Person | None = None,
) -> Delegation:
    """Let a person act over a unit from one day to another; `letter` is the number of the order."""
    delegation = Delegation(
        person=person,
        kind=kind,
        unit=unit,
        letter=letter,
        starts_on=starts_on,
        ends_on=ends_on,
        on_behalf_of=on_behalf_of,
    )
    if on_behalf_of is not None and on_behalf_of == person:
        raise OwnSuperiorError(person.name)
    if ends_on < starts_on:
        raise DatesReversedError(starts_on, ends_on)
    require_open(unit, on=starts_on)
    with one_event():
        delegation.full_clean(validate_constraints=False)
        delegation.save()
        changes = {"unit": ("", unit.code), "ends_on": ("", ends_on.isoformat()), "letter": ("", letter)}
        record("delegate", on=delegation, by=by, at=at, changes=changes, created=True)
    return delegation


def end_delegation(*, delegation: Delegation, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day, earlier than was ordered; raises ``DatesReversedError`` outside its days."""
    with one_event():
        delegation.refresh_from_db(from_queryset=Delegation.objects.select_for_update())
        if on < delegation.starts_on:
            raise DatesReversedError(delegation.starts_on, on)
        if on > delegation.ends_on:
            raise DatesReversedError(on, delegation.ends_on)
        before = delegation.ends_on.isoformat()
        delegation.ends_on = on
        delegation.save(update_fields=["ends_on"])
        record("end_delegation", on=delegation, by=by, at=at, changes={"ends_on": (before, on.isoformat())})
