"""Templates of plans: read by all of human resources, changed by who made them or reaches everything."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Person
from pembina.domain.people.permissions import reaches_everything, staff_reached_by
from pembina.domain.performance.models import GoalTemplate, TemplateUse
from pembina.domain.performance.queries.board import BoardState, posts_planned


def templates_kept_by(actor: User, *, on: date) -> QuerySet[GoalTemplate]:
    """Return the templates in use that `actor` may change."""
    offered = GoalTemplate.objects.filter(retired_at__isnull=True)
    return offered if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else offered.filter(made_by=actor)


def uses_kept_by(actor: User, *, on: date) -> QuerySet[TemplateUse]:
    """Return the times a template was given that `actor` may take back."""
    uses = TemplateUse.objects.all()
    return uses if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else uses.filter(made_by=actor)


def given_to(people: QuerySet[Person], *, actor: User, year: int, on: date) -> "tuple[QuerySet[Any], QuerySet[Any]]":
    """Return the positions of those who would get a draft from `actor`, and of those who have a plan already."""
    kept_by = staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).values("pk")
    posts = posts_planned(people.filter(pk__in=kept_by), year=year, on=on).select_related("person", "unit")
    ordered = posts.order_by("person__name", "pk")
    return ordered.filter(standing=BoardState.NONE), ordered.exclude(standing=BoardState.NONE)
