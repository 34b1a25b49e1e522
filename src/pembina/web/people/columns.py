"""The heads of the list: each sorts by its column, and once more the other way round."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.web.people.filters import StaffFilters

HEADS = (
    ("name", _("Nama")),
    ("position", _("Jabatan")),
    ("unit", _("Unit kerja")),
    ("status", _("Status")),
    ("rank", _("Golongan")),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One head; `sorted` is the value of aria-sort, empty where the list is in another order."""

    label: str | Promise
    address: str
    sorted: str


def columns(filters: StaffFilters) -> list[Column]:
    return [_column(name, label, filters) for name, label in HEADS]


def _column(name: str, label: str | Promise, filters: StaffFilters) -> Column:
    now = filters.chosen["sort"]
    following = f"-{name}" if now == name else name
    direction = {name: "ascending", f"-{name}": "descending"}.get(now, "")
    query = filters.query_with(sort=following).removesuffix("&")
    return Column(label, f"{reverse('people:index')}?{query}", direction)
