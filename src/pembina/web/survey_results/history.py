"""Plans as the pages of officers show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models import FollowUp
from pembina.domain.services.queries.survey_results import is_late
from pembina.web.components.formatting import day
from pembina.web.survey_results.wording import STATE_TONES, codes, state_word


@dataclass(frozen=True, slots=True)
class Step:
    """One state that a plan was brought into."""

    on: str
    state: str
    tone: str
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class PlanLink:
    """One plan in the list beside a result."""

    address: str
    element: str
    activity: str
    due: str
    responsible: str
    state: str
    tone: str


def plan_links(plans: Iterable[FollowUp], *, order: str, on: date) -> list[PlanLink]:
    """Return the plans with the pages on which they are brought on."""
    return [
        PlanLink(
            address=reverse("survey_results:follow_up", args=[plan.pk]),
            element=codes(order)[plan.element],
            activity=plan.activity,
            due=day(plan.due_on),
            responsible=plan.responsible,
            state=standing(plan, on=on),
            tone="danger" if is_late(plan, on=on) else STATE_TONES[FollowUpState(plan.state)],
        )
        for plan in plans
    ]


def facts(found: FollowUp, *, name: str, on: date) -> list[tuple[str, str]]:
    """What was planned; `name` is that of the element."""
    return [
        (_("Unsur"), name),
        (_("Tenggat"), day(found.due_on)),
        (_("Penanggung jawab"), found.responsible),
        (_("Keadaan"), standing(found, on=on)),
    ]


def standing(found: FollowUp, *, on: date) -> str:
    """The state in words, with whether it is late."""
    word = state_word(found.state)
    return _("%(state)s, terlambat") % {"state": word} if is_late(found, on=on) else word


def steps(found: FollowUp) -> list[Step]:
    """The course of a plan, the latest step first."""
    rows = found.steps.select_related("by").order_by("-at", "-pk")
    return [
        Step(
            on=day(timezone.localtime(row.at).date()),
            state=state_word(row.state),
            tone=STATE_TONES[FollowUpState(row.state)],
            note=row.note,
            by=row.by.display_name if row.by else "",
        )
        for row in rows
    ]
