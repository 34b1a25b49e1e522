"""Process and effort in the demonstration: guards named when plans were agreed, and what Sari and Budi agree on."""

from datetime import date, datetime, timedelta

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import PositionKind
from pembina.domain.people.models import Person
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState, EffortSide
from pembina.domain.performance.enums import IndicatorSource, PlanState, ReadFigure
from pembina.domain.performance.models import DifficultyAgreement, Goal, Indicator, NamedGuard, StepRemark
from pembina.domain.performance.queries.effort import efforts_of, span_of_year

# How far satisfaction may fall while work gets faster, in points.
TOLERATED = 1
WAITED = timedelta(days=2)
# After the thirty days within which it would have counted as agreed at the start.
LATER = timedelta(days=75)
REASON = "Berkas daring belum pernah dikerjakan di bidang ini."
REMARK = "Aplikasi mati dua hari; dicatat segera setelah pulih."


def load_demo_effort(*, on: date, at: datetime) -> int:
    """Write guards, a proposal that waits, an agreement that came late, and a remark; 0 where any is on record."""
    if NamedGuard.objects.exists():
        return 0
    with one_event():
        guards = _guards(on, at)
        if guards:
            _proposals(on, at)
            _remark(on, at)
            record("load_demo_effort", on=guards[0], by=None, at=at)
    return len(guards)


def _guards(on: date, at: datetime) -> list[NamedGuard]:
    """Let whoever agreed to a plan name the guard of its waiting time, on the same day.

    Satisfaction guards the work of those who lead, and the share on time that of their staff.
    """
    faster = Indicator.objects.filter(
        source=IndicatorSource.SERVICE, goal__plan__state=PlanState.AGREED, goal__plan__year=on.year
    )
    return NamedGuard.objects.bulk_create(
        NamedGuard(
            indicator=one, service=one.service, tolerated=TOLERATED,
            figure=ReadFigure.SATISFACTION if _leads(one) else ReadFigure.SHARE_ON_TIME,
            named_by=one.goal.plan.agreed_by, named_at=one.goal.plan.agreed_at or at,
        )
        for one in faster.select_related("service", "goal__plan__agreed_by", "goal__plan__assignment")
    )  # fmt: skip


def _leads(one: Indicator) -> bool:
    return one.goal.plan.assignment.position_kind == PositionKind.STRUCTURAL


def _proposals(on: date, at: datetime) -> None:
    """Let Sari propose a degree that waits for Budi, and a colleague have agreed on one long after January."""
    budi = User.objects.filter(username=PERSONAS["budi"].nip).first()
    led = Goal.objects.filter(plan__state=PlanState.AGREED, plan__year=on.year, plan__rater__nip=PERSONAS["budi"].nip)
    goals = list(led.select_related("plan__person", "plan__agreed_by").order_by("plan__person__name", "-position"))
    accounts = {user.username: user for user in User.objects.filter(username__in={g.plan.person.nip for g in goals})}
    own = [goal for goal in goals if goal.plan.person.nip == PERSONAS["sari"].nip]
    others = [goal for goal in goals if goal.plan.person.nip in accounts and goal not in own]
    for goal in own[:1]:
        _propose(goal, DegreeOfDifficulty.NEW_GROUND, accounts.get(goal.plan.person.nip), at - WAITED)
    for goal in others[:1]:
        begun = goal.plan.agreed_at
        if budi is not None and begun is not None and begun + LATER < at:
            made = _propose(goal, DegreeOfDifficulty.NEW_GROUND, accounts[goal.plan.person.nip], begun + LATER)
            if made is not None:
                made.state, made.ended_by, made.ended_at = DifficultyState.AGREED, budi, begun + LATER
                made.save()


def _propose(goal: Goal, degree: DegreeOfDifficulty, by: User | None, at: datetime) -> DifficultyAgreement | None:
    if by is None:
        return None
    return DifficultyAgreement.objects.create(
        goal=goal, wording=goal.words, degree=degree, reason=REASON, side=EffortSide.PERSON, proposed_by=by,
        proposed_at=at,
    )  # fmt: skip


def _remark(on: date, at: datetime) -> None:
    """Let the first persona who was late with a step say what happened."""
    accounts = {user.username: user for user in User.objects.filter(username__in=[p.nip for p in PERSONAS.values()])}
    people = Person.objects.filter(nip__in=accounts).order_by("name", "pk")
    for effort in efforts_of(people, span=span_of_year(on.year), at=at).values():
        step = next((one.step for one in effort.steps if one.step.is_late(at)), None)
        if step is not None:
            StepRemark.objects.create(
                person=effort.person, step=step.key, words=REMARK, noted_by=accounts[effort.person.nip],
                noted_at=at - WAITED,
            )  # fmt: skip
            return
