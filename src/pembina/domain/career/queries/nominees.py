"""Who may be nominated for a round, and whose service a nomination may cite."""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.career.enums import NominationState
from pembina.domain.career.models import Award, Nomination
from pembina.domain.people.models import Assignment, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.searches import open_units
from pembina.domain.services.models import PublicService


def people_in_scope(award: Award, *, on: date) -> QuerySet[Person]:
    """Return whom one may nominate for an award of persons: who works in its scope.

    An award is public among colleagues, so anybody may be found by name here; no more than name, position and unit is
    shown of them.
    """
    held = Assignment.objects.filter(in_force_on(on))
    if award.unit_id:
        held = held.filter(unit__in=UnitAncestry.objects.filter(ancestor=award.unit_id).values("descendant"))
    return Person.objects.filter(pk__in=held.values("person"))


def units_in_scope(award: Award, *, on: date) -> QuerySet[Unit]:
    """Return the units that one may nominate for an award of units."""
    found = open_units(on)
    if award.unit_id:
        found = found.filter(pk__in=UnitAncestry.objects.filter(ancestor=award.unit_id).values("descendant"))
    return found


def is_in_scope(award: Award, person: Person | None, unit: Unit | None, *, on: date) -> bool:
    """Say whether a person or a unit may be nominated."""
    if person is not None:
        return people_in_scope(award, on=on).filter(pk=person.pk).exists()
    return unit is not None and units_in_scope(award, on=on).filter(pk=unit.pk).exists()


def services_of_nominee(person: Person | None, unit: Unit | None, *, on: date) -> QuerySet[PublicService]:
    """Return the services of the units in which somebody works, of those below, and of those above but the root."""
    posts = Assignment.objects.filter(in_force_on(on), person=person).values_list("unit", flat=True)
    own = [unit.pk] if unit is not None else list(posts)
    below = UnitAncestry.objects.filter(ancestor__in=own).values("descendant")
    above = UnitAncestry.objects.filter(descendant__in=own, ancestor__parent__isnull=False).values("ancestor")
    found = PublicService.objects.filter(Q(unit__in=below) | Q(unit__in=above))
    return found.select_related("unit").order_by("name", "pk")


def people_at_work(*, on: date) -> QuerySet[Person]:
    """Return everybody who holds a position on a day, to find a juror among."""
    return Person.objects.filter(pk__in=Assignment.objects.filter(in_force_on(on)).values("person"))


def joined_by(actor: User, award: Award, nominee: Person | Unit) -> Nomination | None:
    """Return the nomination of somebody that `actor` would join, None where there is none or `actor` made it."""
    found = Nomination.objects.filter(award=award, state=NominationState.STANDING)
    of = {"person": nominee} if isinstance(nominee, Person) else {"unit": nominee}
    return found.filter(**of).exclude(nominator__nip=actor.username).first()
