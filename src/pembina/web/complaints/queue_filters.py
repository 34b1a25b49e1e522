"""What the queue is narrowed by; kept in the address, so that a queue can be kept and sent."""

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_enums import ComplaintElement, ComplaintKind, ComplaintState
from pembina.domain.services.models import Complaint, PublicService
from pembina.domain.services.queries.complaints import (
    ALL_STATES,
    Clock,
    ComplaintNarrowing,
    ComplaintSort,
    complaints_reached_by,
)

FIRST = ("q", "state", "kind", "clock")
MORE = ("unit", "service", "element", "mine", "sort")
NAMES = FIRST + MORE
MINE = "1"
LISTS: dict[str, list[str]] = {
    "state": [*ComplaintState.values, ALL_STATES],
    "kind": ComplaintKind.values,
    "clock": Clock.values,
    "element": ComplaintElement.values,
    "mine": [MINE],
    "sort": ComplaintSort.values,
}
LONGEST_SEARCH = 100


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing, a unit or service is judged."""
    told = {name: data.get(name, "")[:LONGEST_SEARCH] for name in NAMES}
    for name, known in LISTS.items():
        told[name] = told[name] if told[name] in known else ""
    return told | {"sort": told["sort"] or ComplaintSort.DUE}


class QueueFilters(forms.Form):
    """Search, state, kind, clock, unit with all below it, service, element, one's own, order."""

    q = forms.CharField(
        label=_("Nomor atau isi"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(
        label=_("Keadaan"),
        choices=[("", _("Belum dijawab")), *ComplaintState.choices, (ALL_STATES, _("Semua"))],
        required=False,
    )
    kind = forms.ChoiceField(label=_("Jenis"), choices=[("", _("Semua")), *ComplaintKind.choices], required=False)
    clock = forms.ChoiceField(label=_("Tenggat"), choices=[("", _("Semua")), *Clock.choices], required=False)
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    service = forms.ChoiceField(label=_("Layanan"), required=False)
    element = forms.ChoiceField(label=_("Unsur"), choices=[("", _("Semua")), *ComplaintElement.choices], required=False)
    mine = forms.ChoiceField(label=_("Petugas"), choices=[("", _("Semua")), (MINE, _("Tugas saya"))], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=ComplaintSort.choices, required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__(understood(data))
        self.actor, self.on = actor, on
        for name, known in (("unit", self.units), ("service", self.services)):
            named = [(code, record.name) for code, record in known.items()]
            cast(forms.ChoiceField, self.fields[name]).choices = [("", _("Semua")), *named]
        self.full_clean()
        if {"unit", "service"} & self.errors.keys():
            raise Http404
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Return the units in reach that have complaints, by their code."""
        with_some = self._reached().values("unit")
        return {unit.code: unit for unit in Unit.objects.filter(pk__in=with_some).order_by("name", "pk")}

    @cached_property
    def services(self) -> dict[str, PublicService]:
        """Return the services in reach that have complaints, by their code."""
        with_some = self._reached().values("service")
        return {found.code: found for found in PublicService.objects.filter(pk__in=with_some).order_by("name", "pk")}

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded away until somebody needs them."""
        return [self[name] for name in MORE]

    @property
    def shows_more(self) -> bool:
        return any(self.chosen[name] for name in MORE if name != "sort") or self.chosen["sort"] != ComplaintSort.DUE

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in NAMES if name != "sort")

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        if kept.get("sort") == ComplaintSort.DUE:
            del kept["sort"]
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, complaints: QuerySet[Complaint]) -> QuerySet[Complaint]:
        """Return those that the filters leave, in the order chosen."""
        told: dict[str, Any] = {name: self.chosen[name] for name in ("q", "state", "kind", "clock", "element", "sort")}
        told["unit"] = self.units.get(self.chosen["unit"])
        told["service"] = self.services.get(self.chosen["service"])
        told["mine"] = self.chosen["mine"] == MINE
        return ComplaintNarrowing(**told).narrow(complaints, actor=self.actor, on=self.on)

    def _reached(self) -> QuerySet[Complaint]:
        return complaints_reached_by(self.actor, on=self.on)
