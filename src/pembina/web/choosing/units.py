"""Forms that choose among the units that exist: one by one, by a filter, or by their codes."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.searches import open_units, units_named
from pembina.web.choosing import ChoosingForm, ChosenField, ChosenManyField
from pembina.web.choosing.describe import described_unit

MOST_UNITS = 1_000
MOST_TOLD = 5


def ticks(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip


def lines_field(label: Any, help_text: Any, *, required: bool = True, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class UnitsForm(ChoosingForm):
    """A form that chooses among the units that exist."""

    def __init__(self, data: Any = None, *, on: date, **options: Any) -> None:
        self.on = on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return open_units(self.on).select_related("parent").order_by("name", "pk"), units_named(wanted)


class FilteredUnitsForm(UnitsForm):
    """Units by search, or by a filter, or both; `chosen` are all that are meant, by code."""

    units = ChosenManyField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit,
        required=False,
    )  # fmt: skip
    below = ChosenField(
        label=_("Semua unit di bawah"), search_label=_("Cari unit induk"), described=described_unit, required=False,
        help_text=_("Unit induknya sendiri tidak ikut. Dipersempit oleh bidang dan jenis di bawah ini."),
    )  # fmt: skip
    sectors = ticks(_("Semua unit dengan bidang"), Sector.choices)
    kinds = ticks(_("Semua unit dengan jenis"), UnitKind.choices)

    def clean(self) -> dict[str, Any]:
        said = cast(dict[str, Any], super().clean())
        said["chosen"] = self._chosen(said)
        if not said["chosen"] and "units" not in self.errors:
            self.add_error("units", _("Pilih sedikitnya satu unit kerja, atau saring menurut bidang atau jenis."))
        return said

    def _chosen(self, said: dict[str, Any]) -> list[Unit]:
        """Return the units meant: those ticked, and those of the filter where there is any."""
        found = {unit.pk: unit for unit in said.get("units") or ()}
        below, sectors, kinds = said.get("below"), said.get("sectors"), said.get("kinds")
        if below or sectors or kinds:
            filtered = open_units(self.on)
            if below:
                links = UnitAncestry.objects.filter(ancestor=below, depth__gte=1)
                filtered = filtered.filter(pk__in=links.values("descendant"))
            filtered = filtered.filter(sector__in=sectors) if sectors else filtered
            filtered = filtered.filter(kind__in=kinds) if kinds else filtered
            found |= {unit.pk: unit for unit in filtered[: MOST_UNITS + 1]}
        if len(found) > MOST_UNITS:
            raise ValidationError(_("Lebih dari 1.000 unit. Persempit saringannya."), code="many")
        return sorted(found.values(), key=lambda unit: unit.code)


def ticked_and_coded(ticked: Iterable[Unit], written: str, *, on: date) -> list[Unit]:
    """Return the units ticked and those named by code; an unknown code is told with its place."""
    codes = [code for code in re.split(r"[,;\s]+", written) if code]
    known = {unit.code: unit for unit in open_units(on).filter(code__in=codes)}
    unknown = [
        _("Kode ke-%(place)s, %(code)s, tidak dikenal.") % {"place": place, "code": code}
        for place, code in enumerate(codes, start=1)
        if code not in known
    ]
    if unknown:
        raise ValidationError([*unknown[:MOST_TOLD], _("Periksa kodenya pada daftar unit kerja.")])
    return list(({unit.pk: unit for unit in ticked} | {unit.pk: unit for unit in known.values()}).values())
