"""Learning hours of a person in a year: their sum, and how it stands to the bounds. It warns and never blocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.learning_hours import refusals
from pembina.core.rules.learning_hours.amounts import NONE, Amount, comma, counted, counted_or_none, plain
from pembina.core.rules.learning_hours.certainty import Certainty
from pembina.core.rules.learning_hours.forms import PACKAGE, LearningForm
from pembina.core.rules.learning_hours.formula import LearningHours, Source
from pembina.core.text import Text

Status = Literal["pns", "pppk"]


class State(StrEnum):
    """How the hours of a year stand to its bounds."""

    UNKNOWN = "unknown"
    BEHIND = "behind"
    MET = "met"
    WITHIN = "within"
    OVER = "over"

    @property
    def label(self) -> Text:
        """Return its words for a list."""
        return _STATES[self]


_STATES = {
    State.UNKNOWN: Text(id="Belum ada catatan", en="Nothing on record"),
    State.BEHIND: Text(id="Kurang", en="Behind"),
    State.MET: Text(id="Terpenuhi", en="Met"),
    State.WITHIN: Text(id="Dalam batas", en="Within bounds"),
    State.OVER: Text(id="Melebihi batas", en="Over the maximum"),
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The fewest and the most hours of a year; None where there is none."""

    minimum: Decimal | None
    maximum: Decimal | None
    certainty: Certainty
    article: str

    def __post_init__(self) -> None:
        for amount in (self.minimum, self.maximum):
            if amount is not None:
                counted(amount)


@dataclass(frozen=True, slots=True)
class OwnBounds:
    """What a government has set for one status instead, from `first` to `last`, both included; None: it still applies.

    Raises
    ------
    UnusableHoursError : it ends before it begins
    """

    status: Status
    first: date
    last: date | None
    bounds: Bounds

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise refusals.backwards(self.status.upper(), self.first, self.last)

    def applies(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class YearSum:
    """Hours of a year; `left_out` is what lay above the most that single forms may give in one year."""

    hours: Decimal
    left_out: Decimal


@dataclass(frozen=True, slots=True)
class YearlyStanding:
    """How a person's hours stand to the bounds of a year.

    Attributes
    ----------
    minimum, maximum : in force; None where there is none
    hours : None where they are not known, which is not zero
    short_by, over_by : zero where not; None where the hours are not known
    has_ended : whether the year is over, so that `behind` can no longer be made up for
    certainty, article, because : where the bound comes from, and the answer in a sentence
    """

    status: Status
    year: int
    minimum: Decimal | None
    maximum: Decimal | None
    hours: Decimal | None
    short_by: Decimal | None
    over_by: Decimal | None
    state: State
    has_ended: bool
    certainty: Certainty
    article: str
    because: Text


def year_sum(entries: Iterable[tuple[LearningForm, LearningHours]]) -> YearSum:
    """Add up the hours of one person's activities in one year.

    A form's `max_per_year` bounds what it gives without certificate; hours that a certificate states always count.
    Where that bound changed within the year, the one of the last entry of the form holds.
    """
    free, bounded = NONE, dict[int, tuple[LearningForm, Decimal]]()
    for form, counted_hours in entries:
        if counted_hours.source is Source.CERTIFICATE or form.equivalent is None:
            free += counted_hours.hours
        else:
            before = bounded.get(form.siasn_id, (form, NONE))[1]
            bounded[form.siasn_id] = (form, before + counted_hours.hours)
    kept = sum((_at_most(hours, form) for form, hours in bounded.values()), NONE)
    given = sum((hours for _, hours in bounded.values()), NONE)
    return YearSum(free + kept, given - kept)


def yearly_standing(
    *, status: Status, year: int, hours: Amount | None, on: date, own: Iterable[OwnBounds] = ()
) -> YearlyStanding:
    """Compare the hours of a year with the bounds in force at its end, or on the day `on` while it runs.

    Raises
    ------
    NotInForceError : the year lies before the first version
    UnusableHoursError : negative hours or a float, or two own bounds on that day
    """
    day = min(on, date(year, 12, 31))
    bounds = _bounds(status, day, tuple(own))
    known = None if hours is None else counted_or_none(hours)
    short = None if known is None else max((bounds.minimum or NONE) - known, NONE)
    over = None if known is None else NONE if bounds.maximum is None else max(known - bounds.maximum, NONE)
    has_ended = on > date(year, 12, 31)
    state = _state(bounds, short, over)
    because = _because(_Said(status.upper(), year, known, bounds, has_ended), state, short, over)
    return YearlyStanding(
        status, year, bounds.minimum, bounds.maximum, known, short, over, state, has_ended,
        bounds.certainty, bounds.article, because,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    status: str
    year: int
    hours: Decimal | None
    bounds: Bounds
    has_ended: bool


def _at_most(hours: Decimal, form: LearningForm) -> Decimal:
    most = form.equivalent.max_per_year if form.equivalent else None
    return hours if most is None else min(hours, most)


def _bounds(status: Status, on: date, own: tuple[OwnBounds, ...]) -> Bounds:
    version = parameters_in_force(PACKAGE, on=on)
    chosen = [entry for entry in own if entry.status == status and entry.applies(on)]
    if len(chosen) > 1:
        raise refusals.ambiguous(status.upper(), on)
    if chosen:
        return chosen[0].bounds
    told = version["bounds"].get(status)
    if told is None:
        return Bounds(None, None, Certainty.CONVENTION, version["article"])
    least, most = (Decimal(told[name]) if name in told else None for name in ("minimum", "maximum"))
    return Bounds(least, most, Certainty(told["certainty"]), told["article"])


def _state(bounds: Bounds, short: Decimal | None, over: Decimal | None) -> State:
    if short is None or over is None:
        return State.UNKNOWN
    if over:
        return State.OVER
    if short:
        return State.BEHIND
    return State.WITHIN if bounds.minimum is None else State.MET


def _because(said: _Said, state: State, short: Decimal | None, over: Decimal | None) -> Text:
    if said.hours is None:
        return Text(
            id=f"JP tahun {said.year} belum diketahui; itu tidak dihitung sebagai nol.",
            en=f"The hours of {said.year} are not known; that is not counted as none.",
        )
    had = Text(id=f"{comma(said.hours)} JP pada {said.year}", en=f"{plain(said.hours)} JP in {said.year}")
    match state:
        case State.OVER if over is not None and said.bounds.maximum is not None:
            return _over(had, said.status, said.bounds.maximum, over)
        case State.BEHIND if short is not None and said.bounds.minimum is not None:
            return _behind(had, said, said.bounds.minimum, short)
        case State.MET if said.bounds.minimum is not None:
            least = said.bounds.minimum
            return Text(
                id=f"{had.id}: batas paling sedikit {comma(least)} JP setahun bagi {said.status} terpenuhi.",
                en=f"{had.en}: the minimum of {plain(least)} JP a year for {said.status} is met.",
            )
    return _within(had, said)


def _over(had: Text, status: str, most: Decimal, over: Decimal) -> Text:
    return Text(
        id=f"{had.id}: {comma(over)} JP di atas batas paling banyak {comma(most)} JP setahun bagi {status}. Ini "
        "peringatan, bukan larangan.",
        en=f"{had.en}: {plain(over)} JP above the maximum of {plain(most)} JP a year for {status}. This is a warning, "
        "not a ban.",
    )


def _behind(had: Text, said: _Said, least: Decimal, short: Decimal) -> Text:
    when = Text(id="kurang" if said.has_ended else "masih kurang", en="short" if said.has_ended else "still short")
    return Text(
        id=f"{had.id}: {when.id} {comma(short)} JP dari {comma(least)} JP setahun bagi {said.status}.",
        en=f"{had.en}: {when.en} by {plain(short)} JP of the {plain(least)} JP a year for {said.status}.",
    )


def _within(had: Text, said: _Said) -> Text:
    most = said.bounds.maximum
    if most is None:
        return Text(
            id=f"{had.id}: tidak ada batas bagi {said.status} pada tahun itu.",
            en=f"{had.en}: there was no bound for {said.status} in that year.",
        )
    return Text(
        id=f"{had.id}: tidak melebihi batas paling banyak {comma(most)} JP setahun bagi {said.status}.",
        en=f"{had.en}: not above the maximum of {plain(most)} JP a year for {said.status}.",
    )
