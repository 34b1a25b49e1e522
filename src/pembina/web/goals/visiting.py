"""Who visits, which plans are in reach, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.plan_deciding import plans_to_agree
from pembina.domain.performance.queries.plans import own_plans, plans_read_by, with_content

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def own_plan(request: HttpRequest, pk: int) -> PerformancePlan:
    """Return a plan of the visitor."""
    plans = own_plans(actor_of(request)).select_related("person", "assignment__unit")
    return get_object_or_404(plans, pk=pk)


def own_goal(request: HttpRequest, pk: int, goal: int) -> Goal:
    return get_object_or_404(Goal.objects.select_related("plan"), pk=goal, plan=own_plan(request, pk))


def own_indicator(request: HttpRequest, pk: int, indicator: int) -> Indicator:
    found = Indicator.objects.select_related("goal__plan", "service")
    return get_object_or_404(found, pk=indicator, goal__plan=own_plan(request, pk))


def read_plan(request: HttpRequest, pk: int) -> PerformancePlan:
    """Return a plan that the visitor may open, with all that stands in it."""
    return get_object_or_404(with_content(plans_read_by(actor_of(request), on=today())), pk=pk)


def decided_plan(request: HttpRequest, pk: int) -> PerformancePlan:
    """Return a proposed plan to which the visitor may agree."""
    return get_object_or_404(plans_to_agree(actor_of(request), on=today()).select_related("person"), pk=pk)


def trail(plan: PerformancePlan | None = None) -> Trail:
    """Return the pages above."""
    above = [(_("Kinerja saya"), reverse("goals:index"))]
    return above if plan is None else [*above, (str(plan), reverse("goals:show", args=[plan.pk]))]
