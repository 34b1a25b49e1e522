"""Degree studies that go on or are late, and certifications that end soon or have ended."""

from datetime import date, timedelta

from django.db.models import Case, Q, QuerySet, When

from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy, ProfessionalCertification

REMINDED = timedelta(days=90)
"""This long before it ends, the renewal of a certification is asked for."""


def studies() -> QuerySet[DegreeStudy]:
    """Return all degree studies with their persons, those that go on first, the one due first above."""
    is_over = Case(When(state=StudyState.RUNNING, then=0), default=1)
    return DegreeStudy.objects.select_related("person", "partner").order_by(is_over, "due_on", "pk")


def late_studies(*, on: date) -> Q:
    """Return the condition that a study goes on beyond its planned end."""
    return Q(state=StudyState.RUNNING, due_on__lt=on)


def certifications() -> QuerySet[ProfessionalCertification]:
    """Return all certifications with their persons."""
    return ProfessionalCertification.objects.select_related("person", "renewal")


def current() -> Q:
    """Return the condition that no renewal has taken the place of a certification."""
    return Q(renewal__isnull=True)


def ending_soon(*, on: date) -> Q:
    """Return the condition that a certification holds still but its renewal is due."""
    return current() & Q(valid_until__gte=on, valid_until__lte=on + REMINDED)


def ended(*, on: date) -> Q:
    """Return the condition that a certification has ended without a renewal."""
    return current() & Q(valid_until__lt=on)
