"""What a list of people is narrowed by. The filters live in the address, so that a list can be kept and sent."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import LegalPosition, PositionKind, Status
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.narrowing import Lacking, Narrowing, Sort
from pembina.domain.people.queries import organisation_seen_by
from pembina.domain.people.ranks import RANKS

FIRST = ("q", "unit", "position", "lacking")
MORE = ("position_kind", "status", "rank", "legal_position", "sort")
NAMES = FIRST + MORE
LISTS: dict[str, list[str]] = {
    "lacking": Lacking.values,
    "position_kind": PositionKind.values,
    "status": Status.values,
    "rank": list(RANKS),
    "legal_position": LegalPosition.values,
    "sort": Sort.values,
}
WRITTEN = ("q", "position")
LONGEST_SEARCH = 100


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing, except a unit, which is judged."""
    told = {name: data.get(name, "") for name in NAMES}
    for name in WRITTEN:
        told[name] = told[name][:LONGEST_SEARCH]
    for name, known in LISTS.items():
        told[name] = told[name] if told[name] in known else ""
    return told | {"sort": told["sort"] or Sort.NAME}


def choices(known: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [("", _("Semua")), *known]


class StaffFilters(forms.Form):
    """Search, unit with all below it, position, rank and order. A unit out of reach does not exist for the visitor."""

    q = forms.CharField(
        label=_("Nama atau NIP"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    position = forms.CharField(
        label=_("Jabatan"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )
    lacking = forms.ChoiceField(label=_("Yang kurang"), choices=choices(Lacking.choices), required=False)
    position_kind = forms.ChoiceField(label=_("Jenis jabatan"), choices=choices(PositionKind.choices), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=choices(Status.choices), required=False)
    rank = forms.ChoiceField(label=_("Golongan"), choices=choices([(rank, rank) for rank in RANKS]), required=False)
    legal_position = forms.ChoiceField(
        label=_("Kedudukan hukum"), choices=choices(LegalPosition.choices), required=False
    )
    sort = forms.ChoiceField(label=_("Urutan"), choices=Sort.choices, required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__(understood(data))
        self.actor, self.on = actor, on
        self.units = {unit.code: unit for unit in organisation_seen_by(actor, on=on)}
        named = [(code, unit.name) for code, unit in self.units.items()]
        cast(forms.ChoiceField, self.fields["unit"]).choices = [("", _("Semua yang boleh dilihat")), *named]
        self.full_clean()
        if "unit" in self.errors:
            raise Http404
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @property
    def unit_chosen(self) -> Unit | None:
        return self.units.get(self.chosen["unit"])

    @property
    def first(self) -> list[forms.BoundField]:
        """Return the fields that always stand in the bar."""
        return [self[name] for name in FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded away until somebody needs them."""
        return [self[name] for name in MORE]

    @property
    def shows_more(self) -> bool:
        return any(self.chosen[name] for name in MORE if name != "sort") or self.chosen["sort"] != Sort.NAME

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in NAMES if name != "sort")

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("people:index") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        return self.query_with()

    def query_with(self, **other: str) -> str:
        """Return the filters with some of them changed."""
        kept = {name: value for name, value in (self.chosen | other).items() if value}
        if kept.get("sort") == Sort.NAME:
            del kept["sort"]
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, people: QuerySet[Person]) -> QuerySet[Person]:
        """Return those of `people` that the filters leave, in the order chosen."""
        told = {name: value for name, value in self.chosen.items() if name != "unit"}
        return Narrowing(**told, unit=self.unit_chosen).narrow(people, actor=self.actor, on=self.on)
