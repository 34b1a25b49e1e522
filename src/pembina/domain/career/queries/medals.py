"""Who comes into question for a medal of years of service, among those whose history one keeps."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pembina.core.rules.satyalancana import MedalState
from pembina.domain.access.models import User
from pembina.domain.career.permissions import medals_kept_by
from pembina.domain.career.standings import PersonFacts, PersonStanding, standings_of
from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person, Unit, UnitAncestry
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.searches import units_named, words_in

# Whoever has left is not proposed any more.
GONE = (
    LegalPosition.DISMISSED, LegalPosition.DISCHARGED_77, LegalPosition.DISCHARGED_88, LegalPosition.REACHED_AGE,
    LegalPosition.RETIRED,
)  # fmt: skip
MOST_URGENT = (
    MedalState.ELIGIBLE, MedalState.UNKNOWN, MedalState.NOT_YET, MedalState.BARRED, MedalState.HELD,
    MedalState.NOT_COVERED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MedalWish:
    """What a list is narrowed to; an empty word narrows nothing."""

    name: str = ""
    unit: str = ""
    medal: str = ""
    state: str = ""
    sort: str = ""


def medal_list(actor: User, wish: MedalWish, *, on: date) -> list[PersonStanding]:
    """Return how the persons stand whose history `actor` keeps, narrowed and in order. Three queries at any size."""
    found = medals_kept_by(actor, on=on).exclude(legal_position__in=GONE)
    if wish.name:
        found = found.filter(words_in("name", wish.name) | Q(nip=wish.name.strip()))
    if wish.unit:
        found = found.filter(_in_units(wish.unit, on))
    rows = found.order_by("name", "pk").values_list("pk", "nip", "status", "legal_position")
    people = standings_of((PersonFacts(*row) for row in rows.iterator()), on=on)
    return _sorted([each for each in people if _fits(each, wish)], wish)


def people_shown(standings: list[PersonStanding], *, on: date) -> dict[int, Person]:
    """Return the persons of some standings with their posts of the day. Two queries."""
    found = Person.objects.filter(pk__in=[each.person for each in standings])
    return {
        one.pk: one for one in found.prefetch_related(Prefetch("assignments", main_assignments(on), to_attr="today"))
    }


def standing_of(person: Person, *, on: date) -> PersonStanding:
    """Return how one person stands."""
    facts = PersonFacts(person.pk, person.nip, person.status, person.legal_position)
    return standings_of([facts], on=on, few=[person.pk])[0]


def _fits(standing: PersonStanding, wish: MedalWish) -> bool:
    if not (wish.medal or wish.state):
        return True
    if wish.state == "unreadable":
        return standing.began is None
    return any(
        (not wish.medal or each.medal == wish.medal) and (not wish.state or each.state == wish.state)
        for each in standing.medals
    )


def _sorted(people: list[PersonStanding], wish: MedalWish) -> list[PersonStanding]:
    """Return them by name, by years of service, or by what is most urgent; the order of names breaks ties."""
    if wish.sort == "years":
        return sorted(people, key=lambda each: each.began or date.max)
    if wish.sort == "state":
        return sorted(people, key=_urgency)
    return people


def _urgency(standing: PersonStanding) -> int:
    places = [MOST_URGENT.index(each.state) for each in standing.medals]
    return min(places, default=len(MOST_URGENT))


def _in_units(named: str, on: date) -> Q:
    units: QuerySet[Unit] = Unit.objects.filter(units_named(named))
    below = UnitAncestry.objects.filter(ancestor__in=units.values("pk")).values("descendant")
    return Q(pk__in=main_assignments(on).order_by().filter(unit__in=below).values("person"))
