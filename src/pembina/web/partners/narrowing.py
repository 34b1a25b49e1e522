"""What lists of partners and curricula are narrowed by and sorted; kept in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import PartnerKind
from pembina.domain.development.models import Curriculum, Partner
from pembina.domain.people.enums import Sector
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Use(models.TextChoices):
    """Whether it may still be chosen."""

    NOW = "", _("Dipakai")
    RETIRED = "retired", _("Tidak dipakai lagi")


class Narrowing(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__({})
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen: dict[str, str] = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH]

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


def search_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, widget=widget)


class PartnerNarrowing(Narrowing):
    q = search_field(_("Cari nama atau kota"))
    kind = forms.ChoiceField(label=_("Jenis"), choices=[*ALL, *PartnerKind.choices], required=False)
    use = forms.ChoiceField(label=_("Pemakaian"), choices=Use.choices, required=False)
    sort = forms.ChoiceField(
        label=_("Urutan"),
        required=False,
        choices=[("", _("Nama A–Z")), ("last_day", _("Perjanjian terdekat berakhir"))],
    )

    def narrow(self, partners: QuerySet[Partner]) -> QuerySet[Partner]:
        """Return what is left of partners that carry their `last_day`."""
        partners = partners.filter(retired_on__isnull=self.chosen["use"] != Use.RETIRED)
        if self.chosen["q"]:
            partners = partners.filter(words_in("name", self.chosen["q"]) | words_in("city", self.chosen["q"]))
        if self.chosen["kind"]:
            partners = partners.filter(kind=self.chosen["kind"])
        order = [F("last_day").asc(nulls_last=True)] if self.chosen["sort"] else []
        return partners.order_by(*order, "name", "pk")


class CurriculumNarrowing(Narrowing):
    q = search_field(_("Cari judul atau kode"))
    sector = forms.ChoiceField(label=_("Bidang"), choices=[*ALL, *Sector.choices], required=False)
    use = forms.ChoiceField(label=_("Pemakaian"), choices=Use.choices, required=False)
    sort = forms.ChoiceField(
        label=_("Urutan"), required=False, choices=[("", _("Judul A–Z")), ("-hours", _("JP terbanyak"))]
    )  # fmt: skip

    def narrow(self, curricula: QuerySet[Curriculum]) -> QuerySet[Curriculum]:
        """Return what is left of curricula that carry their `hours`."""
        curricula = curricula.filter(retired_on__isnull=self.chosen["use"] != Use.RETIRED)
        if self.chosen["q"]:
            named = words_in("title", self.chosen["q"]) | Q(code__icontains=self.chosen["q"])
            curricula = curricula.filter(named)
        if self.chosen["sector"]:
            curricula = curricula.filter(sector=self.chosen["sector"])
        order = [F("hours").desc(nulls_last=True)] if self.chosen["sort"] else []
        return curricula.order_by(*order, "title", "pk")
