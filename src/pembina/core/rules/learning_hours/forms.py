"""The forms of development: SIASN's catalogue, what one counts for, and what a government has set instead."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.learning_hours import refusals
from pembina.core.rules.learning_hours.amounts import counted
from pembina.core.rules.learning_hours.certainty import Certainty
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.learning_hours"
CertificateCode = Literal["T", "F", "P"]


class Unit(StrEnum):
    """What an equivalent is counted by."""

    ACTIVITY = "activity"
    MEETING = "meeting"
    DAY = "day"
    MONTH = "month"

    @property
    def label(self) -> Text:
        """Return its word."""
        return _UNITS[self]


_UNITS = {
    Unit.ACTIVITY: Text(id="kegiatan", en="activity"),
    Unit.MEETING: Text(id="pertemuan", en="meeting"),
    Unit.DAY: Text(id="hari", en="day"),
    Unit.MONTH: Text(id="bulan", en="month"),
}


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What one unit of a form counts for.

    Attributes
    ----------
    jp_per_unit : hours above zero
    unit : what is counted
    max_per_activity : most hours that one activity gives without certificate; None without bound
    max_per_year : most hours that the form gives a person in one year without certificate; None without bound
    certainty, article : where it comes from

    Raises
    ------
    UnusableHoursError : an amount that is not above zero, or a float
    """

    jp_per_unit: Decimal
    unit: Unit
    max_per_activity: Decimal | None
    max_per_year: Decimal | None
    certainty: Certainty
    article: str

    def __post_init__(self) -> None:
        for amount in (self.jp_per_unit, self.max_per_activity, self.max_per_year):
            if amount is not None:
                counted(amount)


@dataclass(frozen=True, slots=True)
class LearningForm:
    """One form of development.

    Attributes
    ----------
    siasn_id : its id in the national service (jenisDiklat), 1 to 25
    is_classical : in a class (klasikal) or not
    certificate : the code of its certificate there
    equivalent : None where none is known; hours then come from the certificate or the length only
    """

    siasn_id: int
    label: Text
    is_classical: bool
    certificate: CertificateCode
    equivalent: Equivalent | None


@dataclass(frozen=True, slots=True)
class OwnForm:
    """What a government has set for one form instead, from a day to a day, both included.

    Attributes
    ----------
    last : None while it applies
    equivalent : None where the government lets this form count by certificate or length only
    is_classical : None where the catalogue's answer stays

    Raises
    ------
    UnusableHoursError : it ends before it begins
    """

    siasn_id: int
    first: date
    last: date | None
    equivalent: Equivalent | None
    is_classical: bool | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise refusals.backwards(f"id {self.siasn_id}", self.first, self.last)

    def applies(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.first <= on and (self.last is None or on <= self.last)


def forms(*, on: date, own: Iterable[OwnForm] = ()) -> tuple[LearningForm, ...]:
    """Return the catalogue as it stands on a day, in the order of SIASN; what the government has set itself wins.

    Raises
    ------
    NotInForceError : before the first version
    UnusableHoursError : an own form that the catalogue does not know, or two for one form on this day
    """
    version = parameters_in_force(PACKAGE, on=on)
    found = {row["siasn"]: _form(row, version["equivalents"]) for row in version["forms"]}
    for siasn_id, entry in _in_force(own, on).items():
        if siasn_id not in found:
            raise refusals.unknown_form(siasn_id)
        found[siasn_id] = _with_own(found[siasn_id], entry)
    return tuple(found[siasn_id] for siasn_id in sorted(found))


def form(siasn_id: int, *, on: date, own: Iterable[OwnForm] = ()) -> LearningForm:
    """Return one form by its id in SIASN; raises as `forms`, and ``UnusableHoursError`` for an unknown id."""
    for known in forms(on=on, own=own):
        if known.siasn_id == siasn_id:
            return known
    raise refusals.unknown_form(siasn_id)


def _in_force(own: Iterable[OwnForm], on: date) -> dict[int, OwnForm]:
    chosen: dict[int, OwnForm] = {}
    for entry in own:
        if not entry.applies(on):
            continue
        if entry.siasn_id in chosen:
            raise refusals.ambiguous(f"id {entry.siasn_id}", on)
        chosen[entry.siasn_id] = entry
    return chosen


def _with_own(known: LearningForm, entry: OwnForm) -> LearningForm:
    classical = known.is_classical if entry.is_classical is None else entry.is_classical
    return replace(known, equivalent=entry.equivalent, is_classical=classical)


def _form(row: dict[str, Any], source: dict[str, str]) -> LearningForm:
    label = Text(id=row["id"], en=row["en"])
    return LearningForm(row["siasn"], label, row["classical"], row["certificate"], _equivalent(row, source))


def _equivalent(row: dict[str, Any], source: dict[str, str]) -> Equivalent | None:
    if "jp" not in row:
        return None
    activity, year = (Decimal(row[name]) if name in row else None for name in ("max_per_activity", "max_per_year"))
    certainty = Certainty(source["certainty"])
    return Equivalent(Decimal(row["jp"]), Unit(row["unit"]), activity, year, certainty, source["article"])
