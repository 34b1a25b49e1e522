"""When a performance plan (SKP) is agreed, with whom after that, and when a draft performance agreement may be used."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.formula import PACKAGE
from pembina.core.text import Text, written


class PlanState(StrEnum):
    """How the plan of a year stands."""

    RUNNING = "running"
    LATE = "late"
    AGREED = "agreed"
    AGREED_LATE = "agreed_late"


class Partner(StrEnum):
    """With whom expectations are agreed."""

    RATER = "rater"
    SUPERIOR = "superior"


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """How the first plan of a year stands, by when it is due, and with whom to talk while it is not agreed.

    `partner` is None once it is agreed.
    """

    state: PlanState
    due_on: date
    partner: Partner | None
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class DraftUse:
    """Whether a draft performance agreement (PK) may be used for the plan of whoever heads a unit and has one."""

    may_be_used: bool
    after: date
    article: str
    certainty: Certainty
    because: Text


def plan_standing(*, year: int, agreed: date | None, on: date) -> PlanStanding:
    """Return how the plan at the start of a year stands on a day.

    A plan after a move within the year has no such limit.

    Raises
    ------
    NotInForceError : the year ended before the first version
    """
    told = _version(year, on)["planning"]
    due, certainty = _day(year, told["agreed_by"]), Certainty(told["certainty"])
    state = _state(due, agreed, on)
    if state is PlanState.LATE:
        return PlanStanding(state, due, Partner.SUPERIOR, told["superior"], certainty, _because(state, due, agreed))
    partner = Partner.RATER if agreed is None else None
    return PlanStanding(state, due, partner, told["article"], certainty, _because(state, due, agreed))


def draft_use(*, year: int, agreement_set: date | None, on: date) -> DraftUse:
    """Return whether a draft performance agreement may be used on a day.

    Parameters
    ----------
    agreement_set : when the agreement itself was set; None while it is not

    Raises
    ------
    NotInForceError : the year ended before the first version
    """
    told = _version(year, on)["planning"]
    after, certainty = _day(year, told["draft_after"]), Certainty(told["draft_after"]["certainty"])
    if agreement_set is not None and agreement_set <= on:
        because = Text(
            id=f"Perjanjian Kinerja {year} sudah ditetapkan {written(agreement_set).id}: pakai itu.",
            en=f"The performance agreement of {year} was set on {written(agreement_set).en}: use it.",
        )
        return DraftUse(False, after, told["draft"], certainty, because)
    words = ("sudah", "has") if on > after else ("belum", "has not yet")
    because = Text(
        id=f"Perjanjian Kinerja {year} belum ditetapkan; rancangannya dapat dipakai bila belum ditetapkan sampai "
        f"minggu kedua Januari ({written(after).id}), dan batas itu {words[0]} lewat.",
        en=f"The performance agreement of {year} is not set; its draft may be used where it is not set by the second "
        f"week of January ({written(after).en}), which {words[1]} passed.",
    )
    return DraftUse(on > after, after, told["draft"], certainty, because)


def _version(year: int, on: date) -> dict[str, Any]:
    """Return the parameters in force at the end of the year, or on the day while it runs."""
    return parameters_in_force(PACKAGE, on=min(on, date(year, 12, 31)))


def _day(year: int, told: dict[str, Any]) -> date:
    return date(year, told["month"], told["day"])


def _state(due: date, agreed: date | None, on: date) -> PlanState:
    if agreed is None:
        return PlanState.LATE if on > due else PlanState.RUNNING
    return PlanState.AGREED_LATE if agreed > due else PlanState.AGREED


def _because(state: PlanState, due: date, agreed: date | None) -> Text:
    if state is PlanState.RUNNING:
        return Text(
            id=f"SKP ditetapkan paling lambat {written(due).id}, setelah dialog dengan pejabat penilai.",
            en=f"The plan is set by {written(due).en}, after a dialogue with the rater.",
        )
    if agreed is None:
        return Text(
            id=f"SKP belum ditetapkan sampai {written(due).id}: lakukan dialog dengan atasan pejabat penilai.",
            en=f"The plan was not set by {written(due).en}: hold the dialogue with the superior of the rater.",
        )
    late = (
        Text(id=", terlambat dari", en=", after") if state is PlanState.AGREED_LATE else Text(id=", batas", en=", due")
    )
    return Text(
        id=f"SKP ditetapkan {written(agreed).id}{late.id} {written(due).id}.",
        en=f"The plan was set on {written(agreed).en}{late.en} {written(due).en}.",
    )
