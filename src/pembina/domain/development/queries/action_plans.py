"""Whose action plans an account may read and decide on, and which of their checks are due."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionItem, ActionPlan, Enrolment
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.permissions import reaches_everything
from pembina.domain.people.queries import main_assignments

# How long the leader has for a plan that was sent.
DAYS_TO_DECIDE = 7


def own_plans(actor: User) -> QuerySet[ActionPlan]:
    """Return the plans of `actor`."""
    return ActionPlan.objects.filter(enrolment__in=own_seats(actor).values("pk"))


def plans_led_by(actor: User, *, on: date) -> QuerySet[ActionPlan]:
    """Return the plans on which `actor` decides that day; what was not sent yet is nobody else's to read."""
    people = people_decided_by(actor, on=on).values("pk")
    return ActionPlan.objects.filter(enrolment__person__in=people).exclude(state=PlanState.DRAFT)


def plans_read_by(actor: User, *, on: date) -> QuerySet[ActionPlan]:
    """Return the plans that `actor` may open: the own ones, those decided on, and all sent for human resources."""
    own = Q(pk__in=own_plans(actor).values("pk"))
    if reads_all_plans(actor, on=on):
        return ActionPlan.objects.filter(own | ~Q(state=PlanState.DRAFT))
    return ActionPlan.objects.filter(own | Q(pk__in=plans_led_by(actor, on=on).values("pk")))


def reads_all_plans(actor: User, *, on: date) -> bool:
    """Say whether `actor` follows up the plans of the whole government."""
    return actor.is_active and reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on)


def own_seats(actor: User) -> QuerySet[Enrolment]:
    """Return the seats that `actor` has or had in batches."""
    if not actor.is_active:
        return Enrolment.objects.none()
    return Enrolment.objects.filter(person__nip=actor.username, state=EnrolmentState.ENROLLED)


def seats_led_by(actor: User, *, on: date) -> QuerySet[Enrolment]:
    """Return the seats of everybody for whom `actor` decides that day."""
    people = people_decided_by(actor, on=on).values("pk")
    return Enrolment.objects.filter(person__in=people, state=EnrolmentState.ENROLLED)


def side_of(actor: User, seat: Enrolment) -> Side:
    """Return as whom `actor` looks at a seat that is in reach."""
    return Side.SELF if seat.person.nip == actor.username else Side.SUPERIOR


def with_checks_due(side: Side, *, on: date, late: bool = False) -> Q:
    """Return the condition that a plan waits for a check of one side; `late` only where its time has passed."""
    rules = follow_up(on=on)
    waiting = Q(pk__in=())
    for days in rules.check_days:
        grace = rules.days_for_a_check if late else 0
        waiting |= Q(Q(counts_from__lt=_before(on, days + grace, late=late)), Exists(_unchecked(days, side)))
    return Q(state=PlanState.RUNNING) & waiting


def with_decision_due(*, on: date, late: bool = False) -> Q:
    """Return the condition that a plan waits for the leader."""
    sent = Q(state=PlanState.SENT)
    return sent & Q(sent_at__date__lt=on - timedelta(days=DAYS_TO_DECIDE)) if late else sent


def ready_to_end(*, on: date) -> Q:
    """Return the condition that the last check has come: what is unmet must be carried over or ended."""
    last = follow_up(on=on).last_check
    return Q(state=PlanState.RUNNING, counts_from__lte=on - timedelta(days=last))


def unchecked_items(days: int, side: Side, *, on: date, late: bool) -> QuerySet[ActionItem]:
    """Return the items of running plans that wait for the check of one day by one side."""
    grace = follow_up(on=on).days_for_a_check if late else 0
    checked = ActionCheck.objects.filter(item=OuterRef("pk"), day=days, side=side)
    began = Q(plan__state=PlanState.RUNNING, plan__counts_from__lt=_before(on, days + grace, late=late))
    return ActionItem.objects.filter(began, ~Exists(checked))


def with_items(plans: QuerySet[ActionPlan], *, on: date) -> QuerySet[ActionPlan]:
    """Return the plans with person, unit, batch, items and checks at hand."""
    checks = Prefetch("checks", ActionCheck.objects.select_related("checked_by").order_by("day", "side"))
    items = ActionItem.objects.select_related("carried_from").prefetch_related(checks).order_by("position")
    held = Prefetch("enrolment__person__assignments", main_assignments(on), to_attr="today")
    told = plans.select_related(
        "enrolment__person", "enrolment__batch__programme", "decided_by", "carried_from", "carried_to"
    )
    return told.prefetch_related(Prefetch("items", items), held)


def _unchecked(days: int, side: Side) -> QuerySet[ActionItem]:
    checked = ActionCheck.objects.filter(item=OuterRef("pk"), day=days, side=side)
    return ActionItem.objects.filter(~Exists(checked), plan=OuterRef("pk"))


def _before(on: date, days: int, *, late: bool) -> date:
    """Return the day before which a plan must have begun, so that `days` have come, or have passed."""
    return on - timedelta(days=days) + timedelta(days=0 if late else 1)
