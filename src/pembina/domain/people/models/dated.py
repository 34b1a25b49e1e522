"""Records that hold from one day to another, both included; without a last day they still hold."""

from datetime import date

from django.db.models import Q


def in_force_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated record, reached through `prefix`, holds on `day`."""
    began = Q(**{f"{prefix}starts_on__lte": day})
    open_ended, ends_later = Q(**{f"{prefix}ends_on__isnull": True}), Q(**{f"{prefix}ends_on__gte": day})
    return began & (open_ended | ends_later)
