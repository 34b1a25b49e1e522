"""The heads of the list: each sorts by its column, and once more the other way round."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from pembina.web.ledger.filters import RequestFilters
from pembina.web.ledger.present import HEADS


@dataclass(frozen=True, slots=True)
class Column:
    """One head; `sorted` is the value of aria-sort, empty where the list is in another order."""

    label: str | Promise
    address: str
    sorted: str


def columns(filters: RequestFilters) -> list[Column]:
    return [_column(name, label, filters) for name, label in HEADS]


def plain_columns() -> list[Column]:
    """Return the same heads where the list has one order only."""
    return [Column(label, "", "") for _name, label in HEADS]


def _column(name: str, label: str | Promise, filters: RequestFilters) -> Column:
    now = filters.chosen["sort"]
    following = f"-{name}" if now == name else name
    direction = {name: "ascending", f"-{name}": "descending"}.get(now, "")
    return Column(label, f"{reverse('ledger:index')}?{filters.query_with(sort=following).removesuffix('&')}", direction)
