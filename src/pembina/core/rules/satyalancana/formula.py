"""Who comes into question for the medal of unbroken service: a list to check, never a decision.

Loyalty, integrity and the other conditions are for people to judge. What is not known stays unknown: a missing record
of discipline is not a clean one.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text, written

_PACKAGE = "pembina.core.rules.satyalancana"
Status = Literal["pns", "pppk"]


class Medal(StrEnum):
    """The three medals, by years of service."""

    TEN = "ten"
    TWENTY = "twenty"
    THIRTY = "thirty"


class Discipline(StrEnum):
    """The heaviest punishment of a career (hukuman disiplin), or that there was none."""

    NONE = "none"
    LIGHT = "light"
    MODERATE = "moderate"
    SEVERE = "severe"


class MedalState(StrEnum):
    """How a person stands to a medal."""

    HELD = "held"
    NOT_COVERED = "not_covered"
    BARRED = "barred"
    UNKNOWN = "unknown"
    NOT_YET = "not_yet"
    ELIGIBLE = "eligible"


@dataclass(frozen=True, slots=True)
class MedalStanding:
    """How a person stands to one medal.

    Attributes
    ----------
    years_reached_on : the first day with so many full years since the person began (CPNS)
    siasn_code : its id in the table `penghargaan`
    article, certainty : legal basis, for print
    because : one sentence for the person
    """

    medal: Medal
    label: Text
    years: int
    siasn_code: int
    state: MedalState
    years_reached_on: date
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class _Facts:
    status: Status
    discipline: Discipline | None
    had_unpaid_leave: bool | None
    held: Set[Medal]
    barred_by: tuple[Discipline, ...]
    on: date


def medal_standings(
    *,
    status: Status,
    began: date,
    discipline: Discipline | None,
    had_unpaid_leave: bool | None,
    held: Set[Medal],
    on: date,
) -> tuple[MedalStanding, ...]:
    """Return how a person stands to each medal on a day, the fewest years first.

    Parameters
    ----------
    began : when the person began as CPNS, from which the years count
    discipline : the heaviest punishment; None where the record is not known
    had_unpaid_leave : whether there ever was unpaid leave (CLTN); None where it is not known
    held : medals the person has

    Raises
    ------
    NotInForceError : before the first version
    """
    version = parameters_in_force(_PACKAGE, on=on)
    barred_by = tuple(Discipline(level) for level in version["barred_by"])
    facts = _Facts(status, discipline, had_unpaid_leave, held, barred_by, on)
    return tuple(_standing(row, began, facts, version) for row in version["medals"])


def _standing(row: dict[str, Any], began: date, facts: _Facts, version: dict[str, Any]) -> MedalStanding:
    medal, reached = Medal(row["key"]), _anniversary(began, row["years"])
    state = _state(medal, reached, facts)
    return MedalStanding(
        medal=medal,
        label=Text(id=row["id"], en=row["en"]),
        years=row["years"],
        siasn_code=row["siasn"],
        state=state,
        years_reached_on=reached,
        article=version["article"],
        certainty=Certainty(version["certainty"]),
        because=_because(state, row["years"], reached),
    )


def _state(medal: Medal, reached: date, facts: _Facts) -> MedalState:
    if medal in facts.held:
        return MedalState.HELD
    if facts.status != "pns":
        return MedalState.NOT_COVERED
    if facts.discipline in facts.barred_by or facts.had_unpaid_leave:
        return MedalState.BARRED
    if facts.on < reached:
        return MedalState.NOT_YET
    is_unknown = facts.discipline is None or facts.had_unpaid_leave is None
    return MedalState.UNKNOWN if is_unknown else MedalState.ELIGIBLE


def _anniversary(began: date, years: int) -> date:
    """Return the first day with so many full years; who began on 29 February reaches them on 1 March."""
    try:
        return began.replace(year=began.year + years)
    except ValueError:
        return date(began.year + years, 3, 1)


def _because(state: MedalState, years: int, reached: date) -> Text:
    day = written(reached)
    match state:
        case MedalState.HELD:
            return Text(id="Sudah dimiliki.", en="Already held.")
        case MedalState.NOT_COVERED:
            return Text(
                id="Sumber yang terbaca hanya menyebut PNS.", en="The sources that were read speak of PNS only."
            )
        case MedalState.BARRED:
            return Text(
                id="Ada hukuman disiplin sedang atau berat, atau cuti di luar tanggungan negara. Periksa PP 35/2010 "
                "sebelum diputuskan.",
                en="There was a moderate or severe punishment, or unpaid leave. Check PP 35/2010 before deciding.",
            )
        case MedalState.UNKNOWN:
            return Text(
                id=f"Genap {years} tahun pada {day.id}; riwayat disiplin atau cuti di luar tanggungan negara belum "
                "diketahui.",
                en=f"{years} years were reached on {day.en}; the record of discipline or unpaid leave is not known.",
            )
        case MedalState.NOT_YET:
            return Text(id=f"Genap {years} tahun pada {day.id}.", en=f"{years} years will be reached on {day.en}.")
        case MedalState.ELIGIBLE:
            return Text(
                id=f"Genap {years} tahun pada {day.id}, tanpa hukuman disiplin sedang atau berat dan tanpa cuti di "
                "luar tanggungan negara: dapat diusulkan.",
                en=f"{years} years were reached on {day.en} without moderate or severe punishment or unpaid leave: "
                "may be proposed.",
            )
