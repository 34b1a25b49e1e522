"""The steps that leaders owe: agreeing to plans, evaluating in time, handing on, and what an objection asks of them."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import Q

from pembina.core.rules.goal_progress import plan_standing
from pembina.core.rules.objection_deadlines import Step, step_deadline
from pembina.core.rules.service_time import WorkingCalendar
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.appraisal_clocks import working_days
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.effort_enums import StepKind
from pembina.domain.performance.effort_parts import WITHIN, YARDSTICK, TimedWork, begin_of, end_of
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import Appraisal, Objection, PerformancePlan
from pembina.domain.performance.plan_duty import has_january_limit
from pembina.domain.performance.queries.effort_own_steps import EARLIER, Found, known_by

PROPOSED = (PlanState.PROPOSED, PlanState.RETURNED, PlanState.AGREED, PlanState.REPLACED)
WINDOW = Text(
    id="Ditandatangani paling lambat pada hari terakhir masa evaluasi.", en="Signed by the last day of evaluating."
)
RETURNED = Text(
    id="SKP dikembalikan; waktu pengembaliannya tidak tercatat.", en="The plan was returned; when is not on record."
)


def duties_of(people: Collection[int], *, first: date, last: date, at: datetime) -> Found:
    """Yield the duties of those of the people who lead; those around the days too, which the caller leaves out."""
    yield from _agreed(people, first, last, at)
    led = Q(rater__in=people) | Q(superior__in=people)
    around = Q(period__ends_on__gte=first - EARLIER, period__starts_on__lte=last)
    found = Appraisal.objects.filter(led, around).exclude(state=AppraisalState.EXEMPT)
    appraisals = list(found.select_related("period", "objection", "person").defer("snapshot", "value_notes"))
    if not appraisals:
        return
    calendar, wanted = working_days(), set(people)
    for one in appraisals:
        yield from _evaluated(one, wanted, calendar, at)
        yield from _objected(one, wanted, calendar, at)


def _agreed(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    proposed = PerformancePlan.objects.filter(rater__in=people, state__in=PROPOSED)
    for plan in proposed.filter(year__range=(first.year - 1, last.year)).select_related("person"):
        if plan.proposed_at is None or plan.rater_id is None or plan.proposed_at > at:
            continue
        due, basis = local_date(plan.proposed_at + WITHIN), YARDSTICK
        if has_january_limit(plan):
            standing = plan_standing(year=plan.year, agreed=None, on=local_date(at))
            if standing.due_on >= due:
                due, basis = standing.due_on, Text(id=standing.article, en=standing.article)
        done = known_by(plan.agreed_at, at)
        # When a plan was returned is not on record, so nothing can be said of it.
        is_open = done is None and plan.state == PlanState.PROPOSED
        yield plan.rater_id, TimedWork(
            StepKind.AGREEING, f"{StepKind.AGREEING.value}-{plan.pk}", str(plan), plan.proposed_at, end_of(due), done,
            is_open, basis if done or is_open else RETURNED, plan.pk,
        )  # fmt: skip


def _evaluated(one: Appraisal, wanted: set[int], calendar: WorkingCalendar, at: datetime) -> Found:
    """Yield whether the rater signed within the days of evaluating, and handed the document on within its limit."""
    opens, signed = begin_of(one.period.window_opens), known_by(one.signed_at, at)
    if one.rater_id not in wanted or one.rater_id is None or opens > at:
        return
    subject = f"{one.person.titled_name}, {one.period.label}"
    yield one.rater_id, TimedWork(
        StepKind.RATING, f"{StepKind.RATING.value}-{one.pk}", subject, opens, end_of(one.period.window_ends), signed,
        signed is None, WINDOW, one.pk,
    )  # fmt: skip
    if signed is None or one.rater_was_silent:
        return
    limit = step_deadline(step=Step.DELIVER, since=local_date(signed), calendar=calendar, on=local_date(at))
    done = known_by(one.delivered_at, at)
    yield one.rater_id, TimedWork(
        StepKind.DELIVERING, f"{StepKind.DELIVERING.value}-{one.pk}", subject, signed, end_of(limit.due_on), done,
        done is None, Text(id=limit.article, en=limit.article), one.pk,
    )  # fmt: skip


def _objected(
    one: Appraisal, wanted: set[int], calendar: WorkingCalendar, at: datetime
) -> Iterator[tuple[int, TimedWork]]:
    """Yield what an objection asks: that the rater explains, and the superior of the rater decides."""
    objection: Objection | None = getattr(one, "objection", None)
    if objection is None or objection.filed_at > at:
        return
    limit = step_deadline(step=Step.DECIDE, since=local_date(objection.filed_at), calendar=calendar, on=local_date(at))
    duties = (
        (StepKind.EXPLAINING, one.rater_id, objection.statement_at),
        (StepKind.DECIDING, one.superior_id, objection.decided_at),
    )
    for kind, who, when in duties:
        done = known_by(when, at)
        # Whoever was not heard before the decision is not late any more: nothing waits for the statement.
        is_open = done is None and not (kind is StepKind.EXPLAINING and objection.decided_at)
        if who is not None and who in wanted:
            yield who, TimedWork(
                kind, f"{kind.value}-{objection.pk}", f"{one.person.titled_name}, {one.period.label}",
                objection.filed_at, end_of(limit.due_on), done, is_open, Text(id=limit.article, en=limit.article),
                objection.pk,
            )  # fmt: skip
