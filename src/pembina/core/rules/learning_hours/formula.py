"""How many learning hours (JP) one activity gives a person.

What its certificate states comes first; then the length, one hour for every 45 minutes; then the table of equivalents.
A fraction of an hour is kept to two decimals and rounded down: a ledger that rounded up would let a person meet the
minimum of a year with time that nobody taught. So the minutes of all sessions of one activity are added before they
are counted, not after.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.learning_hours import refusals
from pembina.core.rules.learning_hours.amounts import Amount, comma, counted, plain, rounded_down
from pembina.core.rules.learning_hours.certainty import Certainty
from pembina.core.rules.learning_hours.forms import PACKAGE, Equivalent, LearningForm
from pembina.core.text import Text


class Source(StrEnum):
    """What hours were counted from."""

    CERTIFICATE = "certificate"
    DURATION = "duration"
    EQUIVALENT = "equivalent"


@dataclass(frozen=True, slots=True)
class LearningHours:
    """The hours of one activity, and why.

    Attributes
    ----------
    hours : JP, two decimals
    source : what they were counted from
    is_capped : whether the activity would have given more than the most that one may
    article, certainty : where the conversion comes from
    because : one sentence for the person
    """

    hours: Decimal
    source: Source
    is_capped: bool
    article: str
    certainty: Certainty
    because: Text


def learning_hours(
    *,
    form: LearningForm,
    minutes: int | None = None,
    units: Amount | None = None,
    certificate_hours: Amount | None = None,
    on: date,
) -> LearningHours:
    """Return the hours of one activity under the rules of the day `on`; what is not known is None.

    Parameters
    ----------
    minutes : whole minutes of all sessions of the activity in which the person took part
    units : how many units of the form's equivalent, e.g. 3 meetings
    certificate_hours : JP that the certificate states

    Raises
    ------
    NotInForceError : before the first version
    UnusableHoursError : nothing is known, only units are known of a form without equivalent, or an amount is not
        above zero or is a float
    """
    version = parameters_in_force(PACKAGE, on=on)
    if certificate_hours is not None:
        return _by_certificate(form, counted(certificate_hours), version["certificate"])
    if minutes is not None:
        return _by_length(form, counted(minutes), version["hour"])
    if units is not None:
        return _by_table(form, counted(units))
    raise refusals.nothing_to_count(form.label)


def _by_certificate(form: LearningForm, stated: Decimal, told: dict[str, Any]) -> LearningHours:
    hours = rounded_down(stated)
    because = Text(
        id=f"{form.label.id}: sertifikatnya menyebut {comma(hours)} JP, dan itu didahulukan.",
        en=f"{form.label.en}: the certificate states {plain(hours)} JP, which comes first.",
    )
    return LearningHours(hours, Source.CERTIFICATE, False, told["article"], Certainty(told["certainty"]), because)


def _by_length(form: LearningForm, minutes: Decimal, told: dict[str, Any]) -> LearningHours:
    hours, is_capped = _capped(rounded_down(minutes, Decimal(told["minutes"])), form.equivalent)
    because = Text(
        id=f"{form.label.id}: {comma(minutes)} menit dibagi {told['minutes']} menit per JP, dibulatkan ke bawah"
        f"{_bound(is_capped=is_capped).id}: {comma(hours)} JP.",
        en=f"{form.label.en}: {plain(minutes)} minutes at {told['minutes']} minutes a JP, rounded down"
        f"{_bound(is_capped=is_capped).en}: {plain(hours)} JP.",
    )
    return LearningHours(hours, Source.DURATION, is_capped, told["article"], Certainty(told["certainty"]), because)


def _by_table(form: LearningForm, units: Decimal) -> LearningHours:
    table = form.equivalent
    if table is None:
        raise refusals.no_equivalent(form.label)
    hours, is_capped = _capped(rounded_down(units * table.jp_per_unit), table)
    because = Text(
        id=f"{form.label.id}: {comma(units)} {table.unit.label.id}, {comma(table.jp_per_unit)} JP per "
        f"{table.unit.label.id}{_bound(is_capped=is_capped).id}: {comma(hours)} JP.",
        en=f"{form.label.en}: {plain(units)} × {plain(table.jp_per_unit)} JP per "
        f"{table.unit.label.en}{_bound(is_capped=is_capped).en}: {plain(hours)} JP.",
    )
    return LearningHours(hours, Source.EQUIVALENT, is_capped, table.article, table.certainty, because)


def _capped(hours: Decimal, table: Equivalent | None) -> tuple[Decimal, bool]:
    most = table.max_per_activity if table else None
    return (rounded_down(most), True) if most is not None and hours > most else (hours, False)


def _bound(*, is_capped: bool) -> Text:
    if not is_capped:
        return Text(id="", en="")
    return Text(id=", sampai batas satu kegiatan", en=", up to the most for one activity")
