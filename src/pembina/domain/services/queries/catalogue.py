"""Services, the scope in which somebody works with them, and a list of them made shorter."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.searches import words_in
from pembina.domain.services.components import PROMISE, all_components
from pembina.domain.services.models import PublicService, ServiceStandard


class StandardState(models.TextChoices):
    """What is known of the standard in force."""

    COMPLETE = "complete", _("Lengkap 14 komponen")
    INCOMPLETE = "incomplete", _("Belum lengkap")
    NONE = "none", _("Tanpa standar")
    UNTIMED = "untimed", _("Tanpa janji waktu")


class ServiceState(models.TextChoices):
    """Whether a service is open on a day."""

    OPEN = "open", _("Dibuka")
    CLOSED = "closed", _("Ditutup")


class ServiceSort(models.TextChoices):
    """The order of the list; a minus turns it round."""

    NAME = "name", _("Nama A–Z")
    NAME_DOWN = "-name", _("Nama Z–A")
    UNIT = "unit", _("Unit kerja A–Z")
    UNIT_DOWN = "-unit", _("Unit kerja Z–A")
    CODE = "code", _("Kode A–Z")
    CODE_DOWN = "-code", _("Kode Z–A")


COLUMNS = {"name": "name", "unit": "unit__name", "code": "code"}


@dataclass(frozen=True, slots=True)
class ServiceNarrowing:
    """What a list of services is narrowed by; an empty value narrows nothing."""

    q: str = ""
    unit: Unit | None = None
    sector: str = ""
    standard: str = ""
    state: str = ""
    sort: str = ServiceSort.NAME

    def narrow(self, services: QuerySet[PublicService], *, on: date) -> QuerySet[PublicService]:
        """Return those of `services` that are left, in order."""
        if self.q:
            services = services.filter(words_in("name", self.q) | Q(code__icontains=self.q))
        if self.unit is not None:
            services = services.filter(unit__ancestor_links__ancestor=self.unit)
        if self.sector:
            services = services.filter(unit__sector=self.sector)
        if self.state:
            services = services.filter(_open_on(on) if self.state == ServiceState.OPEN else ~_open_on(on))
        services = _by_standard(services, self.standard, on)
        down, column = self.sort.startswith("-"), COLUMNS[self.sort.removeprefix("-")]
        return services.order_by(f"-{column}" if down else column, "name", "pk")


def services_reached_by(actor: User, permission: Permission, *, on: date) -> QuerySet[PublicService]:
    """Return the services of the units over which the roles of `actor` allow `permission`, closed ones included."""
    return PublicService.objects.filter(unit__in=units_reached_by(actor, permission, on=on).values("pk"))


def with_standards(services: QuerySet[PublicService], *, on: date) -> QuerySet[PublicService]:
    """Return services with their unit, and the standard of the day, if any, in the list ``in_force``."""
    held = ServiceStandard.objects.filter(in_force_on(on))
    return services.select_related("unit").prefetch_related(Prefetch("standards", held, to_attr="in_force"))


def _open_on(on: date) -> Q:
    return Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on))


def _by_standard(services: QuerySet[PublicService], wanted: str, on: date) -> QuerySet[PublicService]:
    held = ServiceStandard.objects.filter(in_force_on(on), service=OuterRef("pk"))
    if wanted == StandardState.NONE:
        return services.filter(~Exists(held))
    if wanted == StandardState.UNTIMED:
        return services.filter(~Exists(held.filter(promised_amount__isnull=False)))
    if wanted == StandardState.INCOMPLETE:
        return services.filter(Exists(held.filter(_lacks_something())))
    if wanted == StandardState.COMPLETE:
        return services.filter(Exists(held.exclude(_lacks_something())))
    return services


def _lacks_something() -> Q:
    """Return the condition that one of the 14 components is empty."""
    lacking = Q(promised_amount__isnull=True)
    for component in all_components():
        if component.name != PROMISE:
            lacking |= Q(**{component.name: ""})
    return lacking
