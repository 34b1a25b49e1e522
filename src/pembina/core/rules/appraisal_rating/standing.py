"""Whom the planning rules do not cover, and whose result is final, so that nobody may object to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import PACKAGE, label_of
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text


class ExemptState(StrEnum):
    """What frees a person from planning of performance (SKP)."""

    STATE_OFFICIAL = "state_official"
    SUSPENDED = "suspended"
    UNPAID_LEAVE = "unpaid_leave"
    PRE_RETIREMENT = "pre_retirement"


class Position(StrEnum):
    """The positions (jabatan) that the rule on final results tells apart."""

    TOP_CHIEF = "top_chief"
    TOP_SENIOR = "top_senior"
    TOP_JUNIOR = "top_junior"
    INDEPENDENT_UNIT = "independent_unit"
    OTHER = "other"


class Government(StrEnum):
    """Central agency (instansi pusat) or region (instansi daerah)."""

    CENTRAL = "central"
    REGIONAL = "regional"


class Evaluator(StrEnum):
    """Who evaluated."""

    COORDINATING_MINISTER = "coordinating_minister"
    AGENCY_HEAD = "agency_head"
    REGIONAL_HEAD = "regional_head"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlanningDuty:
    """Whether a person plans performance (SKP), and why."""

    applies: bool
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class Finality:
    """Whether a result is final; `article` says which rule makes it so, or which one gives the right to object."""

    is_final: bool
    article: str
    certainty: Certainty
    because: Text


def planning_duty(*, state: ExemptState | None, on: date) -> PlanningDuty:
    """Return whether the planning rules cover a person; `state` is None for whoever serves as usual."""
    told = parameters_in_force(PACKAGE, on=on)["exempt"]
    certainty = Certainty(told["certainty"])
    if state is None:
        because = Text(
            id="Ketentuan perencanaan kinerja berlaku: Anda menyusun SKP.",
            en="The planning rules apply: you have a performance plan (SKP).",
        )
        return PlanningDuty(True, told["article"], certainty, because)
    row = next(row for row in told["states"] if row["key"] == state)
    because = Text(
        id=f"Ketentuan perencanaan kinerja tidak berlaku bagi pegawai yang {row['id']}.",
        en=f"The planning rules do not cover somebody who is {row['en']}.",
    )
    return PlanningDuty(False, f"{told['article']}, huruf {row['letter']}", certainty, because)


def finality_of_result(
    *, position: Position, government: Government, evaluator: Evaluator, rater_was_silent: bool, on: date
) -> Finality:
    """Return whether a result is final.

    Parameters
    ----------
    position : of the person rated
    evaluator : who evaluated
    rater_was_silent : the rater let the time for evaluating pass and the superior evaluated instead; not where the
        rater was absent for good, for then the superior is the rater
    """
    told = parameters_in_force(PACKAGE, on=on)["final"]
    certainty = Certainty(told["certainty"])
    if rater_was_silent:
        silent = told["rater_silent"]
        return Finality(True, silent["article"], certainty, _final(label_of(silent)))
    row = _row(told["positions"], position, government, evaluator)
    if row is not None:
        return Finality(True, told["article"].format(letter=row["letter"]), certainty, _final(label_of(row)))
    because = Text(
        id="Hasil ini tidak bersifat final: Anda dapat mengajukan keberatan.",
        en="This result is not final: you may object to it.",
    )
    return Finality(False, told["otherwise"], certainty, because)


def _row(
    rows: list[dict[str, Any]], position: Position, government: Government, evaluator: Evaluator
) -> dict[str, Any] | None:
    for row in rows:
        if (row["position"], row["evaluator"]) == (position, evaluator) and row["government"] in ("any", government):
            return row
    return None


def _final(why: Text) -> Text:
    return Text(
        id=f"Hasil ini bersifat final, sehingga tidak ada keberatan: {why.id}.",
        en=f"This result is final, so there is no objection to it: {why.en}.",
    )
