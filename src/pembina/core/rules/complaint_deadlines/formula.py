"""The clock of a complaint.

The day of receipt is not counted, and what comes while the office is closed comes at its next opening (as for service
times, `service_time.promises`). Suggestions and praise have no deadline: no source names one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.service_time import PromisedTime, TimeUnit, WorkingCalendar, due_at
from pembina.core.text import Text, written

_PACKAGE = "pembina.core.rules.complaint_deadlines"


class Severity(StrEnum):
    """How grave a complaint is, which decides how long its answer may take."""

    MINOR = "minor"
    NORMATIVE = "normative"
    SERVICE = "service"
    OVERSIGHT = "oversight"


class Certainty(StrEnum):
    """How sure a parameter is."""

    PUBLISHED = "published"
    CONVENTION = "convention"

    @property
    def sentence(self) -> Text:
        """Return it in words, for whoever opens how a date was computed."""
        return _CERTAINTIES[self]


_CERTAINTIES = {
    Certainty.PUBLISHED: Text(
        id="Batas ini dibaca dalam standar pelayanan yang diterbitkan, bukan dalam naskah peraturan. Unit yang "
        "menetapkan batas lain mengikuti penetapannya.",
        en="This limit was read in a published service standard, not in the text of a regulation. An office that has "
        "set another follows its own.",
    ),
    Certainty.CONVENTION: Text(
        id="Batas ini ketentuan program, bukan peraturan.", en="This limit is a rule of the program, not a regulation."
    ),
}


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """One severity with its limit in working days."""

    severity: Severity
    working_days: int
    certainty: Certainty
    label: Text


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of calendar days, and how sure its length is."""

    days: int
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an answer is due, and why.

    Attributes
    ----------
    due_on : the last day, on the calendar of the office
    arrived_on : the working day on which it counts as received
    working_days : the limit
    severity : what the limit was taken for; `is_provisional` while nobody has judged it
    article : legal basis, for print
    because : one sentence for whoever complained
    """

    due_on: date
    arrived_on: date
    working_days: int
    severity: Severity
    is_provisional: bool
    certainty: Certainty
    article: str
    because: Text


def severities(*, on: date) -> tuple[SeverityRule, ...]:
    """Return the severities in force on a day, the shortest limit first; raises ``NotInForceError``."""
    return tuple(_rule(told) for told in parameters_in_force(_PACKAGE, on=on)["severities"])


def complaint_deadline(
    *, severity: Severity | None, received: datetime, calendar: WorkingCalendar, on: date
) -> Deadline:
    """Return when a complaint is due under the rules of the day `on`; without a severity it is not judged yet.

    Raises
    ------
    NotInForceError : before the first version
    UnusableTimesError : a naive time, or a calendar that never gives so many working days
    """
    version = parameters_in_force(_PACKAGE, on=on)
    judged = severity or Severity(version["before_triage"]["severity"])
    rule = next(_rule(told) for told in version["severities"] if told["key"] == judged)
    due = due_at(received=received, promised=PromisedTime(rule.working_days, TimeUnit.WORKING_DAYS), calendar=calendar)
    return Deadline(
        due_on=due.at.date(),
        arrived_on=due.arrived.date(),
        working_days=rule.working_days,
        severity=rule.severity,
        is_provisional=severity is None,
        certainty=rule.certainty,
        article=version["article"],
        because=_because(rule, due.arrived.date(), due.at.date(), is_provisional=severity is None),
    )


def reopening_window(*, on: date) -> Window:
    """Return for how many days after an answer it may be contradicted."""
    return _window("reopening", on)


def contact_retention(*, on: date) -> Window:
    """Return after how many days from the end of a complaint the contact is deleted."""
    return _window("contact", on)


def _window(name: str, on: date) -> Window:
    told = parameters_in_force(_PACKAGE, on=on)[name]
    return Window(told["days"], Certainty(told["certainty"]))


def _rule(told: dict[str, Any]) -> SeverityRule:
    label = Text(id=told["id"], en=told["en"])
    return SeverityRule(Severity(told["key"]), told["working_days"], Certainty(told["certainty"]), label)


def _because(rule: SeverityRule, arrived: date, due: date, *, is_provisional: bool) -> Text:
    kind = Text(
        id="belum dipilah, sementara dihitung sebagai" if is_provisional else "termasuk golongan",
        en="not judged yet, counted for now as" if is_provisional else "judged as",
    )
    return Text(
        id=f"Diterima pada hari kerja {written(arrived).id} dan {kind.id} {rule.label.id.lower()}: "
        f"{rule.working_days} hari kerja sesudahnya berakhir {written(due).id}; hari diterima tidak dihitung.",
        en=f"Received on working day {written(arrived).en} and {kind.en} {rule.label.en.lower()}: "
        f"{rule.working_days} working days later is {written(due).en}; the day of receipt is not counted.",
    )
