"""What the list of services is narrowed by; kept in the address."""

from dataclasses import dataclass
from datetime import date
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import Sector
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.catalogue import ServiceNarrowing, ServiceSort, ServiceState, StandardState

NAMES = ("q", "unit", "sector", "standard", "state", "sort")
LISTS: dict[str, list[str]] = {
    "sector": Sector.values,
    "standard": StandardState.values,
    "state": ServiceState.values,
    "sort": ServiceSort.values,
}
LONGEST_SEARCH = 100
ALL = ("", _("Semua"))
HEADS = (("name", _("Layanan")), ("unit", _("Unit kerja")))


@dataclass(frozen=True, slots=True)
class Column:
    """One head that sorts; `sorted` is the value of aria-sort, empty where the list is in another order."""

    label: str | Promise
    address: str
    sorted: str


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing, except a unit, which is judged."""
    told = {name: data.get(name, "") for name in NAMES}
    told["q"] = told["q"][:LONGEST_SEARCH].strip()
    for name, known in LISTS.items():
        told[name] = told[name] if told[name] in known else ""
    return told | {"sort": told["sort"] or ServiceSort.NAME}


class ServiceFilters(forms.Form):
    """Search, unit with all below it, field, standard and state. A unit out of reach does not exist for the visitor."""

    q = forms.CharField(
        label=_("Nama atau kode layanan"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    sector = forms.ChoiceField(label=_("Bidang"), choices=[ALL, *Sector.choices], required=False)
    standard = forms.ChoiceField(label=_("Standar"), choices=[ALL, *StandardState.choices], required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[ALL, *ServiceState.choices], required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        told = understood(data)
        super().__init__(told)
        self.on, self.sort = on, told["sort"]
        reached = units_reached_by(actor, Permission.RECORD_SERVICE, on=on).order_by("code")
        self.units = {unit.code: unit for unit in reached}
        named = [(code, unit.name) for code, unit in self.units.items()]
        cast(forms.ChoiceField, self.fields["unit"]).choices = [ALL, *named]
        self.full_clean()
        if "unit" in self.errors:
            raise Http404
        self.chosen: dict[str, str] = self.cleaned_data | {"sort": self.sort}

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("public_services:index") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        return self.query_with()

    def query_with(self, **other: str) -> str:
        """Return the filters with some of them changed."""
        kept = {name: value for name, value in (self.chosen | other).items() if value}
        if kept.get("sort") == ServiceSort.NAME:
            del kept["sort"]
        return f"{urlencode(kept)}&" if kept else ""

    def columns(self) -> list[Column]:
        """Return the heads of the list that sort it, and once more the other way round."""
        return [self._column(name, label) for name, label in HEADS]

    def narrow(self, services: QuerySet[PublicService]) -> QuerySet[PublicService]:
        """Return those of `services` that the filters leave, in the order chosen."""
        told = {name: value for name, value in self.chosen.items() if name != "unit"}
        return ServiceNarrowing(**told, unit=self.units.get(self.chosen["unit"])).narrow(services, on=self.on)

    def _column(self, name: str, label: str | Promise) -> Column:
        following = f"-{name}" if self.sort == name else name
        direction = {name: "ascending", f"-{name}": "descending"}.get(self.sort, "")
        query = self.query_with(sort=following).removesuffix("&")
        return Column(label, f"{reverse('public_services:index')}?{query}", direction)
