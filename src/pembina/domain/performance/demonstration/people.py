"""Who plans in the demonstration, how far each came, and on which days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.access.roles import EMPLOYEE
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.plan_duty import EXEMPT
from pembina.domain.services.models import PublicService, ServiceStandard

# How many of the staff came how far; the others have not begun.
CAME = {PlanState.AGREED: 0.82, PlanState.PROPOSED: 0.05, PlanState.RETURNED: 0.03, PlanState.DRAFT: 0.05}
AGREED_LATE = 0.08
JANUARY = (8, 29)
# Services that a story is told of; of other units it is the first one.
TOLD_OF = ("REKLAME",)


@dataclass(frozen=True, slots=True)
class Moments:
    """When a plan was written, proposed and agreed; None where it was not."""

    made: datetime
    proposed: datetime | None
    agreed: datetime | None


def served_units(*, on: date) -> dict[int, tuple[PublicService, ServiceStandard]]:
    """Return by unit the first service with a promised time that is in force."""
    standards = ServiceStandard.objects.filter(in_force_on(on), promised_amount__isnull=False)
    found: dict[int, tuple[PublicService, ServiceStandard]] = {}
    for standard in standards.select_related("service").order_by("service__unit", "service__code"):
        if standard.service.unit_id not in found or standard.service.code in TOLD_OF:
            found[standard.service.unit_id] = (standard.service, standard)
    return found


def posts_in(units: list[int], *, on: date) -> list[Assignment]:
    """Return the main positions of those who plan, heads before their staff."""
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, unit__in=units)
    held = held.exclude(person__legal_position__in=list(EXEMPT)).select_related("person", "unit", "superior")
    return sorted(held, key=lambda one: (one.position_kind != "structural", one.unit.code, one.person_id))


def accounts(posts: list[Assignment], *, at: datetime) -> dict[str, User]:
    """Return the accounts of these people and of who leads them; those who lead and have none get one."""
    leaders = {one.superior.nip: one.superior for one in posts if one.superior is not None}
    nips = {one.person.nip for one in posts} | set(leaders)
    found = {user.username: user for user in User.objects.filter(username__in=nips)}
    for nip, leader in leaders.items():
        if nip not in found:
            found[nip] = account_of(leader, at=at)
    return found


def account_of(person: Person, *, at: datetime) -> User:
    """Open the account of somebody, with the role that a persona has."""
    roles = {persona.nip: persona.role for persona in PERSONAS.values()}
    role = roles.get(person.nip, EMPLOYEE)
    return prepare_account(nip=person.nip, display_name=person.name, role=role, by=None, at=at)


def drawn_state(post: Assignment, rng: Random) -> PlanState | None:
    """Draw how far somebody came; where nobody leads, nobody can agree."""
    states = [*CAME, None]
    (state,) = rng.choices(states, [*CAME.values(), 1 - sum(CAME.values())])
    return state if post.superior is not None or state is None else PlanState.DRAFT


def moments_of(state: PlanState, *, on: date, rng: Random) -> Moments:
    """Return the days: mostly in January, some late, and what still waits was written lately."""
    if state == PlanState.AGREED:
        agreed = date(on.year, 1, rng.randint(*JANUARY))
        agreed += timedelta(days=45) if rng.random() < AGREED_LATE else timedelta()
        agreed = min(agreed, on)
        days = [max(agreed - timedelta(days=back), date(on.year, 1, 1)) for back in (7, 3)]
        return Moments(_noon(days[0]), _noon(days[1]), _noon(agreed))
    made = max(on - timedelta(days=rng.randint(6, 20)), date(on.year, 1, 1))
    proposed = None if state == PlanState.DRAFT else _noon(min(made + timedelta(days=2), on))
    return Moments(_noon(made), proposed, None)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(5), tzinfo=UTC)
