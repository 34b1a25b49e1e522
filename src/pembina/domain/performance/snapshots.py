"""Who is rated in which position, by whom and under whom, on a day: for many people at once, in constant queries.

An order (Plt, Plh) puts whoever was ordered in the place of a superior, as everywhere (`people.decisions`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pembina.core.rules.appraisal_rating import ExemptState, PlanningDuty, departing_rater, planning_duty
from pembina.domain.people.decisions import deciders_of
from pembina.domain.people.enums import AssignmentKind, LegalPosition, PositionKind
from pembina.domain.people.models import Assignment
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.ranks import rank_name
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import EvaluationPeriod, PerformancePlan

# Whoever serves no longer is not in scope, whatever the register still says of a position.
GONE = (
    LegalPosition.INACTIVE, LegalPosition.DISMISSED, LegalPosition.DISCHARGED_77, LegalPosition.DISCHARGED_88,
    LegalPosition.BLOCKED, LegalPosition.REACHED_AGE, LegalPosition.RETIRED,
)  # fmt: skip
EXEMPT = {
    LegalPosition.SUSPENDED: ExemptState.SUSPENDED,
    LegalPosition.UNPAID_LEAVE: ExemptState.UNPAID_LEAVE,
    LegalPosition.UNPAID_LEAVE_EXTENDED: ExemptState.UNPAID_LEAVE,
    LegalPosition.BEFORE_RETIREMENT: ExemptState.PRE_RETIREMENT,
}
HEAD_OF_REGION = {"name": "Kepala Daerah", "nip": "", "rank": "", "position": "Kepala Daerah", "unit": ""}


@dataclass(frozen=True, slots=True)
class Taken:
    """The snapshot of one person, with the records it points to; `duty` says whether the person is exempt."""

    person: int
    nip: str
    unit: int
    led_unit: int
    rater: int | None
    superior: int | None
    by_head_of_region: bool
    plan: int | None
    duty: PlanningDuty
    told: Mapping[str, Any]

    @property
    def called(self) -> str:
        """Return the name of the person."""
        return str(self.told["person"]["name"])


def snapshot_day(period: EvaluationPeriod, *, on: date) -> date:
    """Return the day of which a snapshot is: the last of the period, or today while the period runs."""
    return min(period.ends_on, on)


def posts_in_scope(day: date) -> QuerySet[Assignment]:
    """Return the main assignments of everybody whose performance is evaluated on a day."""
    held = Assignment.objects.filter(in_force_on(day), kind=AssignmentKind.MAIN)
    return held.exclude(person__legal_position__in=GONE)


def snapshots(posts: Sequence[Assignment], period: EvaluationPeriod, *, day: date, on: date) -> list[Taken]:
    """Return the snapshot of each assignment (with person and unit): `day` for places, `on` for the rules."""
    raters = _leaders({post.person_id for post in posts}, {post.person_id: post.superior_id for post in posts}, day)
    held = _held(set(filter(None, raters.values())), day)
    superiors = _leaders(set(held), {person: post.superior_id for person, post in held.items()}, day)
    held |= _held(set(filter(None, superiors.values())) - set(held), day)
    plans = _plans(posts, period)
    return [_taken(post, raters.get(post.person_id), superiors, held, plans, on) for post in posts]


def _leaders(people: Collection[int], named: Mapping[int, int | None], day: date) -> dict[int, int | None]:
    """Return who decides for each: the superior on record where that one does, else the first of who stands in."""
    found = deciders_of(people, on=day)
    return {
        person: named[person] if named.get(person) in deciders else min(deciders, default=None)
        for person, deciders in found.items()
    }


def _held(people: Collection[int], day: date) -> dict[int, Assignment]:
    posts = Assignment.objects.filter(in_force_on(day), kind=AssignmentKind.MAIN, person__in=people)
    return {post.person_id: post for post in posts.select_related("person", "unit")}


def _plans(posts: Sequence[Assignment], period: EvaluationPeriod) -> dict[int, int]:
    """Return the plan in force of each assignment."""
    agreed = PerformancePlan.objects.filter(assignment__in=[post.pk for post in posts], year=period.year)
    return dict(agreed.filter(state=PlanState.AGREED).values_list("assignment", "pk"))


def _taken(
    post: Assignment,
    rater: int | None,
    superiors: Mapping[int, int | None],
    held: Mapping[int, Assignment],
    plans: Mapping[int, int],
    on: date,
) -> Taken:
    led = held.get(rater) if rater is not None else None
    superior = superiors.get(rater) if rater is not None else None
    above = held.get(superior) if superior is not None else None
    # The head of a region is in no register of staff: whoever leads a unit under nobody is rated by them.
    is_top = rater is None and post.position_kind == PositionKind.STRUCTURAL
    told_rater = described(led) if led else (HEAD_OF_REGION if is_top else None)
    duty = planning_duty(state=EXEMPT.get(LegalPosition(post.person.legal_position)), on=on)
    told: dict[str, Any] = {"person": described(post), "rater": told_rater, "superior": described(above)}
    if not duty.applies:
        told["exempt"] = {"article": duty.article, "id": duty.because.id, "en": duty.because.en}
    return Taken(
        person=post.person_id, nip=post.person.nip, unit=post.unit_id, led_unit=led.unit_id if led else post.unit_id,
        rater=led.person_id if led else None, superior=above.person_id if above else None,
        by_head_of_region=is_top, plan=plans.get(post.pk), duty=duty, told=told,
    )  # fmt: skip


def described(post: Assignment | None) -> dict[str, str] | None:
    """Return name, number, rank, position and unit as a paper shows them."""
    if post is None:
        return None
    person = post.person
    return {
        "name": person.titled_name,
        "nip": person.nip,
        "rank": rank_name(person.rank),
        "position": post.position,
        "position_kind": post.position_kind,
        "unit": post.unit.name,
    }


def old_rater_stays(rater: int, unit: int, period: EvaluationPeriod, *, on: date) -> bool:
    """Say whether a rater who moved on still evaluates: only one who moved within the days of evaluating does."""
    away = Q(person=rater, kind=AssignmentKind.MAIN, starts_on__gt=period.starts_on, starts_on__lte=on)
    moved = Assignment.objects.filter(away).exclude(unit=unit).order_by("-starts_on").first()
    if moved is None:
        return False
    first, last = period.window_opens, period.window_ends
    return departing_rater(moved=moved.starts_on, first=first, last=last, on=on).evaluates
