"""The list: one row per evaluation, with its state, its outcome and the day of the decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.impact.enums import DesignFigure, EvaluationState
from pembina.web.components.formatting import MISSING, day, number

TONES = {
    EvaluationState.DESIGNED: "info",
    EvaluationState.LOCKED: "warning",
    EvaluationState.DECIDED: "success",
    EvaluationState.DROPPED: "danger",
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One evaluation on the list."""

    address: str
    title: str
    lead: str
    state: str
    tone: str
    figure: str
    version: str
    locked: str
    decides: str
    is_late: bool
    runs: str


def list_rows(evaluations: Iterable[Any], *, on: date) -> list[ListRow]:
    """Return the rows of evaluations that carry their figures (`with_figures`)."""
    return [_row(one, on) for one in evaluations]


def _row(one: Any, on: date) -> ListRow:
    state = EvaluationState(one.state)
    return ListRow(
        address=reverse("evaluations:show", args=[one.pk]),
        title=one.title,
        lead=_lead(one),
        state=str(state.label),
        tone=TONES[state],
        figure=figure_of(one),
        version=_("versi %s") % number(one.version),
        locked=_("terkunci %s") % day(timezone.localdate(one.locked_at)) if one.locked_at else _("belum terkunci"),
        decides=day(one.decides_on),
        is_late=state == EvaluationState.LOCKED and one.decides_on < on,
        runs=number(one.runs_done or 0),
    )


def _lead(one: Any) -> str:
    """Return the programme, or both; and in which joint evaluation it stands."""
    lead = f"{one.programme_code} · {one.programme_title}"
    return (
        lead
        if one.joint is None
        else _("%(lead)s · digabung dalam %(title)s") % {"lead": lead, "title": one.joint.title}
    )


def figure_of(one: Any) -> str:
    """Return what decides, in a few words."""
    if not one.figure:
        return MISSING
    label = str(DesignFigure(one.figure).label)
    return f"{label}: U{one.element}" if one.element else label
