"""The steps after an appraisal, each with its own clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text, written

PACKAGE = "pembina.core.rules.objection_deadlines"
_REGULATION = "PermenPANRB 6/2022"


class Step(StrEnum):
    """What is to be done after an appraisal."""

    DELIVER = "deliver"
    RETURN = "return"
    REPORT = "report"
    SUPERIOR_SIGNS = "superior_signs"
    SUPERIOR_DELIVERS = "superior_delivers"
    RETURN_TO_SUPERIOR = "return_to_superior"
    SUPERIOR_REPORTS = "superior_reports"
    OBJECT = "object"
    DECIDE = "decide"
    REPORT_CHANGED = "report_changed"


class Actor(StrEnum):
    """Who has to do it: the person rated, the rater, or the superior of the rater."""

    EMPLOYEE = "employee"
    RATER = "rater"
    SUPERIOR = "superior"


class Since(StrEnum):
    """From what a clock is counted."""

    SIGNED = "signed"
    RECEIVED = "received"
    WINDOW_ENDED = "window_ended"
    OBJECTION_RECEIVED = "objection_received"

    @property
    def label(self) -> Text:
        """Return its words, as they stand before a date."""
        return _SINCE[self]


_SINCE = {
    Since.SIGNED: Text(id="dokumen ditandatangani", en="the document was signed"),
    Since.RECEIVED: Text(id="dokumen diterima", en="the document was received"),
    Since.WINDOW_ENDED: Text(id="jangka waktu evaluasi berakhir", en="the time for evaluating ended"),
    Since.OBJECTION_RECEIVED: Text(id="keberatan diterima", en="the objection was received"),
}


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step with its limit in working days, from what it is counted, and who acts."""

    step: Step
    label: Text
    actor: Actor
    since: Since
    working_days: int
    article: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class EvaluationWindow:
    """The days within which a year is evaluated."""

    opens: date
    ends: date
    article: str
    certainty: Certainty
    because: Text


def steps(*, on: date) -> tuple[StepRule, ...]:
    """Return every step in force on a day, in the order of the regulation; raises ``NotInForceError``."""
    version = parameters_in_force(PACKAGE, on=on)
    certainty = Certainty(version["certainty"])
    return tuple(_rule(row, certainty) for row in version["steps"])


def step_rule(step: Step, *, on: date) -> StepRule:
    """Return one step."""
    return next(rule for rule in steps(on=on) if rule.step is step)


def annual_window(*, year: int, on: date) -> EvaluationWindow:
    """Return when the performance of a year is evaluated; raises ``NotInForceError``.

    The days for a month or a quarter are set by each agency and are no rule of the regulation.
    """
    version = parameters_in_force(PACKAGE, on=on)
    told = version["annual_window"]
    opens = date(year, told["opens"]["month"], told["opens"]["day"])
    ends = date(year + 1, told["ends"]["month"], told["ends"]["day"])
    because = Text(
        id=f"Evaluasi tahunan {year} dilakukan pada akhir Desember dan paling lama {written(ends).id}.",
        en=f"The year {year} is evaluated at the end of December and by {written(ends).en} at the latest.",
    )
    return EvaluationWindow(opens, ends, _article(told), Certainty(version["certainty"]), because)


def _rule(row: dict[str, Any], certainty: Certainty) -> StepRule:
    return StepRule(
        step=Step(row["key"]),
        label=Text(id=row["id"], en=row["en"]),
        actor=Actor(row["actor"]),
        since=Since(row["since"]),
        working_days=row["working_days"],
        article=_article(row),
        certainty=certainty,
    )


def _article(row: dict[str, Any]) -> str:
    return f"{_REGULATION}, {row['article']}"
