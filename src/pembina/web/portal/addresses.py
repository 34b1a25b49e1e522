"""The whole addresses of what belongs to a table, for those who read it from elsewhere."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from pembina.exchange.open_data.shapes import OpenTable

ROUTES = {"page": "portal:table", "schema": "portal:schema"}
FORMS = ("csv", "json")


def path_of(name: str, what: str) -> str:
    """Return the path of a table's page, schema, or download."""
    return reverse("portal:download", args=[name, what]) if what in FORMS else reverse(ROUTES[what], args=[name])


def address_in(request: HttpRequest) -> Callable[[str, str], str]:
    """Return a maker of whole addresses on the server that was asked."""
    return lambda name, what: request.build_absolute_uri(path_of(name, what))


def addresses_of(table: OpenTable, request: HttpRequest) -> dict[str, str]:
    """Return all addresses of one table."""
    make = address_in(request)
    return {what: make(table.name, what) for what in (*ROUTES, *FORMS)}


def home_of(request: HttpRequest) -> str:
    """Return the address of the list of tables."""
    return request.build_absolute_uri(reverse("portal:tables"))
