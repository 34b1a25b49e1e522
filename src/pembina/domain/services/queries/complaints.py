"""Complaints, each with the scope of whoever asks; and the order in which they are worked through."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.searches import words_in
from pembina.domain.services.complaint_enums import OPEN_STATES, ComplaintState
from pembina.domain.services.models import Complaint, PublicService

ALL_STATES = "all"


class ComplaintSort(models.TextChoices):
    """In what order a queue stands."""

    DUE = "due", _("Tenggat terdekat")
    OLDEST = "received", _("Terlama")
    LATEST = "-received", _("Terbaru")
    UNIT = "unit", _("Unit kerja")


class Clock(models.TextChoices):
    """What the clock of an open complaint says."""

    LATE = "late", _("Lewat tenggat")
    THIS_WEEK = "week", _("Tenggat minggu ini")


ORDERS: dict[str, list[object]] = {
    ComplaintSort.DUE: [F("due_on").asc(nulls_last=True), "received_at", "pk"],
    ComplaintSort.OLDEST: ["received_at", "pk"],
    ComplaintSort.LATEST: ["-received_at", "-pk"],
    ComplaintSort.UNIT: ["unit__name", F("due_on").asc(nulls_last=True), "pk"],
}


@dataclass(frozen=True, slots=True)
class ComplaintNarrowing:
    """What a queue is narrowed by; empty narrows nothing, and without a state only what is open is shown."""

    q: str = ""
    state: str = ""
    kind: str = ""
    unit: Unit | None = None
    service: PublicService | None = None
    element: str = ""
    clock: str = ""
    mine: bool = False
    sort: str = ComplaintSort.DUE

    def narrow(self, complaints: QuerySet[Complaint], *, actor: User, on: date) -> QuerySet[Complaint]:
        """Return those that are left, in the order chosen."""
        left = complaints.filter(self._in_state(), self._named(), self._timed(on))
        for name in ("kind", "element", "service"):
            if getattr(self, name):
                left = left.filter(**{name: getattr(self, name)})
        if self.unit is not None:
            left = left.filter(unit__in=UnitAncestry.objects.filter(ancestor=self.unit).values("descendant"))
        if self.mine:
            left = left.filter(handler=actor)
        return left.order_by(*ORDERS[self.sort])  # type: ignore[arg-type]

    def _in_state(self) -> Q:
        if self.state == ALL_STATES:
            return Q()
        return Q(state=self.state) if self.state else Q(state__in=OPEN_STATES)

    def _named(self) -> Q:
        wanted = self.q.strip()
        if not wanted:
            return Q()
        exact = Q(number__iexact=wanted) | Q(tracking_id__iexact=wanted)
        return exact | words_in("text", wanted) | words_in("title", wanted)

    def _timed(self, on: date) -> Q:
        if self.clock == Clock.LATE:
            return Q(state__in=OPEN_STATES, due_on__lt=on)
        if self.clock == Clock.THIS_WEEK:
            sunday = on + timedelta(days=6 - on.weekday())
            return Q(state__in=OPEN_STATES, due_on__gte=on, due_on__lte=sunday)
        return Q()


def complaints_reached_by(actor: User, *, on: date) -> QuerySet[Complaint]:
    """Return the complaints about the units in which `actor` handles them."""
    units = units_reached_by(actor, Permission.ANSWER_COMPLAINTS, on=on)
    return Complaint.objects.filter(unit__in=units.values("pk"))


def with_names(complaints: QuerySet[Complaint]) -> QuerySet[Complaint]:
    """Return complaints with unit, service and officer, in the same query."""
    return complaints.select_related("unit", "service", "handler")


def waiting_for(actor: User, *, on: date) -> tuple[int, int]:
    """Return how many complaints in reach wait for sorting or an answer, and how many of them are late."""
    open_ones = complaints_reached_by(actor, on=on).filter(state__in=OPEN_STATES)
    found = open_ones.aggregate(all=models.Count("pk"), late=models.Count("pk", filter=Q(due_on__lt=on)))
    return found["all"], found["late"]


def to_be_sorted(complaints: QuerySet[Complaint]) -> QuerySet[Complaint]:
    """Return those that nobody has sorted yet."""
    return complaints.filter(state=ComplaintState.RECEIVED)


def services_open(on: date) -> QuerySet[PublicService]:
    """Return the services that citizens can name on a day."""
    lasting = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return PublicService.objects.filter(lasting, opened_on__lte=on).select_related("unit")
