"""Templates of plans: read by all of human resources, changed by who made them or reaches everything."""

from datetime import date

from django.db.models import QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import reaches_everything
from pembina.domain.performance.models import GoalTemplate, TemplateUse


def templates_kept_by(actor: User, *, on: date) -> QuerySet[GoalTemplate]:
    """Return the templates in use that `actor` may change."""
    offered = GoalTemplate.objects.filter(retired_at__isnull=True)
    return offered if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else offered.filter(made_by=actor)


def uses_kept_by(actor: User, *, on: date) -> QuerySet[TemplateUse]:
    """Return the times a template was given that `actor` may take back."""
    uses = TemplateUse.objects.all()
    return uses if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else uses.filter(made_by=actor)
