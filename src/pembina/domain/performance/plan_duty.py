"""Who plans, for which years, and on which form."""

from datetime import date

from pembina.core.rules.appraisal_rating import ExemptState, PlanningDuty, planning_duty
from pembina.core.rules.goal_progress import PlanStanding, plan_standing
from pembina.domain.people.enums import AssignmentKind, LegalPosition, PositionKind, UnitKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.models import PerformancePlan

EXEMPT = {
    LegalPosition.UNPAID_LEAVE: ExemptState.UNPAID_LEAVE,
    LegalPosition.UNPAID_LEAVE_EXTENDED: ExemptState.UNPAID_LEAVE,
    LegalPosition.SUSPENDED: ExemptState.SUSPENDED,
    LegalPosition.BEFORE_RETIREMENT: ExemptState.PRE_RETIREMENT,
}
OFFICES = (UnitKind.SECRETARIAT, UnitKind.INSPECTORATE, UnitKind.OFFICE, UnitKind.AGENCY)
# How titles of top officials of a region begin; nothing on record says the echelon.
TOP_TITLES = ("kepala ", "sekretaris daerah", "sekretaris dprd", "inspektur", "asisten ", "staf ahli ")
NEXT_YEAR_FROM = 12


def duty_of(person: Person, *, on: date) -> PlanningDuty:
    """Return whether the planning rules cover a person, with the article."""
    return planning_duty(state=EXEMPT.get(LegalPosition(person.legal_position)), on=on)


def post_of_day(person: Person, *, on: date) -> Assignment | None:
    """Return the main assignment in force, with its unit."""
    held = Assignment.objects.filter(in_force_on(on), person=person, kind=AssignmentKind.MAIN)
    return held.select_related("unit", "superior").first()


def years_planned(*, on: date) -> tuple[int, ...]:
    """Return the years for which plans are made on a day: this one, and from December on the next."""
    return (on.year, on.year + 1) if on.month >= NEXT_YEAR_FROM else (on.year,)


def form_for(held: Assignment) -> PlanForm:
    """Return the form that fits a position best; the person may choose another."""
    title = held.position.lower()
    heads = held.position_kind == PositionKind.STRUCTURAL and held.unit.kind in OFFICES
    is_top = heads and title.startswith(TOP_TITLES) and not title.startswith(("kepala bidang", "kepala sub"))
    return PlanForm.TOP_QUANTITATIVE if is_top else PlanForm.QUANTITATIVE


def span_of(held: Assignment, year: int) -> tuple[date, date]:
    """Return the days of a plan: of the year, from the day the position was taken up where that is later."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    ends = min(last, held.ends_on) if held.ends_on and held.ends_on >= first else last
    return min(max(first, held.starts_on), ends), ends


def has_january_limit(plan: PerformancePlan) -> bool:
    """Say whether a plan is the first of its year: one after a move, or a new version, has no such limit."""
    return plan.version == 1 and plan.starts_on <= _due(plan.year)


def standing_of(plan: PerformancePlan, *, agreed: date | None, on: date) -> PlanStanding | None:
    """Return how a plan stands to the end of January; None where that limit is not for it."""
    return plan_standing(year=plan.year, agreed=agreed, on=on) if has_january_limit(plan) else None


def _due(year: int) -> date:
    return plan_standing(year=year, agreed=None, on=date(year, 1, 1)).due_on
