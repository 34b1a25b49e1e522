"""Accounts of those whose name stands under something in the demonstration; only personas can sign in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.access.roles import EMPLOYEE
from pembina.domain.development.models import Enrolment
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on

# Days from today on which the accounts were opened: before anybody planned anything.
SINCE = -345
# The end of the NIP of a persona.
OF_PERSONAS = "999"


@dataclass(frozen=True, slots=True)
class Sides:
    """The accounts of participants and of who leads them, both by the number of the participant.

    `leaders` lacks those whom nobody leads.
    """

    own: dict[int, User]
    leaders: dict[int, User]

    def is_led_by(self, enrolment: Enrolment, name: str) -> bool:
        leader = self.leaders.get(enrolment.person_id)
        return leader is not None and leader.username == PERSONAS[name].nip


def is_persona(person: Person) -> bool:
    """Say whether a visitor can sign in as this person."""
    return person.nip.endswith(OF_PERSONAS)


def persona_account(name: str, *, at: datetime) -> User:
    """Return the account of a persona, opened at that moment where there is none yet; its password comes later."""
    persona = PERSONAS[name]
    known = User.objects.filter(username=persona.nip).first()
    return known or prepare_account(
        nip=persona.nip, display_name=persona.display_name, role=persona.role, by=None, at=at
    )


def sides_of(seats: Iterable[Enrolment], *, on: date, at: datetime) -> Sides:
    """Return the accounts of both sides, opened at that moment where there are none."""
    people = {seat.person_id: seat.person for seat in seats}
    held = Assignment.objects.filter(
        in_force_on(on), person__in=people, kind=AssignmentKind.MAIN, superior__isnull=False
    )
    leaders = {one.person_id: one.superior for one in held.select_related("superior") if one.superior}
    accounts = _open_missing([*people.values(), *leaders.values()], at)
    own = {pk: accounts[person.nip] for pk, person in people.items()}
    return Sides(own, {pk: accounts[leader.nip] for pk, leader in leaders.items()})


def _open_missing(people: Iterable[Person], at: datetime) -> dict[str, User]:
    named = {person.nip: person for person in people}
    found = {user.username: user for user in User.objects.filter(username__in=named)}
    roles = {persona.nip: persona.role for persona in PERSONAS.values()}
    for nip, person in named.items():
        if nip not in found:
            role = roles.get(nip, EMPLOYEE)
            found[nip] = prepare_account(nip=nip, display_name=person.name, role=role, by=None, at=at)
    return found
