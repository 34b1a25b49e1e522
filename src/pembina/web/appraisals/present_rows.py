"""Appraisals as a list shows them; what of each follows from who looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.objection_deadlines import StepState
from pembina.domain.performance.appraisal_clocks import Clock, clocks_of, working_days
from pembina.domain.performance.appraisal_enums import AppraisalState, PredicateScale
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.models.appraisals import OPEN
from pembina.domain.performance.stages import Part, Viewer, parts_seen
from pembina.web.components.formatting import MISSING, day, in_language, number

TONES = {
    AppraisalState.EXEMPT: "",
    AppraisalState.NEW: "warning",
    AppraisalState.DRAFT: "info",
    AppraisalState.SIGNED: "info",
    AppraisalState.DELIVERED: "warning",
    AppraisalState.RECEIVED: "info",
    AppraisalState.RETURNED: "success",
}
PREDICATE_TONES = {
    PredicateScale.VERY_GOOD: "success",
    PredicateScale.GOOD: "success",
    PredicateScale.NEEDS_IMPROVEMENT: "warning",
    PredicateScale.POOR: "danger",
    PredicateScale.VERY_POOR: "danger",
}
STATE_TONES = {
    StepState.RUNNING: "info",
    StepState.LATE: "danger",
    StepState.DONE: "success",
    StepState.DONE_LATE: "warning",
}


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock in words."""

    label: str
    due: str
    state: str
    tone: str
    because: str
    article: str


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """One appraisal in a list; `clock` is the step that waits, with its last day."""

    address: str
    rate_address: str
    person: str
    unit: str
    rater: str
    period: str
    state: str
    tone: str
    predicate: str
    predicate_tone: str
    clock: str
    is_late: bool


def appraisal_rows(appraisals: Iterable[Appraisal], viewer: Viewer, *, on: date) -> list[AppraisalRow]:
    calendar = working_days()
    return [_row(each, viewer, clocks_of(each, None, calendar=calendar, on=on), on) for each in appraisals]


def clocks_shown(clocks: Iterable[Clock]) -> list[ClockShown]:
    """Return all clocks with their state and article."""
    return [
        ClockShown(
            label=in_language(clock.deadline.label),
            due=day(clock.deadline.due_on),
            state=in_language(clock.standing.state.label),
            tone=STATE_TONES[clock.standing.state],
            because=in_language(clock.standing.because),
            article=clock.deadline.article,
        )
        for clock in clocks
    ]


def _row(one: Appraisal, viewer: Viewer, clocks: list[Clock], on: date) -> AppraisalRow:
    seen = parts_seen(one.state, viewer)
    state = AppraisalState(one.state)
    waits, late = _waiting(one, clocks, on)
    person, rater = one.told("person"), one.told("rater")
    concluded = Part.PREDICATE in seen and one.predicate
    to_rate = viewer is Viewer.RATER and state in OPEN
    return AppraisalRow(
        address=reverse("appraisals:show", args=[one.pk]),
        rate_address=reverse("appraisals:rate", args=[one.pk]) if to_rate else "",
        person=person.get("name", MISSING),
        unit=person.get("unit", MISSING),
        rater=rater.get("name", MISSING),
        period=one.period.label,
        state=str(state.label),
        tone=TONES[state],
        predicate=str(one.get_predicate_display()) if concluded else "",
        predicate_tone=PREDICATE_TONES[PredicateScale(one.predicate)] if concluded else "",
        clock=waits,
        is_late=late,
    )


def _waiting(one: Appraisal, clocks: list[Clock], on: date) -> tuple[str, bool]:
    """Return the step that waits, and whether its day has passed."""
    if one.state == AppraisalState.EXEMPT:
        return "", False
    if one.state in OPEN and one.escalated_at is None:
        named = _("Dinilai paling lambat %(day)s") % {"day": day(one.period.window_ends)}
        return named, one.period.window_ends < on
    open_ones = [clock for clock in clocks if clock.standing.state in (StepState.RUNNING, StepState.LATE)]
    if not open_ones:
        return "", False
    first = min(open_ones, key=lambda clock: clock.deadline.due_on)
    named = f"{in_language(first.deadline.label)}, {day(first.deadline.due_on)}"
    late = first.standing.state is StepState.LATE
    days = _("%(days)s hari kerja") % {"days": number(first.standing.working_days)}
    return (f"{named} ({days})" if late else named), late
