"""What the board of plans is narrowed by; kept in the address. What cannot be understood narrows nothing."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.searches import words_in
from pembina.domain.performance.queries.board import BoardState, late_condition

ALL = [("", _("Semua"))]
LONGEST_SEARCH, LONGEST_CODE = 100, 40


class BoardFilters(forms.Form):
    """Name, position, state and order; the unit is chosen in the list of units."""

    q = forms.CharField(
        label=_("Cari nama"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )
    position = forms.CharField(label=_("Jabatan"), required=False)
    state = forms.ChoiceField(
        label=_("Keadaan"), required=False, choices=[*ALL, *BoardState.choices, ("late", _("Terlambat"))]
    )
    sort = forms.ChoiceField(
        label=_("Urutan"), required=False,
        choices=[("", _("Nama A–Z")), ("unit", _("Unit kerja A–Z")), ("state", _("Keadaan"))],
    )  # fmt: skip

    def __init__(self, data: Any, *, year: int, on: date) -> None:
        super().__init__({})
        self.year, self.on = year, on
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}
        self.unit_code = str(data.get("unit", ""))[:LONGEST_CODE]

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written.replace("\0", "")[:LONGEST_SEARCH]

    @cached_property
    def unit(self) -> Unit | None:
        return Unit.objects.filter(code=self.unit_code).first() if self.unit_code else None

    @property
    def is_narrowed(self) -> bool:
        return self.unit is not None or any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return everything as an address carries it, with an ampersand at the end."""
        kept = {name: value for name, value in self.chosen.items() if value}
        kept |= {"unit": self.unit.code} if self.unit else {}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, posts: "QuerySet[Any]") -> "QuerySet[Any]":
        """Return what is left of `posts_planned`, in order."""
        if self.unit is not None:
            posts = posts.filter(unit__in=UnitAncestry.objects.filter(ancestor=self.unit).values("descendant"))
        if wanted := self.chosen["q"]:
            posts = posts.filter(words_in("person__name", wanted))
        if wanted := self.chosen["position"]:
            posts = posts.filter(words_in("position", wanted))
        if state := self.chosen["state"]:
            condition = late_condition(self.year, on=self.on) if state == "late" else None
            posts = posts.filter(condition) if condition is not None else posts.filter(standing=state)
        orders = {"unit": ("unit__name",), "state": ("standing",)}
        return posts.order_by(*orders.get(self.chosen["sort"], ()), "person__name", "pk")
