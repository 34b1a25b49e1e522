"""Whose records somebody keeps: human resources as far as their role reaches, never their own.

Seeing is one thing (`permissions`), changing another: a superior sees the staff of a unit and changes nothing there.
Nobody changes their own record: a colleague does, so that every change has two people behind it.
"""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ReportState
from pembina.domain.people.models import Assignment, CorrectionReport, Delegation, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import record_open_to, staff_reached_by, units_reached_by
from pembina.domain.people.queries import main_assignments


def staff_kept_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the persons whose records `actor` may change; the whole government includes those without a position."""
    return staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).exclude(nip=actor.username)


def units_staffed_by(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units that exist on a day and into which `actor` may put people."""
    reached = units_reached_by(actor, Permission.MANAGE_STAFF, on=on)
    return reached.filter(Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on)))


def units_kept_by(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units that `actor` may change, closed ones too."""
    return units_reached_by(actor, Permission.MANAGE_UNITS, on=on)


def posts_kept_by(actor: User, *, on: date) -> QuerySet[Assignment]:
    """Return the assignments that `actor` may change: those in units of the role's reach, past ones too.

    Whoever has a second position elsewhere is kept by two offices; neither writes in the history of the other.
    """
    units = units_reached_by(actor, Permission.MANAGE_STAFF, on=on).values("pk")
    return Assignment.objects.filter(unit__in=units).exclude(person__nip=actor.username)


def delegations_kept_by(actor: User, *, on: date) -> QuerySet[Delegation]:
    """Return the orders that `actor` may end: those over units of the role's reach, wherever their holders work.

    An order over another office is that office's, even where its holder has a position in one's own.
    """
    units = units_reached_by(actor, Permission.MANAGE_STAFF, on=on).values("pk")
    return Delegation.objects.filter(unit__in=units).exclude(person__nip=actor.username)


def reports_to_decide(actor: User, *, on: date) -> QuerySet[CorrectionReport]:
    """Return the reports about persons whose records `actor` keeps; nobody decides on what they reported."""
    reports = CorrectionReport.objects.exclude(reporter=actor)
    return reports.filter(person__in=staff_kept_by(actor, on=on).values("pk"))


def reports_seen_by(actor: User, *, on: date) -> QuerySet[CorrectionReport]:
    """Return the reports `actor` made and those `actor` may decide."""
    deciding = reports_to_decide(actor, on=on).values("pk")
    return CorrectionReport.objects.filter(Q(reporter=actor) | Q(pk__in=deciding))


def reportable_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those about whose records `actor` may say that they are wrong: oneself, and whom one is said to lead."""
    if not actor.is_active:
        return Person.objects.none()
    led = Assignment.objects.filter(in_force_on(on)).filter(superior__nip=actor.username).values("person")
    return Person.objects.filter(Q(nip=actor.username) | Q(pk__in=led))


def with_rights(people: QuerySet[Person], *, actor: User, on: date) -> "QuerySet[Any]":
    """Return `people` with what `actor` may do about each: ``is_open``, ``may_report`` and ``may_edit``."""
    same = {"pk": OuterRef("pk")}
    return people.annotate(
        is_open=Exists(record_open_to(actor, on=on).filter(**same)),
        may_report=Exists(reportable_by(actor, on=on).filter(**same)),
        may_edit=Exists(staff_kept_by(actor, on=on).filter(**same)),
    )


def waiting(reports: QuerySet[CorrectionReport]) -> QuerySet[CorrectionReport]:
    """Return those that nobody has answered, the oldest first."""
    return reports.filter(state=ReportState.OPEN).order_by("reported_at", "pk")


def with_details(reports: QuerySet[CorrectionReport], *, on: date) -> QuerySet[CorrectionReport]:
    """Return reports with everybody they name, and the main assignment of the person in ``person.today``."""
    named = reports.select_related("person", "reporter", "suggested_superior", "suggested_unit", "decided_by")
    return named.prefetch_related(Prefetch("person__assignments", main_assignments(on), to_attr="today"))
