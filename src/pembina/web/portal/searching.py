"""Services and offices that a citizen finds by a word."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.public_catalogue import found_units, public_services, services_named, services_on

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One service or office to go on to."""

    name: str
    address: str
    about: str


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked for, and what was found; more than `MOST_FOUND` of a kind are not listed."""

    wanted: str
    found: list[Found]
    is_more: bool


def present_search(wanted: str, *, on: date) -> Search:
    """Return services, then offices; nothing is searched without a word."""
    if not wanted:
        return Search("", [], False)
    services = list(services_on(public_services().filter(services_named(wanted)), on)[: MOST_FOUND + 1])
    units = list(found_units(wanted)[: MOST_FOUND + 1])
    found = [link_of(service) for service in services[:MOST_FOUND]]
    found += [
        Found(unit.name, reverse("portal:unit", args=[unit.code]), str(unit.get_kind_display()))
        for unit in units[:MOST_FOUND]
    ]
    return Search(wanted, found, max(len(services), len(units)) > MOST_FOUND)


def link_of(service: PublicService) -> Found:
    """Return the way to the page of a service."""
    about = _("Layanan %(unit)s") % {"unit": service.unit.name}
    return Found(service.name, reverse("portal:service", args=[service.code]), about)
