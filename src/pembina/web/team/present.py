"""The people of one page of the list, each with what is agreed, how it goes and what waits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from pembina.core.rules.goal_progress import GoalState
from pembina.domain.development.queries.learning_hours import standing_in
from pembina.domain.people.models import Assignment
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.queries.board import BoardState, due_of, is_late
from pembina.domain.performance.queries.cadence import EXPECTED_WITHIN
from pembina.domain.performance.queries.plans import indicators_of
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.web.components.formatting import MISSING, day, number
from pembina.web.team.beside import Beside

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
    spoken: str
    is_unspoken: bool
    speak: str
    appraisal: str
    rate: str
    is_rated_late: bool
    learns: str
    needs: str


def team_rows(
    posts: Sequence[Assignment],
    plans: Sequence[PerformancePlan],
    standings: Mapping[int, IndicatorStanding],
    beside: Beside,
    *,
    year: int,
    at: datetime,
) -> list[TeamRow]:
    """Return the rows; `plans` are the agreed ones of the people of the page."""
    indicators: dict[int, list[IndicatorStanding]] = {}
    for one in indicators_of(list(plans)):
        indicators.setdefault(one.goal.plan.pk, []).append(standings[one.pk])
    return [_row(post, indicators, beside, year, at) for post in posts]


def _row(
    post: Assignment, indicators: Mapping[int, list[IndicatorStanding]], beside: Beside, year: int, at: datetime
) -> TeamRow:
    state, plan, waiting = BoardState(post.standing), post.plan, post.waiting  # type: ignore[attr-defined]
    spoken, on = beside.spoken.get(post.person_id), localdate(at)
    known = indicators.get(plan, []) if plan else []
    appraisal = beside.appraisals.get(post.person_id)
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
        progress=progress_of(known) if known else "",
        spoken=day(localdate(spoken)) if spoken else _("Belum pernah"),
        is_unspoken=spoken is None or spoken < at - EXPECTED_WITHIN,
        speak=reverse("feedback:write", args=[post.person_id]),
        appraisal=appraisal.period.label if appraisal else "",
        rate=reverse("appraisals:show", args=[appraisal.pk]) if appraisal else "",
        is_rated_late=appraisal is not None and appraisal.period.window_ends < on,
        learns=_learns(post.person_id, beside),
        needs=_needs(post, known, beside, on),
    )


def _learns(person: int, beside: Beside) -> str:
    """Return the hours of the year, and what goes on: courses, and plans after them."""
    hours = beside.hours.get(person)
    told = _("JP belum tercatat") if hours is None else f"{number(float(hours), 0 if hours == int(hours) else 1)} JP"
    going = [
        (beside.courses.get(person, 0), _("%(count)s angkatan")),
        (beside.action_plans.get(person, 0), _("%(count)s rencana aksi")),
    ]
    return " · ".join([told, *(words % {"count": number(count)} for count, words in going if count)])


def _needs(post: Assignment, standings: Sequence[IndicatorStanding], beside: Beside, on: date) -> str:
    """Return what the records say somebody may need: a talk about a target, or hours of learning still owed."""
    below = sum(one.state is GoalState.BELOW for one in standings)
    unknown = sum(one.state is GoalState.UNKNOWN for one in standings)
    hours = standing_in(post.person.status, on.year, beside.hours.get(post.person_id), on=on)
    told = [
        (below, _("%(count)s indikator di bawah target")),
        (unknown, _("%(count)s indikator tanpa realisasi")),
        (hours.short_by if hours else None, _("%(count)s JP lagi tahun ini")),
    ]
    return "; ".join(words % {"count": number(float(count))} for count, words in told if count)


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
