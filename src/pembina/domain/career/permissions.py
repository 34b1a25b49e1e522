"""Who makes awards, who reads which nomination, and whose medals are whose business.

- Human resources make and decide the rounds that their role reaches: all, or those of a unit and the units below it.
- Everybody who is signed in reads what was published.
- A nomination is read by who is nominated, who nominated, the jury of the round, and human resources. A unit is
  represented by who leads it.
- Discipline and unpaid leave are read by human resources alone, and by each person of the own record.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award, JuryMember, Nomination, NominationSupport
from pembina.domain.people.enums import AssignmentKind, PositionKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import reaches_everything, staff_reached_by, units_reached_by


def awards_run_by(actor: User, *, on: date) -> QuerySet[Award]:
    """Return the rounds that `actor` makes, changes and decides."""
    if not actor.is_active:
        return Award.objects.none()
    if runs_all(actor, on=on):
        return Award.objects.all()
    return Award.objects.filter(unit__in=units_reached_by(actor, Permission.MANAGE_STAFF, on=on).values("pk"))


def runs_all(actor: User, *, on: date) -> bool:
    """Say whether `actor` makes awards of the whole government."""
    return reaches_everything(actor, Permission.MANAGE_STAFF, on=on)


def awards_read_by(actor: User, *, on: date) -> QuerySet[Award]:
    """Return the rounds that `actor` may read: whatever was published, the own drafts, and those one is to judge."""
    if not actor.is_active:
        return Award.objects.none()
    mine = Q(pk__in=awards_run_by(actor, on=on).values("pk")) | Q(pk__in=juries_of(actor).values("award"))
    return Award.objects.filter(Q(opened_at__isnull=False) | mine)


def juries_of(actor: User) -> QuerySet[JuryMember]:
    """Return the memberships of `actor` in juries, of rounds that are not withdrawn."""
    return JuryMember.objects.filter(person__nip=actor.username).exclude(award__state=AwardState.WITHDRAWN)


def units_led_by(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units in which `actor` holds the structural main position."""
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, position_kind=PositionKind.STRUCTURAL)
    return Unit.objects.filter(pk__in=held.filter(person__nip=actor.username).values("unit"))


def leaders_of(unit: Unit, *, on: date) -> QuerySet[Assignment, int]:
    """Return the numbers of whoever holds the structural main position of a unit."""
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, position_kind=PositionKind.STRUCTURAL)
    return held.filter(unit=unit).values_list("person", flat=True)


def nominations_of(actor: User, *, on: date) -> QuerySet[Nomination]:
    """Return the nominations of `actor`, and of the units that `actor` leads."""
    if not actor.is_active:
        return Nomination.objects.none()
    led = units_led_by(actor, on=on).values("pk")
    return Nomination.objects.filter(Q(person__nip=actor.username) | Q(unit__in=led))


def nominations_by(actor: User) -> QuerySet[Nomination]:
    """Return the nominations that `actor` has made."""
    found = Nomination.objects.filter(nominator__nip=actor.username)
    return found if actor.is_active else found.none()


def supports_by(actor: User) -> QuerySet[NominationSupport]:
    """Return the support that `actor` gave."""
    found = NominationSupport.objects.filter(supporter__nip=actor.username)
    return found if actor.is_active else found.none()


def nominations_run_by(actor: User, *, on: date) -> QuerySet[Nomination]:
    """Return the nominations of the rounds that `actor` runs."""
    return Nomination.objects.filter(award__in=awards_run_by(actor, on=on).values("pk"))


def nominations_judged_by(actor: User) -> QuerySet[Nomination]:
    """Return the nominations of the rounds in whose jury `actor` is, conflicts not looked at."""
    return Nomination.objects.filter(award__in=juries_of(actor).values("award")) if actor.is_active else _none()


def nominations_read_by(actor: User, *, on: date) -> QuerySet[Nomination]:
    """Return every nomination of which `actor` may know."""
    sources = (
        nominations_of(actor, on=on), nominations_by(actor), nominations_run_by(actor, on=on),
        nominations_judged_by(actor),
    )  # fmt: skip
    reached = Q(pk__in=())
    for source in sources:
        reached |= Q(pk__in=source.values("pk"))
    return Nomination.objects.filter(reached) if actor.is_active else _none()


def medals_kept_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the persons whose medals and service checks `actor` keeps."""
    return staff_reached_by(actor, Permission.MANAGE_STAFF, on=on) if actor.is_active else Person.objects.none()


def _none() -> QuerySet[Nomination]:
    return Nomination.objects.none()
