"""Units whose people have plans, notes and predicates, made straight from the records."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind, Status
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.performance.enums import Direction, IndicatorSource, PeriodCycle
from pembina.domain.performance.models import (
    Appraisal,
    EvaluationPeriod,
    Feedback,
    Goal,
    Indicator,
    PerformancePlan,
    PerformanceResult,
    Realisation,
)

BEGAN = date(2020, 1, 1)
LAST_MONTH = {PeriodCycle.MONTHLY: 1, PeriodCycle.QUARTERLY: 3}


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)


class Recorded:
    """What is on record of people; `by` is the account that wrote it down."""

    def __init__(self, by: User) -> None:
        self.by = by

    def people(self, unit: Unit, number: int, *, since: date = BEGAN) -> list[Person]:
        """Return so many new people of a unit."""
        first = Person.objects.count()
        made = Person.objects.bulk_create(
            Person(
                nip=f"19700101199503{place:04}",
                name=f"Staf {place}",
                status=Status.PNS,
                birth_date=date(1970, 1, 1),
                sex="male",
            )
            for place in range(first, first + number)
        )
        Assignment.objects.bulk_create(
            Assignment(
                person=each, unit=unit, position="Pranata", position_kind=PositionKind.FUNCTIONAL, starts_on=since
            )
            for each in made
        )
        return made

    def move(self, person: Person, unit: Unit, *, on: date) -> None:
        held = Assignment.objects.get(person=person, ends_on=None)
        Assignment.objects.filter(pk=held.pk).update(ends_on=on - timedelta(days=1))
        Assignment.objects.create(
            person=person, unit=unit, position="Pranata", position_kind=held.position_kind, starts_on=on
        )

    def plan(self, person: Person, *, year: int = 2026, agreed: date | None = None, **told) -> Indicator:
        """Return the indicator (100 files, higher is better) of an agreed plan."""
        held, at = Assignment.objects.get(person=person, ends_on=None), noon(agreed or date(year, 1, 5))
        plan = PerformancePlan.objects.create(
            person=person, assignment=held, year=year, form="a17", state="agreed", made_by=self.by, made_at=at,
            starts_on=date(year, 1, 1), ends_on=date(year, 12, 31), proposed_at=at, agreed_by=self.by, agreed_at=at,
        )  # fmt: skip
        goal = Goal.objects.create(plan=plan, position=1, words="Izin lebih cepat")
        known = {"target": Decimal(100), "unit": "berkas", "direction": Direction.HIGHER, "aspects": ["quantity"]}
        return Indicator.objects.create(
            goal=goal, position=1, words="Berkas", source=IndicatorSource.REPORTED, **known | told
        )

    def note(self, indicator: Indicator, until: date, amount: int, *, noted: date | None = None) -> Realisation:
        return Realisation.objects.create(
            indicator=indicator, until=until, amount=Decimal(amount), words="Daftar berkas", noted_by=self.by,
            noted_at=noon(noted or until),
        )  # fmt: skip

    def say(self, person: Person, author: Person, on: date) -> Feedback:
        return Feedback.objects.create(
            person=person, author=author, capacity="leader", tone="appreciation", happened_on=on, situation="Loket",
            behaviour="Menjelaskan syarat", given_at=noon(on),
        )  # fmt: skip

    def period(self, cycle: PeriodCycle, number: int, year: int = 2026) -> EvaluationPeriod:
        months = LAST_MONTH[cycle]
        first = date(year, months * (number - 1) + 1, 1)
        last = (first + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)
        return EvaluationPeriod.objects.create(
            cycle=cycle, year=year, number=number, starts_on=first, ends_on=last, window_opens=last,
            window_ends=last + timedelta(days=20), opened_by=self.by, opened_at=noon(first),
        )  # fmt: skip

    def appraise(self, period: EvaluationPeriod, person: Person, predicate: str, *, unit: Unit, signed: bool = True):
        """Let somebody have been appraised in a unit."""
        at = noon(period.window_ends)
        done = {"state": "signed", "signed_by": self.by, "signed_at": at, "organisation": "good"} if signed else {}
        return Appraisal.objects.create(
            period=period, person=person, unit=unit, results="as_expected", behaviour="as_expected",
            predicate=predicate, **{"state": "draft"} | done,
        )  # fmt: skip

    def read(self, person: Person, months: tuple[int, int], predicate: str, year: int = 2026) -> PerformanceResult:
        """Let a result have been read in the national record."""
        cycle = PeriodCycle.MONTHLY if months[0] == months[1] else PeriodCycle.QUARTERLY
        return PerformanceResult.objects.create(
            person=person, year=year, cycle=cycle, first_month=months[0], last_month=months[1],
            results="as_expected", behaviour="as_expected", predicate=predicate, noted_by=self.by,
            noted_at=noon(date(year, months[1], 28)),
        )  # fmt: skip
