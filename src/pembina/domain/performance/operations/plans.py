"""A plan is begun, copied, proposed, recalled, developed further and dropped; drafting never waits for the leader."""

from datetime import datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment, Person
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.models.plans import IN_FORCE, WAITING
from pembina.domain.performance.operations.content_copies import _copy_content, _empty
from pembina.domain.performance.operations.plan_access import (
    EDITABLE,
    editable,
    locked,
    moved,
    require_owner,
    require_position,
)
from pembina.domain.performance.plan_deciding import raters_of
from pembina.domain.performance.plan_duty import duty_of, form_for, post_of_day, span_of, years_planned
from pembina.domain.performance.plan_refusals import (
    GoalUnseenError,
    NoPositionError,
    NoRaterError,
    NothingExpectedError,
    NothingToCopyError,
    NotYourExpectationsError,
    PlanInTheMakingError,
    PlanningExemptError,
    PlanYearError,
)


def draft_expectations(
    *, person: Person, year: int, by: User, at: datetime, form: PlanForm | None = None
) -> PerformancePlan:
    """Begin the own plan of a year in the main position of the day.

    Raises ``NotYourExpectationsError``, ``PlanningExemptError``, ``NoPositionError``, ``PlanYearError``,
    ``PlanInTheMakingError``.
    """
    with one_event():
        plan = _begun(person, year, form, by, at)
        record("draft_expectations", on=plan, by=by, at=at, changes={"state": ("", plan.state)}, created=True)
    return plan


def copy_expectations(
    *, person: Person, year: int, by: User, at: datetime, form: PlanForm | None = None
) -> PerformancePlan:
    """Begin it with the content of the last plan that was agreed; raises ``NothingToCopyError`` too."""
    with one_event():
        source = last_agreed(person)
        if source is None:
            raise NothingToCopyError
        plan = _begun(person, year, form or PlanForm(source.form), by, at)
        _copy_content(source, plan, as_version=False)
        changes = {"state": ("", plan.state), "copied_from": ("", str(source))}
        record("copy_expectations", on=plan, by=by, at=at, changes=changes, created=True)
    return plan


def revise_expectations(*, plan: PerformancePlan, by: User, at: datetime) -> PerformancePlan:
    """Begin a new version of an agreed plan; the agreed one holds until the new one is agreed.

    Raises ``PlanStepError``, ``NotYourExpectationsError``, ``PositionEndedError``, ``PlanInTheMakingError``.
    """
    with one_event():
        kept = locked(plan, PlanState.AGREED)
        require_owner(kept, actor=by)
        require_position(kept.assignment, on=local_date(at))
        _require_free(kept.assignment, kept.year, WAITING)
        new = _next_version(kept, by, at)
        _copy_content(kept, new, as_version=True)
        changes = {"version": (str(kept.version), str(new.version))}
        record("revise_expectations", on=new, by=by, at=at, changes=changes, created=True)
    return new


def propose_expectations(*, plan: PerformancePlan, by: User, at: datetime) -> None:
    """Lay it before the rater; raises ``NothingExpectedError``, ``GoalUnseenError``, ``NoRaterError``."""
    on = local_date(at)
    with one_event():
        kept = editable(plan, actor=by)
        require_position(kept.assignment, on=on)
        _require_duty(kept.person, at)
        _require_content(kept)
        raters = raters_of(kept, on=on)
        if not raters:
            raise NoRaterError
        kept.rater, kept.proposed_at, kept.comment = raters[0].person, at, ""
        changes = moved(kept, PlanState.PROPOSED, "rater", "proposed_at", "comment")
        record("propose_expectations", on=kept, by=by, at=at, changes=changes)


def recall_expectations(*, plan: PerformancePlan, by: User, at: datetime) -> None:
    """Take back a plan to which nobody has agreed."""
    with one_event():
        kept = locked(plan, PlanState.PROPOSED)
        require_owner(kept, actor=by)
        record("recall_expectations", on=kept, by=by, at=at, changes=moved(kept, PlanState.DRAFT))


def drop_expectations(*, plan: PerformancePlan, by: User, at: datetime) -> None:
    """Give up a plan that was never agreed; what it would have replaced stays in force."""
    with one_event():
        kept = locked(plan, *EDITABLE)
        require_owner(kept, actor=by)
        record("drop_expectations", on=kept, by=by, at=at, changes=moved(kept, PlanState.DROPPED))


def last_agreed(person: Person) -> PerformancePlan | None:
    """Return the plan of a person that was agreed last, of any position."""
    return person.plans.filter(state__in=IN_FORCE).order_by("-year", "-agreed_at", "-pk").first()


def _begun(person: Person, year: int, form: PlanForm | None, by: User, at: datetime) -> PerformancePlan:
    on = local_date(at)
    held_fast = Person.objects.select_for_update().get(pk=person.pk)
    if held_fast.nip != by.username or not by.is_active:
        raise NotYourExpectationsError
    _require_duty(held_fast, at)
    years, held = years_planned(on=on), post_of_day(held_fast, on=on)
    if year not in years:
        raise PlanYearError(years[0], years[-1])
    if held is None:
        raise NoPositionError
    _require_free(held, year, (*WAITING, PlanState.AGREED))
    first, last = span_of(held, year)
    return PerformancePlan.objects.create(
        person=held_fast, assignment=held, year=year, starts_on=first, ends_on=last, form=form or form_for(held),
        made_by=by, made_at=at,
    )  # fmt: skip


def _next_version(kept: PerformancePlan, by: User, at: datetime) -> PerformancePlan:
    """Return an empty draft; one that was dropped is taken up again, since a plan has one successor."""
    dropped = PerformancePlan.objects.filter(replaces=kept, state=PlanState.DROPPED).first()
    if dropped is not None:
        _empty(dropped)
        dropped.made_by, dropped.made_at, dropped.comment = by, at, ""
        moved(dropped, PlanState.DRAFT, "made_by", "made_at", "comment")
        return dropped
    return PerformancePlan.objects.create(
        person=kept.person, assignment=kept.assignment, year=kept.year, starts_on=kept.starts_on,
        ends_on=kept.ends_on, form=kept.form, version=kept.version + 1, replaces=kept, made_by=by, made_at=at,
    )  # fmt: skip


def _require_duty(person: Person, at: datetime) -> None:
    duty = duty_of(person, on=local_date(at))
    if not duty.applies:
        raise PlanningExemptError(duty.because, duty.article)


def _require_free(held: Assignment, year: int, states: tuple[PlanState, ...]) -> None:
    if PerformancePlan.objects.filter(assignment=held, year=year, state__in=states).exists():
        raise PlanInTheMakingError


def _require_content(plan: PerformancePlan) -> None:
    goals = list(plan.goals.prefetch_related("indicators"))
    if not goals:
        raise NothingExpectedError
    unseen = next((goal for goal in goals if not goal.indicators.all()), None)
    if unseen is not None:
        raise GoalUnseenError(unseen.words)
