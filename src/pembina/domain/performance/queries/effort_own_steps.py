"""The steps that everybody owes: the plan, realisations, the document of the appraisal, answers, guidance."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from django.db.models import Q

from pembina.core.rules.goal_progress import plan_standing
from pembina.core.rules.objection_deadlines import Step, step_deadline
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.appraisal_clocks import working_days
from pembina.domain.performance.effort_enums import StepKind
from pembina.domain.performance.effort_parts import WITHIN, YARDSTICK, TimedWork, begin_of, end_of
from pembina.domain.performance.enums import IndicatorSource, PlanState
from pembina.domain.performance.models import (
    Appraisal,
    EvaluationPeriod,
    FeedbackRequest,
    GuidanceRecord,
    Indicator,
    PerformancePlan,
    Realisation,
)
from pembina.domain.performance.plan_duty import has_january_limit

Found = Iterator[tuple[int, TimedWork]]
# How long before its limit a step may have begun.
EARLIER = timedelta(days=366)


def own_steps_of(people: Collection[int], *, first: date, last: date, at: datetime) -> Found:
    """Yield the steps of people, each with its person; those around the days too, which the caller leaves out."""
    yield from _plans(people, first, last, at)
    yield from _realisations(people, first, last, at)
    yield from _returned(people, first, last, at)
    yield from _answered(people, first, last, at)
    yield from _guided(people, first, last, at)


def known_by(moment: datetime | None, at: datetime) -> datetime | None:
    """Return a moment that had come; what was done later was not done then."""
    return moment if moment is not None and moment <= at else None


def _plans(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    plans = PerformancePlan.objects.filter(person__in=people, year__range=(first.year, last.year), version=1)
    for plan in plans.exclude(state=PlanState.DROPPED):
        if not has_january_limit(plan):
            continue
        standing = plan_standing(year=plan.year, agreed=None, on=local_date(at))
        done = known_by(plan.proposed_at, at)
        basis = Text(
            id=f"Diajukan sebelum batas penetapan ({standing.article}).",
            en=f"Proposed before the day by which it is to be agreed ({standing.article}).",
        )
        yield plan.person_id, TimedWork(
            StepKind.PLAN, f"{StepKind.PLAN.value}-{plan.pk}", f"SKP {plan.year}", begin_of(plan.starts_on),
            end_of(standing.due_on), done, done is None, basis, plan.pk,
        )  # fmt: skip


def _realisations(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    """Yield for each period and each indicator that is reported by hand whether its last month was reported in time."""
    periods = list(EvaluationPeriod.objects.filter(window_ends__range=(first, last)).order_by("ends_on"))
    reported = Indicator.objects.filter(
        source=IndicatorSource.REPORTED, goal__plan__person__in=people, goal__plan__state=PlanState.AGREED,
        goal__plan__year__range=(first.year - 1, last.year),
    )  # fmt: skip
    indicators = list(reported.select_related("goal__plan").order_by("goal__position", "position"))
    noted = _noted({one.continues_id or one.pk for one in indicators}, at)
    for period in periods:
        since, due = period.ends_on.replace(day=1), end_of(period.window_ends)
        for one in indicators:
            plan, root = one.goal.plan, one.continues_id or one.pk
            begun_late = one.continues_id is None and (plan.agreed_at is None or plan.agreed_at > due)
            if begun_late or not plan.starts_on <= period.ends_on <= plan.ends_on:
                continue
            done = min((when for until, when in noted[root] if since <= until <= period.ends_on), default=None)
            key = f"{StepKind.REALISATION.value}-{root}-{period.pk}"
            yield plan.person_id, TimedWork(
                StepKind.REALISATION, key, f"{one.words}, {period.label}", begin_of(period.window_opens), due, done,
                done is None, REPORTED_BY, plan.pk, one.goal_id,
            )  # fmt: skip


REPORTED_BY = Text(
    id="Realisasi bulan terakhir periode, dicatat paling lambat pada hari terakhir masa evaluasinya.",
    en="What was achieved up to the last month of the period, noted by the last day of evaluating it.",
)


def _noted(roots: Collection[int], at: datetime) -> dict[int, list[tuple[date, datetime]]]:
    rows = Realisation.objects.filter(Q(indicator__in=roots) | Q(indicator__continues__in=roots), noted_at__lte=at)
    found: dict[int, list[tuple[date, datetime]]] = defaultdict(list)
    for pk, root, until, when in rows.order_by().values_list("indicator", "indicator__continues", "until", "noted_at"):
        found[root or pk].append((until, when))
    return found


def _returned(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    """Yield how long the document of each appraisal took to come back."""
    received = Appraisal.objects.filter(person__in=people, received_at__range=(begin_of(first - EARLIER), at))
    calendar = working_days()
    for one in received.select_related("period").only("period", "person", "received_at", "returned_at"):
        if one.received_at is None:
            continue
        since = local_date(one.received_at)
        limit = step_deadline(step=Step.RETURN, since=since, calendar=calendar, on=local_date(at))
        done = known_by(one.returned_at, at)
        yield one.person_id, TimedWork(
            StepKind.RETURNING, f"{StepKind.RETURNING.value}-{one.pk}", one.period.label, one.received_at,
            end_of(limit.due_on), done, done is None, _by_article(limit.article), one.pk,
        )  # fmt: skip


def _by_article(article: str) -> Text:
    return Text(id=article, en=article)


def _answered(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    asked = FeedbackRequest.objects.filter(asked__in=people, asked_at__range=(begin_of(first) - WITHIN, end_of(last)))
    for one in asked.filter(asked_at__lte=at):
        done = known_by(one.ended_at, at)
        yield one.asked_id, TimedWork(
            StepKind.ANSWERING, f"{StepKind.ANSWERING.value}-{one.pk}", one.matter, one.asked_at,
            end_of(local_date(one.asked_at + WITHIN)), done, done is None, YARDSTICK, one.pk,
        )  # fmt: skip


def _guided(people: Collection[int], first: date, last: date, at: datetime) -> Found:
    """Yield for either of the two when they confirmed what was written down."""
    wanted = set(people)
    records = GuidanceRecord.objects.filter(Q(person__in=wanted) | Q(guide__in=wanted))
    for one in records.filter(written_at__range=(begin_of(first) - WITHIN, min(at, end_of(last)))):
        due = end_of(local_date(one.written_at + WITHIN))
        for who, when in ((one.person_id, one.person_confirmed_at), (one.guide_id, one.guide_confirmed_at)):
            done = known_by(when, at)
            if who in wanted:
                yield who, TimedWork(
                    StepKind.GUIDANCE, f"{StepKind.GUIDANCE.value}-{one.pk}", str(one.get_kind_display()),
                    one.written_at, due, done, done is None, YARDSTICK, one.pk,
                )  # fmt: skip
