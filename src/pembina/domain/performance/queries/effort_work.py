"""What was agreed of the difficulty of results: in the plan, or between the two afterwards; every agreement stays.

A degree that stands in a plan is agreed with the plan. A result of a new version is the result of the first one, so its
agreements go on; only a result that a later version brings begins with that version.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from pembina.domain.access.audit import local_date
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState
from pembina.domain.performance.enums import Difficulty
from pembina.domain.performance.models import DifficultyAgreement, Goal, PerformancePlan
from pembina.domain.performance.models.plans import IN_FORCE

OF_PLAN = {
    Difficulty.USUAL: DegreeOfDifficulty.USUAL,
    Difficulty.DEMANDING: DegreeOfDifficulty.DEMANDING,
    Difficulty.NEW_GROUND: DegreeOfDifficulty.NEW_GROUND,
}


@dataclass(frozen=True, slots=True)
class AgreedDegree:
    """One agreement with both names; `wording` is that of the result then, `reason` may be empty."""

    degree: DegreeOfDifficulty
    proposed_by: str
    proposed_on: date
    agreed_by: str
    agreed_at: datetime
    wording: str
    reason: str
    is_of_plan: bool

    @property
    def agreed_on(self) -> date:
        """Return the day on which both had said the same."""
        return local_date(self.agreed_at)


@dataclass(frozen=True, slots=True)
class WorkTold:
    """What is on record of one result: its first day, its agreements in their order, and what else was proposed."""

    starts: date
    agreed: tuple[AgreedDegree, ...]
    proposals: tuple[DifficultyAgreement, ...]

    @property
    def latest(self) -> AgreedDegree | None:
        """Return the agreement that holds."""
        return self.agreed[-1] if self.agreed else None

    @property
    def waiting(self) -> DifficultyAgreement | None:
        """Return the proposal that waits for an answer."""
        return next((one for one in self.proposals if one.state == DifficultyState.PROPOSED), None)


def works_told(goals: Iterable[Goal]) -> dict[int, WorkTold]:
    """Return what is on record of results, by number; two queries, however many."""
    first = {goal.pk: goal.continues_id or goal.pk for goal in goals}
    versions, proposals = _versions(set(first.values())), _proposals(set(first.values()))
    return {pk: _told(versions.get(root, []), proposals.get(root, [])) for pk, root in first.items()}


def degree_agreed(goal: Goal) -> str:
    """Return the degree that holds for one result; empty where nothing was agreed."""
    latest = works_told([goal])[goal.pk].latest
    return latest.degree.value if latest else ""


def first_day_of(plan: PerformancePlan) -> date:
    """Return the first day of what a plan brings: of its own, or of being agreed where it is a later version."""
    if plan.version > 1 and plan.agreed_at is not None:
        return max(plan.starts_on, local_date(plan.agreed_at))
    return plan.starts_on


def _versions(roots: set[int]) -> dict[int, list[Goal]]:
    found = Goal.objects.filter(Q(pk__in=roots) | Q(continues__in=roots), plan__state__in=IN_FORCE)
    by_root: dict[int, list[Goal]] = defaultdict(list)
    for goal in found.select_related("plan__person", "plan__agreed_by").order_by("plan__version"):
        by_root[goal.continues_id or goal.pk].append(goal)
    return by_root


def _proposals(roots: set[int]) -> dict[int, list[DifficultyAgreement]]:
    rows = DifficultyAgreement.objects.filter(goal__in=roots).select_related("proposed_by", "ended_by")
    by_root: dict[int, list[DifficultyAgreement]] = defaultdict(list)
    for row in rows.order_by("proposed_at", "pk"):
        by_root[row.goal_id].append(row)
    return by_root


def _told(versions: list[Goal], proposals: list[DifficultyAgreement]) -> WorkTold:
    agreed = [*_of_plans(versions), *_between_the_two(proposals)]
    starts = first_day_of(versions[0].plan) if versions else date.max
    return WorkTold(starts, tuple(sorted(agreed, key=lambda one: one.agreed_at)), tuple(proposals))


def _of_plans(versions: list[Goal]) -> Iterable[AgreedDegree]:
    """Yield the degrees that plans said, each once: a version that says the same again agrees to nothing new."""
    before = None
    for goal in versions:
        plan = goal.plan
        if goal.difficulty is None or goal.difficulty == before or plan.agreed_at is None or plan.agreed_by is None:
            continue
        before = goal.difficulty
        yield AgreedDegree(
            OF_PLAN[Difficulty(goal.difficulty)], plan.person.titled_name,
            local_date(plan.proposed_at or plan.agreed_at), plan.agreed_by.display_name, plan.agreed_at,
            goal.words, "", is_of_plan=True,
        )  # fmt: skip


def _between_the_two(proposals: list[DifficultyAgreement]) -> Iterable[AgreedDegree]:
    for one in proposals:
        if one.state == DifficultyState.AGREED and one.ended_by is not None and one.ended_at is not None:
            yield AgreedDegree(
                DegreeOfDifficulty(one.degree), one.proposed_by.display_name, local_date(one.proposed_at),
                one.ended_by.display_name, one.ended_at, one.wording, one.reason, is_of_plan=False,
            )  # fmt: skip
