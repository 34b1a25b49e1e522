"""How people stand to the medals of years of service, by what is on record of them.

What was never looked up is unknown, and so is a record that contradicts itself: a legal position of punishment beside a
check that found none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pembina.core.rules.civil_servant_number import UnreadableNumberError, read_number
from pembina.core.rules.satyalancana import Discipline, Medal, MedalStanding, medal_standings
from pembina.domain.career.enums import DisciplineLevel, MedalKey
from pembina.domain.career.models import HeldMedal, ServiceCheck
from pembina.domain.people.enums import LegalPosition, Status

YEARS = {MedalKey.TEN: 10, MedalKey.TWENTY: 20, MedalKey.THIRTY: 30}
ON_UNPAID_LEAVE = (LegalPosition.UNPAID_LEAVE, LegalPosition.UNPAID_LEAVE_EXTENDED)
PUNISHED = (LegalPosition.DISCIPLINED,)
HARMLESS = ("", DisciplineLevel.NONE, DisciplineLevel.LIGHT)


@dataclass(frozen=True, slots=True)
class Checked:
    """The latest check of a person."""

    checked_on: date
    discipline: str
    had_unpaid_leave: bool | None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the record of people says of somebody."""

    pk: int
    nip: str
    status: str
    legal_position: str


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """How one person stands; without `medals` where the number does not tell when the service began."""

    person: int
    began: date | None
    checked: Checked | None
    contradicts: bool
    medals: tuple[MedalStanding, ...]


def standings_of(
    people: Iterable[PersonFacts], *, on: date, few: Collection[int] | None = None
) -> list[PersonStanding]:
    """Return how people stand on a day. Two queries, whatever their number; `few` narrows those where it is told."""
    checks, held = latest_checks(few), medals_held(few)
    return [_standing(each, checks.get(each.pk), held.get(each.pk, frozenset()), on) for each in people]


def latest_checks(people: Collection[int] | None = None) -> dict[int, Checked]:
    """Return the latest check of each person, of all or of some."""
    found = ServiceCheck.objects.order_by("checked_on", "pk")
    if people is not None:
        found = found.filter(person__in=people)
    rows = found.values_list("person", "checked_on", "discipline", "had_unpaid_leave")
    return {person: Checked(day, discipline, leave) for person, day, discipline, leave in rows}


def medals_held(people: Collection[int] | None = None) -> dict[int, frozenset[Medal]]:
    """Return the medals that each person holds, of all or of some."""
    found = HeldMedal.objects.filter(taken_back_at__isnull=True)
    if people is not None:
        found = found.filter(person__in=people)
    held: dict[int, set[Medal]] = defaultdict(set)
    for person, medal in found.values_list("person", "medal"):
        held[person].add(Medal(medal))
    return {person: frozenset(medals) for person, medals in held.items()}


def began_by(nip: str, status: str, *, on: date) -> date | None:
    """Return when somebody began by the number, the first day of the month; None where it cannot be read."""
    return _began(nip[8:14], nip, status, on)


def years_of(medal: str) -> int:
    """Return after how many years a medal is given."""
    return YEARS[MedalKey(medal)]


def is_heavy(checked: Checked | None) -> bool | None:
    """Say whether a person was punished moderately or severely; None where nobody has looked it up."""
    if checked is None or not checked.discipline:
        return None
    return checked.discipline in (DisciplineLevel.MODERATE, DisciplineLevel.SEVERE)


@lru_cache(maxsize=50_000)
def _began(_start: str, nip: str, status: str, on: date) -> date | None:
    try:
        number = read_number(nip, on=on, status="pns" if status == Status.PNS else "pppk")
    except UnreadableNumberError:
        return None
    return date(number.start_year, number.start_month or 1, 1)


def _standing(facts: PersonFacts, checked: Checked | None, held: frozenset[Medal], on: date) -> PersonStanding:
    began = began_by(facts.nip, facts.status, on=on)
    discipline, leave, contradicts = _known(facts, checked)
    if began is None:
        return PersonStanding(facts.pk, None, checked, contradicts, ())
    medals = medal_standings(
        status="pns" if facts.status == Status.PNS else "pppk", began=began, discipline=discipline,
        had_unpaid_leave=leave, held=held, on=on,
    )  # fmt: skip
    return PersonStanding(facts.pk, began, checked, contradicts, medals)


def _known(facts: PersonFacts, checked: Checked | None) -> tuple[Discipline | None, bool | None, bool]:
    """Return discipline, unpaid leave, and whether check and legal position contradict each other."""
    told, leave = (checked.discipline, checked.had_unpaid_leave) if checked else ("", None)
    punished = facts.legal_position in PUNISHED and told in HARMLESS
    on_leave = facts.legal_position in ON_UNPAID_LEAVE
    contradicts = (punished and bool(told)) or (on_leave and leave is False)
    discipline = None if punished or not told else Discipline(told)
    return discipline, True if on_leave else leave, contradicts
