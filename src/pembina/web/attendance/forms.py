"""What is written on the list of a session, and the code that is typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus
from pembina.domain.development.models import Attendance

LONGEST_REASON = 500
LONGEST_CODE = 20


class FirstForm(forms.Form):
    """The first word on a participant."""

    status = forms.ChoiceField(label=_("Kehadiran"), choices=AttendanceStatus.choices, widget=forms.RadioSelect)


class CorrectionForm(FirstForm):
    """Another word than the one on record, with a reason."""

    means = forms.ChoiceField(
        label=_("Menurut"),
        choices=[(each.value, each.label) for each in (AttendanceMeans.LIST, AttendanceMeans.PAPER)],
        widget=forms.RadioSelect,
        initial=AttendanceMeans.LIST.value,
    )
    reason = forms.CharField(
        label=_("Alasan"), max_length=LONGEST_REASON, required=False,
        help_text=_("Misalnya: salah ketuk; datang terlambat; surat izin menyusul."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, kept: Attendance, **options: Any) -> None:
        super().__init__(data, **options)
        left = [choice for choice in AttendanceStatus.choices if choice[0] != kept.status]
        self.fields["status"].choices = left  # type: ignore[attr-defined]
        self.fields["status"].label = _("Menjadi")


class CodeForm(forms.Form):
    """The code that the room shows."""

    kode = forms.CharField(
        label=_("Kode di layar ruangan"),
        max_length=LONGEST_CODE,
        help_text=_("Delapan huruf dan angka; tanda hubung boleh tidak ditulis."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
