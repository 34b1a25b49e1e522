"""The ledger of hours: of a person year by year, and who is behind, by unit; all read as sets.

How hours stand to the bounds of a year is asked of the rule; here it only becomes conditions, so that a list of many
persons costs no more queries than a list of few.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum

from pembina.core.rules.learning_hours import NotInForceError, State, YearlyStanding, yearly_standing
from pembina.domain.access.models import User
from pembina.domain.development.enums import RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.enums import AssignmentKind, LegalPosition, Status
from pembina.domain.people.models import Assignment, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

FIRST_YEAR = 2018
"""The first whole year in which the bound was in force."""


@dataclass(frozen=True, slots=True)
class YearOfPerson:
    """One year of one person; `standing` is None before there was a rule. All records are there, counted or not."""

    year: int
    hours: Decimal | None
    standing: YearlyStanding | None
    records: tuple[LearningRecord, ...]


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """How many persons of a unit, with all below it, stand how in a year."""

    unit: Unit
    people: int
    by_state: Mapping[State, int]
    is_itself: bool
    """Whether these are the persons of the chosen unit itself, without the units below it."""


def records_of(person: Person) -> QuerySet[LearningRecord]:
    """Return everything on record about the learning of a person, the latest first."""
    return LearningRecord.objects.filter(person=person).select_related("certificate").order_by("-last_day", "-pk")


def years_of(person: Person, *, on: date) -> list[YearOfPerson]:
    """Return the years of a person from the current one back to the first on record."""
    held: dict[int, list[LearningRecord]] = defaultdict(list)
    for row in records_of(person):
        held[row.year].append(row)
    first = min(held, default=on.year)
    last = max([on.year, *held])
    return [_year(person, year, tuple(held[year]), on) for year in range(last, first - 1, -1)]


def standing_in(status: str, year: int, hours: Decimal | None, *, on: date) -> YearlyStanding | None:
    """Return how hours stand to the bounds of a year; None where no rule was in force yet."""
    try:
        return yearly_standing(status=Status(status).value, year=year, hours=hours, on=on)  # type: ignore[arg-type]
    except NotInForceError:
        return None


def staff_of(year: int, *, on: date) -> QuerySet[Person]:
    """Return the active persons with a main position at the end of a year, or on the day `on` while it runs."""
    return Person.objects.filter(pk__in=_posts(year, on).values("person"), legal_position=LegalPosition.ACTIVE)


def with_hours(people: QuerySet[Person], *, year: int) -> QuerySet[Person]:
    """Return people, each with the hours counted in a year in ``jp``; None without any on record."""
    return people.annotate(jp=_hours_of("pk", year))


def fewest_first(people: QuerySet[Person]) -> QuerySet[Person]:
    """Return people with ``jp``, those without any on record first, then those with the fewest."""
    return people.order_by(F("jp").asc(nulls_first=True), "name", "pk")


def in_state(state: State, *, year: int, on: date) -> Q:
    """Return the condition on people with ``jp`` that they stand so."""
    if state is State.UNKNOWN:
        return Q(jp__isnull=True)
    condition = Q(pk__in=())
    for status in Status.values:
        bounds = standing_in(status, year, None, on=on)
        if bounds is not None:
            condition |= Q(status=status, jp__isnull=False) & _within(state, bounds)
    return condition


def at_or_below(unit: Unit, *, year: int, on: date) -> Q:
    """Return the condition that a person held the main position in a unit or below it."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    return Q(pk__in=_posts(year, on).filter(unit__in=below).values("person"))


def counts_by_unit(chosen: Unit | None, *, year: int, on: date, status: str = "") -> list[UnitCounts]:
    """Return the units right below the chosen one (or the roots), and the chosen one itself, with their counts."""
    chosen = chosen or _only_root(on)
    shown = list(_open(Unit.objects.filter(parent=chosen), on).order_by("name", "pk"))
    leads_to = dict(UnitAncestry.objects.filter(ancestor__in=shown).values_list("descendant", "ancestor"))
    own = {chosen.pk: chosen} if chosen else {}
    counted: dict[int, Counter[State]] = defaultdict(Counter)
    for unit, state, many in _states(year, on, status, within=chosen):
        counted[leads_to.get(unit, unit)][state] += many
    rows = [*own.values(), *shown]
    return [
        UnitCounts(unit, counted[unit.pk].total(), counted[unit.pk], is_itself=unit.pk in own)
        for unit in rows
        if unit.pk not in own or counted[unit.pk].total()
    ]


def led_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the staff on whom `actor` decides on a day; never oneself."""
    return people_decided_by(actor, on=on)


def reports_waiting() -> QuerySet[LearningRecord]:
    """Return what was reported and nobody has decided on, the oldest first."""
    waiting = LearningRecord.objects.filter(state=RecordState.REPORTED)
    return waiting.select_related("person").order_by("noted_at", "pk")


def records_counted(year: int) -> QuerySet[LearningRecord]:
    """Return the hours of a year that count, as SIASN is told of them."""
    counted = LearningRecord.objects.filter(year=year, state=RecordState.COUNTED)
    return counted.select_related("person__siasn").order_by("person__nip", "last_day", "pk")


def _year(person: Person, year: int, records: tuple[LearningRecord, ...], on: date) -> YearOfPerson:
    counted = [row.hours for row in records if row.state == RecordState.COUNTED]
    hours = sum(counted, Decimal(0)) if counted else None
    return YearOfPerson(year, hours, standing_in(person.status, year, hours, on=on), records)


def _hours_of(person: str, year: int) -> Subquery:
    """Return the hours counted in a year of the person whom the outer query knows as `person`."""
    counted = LearningRecord.objects.filter(person=OuterRef(person), year=year, state=RecordState.COUNTED)
    return Subquery(counted.order_by().values("person").annotate(total=Sum("hours")).values("total"))


def _posts(year: int, on: date) -> QuerySet[Assignment]:
    day = min(on, date(year, 12, 31))
    return Assignment.objects.filter(in_force_on(day), kind=AssignmentKind.MAIN)


def _states(year: int, on: date, status: str, *, within: Unit | None) -> Iterable[tuple[int, State, int]]:
    """Yield unit, state and number of persons; one query, and the rule is asked once for each number of hours."""
    posts = _posts(year, on).filter(person__legal_position=LegalPosition.ACTIVE)
    if within is not None:
        posts = posts.filter(unit__in=UnitAncestry.objects.filter(ancestor=within).values("descendant"))
    if status:
        posts = posts.filter(person__status=status)
    held = posts.annotate(jp=_hours_of("person", year))
    counted = Counter(held.order_by().values_list("unit", "person__status", "jp"))
    known: dict[tuple[str, Decimal | None], State] = {}
    for (unit, of, hours), many in counted.items():
        if (of, hours) not in known:
            standing = standing_in(of, year, hours, on=on)
            known[of, hours] = standing.state if standing else State.UNKNOWN
        yield unit, known[of, hours], many


def _within(state: State, bounds: YearlyStanding) -> Q:
    """Return the condition on ``jp`` for one status; what a state means is read from the bounds of the rule."""
    least, most = bounds.minimum, bounds.maximum
    over = Q(jp__gt=most) if most is not None else Q(pk__in=())
    behind = Q(jp__lt=least) if least is not None else Q(pk__in=())
    if state is State.OVER:
        return over
    if state is State.BEHIND:
        return behind & ~over
    fits = State.WITHIN if least is None else State.MET
    return ~over & ~behind if state is fits else Q(pk__in=())


def _only_root(on: date) -> Unit | None:
    roots = list(_open(Unit.objects.filter(parent__isnull=True), on)[:2])
    return roots[0] if len(roots) == 1 else None


def _open(units: QuerySet[Unit], on: date) -> QuerySet[Unit]:
    return units.filter(Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on)))
