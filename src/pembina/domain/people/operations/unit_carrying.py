"""What is held in a unit goes on in another: positions, acting authority, and roles that are confined to the unit."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from pembina.domain.access.audit import Touched, local_date, record, record_many
from pembina.domain.access.authority import ClosedAccountError
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.granting import write_grant
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.refusals import RoleHeldAlreadyError
from pembina.domain.people.models import Assignment, Delegation, Unit
from pembina.domain.people.operations.unit_changes import FOLLOWERS, Hanging

ONE_DAY = timedelta(days=1)


def hanging_on(unit: Unit, *, after: date) -> list[Hanging]:
    """Return what goes on at a unit after a day beside people and units, as far as there is any."""
    found = [
        Hanging(
            delegations_after(unit, after).count(),
            "Plt, Plh, atau penugasan", "acting authority", "acting authorities", undated=False,
        ),
        Hanging(
            grants_after(unit, after).count(),
            "peran yang terbatas pada unit ini", "role confined to the unit", "roles confined to the unit",
            undated=False,
        ),
    ]  # fmt: skip
    for follower in FOLLOWERS:
        found += follower.hanging_on(unit, after=after)
    return [each for each in found if each.count]


def working_after(unit: Unit, day: date) -> QuerySet[Assignment]:
    """Return the positions in a unit that go on after a day or begin then."""
    return Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), unit=unit)


def delegations_after(unit: Unit, day: date) -> QuerySet[Delegation]:
    """Return what is lent over a unit beyond a day."""
    return Delegation.objects.filter(unit=unit, ends_on__gt=day)


def grants_after(unit: Unit, day: date) -> QuerySet[RoleGrant]:
    """Return the roles over a unit that are held beyond a day."""
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gt=day)
    kept = Q(revoked_on__isnull=True) | Q(revoked_on__gt=day + ONE_DAY)
    return RoleGrant.objects.filter(lasting, kept, unit=unit)


def carry_people(unit: Unit, into: Unit, *, last_day: date, by: User | None, at: datetime) -> None:
    """End what runs on in `unit` and begin the same in `into`; what had not begun yet simply moves."""
    carried = _carry(working_after(unit, last_day).select_related("person"), into, last_day)
    moved = (Touched(assignment, {"unit": (unit.code, into.code)}) for assignment in carried)
    record_many("carry_over", subjects=moved, by=by, at=at)


def carry_delegations(unit: Unit, into: Unit, *, last_day: date, by: User | None, at: datetime) -> None:
    """Let acting authority over `unit` go on over `into`, by the same letter and until the same day."""
    carried = _carry(delegations_after(unit, last_day).select_related("person"), into, last_day)
    moved = (Touched(delegation, {"unit": (unit.code, into.code)}) for delegation in carried)
    record_many("carry_along", subjects=moved, by=by, at=at)


def carry_grants(unit: Unit, into: Unit, *, last_day: date, by: User | None, at: datetime) -> None:
    """End the roles over `unit` and give the same over `into`, today at the earliest: nobody held them before.

    What moves at once must not be without its officer until tomorrow, so where the last day is today both hold.
    Nobody gives a role to themselves, not even so: what `by` holds over the unit stays there.
    """
    today, following = local_date(at), last_day + ONE_DAY
    begins = today if last_day <= today else following
    held = grants_after(unit, max(last_day, today - ONE_DAY)).select_related("user").order_by("pk")
    for grant in held.exclude(user=by) if by else held:
        _end(grant, max(following, today, grant.starts_on), by, at)
        try:
            write_grant(
                to=grant.user, role=grant.role, unit=into, letter=grant.letter,
                starts_on=max(begins, grant.starts_on), ends_on=grant.ends_on, by=by, at=at,
            )  # fmt: skip
        except (ClosedAccountError, RoleHeldAlreadyError):
            continue


def _carry(running: "QuerySet[Any]", into: Unit, last_day: date) -> list[Any]:
    """End rows with a first and a last day, write what follows in `into`, and return that and what had not begun."""
    later = running.filter(starts_on__gt=last_day)
    waiting = list(later)
    later.update(unit=into)
    begun = running.filter(starts_on__lte=last_day)
    carried = list(begun)
    begun.update(ends_on=last_day)
    for row in carried:
        row.pk, row._state.adding = None, True
        row.unit, row.starts_on = into, last_day + ONE_DAY
    return [*running.model._default_manager.bulk_create(carried), *waiting]


def _end(grant: RoleGrant, from_day: date, by: User | None, at: datetime) -> None:
    before = grant.revoked_on.isoformat() if grant.revoked_on else ""
    grant.revoked_on = from_day
    grant.save(update_fields=["revoked_on"])
    record("revoke_role", on=grant, by=by, at=at, changes={"revoked_on": (before, from_day.isoformat())})
    ended = {"role_code": grant.role_code, "user": grant.user.username, "revoked_on": from_day.isoformat()}
    seal(kind=ChainKind.ROLE_ENDED, subject=grant, content=ended, by=by, at=at)
