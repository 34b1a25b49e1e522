"""The people of one page of the list, each with what is agreed, how it goes and what waits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.goal_progress import GoalState
from pembina.domain.people.models import Assignment
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.queries.board import BoardState, due_of, is_late
from pembina.domain.performance.queries.plans import indicators_of
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.web.components.formatting import MISSING, number

TONES = {
    BoardState.NONE: "",
    BoardState.DRAFT: "",
    BoardState.RETURNED: "danger",
    BoardState.PROPOSED: "warning",
    BoardState.AGREED: "success",
}
OPENED = (BoardState.AGREED, BoardState.PROPOSED, BoardState.RETURNED)
REACHED = (GoalState.ABOVE, GoalState.MET)


@dataclass(frozen=True, slots=True)
class Beside:
    """What other records say of the people of a page, by their numbers; who is not there has nothing on record."""

    hours: Mapping[int, Decimal | None]
    action_plans: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One person; addresses are empty where there is nothing to open or to decide."""

    name: str
    post: str
    state: str
    tone: str
    address: str
    late: str
    agree: str
    give_back: str
    read_first: str
    progress: str
    hours: str
    action_plans: str


def team_rows(
    posts: Sequence[Assignment],
    plans: Sequence[PerformancePlan],
    standings: Mapping[int, IndicatorStanding],
    beside: Beside,
    *,
    year: int,
    on: date,
) -> list[TeamRow]:
    """Return the rows; `plans` are the agreed ones of the people of the page."""
    indicators: dict[int, list[IndicatorStanding]] = {}
    for one in indicators_of(list(plans)):
        indicators.setdefault(one.goal.plan.pk, []).append(standings[one.pk])
    return [_row(post, indicators, beside, year, on) for post in posts]


def _row(
    post: Assignment, indicators: Mapping[int, list[IndicatorStanding]], beside: Beside, year: int, on: date
) -> TeamRow:
    state, plan, waiting = BoardState(post.standing), post.plan, post.waiting  # type: ignore[attr-defined]
    hours = beside.hours.get(post.person_id)
    return TeamRow(
        name=post.person.titled_name,
        post=f"{post.position}, {post.unit.name}",
        state=str(state.label),
        tone=TONES[state],
        address=reverse("goals:show", args=[plan]) if plan and state in OPENED else "",
        late=_late(post, state, year, on),
        agree=reverse("team:agree", args=[waiting]) if waiting else "",
        give_back=reverse("goals:give_back", args=[waiting]) if waiting else "",
        read_first=reverse("goals:show", args=[waiting]) if waiting else "",
        progress=progress_of(indicators.get(plan, [])) if plan else MISSING,
        hours=MISSING if hours is None else number(float(hours), 0 if hours == int(hours) else 1),
        action_plans=number(beside.action_plans.get(post.person_id, 0)),
    )


def _late(post: Assignment, state: BoardState, year: int, on: date) -> str:
    due = due_of(year, on=on)
    if state is BoardState.AGREED or post.starts_on > due or not is_late(year, on=on):
        return ""
    return _("terlambat %(days)s hari") % {"days": number((on - due).days)}


def progress_of(standings: Sequence[IndicatorStanding]) -> str:
    """Return how many of the measured indicators have reached their target, and of how many nothing is known."""
    states = Counter(one.state for one in standings if one.state is not None)
    if not states:
        return MISSING
    reached = sum(states[state] for state in REACHED)
    said = _("%(reached)s dari %(all)s tercapai") % {"reached": number(reached), "all": number(states.total())}
    unknown = states[GoalState.UNKNOWN]
    if not unknown:
        return said
    return _("%(said)s; %(count)s belum diketahui") % {"said": said, "count": number(unknown)}
