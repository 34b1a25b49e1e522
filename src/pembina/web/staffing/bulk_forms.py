from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.bulk import Wish
from pembina.domain.people.enums import BulkKind
from pembina.web.choosing import ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField
from pembina.web.staffing.choices import StaffingForm


class WishForm(StaffingForm):
    """What is to happen to everybody chosen."""

    kind = forms.ChoiceField(label=_("Perubahan"), choices=BulkKind.choices, widget=forms.RadioSelect)
    superior = ChosenField(
        label=_("Atasan baru"),
        search_label=_("Cari nama atau NIP atasan"),
        described=described_person,
        required=False,
        nothing=_("Atasan tetap"),
        help_text=_("Untuk ganti atasan; boleh juga pada pemindahan."),
    )
    unit = ChosenField(
        label=_("Unit baru"),
        search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit,
        required=False,
        nothing=_("Unit tetap"),
        help_text=_("Untuk pemindahan."),
    )
    day = DayField(
        label=_("Tanggal"), help_text=_("Hari pertama dengan atasan atau unit baru; pada akhir jabatan, hari terakhir.")
    )
    reason = forms.CharField(
        label=_("Dasar perubahan"), max_length=200, required=False, help_text=_("Misalnya nomor SK")
    )

    def clean(self) -> dict[str, Any]:
        """Ask for what the change needs, at the field that lacks it."""
        said: dict[str, Any] = super().clean() or {}
        kind = said.get("kind")
        if kind == BulkKind.TRANSFER and not said.get("unit") and "unit" not in self.errors:
            self.add_error("unit", _("Pilih unit baru."))
        if kind == BulkKind.SUPERIOR and not said.get("superior") and "superior" not in self.errors:
            self.add_error("superior", _("Pilih atasan baru."))
        return said

    def wish(self) -> Wish:
        said = self.cleaned_data
        kind = BulkKind(said["kind"])
        return Wish(
            kind=kind,
            day=said["day"],
            superior=said["superior"] if kind != BulkKind.END else None,
            unit=said["unit"] if kind == BulkKind.TRANSFER else None,
            reason=said["reason"],
        )
