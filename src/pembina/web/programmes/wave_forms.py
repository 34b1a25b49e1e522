"""What is asked about waves: an order drawn by lot or laid by hand, and what becomes of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.operations.wave_plans import WaveLine
from pembina.domain.people.models import Unit
from pembina.web.choosing import ChosenField, ChosenManyField
from pembina.web.choosing.describe import described_unit
from pembina.web.choosing.units import FilteredUnitsForm, UnitsForm, lines_field, ticked_and_coded
from pembina.web.components.fields import EARLIEST, LATEST, DayField
from pembina.web.programmes.forms import reason_field

MOST_WAVES = 12
SHAPES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


class DrawForm(FilteredUnitsForm):
    """Units by search, or by a filter, or both; a day per wave; and the text of the draw."""

    starts = lines_field(_("Hari mulai"), _("Satu baris satu gelombang, misalnya 2027-01-04."))
    seed = forms.CharField(
        label=_("Teks undian"), max_length=100,
        help_text=_("Umumkan sebelum mengundi, misalnya angka undian lotre pekan depan. Dari teks ini siapa pun dapat "
                    "mengulang undiannya."),
    )  # fmt: skip
    by_sector = forms.BooleanField(
        label=_("Bagi rata setiap bidang ke semua gelombang"), required=False
    )  # fmt: skip
    again_because = forms.CharField(
        label=_("Alasan mengundi ulang"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_starts(self) -> list[date]:
        return days_in(self.cleaned_data["starts"])


def lay_form(count: int) -> type["LayForm"]:
    """Return the form of an order of one's own with so many waves."""
    fields: dict[str, Any] = {}
    for number in range(1, count + 1):
        named = {"number": number}
        fields[f"start_{number}"] = DayField(label=_("Gelombang %(number)s mulai") % named)
        fields[f"units_{number}"] = ChosenManyField(
            label=_("Unit gelombang %(number)s") % named, search_label=_("Cari nama atau kode unit kerja"),
            described=described_unit, required=False,
        )  # fmt: skip
        fields[f"codes_{number}"] = lines_field(
            _("Atau kode unit gelombang %(number)s") % named, _("Dipisah koma atau baris."), required=False, rows=2
        )
    return type("LayFormOfWaves", (LayForm,), fields | {"count": count})


class LayForm(UnitsForm):
    """An order that somebody chose."""

    count = 0
    reason = reason_field(_("Alasan urutan"), _("Mengapa unit-unit ini lebih dahulu. Penilai dampak akan membacanya."))

    def clean(self) -> dict[str, Any]:
        said = cast(dict[str, Any], super().clean())
        for number in range(1, self.count + 1):
            try:
                said[f"all_{number}"] = self._units(said, number)
            except ValidationError as refused:
                self.add_error(f"codes_{number}", refused)
        return said

    def _units(self, said: dict[str, Any], number: int) -> list[Unit]:
        """Return the units ticked and those named by code."""
        return ticked_and_coded(said.get(f"units_{number}") or (), said.get(f"codes_{number}") or "", on=self.on)

    def lines(self) -> Sequence[WaveLine]:
        said = self.cleaned_data
        return [WaveLine(said[f"start_{number}"], said[f"all_{number}"]) for number in range(1, self.count + 1)]


def days_in(written: str) -> list[date]:
    """Return the days, one a line; a line that is none is told with its number."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if len(lines) > MOST_WAVES:
        raise ValidationError(_("Paling banyak 12 gelombang."), code="many")
    found, wrong = [], []
    for number, line in enumerate(lines, start=1):
        day = day_in(line)
        if day is None:
            told = {"number": number, "line": line[:40]}
            wrong.append(_("Baris %(number)s, “%(line)s”, bukan tanggal. Tulis misalnya 2027-01-04.") % told)
        else:
            found.append(day)
    if wrong:
        raise ValidationError(wrong)
    return found


def day_in(line: str) -> date | None:
    for shape in SHAPES:
        try:
            found = datetime.strptime(line, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
        return found if EARLIEST <= found <= LATEST else None
    return None


class SlipForm(forms.Form):
    to = DayField(label=_("Mulai yang baru"))
    reason = reason_field(_("Alasan"), _("Rencana semula tetap terlihat di sampingnya."))


class StartForm(forms.Form):
    on = DayField(label=_("Mulai sebenarnya"))


class StartUnitForm(StartForm):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=500,
        required=False,
        help_text=_("Wajib bila membetulkan hari yang sudah tercatat."),
    )


class LeaveForm(forms.Form):
    on = DayField(label=_("Keluar pada"))
    reason = reason_field(_("Alasan"))


class JoinForm(UnitsForm):
    unit = ChosenField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit
    )  # fmt: skip
    reason = reason_field(_("Alasan"), _("Mengapa unit ini menyusul."))
