"""What the list of results is narrowed by; kept in the address. What cannot be understood narrows nothing."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.searches import units_named, words_in
from pembina.domain.performance.enums import PeriodCycle, PredicateWord
from pembina.domain.performance.models import PerformanceResult
from pembina.domain.performance.models.results import FIRST_YEAR

ALL = [("", _("Semua"))]
SORTS = {
    "": ("person__name", "person", "first_month"),
    "predicate": ("predicate_place", "person__name", "person", "first_month"),
    "-predicate": ("-predicate_place", "person__name", "person", "first_month"),
}


class YearFilters(forms.Form):
    """Year and cycle; the annual results of the year before `on`, the day of the visit, unless others are asked for."""

    year = forms.ChoiceField(label=_("Tahun"), required=False)
    cycle = forms.ChoiceField(label=_("Siklus"), choices=PeriodCycle.choices, required=False)

    def __init__(self, data: Any, *, on: date) -> None:
        self.on = on
        super().__init__(data)
        years = [(str(year), str(year)) for year in range(on.year, FIRST_YEAR - 1, -1)]
        self.fields["year"].choices = years  # type: ignore[attr-defined]
        self.is_valid()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}
        self.chosen["year"] = self.chosen["year"] or str(max(on.year - 1, FIRST_YEAR))
        self.chosen["cycle"] = self.chosen["cycle"] or PeriodCycle.ANNUAL.value
        self.data = self.chosen
        self.full_clean()

    @property
    def query(self) -> str:
        """Return what is chosen as an address carries it, with an ampersand at the end."""
        return f"{urlencode({name: value for name, value in self.chosen.items() if value})}&"

    def narrow(self, results: QuerySet[PerformanceResult]) -> QuerySet[PerformanceResult]:
        """Return the results of the year and cycle."""
        return results.filter(year=int(self.chosen["year"]), cycle=self.chosen["cycle"])


class ResultFilters(YearFilters):
    """The list of persons with their results."""

    q = forms.CharField(
        label=_("Cari nama"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    unit = forms.CharField(
        label=_("Unit kerja"), required=False, max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    predicate = forms.ChoiceField(label=_("Predikat"), choices=[*ALL, *PredicateWord.choices], required=False)
    sort = forms.ChoiceField(
        label=_("Urutan"), required=False,
        choices=[("", _("Nama A–Z")), ("predicate", _("Predikat terbaik")), ("-predicate", _("Predikat terendah"))],
    )  # fmt: skip

    field_order = ("q", "unit", "year", "cycle", "predicate", "sort")

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in ("q", "unit", "predicate"))

    def narrow(self, results: QuerySet[PerformanceResult]) -> QuerySet[PerformanceResult]:
        """Return what is left, in the order asked for, with persons and their posts of today."""
        found = super().narrow(results).select_related("person")
        if self.chosen["q"]:
            found = found.filter(words_in("person__name", self.chosen["q"]))
        if self.chosen["predicate"]:
            found = found.filter(predicate=self.chosen["predicate"])
        if self.chosen["unit"]:
            found = found.filter(self._in_units())
        return found.annotate(predicate_place=_place()).order_by(*SORTS[self.chosen["sort"]])

    def _in_units(self) -> Q:
        return in_units(self.chosen["unit"], self.on)


def in_units(words: str, on: date) -> Q:
    """Return the condition that a person is today in a unit with such a name or code, or below one."""
    named = Unit.objects.filter(units_named(words))
    below = UnitAncestry.objects.filter(ancestor__in=named.values("pk")).values("descendant")
    return Q(person__in=main_assignments(on).order_by().filter(unit__in=below).values("person"))


def _place() -> models.Case:
    """Return the place of the predicate, 1 the best."""
    whens = [models.When(predicate=value, then=place) for place, value in enumerate(PredicateWord.values, start=1)]
    return models.Case(*whens, output_field=models.IntegerField())
