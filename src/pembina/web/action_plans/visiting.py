"""Who visits, which records are in reach, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import ActionPlan, Enrolment
from pembina.domain.development.queries.action_plans import (
    own_plans,
    own_seats,
    plans_led_by,
    plans_read_by,
    seats_led_by,
    with_items,
)

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def read_plan(request: HttpRequest, pk: int) -> ActionPlan:
    """Return a plan that the visitor may open, with all that stands in it."""
    plans = plans_read_by(actor_of(request), on=today())
    return get_object_or_404(with_items(plans, on=today()), pk=pk)


def own_plan(request: HttpRequest, pk: int) -> ActionPlan:
    """Return a plan of the visitor."""
    return get_object_or_404(own_plans(actor_of(request)).select_related("enrolment__batch"), pk=pk)


def led_plan(request: HttpRequest, pk: int) -> ActionPlan:
    """Return a plan on which the visitor decides today."""
    plans = plans_led_by(actor_of(request), on=today()).exclude(enrolment__person__nip=actor_of(request).username)
    return get_object_or_404(plans.select_related("enrolment__batch"), pk=pk)


def checked_plan(request: HttpRequest, pk: int) -> tuple[ActionPlan, Side]:
    """Return a plan that the visitor checks, and from which side."""
    actor = actor_of(request)
    plans = own_plans(actor) | plans_led_by(actor, on=today())
    plan = get_object_or_404(plans.select_related("enrolment__batch", "enrolment__person"), pk=pk)
    return plan, side_of_visitor(request, plan.enrolment)


def rated_seat(request: HttpRequest, pk: int) -> tuple[Enrolment, Side]:
    """Return a seat that the visitor rates, the own one or that of somebody led, and from which side."""
    actor = actor_of(request)
    seats = own_seats(actor) | seats_led_by(actor, on=today())
    seat = get_object_or_404(seats.select_related("batch__version", "batch__programme", "person"), pk=pk)
    return seat, side_of_visitor(request, seat)


def side_of_visitor(request: HttpRequest, seat: Enrolment) -> Side:
    """Return whether the visitor is the participant; who else has come so far leads."""
    return Side.SELF if seat.person.nip == actor_of(request).username else Side.SUPERIOR


def trail(plan: ActionPlan | None = None) -> Trail:
    """Return the pages above."""
    above = [(_("Rencana aksi"), reverse("action_plans:index"))]
    if plan is None:
        return above
    return [*above, (plan.enrolment.batch.title, reverse("action_plans:show", args=[plan.pk]))]
