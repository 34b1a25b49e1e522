"""Links to other journeys, by name only."""

from typing import Any

from django.urls import NoReverseMatch, reverse


def address_of(name: str, *args: Any) -> str:
    """Return the address of a route of another journey, empty where there is none: no link is shown then."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
