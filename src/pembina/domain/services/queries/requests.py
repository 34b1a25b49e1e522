"""Requests, and what a list of them is narrowed by; each question has the scope of whoever asks."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Count, Exists, F, OrderBy, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.service_time import Flaw
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import TimeZone
from pembina.domain.services.models import PublicService, RequestPause, ServiceRequest
from pembina.domain.services.queries.catalogue import services_reached_by

RESTING = Exists(RequestPause.objects.filter(request=OuterRef("pk"), ended_at__isnull=True))


class State(models.TextChoices):
    """How far a request has come."""

    OPEN = "open", _("Masih berjalan")
    PAUSED = "paused", _("Dijeda")
    COMPLETED = "completed", _("Selesai")
    WITHDRAWN = "withdrawn", _("Ditarik")
    IMPOSSIBLE = "impossible", _("Waktunya tidak mungkin")


class RequestSort(models.TextChoices):
    """The order of the list; a minus turns it round."""

    RECEIVED_DOWN = "-received", _("Terbaru dahulu")
    RECEIVED = "received", _("Terlama dahulu")
    NUMBER = "number", _("Nomor A–Z")
    NUMBER_DOWN = "-number", _("Nomor Z–A")
    SERVICE = "service", _("Layanan A–Z")
    SERVICE_DOWN = "-service", _("Layanan Z–A")
    ENDED_DOWN = "-ended", _("Terakhir berakhir dahulu")
    ENDED = "ended", _("Terlama berakhir dahulu")


COLUMNS = {"received": "received_at", "number": "number", "service": "service__name", "ended": "ended_at"}
STATES = {
    State.OPEN: Q(flaw="", ended_at__isnull=True),
    State.PAUSED: Q(flaw="", ended_at__isnull=True) & Q(RESTING),
    State.COMPLETED: Q(flaw="", ended_at__isnull=False, withdrawn=False),
    State.WITHDRAWN: Q(flaw="", withdrawn=True),
    State.IMPOSSIBLE: ~Q(flaw=""),
}


@dataclass(frozen=True, slots=True)
class RequestNarrowing:
    """What a list is narrowed by; an empty value narrows nothing. `month` is written 2026-11."""

    q: str = ""
    service: str = ""
    state: str = ""
    month: str = ""
    sort: str = RequestSort.RECEIVED_DOWN

    def narrow(self, requests: QuerySet[ServiceRequest]) -> QuerySet[ServiceRequest]:
        """Return those of `requests` that are left, in order."""
        if self.q:
            requests = requests.filter(number__icontains=self.q.strip())
        if self.service:
            requests = requests.filter(service__code=self.service)
        if self.state:
            requests = requests.filter(STATES[State(self.state)])
        if self.month:
            requests = requests.filter(received_in(self.month))
        column, down = self.sort.removeprefix("-"), self.sort.startswith("-")
        return requests.order_by(OrderBy(F(COLUMNS[column]), descending=down, nulls_last=True), "-pk" if down else "pk")


def received_in(month: str) -> Q:
    """Return the condition that a request was received in a month on the clock of its office."""
    year, number = int(month[:4]), int(month[5:])
    first, after = date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
    condition = Q()
    for zone in TimeZone.values:
        begin, end = (datetime(d.year, d.month, d.day, tzinfo=ZoneInfo(zone)) for d in (first, after))
        condition |= Q(service__unit__time_zone=zone, received_at__gte=begin, received_at__lt=end)
    return condition


def requests_kept_by(actor: User, *, on: date) -> QuerySet[ServiceRequest]:
    """Return the requests of the services that `actor` keeps the ledger of."""
    services = services_reached_by(actor, Permission.RECORD_SERVICE, on=on)
    return ServiceRequest.objects.filter(service__in=services.values("pk"))


def in_full(requests: QuerySet[ServiceRequest]) -> QuerySet[ServiceRequest]:
    """Return requests with what their lives are told from."""
    return requests.select_related("service__unit").prefetch_related(
        models.Prefetch("pauses", RequestPause.objects.order_by("began_at", "pk"))
    )


def services_at_the_counter(actor: User, *, on: date) -> QuerySet[PublicService]:
    """Return the services for which `actor` may receive requests today, with their units."""
    kept = services_reached_by(actor, Permission.RECORD_SERVICE, on=on).filter(opened_on__lte=on)
    is_open = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return kept.filter(is_open).select_related("unit").order_by("name", "code")


def waiting_at_the_counter(actor: User, *, on: date) -> QuerySet[ServiceRequest]:
    """Return the requests that are open, the oldest first."""
    return requests_kept_by(actor, on=on).filter(STATES[State.OPEN]).order_by("received_at", "pk")


def flawed_among(requests: QuerySet[ServiceRequest]) -> dict[Flaw, int]:
    """Return how many requests are impossible for each reason, in the order of the reasons."""
    counts = dict(requests.exclude(flaw="").order_by().values_list("flaw").annotate(rows=Count("pk")))
    return {flaw: counts[flaw.value] for flaw in Flaw if flaw.value in counts}
