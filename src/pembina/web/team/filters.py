"""What the list of the people one leads is narrowed by; kept in the address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.searches import words_in
from pembina.domain.performance.queries.board import BoardState, late_condition

LONGEST_SEARCH = 100
STATES = [("", _("Semua")), *BoardState.choices, ("late", _("Terlambat"))]
SORTS = [("", _("Menunggu Anda dahulu")), ("name", _("Nama A–Z")), ("-name", _("Nama Z–A"))]


class TeamFilters(forms.Form):
    """What cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )
    state = forms.ChoiceField(label=_("Keadaan SKP"), required=False, choices=STATES)
    sort = forms.ChoiceField(label=_("Urutan"), required=False, choices=SORTS)

    def __init__(self, data: Any, *, year: int, on: date) -> None:
        super().__init__({})
        self.year, self.on = year, on
        self.data = {
            "q": str(data.get("q", "")).replace("\0", "")[:LONGEST_SEARCH],
            "state": data.get("state", "") if data.get("state", "") in dict(STATES) else "",
            "sort": data.get("sort", "") if data.get("sort", "") in dict(SORTS) else "",
        }
        self.full_clean()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen["q"] or self.chosen["state"])

    @property
    def query(self) -> str:
        """Return everything as an address carries it, with an ampersand at the end."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, posts: "QuerySet[Any]") -> "QuerySet[Any]":
        """Return what is left of `posts_planned`, in order."""
        if wanted := self.chosen["q"]:
            posts = posts.filter(words_in("person__name", wanted))
        if state := self.chosen["state"]:
            is_late = state == "late"
            posts = posts.filter(late_condition(self.year, on=self.on)) if is_late else posts.filter(standing=state)
        if sort := self.chosen["sort"]:
            return posts.order_by(sort.replace("name", "person__name"), "pk")
        return posts.order_by(F("waiting").asc(nulls_last=True), "person__name", "pk")
