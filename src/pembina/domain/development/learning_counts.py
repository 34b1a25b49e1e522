"""How many hours something learned elsewhere gives by the table of its last day, and what of them a year takes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from pembina.core.rules.learning_hours import (
    Equivalent,
    LearningForm,
    LearningHours,
    NotInForceError,
    Source,
    UnusableHoursError,
    form,
    learning_hours,
)
from pembina.domain.development.enums import CountedFrom, RecordState
from pembina.domain.development.hours_refusals import (
    HoursOutsideError,
    HoursUnusableError,
    HowManyWaysError,
    UnitsUnusableError,
    YearFullError,
)
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.queries.own_forms import own_forms
from pembina.domain.people.models import Person

MOST = Decimal("9999.99")
LONGEST_BASIS = 500


@dataclass(frozen=True, slots=True)
class Learning:
    """One thing learned outside the batches here.

    Exactly one of three says how much: `hours` of a certificate, `minutes` of its length, or `units` of the equivalent
    of its form, such as 3 meetings.
    """

    form: int
    title: str
    first_day: date
    last_day: date
    hours: Decimal | None = None
    minutes: int | None = None
    units: Decimal | None = None
    organiser: str = ""
    number: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Hours above zero, what they were counted from, and why in words."""

    hours: Decimal
    counted_from: CountedFrom
    basis: str


def counted_hours(learning: Learning, *, of: Person) -> Counted:
    """Return what something learned adds to the ledger of a person, whose row the caller holds.

    What a form gives in a year without certificate is bounded where the table says so; reports that wait take their
    part of the bound already.

    Raises
    ------
    HowManyWaysError : not exactly one of hours, minutes and units
    HoursUnusableError, UnitsUnusableError : the rule cannot count it, or the sum is beyond what a ledger holds
    YearFullError : the form has given its most in that year
    """
    known, found = _by_rule(learning)
    hours, bound = found.hours, ""
    if found.source is not Source.CERTIFICATE and known.equivalent is not None:
        hours, bound = _within_year(found.hours, known.equivalent, learning, of)
    sure = "" if found.source is Source.CERTIFICATE else found.certainty.sentence.id
    basis = " ".join(filter(None, (found.because.id, bound, f"{found.article}.", sure)))
    return Counted(hours, CountedFrom(found.source.value), basis[:LONGEST_BASIS])


def _by_rule(learning: Learning) -> tuple[LearningForm, LearningHours]:
    if sum(one is not None for one in (learning.hours, learning.minutes, learning.units)) != 1:
        raise HowManyWaysError
    try:
        known = form(learning.form, on=learning.last_day, own=own_forms())
        found = learning_hours(
            form=known, certificate_hours=learning.hours, minutes=learning.minutes, units=learning.units,
            on=learning.last_day,
        )  # fmt: skip
    except (NotInForceError, UnusableHoursError) as refused:
        kind = HoursUnusableError if learning.units is None else UnitsUnusableError
        raise kind(refused.message, refused.remedy) from refused
    if not 0 < found.hours <= MOST:
        raise HoursOutsideError(found.hours)
    return known, found


def _within_year(hours: Decimal, table: Equivalent, learning: Learning, of: Person) -> tuple[Decimal, str]:
    """Return the hours that the year still takes, and the sentence where these are fewer."""
    most, year = table.max_per_year, learning.last_day.year
    if most is None:
        return hours, ""
    before = _given(learning.form, year, of)
    if before >= most:
        raise YearFullError(year, before, most)
    if hours <= most - before:
        return hours, ""
    left = most - before
    return left, (
        f"Tanpa sertifikat paling banyak {_comma(most)} JP setahun; {_comma(before)} JP tahun {year} sudah tercatat, "
        f"jadi dihitung {_comma(left)} JP."
    )


def _given(number: int, year: int, of: Person) -> Decimal:
    """Return the hours of a form in a year that no certificate states, those that wait included."""
    rows = LearningRecord.objects.filter(person=of, form=number, year=year).exclude(state=RecordState.REFUSED)
    total: Decimal | None = rows.exclude(counted_from=CountedFrom.CERTIFICATE).aggregate(total=Sum("hours"))["total"]
    return total or Decimal(0)


def _comma(hours: Decimal) -> str:
    return f"{hours:.2f}".rstrip("0").rstrip(".").replace(".", ",")
