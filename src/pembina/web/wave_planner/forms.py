"""What is asked of a plan of waves: units, starts, the lot and what it is divided by, or an order with its reason."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pembina.core.effect.assign import Axis
from pembina.domain.development.operations.wave_plans import WaveLine
from pembina.domain.impact.wave_planning import starts_every
from pembina.domain.people.models import Unit
from pembina.web.choosing import ChosenManyField
from pembina.web.choosing.describe import described_unit
from pembina.web.choosing.units import FilteredUnitsForm, UnitsForm, lines_field, ticked_and_coded
from pembina.web.components.fields import DayField

MOST_WAVES, MOST_MONTHS = 12, 24
FINEST = "finest"
DIVISIONS: dict[str, tuple[Axis, ...] | None] = {
    FINEST: None,
    "sector-size-baseline": (Axis.SECTOR, Axis.SIZE, Axis.BASELINE),
    "sector-baseline": (Axis.SECTOR, Axis.BASELINE),
    "sector": (Axis.SECTOR,),
    "size": (Axis.SIZE,),
    "baseline": (Axis.BASELINE,),
    "none": (),
}
DIVISION_CHOICES = [
    (FINEST, _("Sehalus yang dapat ditanggung jumlah unit (disarankan)")),
    ("sector-size-baseline", _("Bidang, besar kecilnya unit, dan capaian sebelum program")),
    ("sector-baseline", _("Bidang dan capaian sebelum program")),
    ("sector", _("Bidang saja")),
    ("size", _("Besar kecilnya unit saja")),
    ("baseline", _("Capaian sebelum program saja")),
    ("none", _("Tanpa kelompok undian")),
]


class DrawForm(FilteredUnitsForm):
    """The units of the lot, when their waves begin, and the text from which they are drawn."""

    waves = forms.IntegerField(label=_("Jumlah gelombang"), min_value=1, max_value=MOST_WAVES)
    first_start = DayField(label=_("Gelombang pertama mulai"))
    every = forms.IntegerField(label=_("Jarak antargelombang (bulan)"), min_value=1, max_value=MOST_MONTHS)
    stay_out = forms.BooleanField(
        label=_("Satu kelompok diundi untuk tetap di luar sampai akhir"), required=False,
        help_text=_("Kelompok itu menjadi pembanding. Tanpa kelompok itu, perbandingan berhenti ketika gelombang "
                    "terakhir mulai."),
    )  # fmt: skip
    division = forms.ChoiceField(
        label=_("Dibagi rata menurut"), choices=DIVISION_CHOICES, initial=FINEST,
        help_text=_("Unit yang serupa dibagi rata ke semua gelombang, supaya gelombang setara sejak awal."),
    )  # fmt: skip
    seed = forms.CharField(
        label=_("Teks undian"), max_length=100,
        help_text=_("Umumkan sebelum mengundi, misalnya angka undian lotre pekan depan. Urutannya baru terlihat "
                    "sesudah disimpan; mengundi ulang meminta alasan, dan keduanya tercatat."),
    )  # fmt: skip
    again_because = forms.CharField(
        label=_("Alasan mengundi ulang"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    @property
    def starts(self) -> list[date]:
        """Return the days on which the waves begin."""
        said = self.cleaned_data
        return starts_every(said["first_start"], said["every"], said["waves"])

    @property
    def divided_by(self) -> tuple[Axis, ...] | None:
        """Return what the strata are made of; None leaves it to the number of units."""
        return DIVISIONS[self.cleaned_data["division"]]


def lay_form(count: int) -> type["LayForm"]:
    """Return the form of an order of one's own with so many waves."""
    fields: dict[str, Any] = {}
    for number in range(1, count + 1):
        named = {"number": number}
        fields[f"start_{number}"] = DayField(label=_("Gelombang %(number)s mulai") % named)
        fields[f"units_{number}"] = chosen_units(_("Unit gelombang %(number)s") % named)
        fields[f"codes_{number}"] = codes_of_units(_("Atau kode unit gelombang %(number)s") % named)
    fields["outside"] = chosen_units(_("Unit yang tetap di luar sebagai pembanding"))
    fields["codes_outside"] = codes_of_units(_("Atau kode unit yang tetap di luar"))
    fields["reason"] = forms.CharField(
        label=_("Alasan urutan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mengapa unit-unit ini lebih dahulu. Siapa pun yang membaca hasilnya akan membacanya juga."),
    )  # fmt: skip
    return type("LayFormOfWaves", (LayForm,), fields | {"count": count})


def chosen_units(label: Any) -> ChosenManyField:
    return ChosenManyField(
        label=label, search_label=_("Cari nama atau kode unit kerja"), described=described_unit, required=False
    )  # fmt: skip


def codes_of_units(label: Any) -> forms.CharField:
    return lines_field(label, _("Dipisah koma atau baris."), required=False, rows=2)


class LayForm(UnitsForm):
    """An order that somebody chose, and who stays out."""

    count = 0

    def clean(self) -> dict[str, Any]:
        said = cast(dict[str, Any], super().clean())
        for ticked, codes in (*((f"units_{n}", f"codes_{n}") for n in self.numbers), ("outside", "codes_outside")):
            try:
                said[f"all_{ticked}"] = ticked_and_coded(said.get(ticked) or (), said.get(codes) or "", on=self.on)
            except ValidationError as refused:
                self.add_error(codes, refused)
        return said

    @property
    def numbers(self) -> range:
        return range(1, self.count + 1)

    @property
    def lines(self) -> list[WaveLine]:
        said = self.cleaned_data
        return [WaveLine(said[f"start_{number}"], said[f"all_units_{number}"]) for number in self.numbers]

    @property
    def outside(self) -> Sequence[Unit]:
        return cast(Sequence[Unit], self.cleaned_data["all_outside"])
