"""What the list is narrowed by and sorted; kept in the address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.impact.enums import EvaluationState
from pembina.domain.people.enums import Sector
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Sort(models.TextChoices):
    """The order."""

    NEW = "", _("Terbaru")
    TITLE = "title", _("Judul A–Z")
    DECIDES = "decides", _("Hari keputusan terdekat")


ORDERS: dict[str, tuple[Any, ...]] = {
    "": ("-made_at", "-pk"),
    "title": ("title", "pk"),
    "decides": (F("decides_on").asc(nulls_last=True), "pk"),
}


class ListFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari judul atau program"), required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *EvaluationState.choices], required=False)
    sector = forms.ChoiceField(label=_("Bidang"), choices=[*ALL, *Sector.choices], required=False)
    late = forms.ChoiceField(
        label=_("Keputusan"), choices=[*ALL, ("1", _("Lewat hari keputusan"))], required=False
    )  # fmt: skip
    sort = forms.ChoiceField(label=_("Urutan"), choices=Sort.choices, required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__({})
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH].replace("\0", "")

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, evaluations: QuerySet[Any], *, on: date) -> QuerySet[Any]:
        """Return what is left of evaluations that carry their figures, in the order asked for."""
        chosen = self.chosen
        if chosen["q"]:
            words = words_in("title", chosen["q"]) | words_in("programme__title", chosen["q"])
            evaluations = evaluations.filter(words | Q(programme__code__icontains=chosen["q"]))
        if chosen["state"]:
            evaluations = evaluations.filter(state=chosen["state"])
        if chosen["sector"]:
            evaluations = evaluations.filter(programme__sector=chosen["sector"])
        if chosen["late"]:
            past = Q(("decides_on__lt", on))  # An annotation of `with_figures`, which the type checker does not see.
            evaluations = evaluations.filter(past, state=EvaluationState.LOCKED)
        return evaluations.order_by(*ORDERS[chosen["sort"]])
