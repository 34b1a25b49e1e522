"""What the board is narrowed by and sorted; kept in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Programme
from pembina.domain.people.enums import Sector
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Sort(models.TextChoices):
    """The order; a minus turns it round."""

    NEW = "", _("Terbaru")
    TITLE = "title", _("Nama A–Z")
    WAVE = "wave", _("Gelombang terdekat")
    ENDS = "ends", _("Hari terakhir terdekat")
    BUDGET = "-budget", _("Anggaran terbesar")


ORDERS: dict[str, tuple[Any, ...]] = {
    "": ("-starts_on", "-pk"),
    "title": ("title", "pk"),
    "wave": (F("next_wave_on").asc(nulls_last=True), "pk"),
    "ends": ("ends_on", "pk"),
    "-budget": (F("budget").desc(nulls_last=True), "pk"),
}


class BoardFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama atau kode"), required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *ProgrammeState.choices], required=False)
    sector = forms.ChoiceField(label=_("Bidang"), choices=[*ALL, *Sector.choices], required=False)
    late = forms.ChoiceField(
        label=_("Perlu perhatian"), choices=[*ALL, ("1", _("Ada yang terlambat"))], required=False
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

    def narrow(self, programmes: QuerySet[Programme]) -> QuerySet[Programme]:
        """Return what is left of programmes that carry their figures, in the order asked for."""
        if self.chosen["q"]:
            programmes = programmes.filter(words_in("title", self.chosen["q"]) | Q(code__icontains=self.chosen["q"]))
        for name in ("state", "sector"):
            if self.chosen[name]:
                programmes = programmes.filter(**{name: self.chosen[name]})
        return programmes.order_by(*ORDERS[self.chosen["sort"]])
