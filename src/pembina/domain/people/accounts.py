"""Accounts of people on record: who has none yet, and inviting one or a whole unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from pembina.domain.access.account_states import unclaimed
from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.audit import one_event
from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.operations import IssuedInvitation, invite
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE, Role
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.queries import working_at_or_below

ACCOUNT = User.objects.filter(username=OuterRef("nip"))
# Opened, but its holder has set no password yet.
UNCLAIMED = ACCOUNT.filter(unclaimed(), is_active=True)


@dataclass(frozen=True, slots=True)
class Invitees:
    """The staff of a unit and all below it, by what an invitation would mean for each."""

    without_account: QuerySet[Person]
    not_yet_accepted: QuerySet[Person]
    others: int
    on: date

    def chosen(self, *, again: bool) -> QuerySet[Any]:
        """Return those who get a letter, unit by unit; with `again` also who has one already and never answered."""
        people = self.without_account | self.not_yet_accepted if again else self.without_account
        return for_delivery(people, on=self.on)


def invitees_of(unit: Unit, *, on: date) -> Invitees:
    """Return whom one could invite in a unit; nobody who has set a password is among them."""
    staff = Person.objects.filter(working_at_or_below(unit, on=on)).order_by("name", "pk")
    without, waiting = staff.filter(~Exists(ACCOUNT)), staff.filter(Exists(UNCLAIMED))
    others = staff.filter(Exists(ACCOUNT), ~Exists(UNCLAIMED)).count()
    return Invitees(without, waiting, others, on)


def for_delivery(people: QuerySet[Person], *, on: date) -> QuerySet[Any]:
    """Return people, each with ``unit_name``, where a letter reaches them, in the order of handing letters out.

    That is the unit of the main position, or of the additional one where there is no other; nowhere comes last.
    """
    held = Assignment.objects.filter(in_force_on(on), person=OuterRef("pk")).order_by("-kind", "pk")
    placed = people.annotate(
        unit_name=Subquery(held.values("unit__name")[:1]), unit_code=Subquery(held.values("unit__code")[:1])
    )
    return placed.order_by(F("unit_code").asc(nulls_last=True), "name", "pk")


def unit_of_holder(user: User, *, on: date) -> dict[str, str]:
    """Return the unit in which the holder of an account is found, by the name of the account; empty if unknown."""
    found = for_delivery(Person.objects.filter(nip=user.username), on=on).values_list("nip", "unit_name")
    return {nip: unit for nip, unit in found if unit}


def invite_person(*, person: Person, role: Role, means: Means, by: User, at: datetime) -> IssuedInvitation:
    """Open an account for somebody on record, unless there is one, and invite its holder."""
    with one_event():
        user = User.objects.filter(username=person.nip).first()
        if user is None:
            user = prepare_account(nip=person.nip, display_name=person.name, role=role, by=by, at=at)
        return invite(user=user, means=means, by=by, at=at)


def invite_staff(*, people: Iterable[Person], by: User, at: datetime) -> list[IssuedInvitation]:
    """Invite many by letter, as employees; all of them or, where one is refused, none."""
    with one_event():
        return [invite_person(person=person, role=EMPLOYEE, means=Means.LETTER, by=by, at=at) for person in people]
