"""The steps behind the timeliness, each with when it was due, when it was done, and where that is on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.performance.effort_enums import StepKind
from pembina.domain.performance.effort_parts import TimedWork
from pembina.domain.performance.queries.effort_steps import StepTold
from pembina.web.components.formatting import MISSING, day, in_language

# Where the record of a step is shown; the second only to the person, since it concerns others too.
FOR_ALL = {
    StepKind.PLAN: "goals:show",
    StepKind.REALISATION: "goals:show",
    StepKind.RETURNING: "appraisals:show",
}
FOR_THE_PERSON = FOR_ALL | {
    StepKind.GUIDANCE: "guidance:show",
    StepKind.AGREEING: "goals:show",
    StepKind.RATING: "appraisals:show",
    StepKind.DELIVERING: "appraisals:show",
    StepKind.EXPLAINING: "objections:show",
    StepKind.DECIDING: "objections:show",
}
LATE, RUNNING, UNKNOWN, IN_TIME = range(4)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step; addresses are empty where there is nothing to open or to say."""

    kind: str
    subject: str
    due: str
    done: str
    state: str
    tone: str
    basis: str
    source: str
    remark: str
    remarks: tuple[tuple[str, str], ...]


def step_rows(steps: Sequence[StepTold], *, mine: bool, at: datetime) -> list[StepRow]:
    """Return the steps, the late ones first, then what runs."""
    ordered = sorted(steps, key=lambda one: standing(one.step, at))
    return [_row(one, mine=mine, at=at) for one in ordered]


def standing(step: TimedWork, at: datetime) -> int:
    if step.due is None or (step.done is None and not step.is_open):
        return UNKNOWN
    if step.is_late(at):
        return LATE
    return IN_TIME if step.done else RUNNING


def _row(told: StepTold, *, mine: bool, at: datetime) -> StepRow:
    step, stands = told.step, standing(told.step, at)
    words = {
        LATE: (_("Terlambat"), "danger"),
        RUNNING: (_("Berjalan"), ""),
        UNKNOWN: (_("Tanpa catatan waktu"), "warning"),
        IN_TIME: (_("Tepat waktu"), "success"),
    }
    # What somebody asked for feedback about is between the two.
    is_private = step.kind is StepKind.ANSWERING and not mine
    return StepRow(
        kind=str(step.kind.label),
        subject="" if is_private else step.subject,
        due=_day(step.due),
        done=_day(step.done) if step.done else _("belum") if step.is_open else MISSING,
        state=words[stands][0],
        tone=words[stands][1],
        basis=in_language(step.basis),
        source=_source(step, mine=mine),
        remark=reverse("effort:remark", args=[step.key]) if mine and stands == LATE else "",
        remarks=tuple((day(timezone.localdate(one.noted_at)), one.words) for one in told.remarks),
    )


def _source(step: TimedWork, *, mine: bool) -> str:
    if step.kind is StepKind.ANSWERING:
        return reverse("feedback:requests") if mine else ""
    name = (FOR_THE_PERSON if mine else FOR_ALL).get(step.kind)
    return reverse(name, args=[step.record]) if name else ""


def _day(moment: datetime | None) -> str:
    return day(timezone.localdate(moment)) if moment else MISSING
