"""What the lists of hours are narrowed by; kept in the address. What cannot be understood narrows nothing."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import F, OrderBy, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.learning_hours import State
from pembina.domain.development.queries.learning_hours import FIRST_YEAR, at_or_below, in_state, staff_of, with_hours
from pembina.domain.people.enums import Status
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.searches import people_named, with_posts
from pembina.web.components.formatting import in_language

ALL = [("", _("Semua"))]
ORDERS: dict[str, list[str | OrderBy]] = {
    "": ["name", "pk"],
    "jp": [F("jp").asc(nulls_first=True), "name", "pk"],
    "-jp": [F("jp").desc(nulls_last=True), "name", "pk"],
}


class YearFilters(forms.Form):
    """Year, status and unit; `on` is the day of the visit."""

    year = forms.ChoiceField(label=_("Tahun"), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=[*ALL, *Status.choices], required=False)

    def __init__(self, data: Any, *, on: date) -> None:
        self.on = on
        super().__init__(data)
        years = [(str(year), str(year)) for year in range(on.year, FIRST_YEAR - 1, -1)]
        self.fields["year"].choices = years  # type: ignore[attr-defined]
        self.is_valid()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}
        self.chosen["year"] = self.chosen["year"] or str(on.year)
        self.unit_code = str(data.get("unit", ""))[:40]
        self.data = self.chosen
        self.full_clean()

    @property
    def year_chosen(self) -> int:
        return int(self.chosen["year"])

    @cached_property
    def unit(self) -> Unit | None:
        return Unit.objects.filter(code=self.unit_code).first() if self.unit_code else None

    @property
    def query(self) -> str:
        """Return year, status and whatever else is chosen, without the unit."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    @property
    def query_with_unit(self) -> str:
        return self.query + (f"{urlencode({'unit': self.unit.code})}&" if self.unit else "")


class PeopleFilters(YearFilters):
    """The list of persons."""

    q = forms.CharField(
        label=_("Cari nama"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    standing = forms.ChoiceField(label=_("Keadaan"), required=False)
    sort = forms.ChoiceField(
        label=_("Urutan"), required=False,
        choices=[("", _("Nama A–Z")), ("jp", _("JP paling sedikit")), ("-jp", _("JP paling banyak"))],
    )  # fmt: skip

    field_order = ("q", "year", "status", "standing", "sort")

    def __init__(self, data: Any, *, on: date) -> None:
        states = [*ALL, *((state.value, in_language(state.label)) for state in State)]
        self.base_fields["standing"].choices = states  # type: ignore[attr-defined]
        super().__init__(data, on=on)

    @property
    def is_narrowed(self) -> bool:
        narrowing = [value for name, value in self.chosen.items() if name not in ("sort", "year")]
        return any(narrowing) or self.unit is not None

    def people(self) -> QuerySet[Person]:
        """Return the persons that are left, in order, each with ``jp`` and ``today``."""
        year = self.year_chosen
        found = with_hours(staff_of(year, on=self.on), year=year)
        if self.chosen["q"]:
            found = found.filter(people_named(self.chosen["q"]))
        if self.chosen["status"]:
            found = found.filter(status=self.chosen["status"])
        if self.unit is not None:
            found = found.filter(at_or_below(self.unit, year=year, on=self.on))
        if self.chosen["standing"]:
            found = found.filter(in_state(State(self.chosen["standing"]), year=year, on=self.on))
        return with_posts(found.order_by(*ORDERS[self.chosen["sort"]]), on=min(self.on, date(year, 12, 31)))
