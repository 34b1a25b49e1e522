"""Tokens of programs, for whoever keeps the services of their units."""

from datetime import date

from django.db.models import Count, F, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.models import ApiToken


def tokens_kept_by(actor: User, *, on: date) -> QuerySet[ApiToken]:
    """Return the tokens of the units whose services `actor` keeps, each with its ``events_taken``."""
    kept = ApiToken.objects.filter(unit__in=units_reached_by(actor, Permission.KEEP_SERVICES, on=on).values("pk"))
    counted = kept.select_related("unit", "by").annotate(events_taken=Count("events"))
    return counted.order_by(F("revoked_at").asc(nulls_first=True), "-created_at")


def units_for_tokens(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units that have services, among those whose services `actor` keeps."""
    kept = units_reached_by(actor, Permission.KEEP_SERVICES, on=on)
    return kept.filter(services__isnull=False).distinct().order_by("code")
