"""The right to object: open from receipt of the document on, late after its limit but kept, none where final."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pembina.core.rules.appraisal_rating import Certainty, Finality
from pembina.core.rules.objection_deadlines import refusals
from pembina.core.rules.objection_deadlines.formula import StepDeadline, step_deadline, step_standing
from pembina.core.rules.objection_deadlines.steps import Step, step_rule
from pembina.core.rules.service_time import WorkingCalendar
from pembina.core.text import Text, written


class RightState(StrEnum):
    """How the right to object stands."""

    FINAL = "final"
    NOT_YET = "not_yet"
    OPEN = "open"
    OPEN_LATE = "open_late"
    USED = "used"
    USED_LATE = "used_late"

    @property
    def may_file(self) -> bool:
        """Say whether an objection is taken now; one that is late is taken and marked."""
        return self in (RightState.OPEN, RightState.OPEN_LATE)

    @property
    def is_late(self) -> bool:
        """Say whether an objection is or would be marked late."""
        return self in (RightState.OPEN_LATE, RightState.USED_LATE)


@dataclass(frozen=True, slots=True)
class ObjectionRight:
    """The right of a person to object to a result.

    Attributes
    ----------
    deadline : None where the result is final or the document has not been received
    article, certainty : what gives the right, or what makes the result final
    because : one sentence for the person rated
    """

    state: RightState
    deadline: StepDeadline | None
    article: str
    certainty: Certainty
    because: Text


def objection_right(
    *, finality: Finality, received: date | None, filed: date | None, calendar: WorkingCalendar, on: date
) -> ObjectionRight:
    """Return how the right to object stands on a day, under the rules of that day.

    Parameters
    ----------
    finality : from `appraisal_rating.finality_of_result`
    received : when the person received the document; None while they have not
    filed : when an objection was filed; None while none was

    Raises
    ------
    NotInForceError : before the first version
    UnusableClockError : an objection against a final result, without receipt, or filed before receipt
    UnusableTimesError : a calendar that never gives so many working days
    """
    if finality.is_final:
        if filed is not None:
            raise refusals.final(filed)
        return ObjectionRight(RightState.FINAL, None, finality.article, finality.certainty, finality.because)
    if received is None:
        return _not_yet(filed, on)
    deadline = step_deadline(step=Step.OBJECT, since=received, calendar=calendar, on=on)
    is_late = step_standing(deadline=deadline, done=filed, calendar=calendar, on=on).state.is_late
    state = _STATES[filed is not None, is_late]
    return ObjectionRight(state, deadline, deadline.article, deadline.certainty, _because(state, deadline))


_STATES = {
    (False, False): RightState.OPEN,
    (False, True): RightState.OPEN_LATE,
    (True, False): RightState.USED,
    (True, True): RightState.USED_LATE,
}


def _not_yet(filed: date | None, on: date) -> ObjectionRight:
    if filed is not None:
        raise refusals.no_receipt(filed)
    rule = step_rule(Step.OBJECT, on=on)
    because = Text(
        id=f"Jangka waktu keberatan, {rule.working_days} hari kerja, mulai setelah Anda menerima dokumen evaluasi.",
        en=f"The time to object, {rule.working_days} working days, begins once you have received the document.",
    )
    return ObjectionRight(RightState.NOT_YET, None, rule.article, rule.certainty, because)


def _because(state: RightState, deadline: StepDeadline) -> Text:
    due = written(deadline.due_on)
    match state:
        case RightState.OPEN:
            return Text(
                id=f"Anda dapat mengajukan keberatan beserta alasannya sampai {due.id}.",
                en=f"You may object, with reasons, until {due.en}.",
            )
        case RightState.OPEN_LATE:
            return Text(
                id=f"Batas keberatan {due.id} sudah lewat. Keberatan tetap diterima dan ditandai terlambat; atasan "
                "penilai yang memutuskan.",
                en=f"The limit {due.en} has passed. An objection is still taken and marked late; the superior of the "
                "rater decides.",
            )
        case RightState.USED_LATE:
            return Text(
                id=f"Keberatan Anda diterima dan ditandai terlambat dari batasnya {due.id}.",
                en=f"Your objection was taken and marked late; the limit was {due.en}.",
            )
    return Text(
        id=f"Keberatan Anda diterima sebelum batasnya {due.id} lewat.", en=f"Your objection was taken, due by {due.en}."
    )
