"""Whose results an account may read, and the results of a year."""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.people.permissions import reaches_everything, staff_reached_by
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import PerformanceResult, ResultImport

READING = (Permission.MANAGE_STAFF, Permission.READ_AUDIT)


def people_with_results_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return whose results `actor` may read: one's own, those of whom one decides, and those of staff in reach of
    human resources and auditors.
    """
    if not actor.is_active:
        return Person.objects.none()
    reasons = Q(nip=actor.username) | Q(pk__in=people_decided_by(actor, on=on).values("pk"))
    for permission in READING:
        reasons |= Q(pk__in=staff_reached_by(actor, permission, on=on).values("pk"))
    return Person.objects.filter(reasons)


def others_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the same without oneself: the people of a list of others."""
    return people_with_results_open_to(actor, on=on).exclude(nip=actor.username)


def results_open_to(actor: User, *, on: date) -> QuerySet[PerformanceResult]:
    """Return the results of others that `actor` may read."""
    return PerformanceResult.objects.filter(person__in=others_open_to(actor, on=on))


def results_of(person: Person) -> QuerySet[PerformanceResult]:
    """Return the results of one person, the latest first and a year before its months."""
    return PerformanceResult.objects.filter(person=person).order_by("-year", "cycle", "-last_month", "-first_month")


def annual_result(person: Person, *, year: int) -> PerformanceResult | None:
    """Return the result of a whole year, None where none is on record."""
    return PerformanceResult.objects.filter(person=person, year=year, cycle=PeriodCycle.ANNUAL).first()


def result_imports_open_to(actor: User, *, on: date) -> QuerySet[ResultImport]:
    """Return the files brought in, the latest first: all for human resources of the whole government, else the own."""
    imports = ResultImport.objects.select_related("by").order_by("-at", "-pk")
    return imports if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else imports.filter(by=actor)
