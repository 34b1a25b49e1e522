"""What an officer writes about a result: plans, their progress, the words of the report, the reason of a correction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models.survey_results import LONGEST_ACTIVITY, LONGEST_NOTE, LONGEST_SECTION
from pembina.domain.services.operations.follow_ups import Plan
from pembina.web.components.fields import DayField


def longer(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def passage(label: Any, rows: int) -> forms.CharField:
    """A section of the report that may stay empty."""
    return forms.CharField(label=label, required=False, max_length=LONGEST_SECTION, widget=longer(rows))


class PlanForm(forms.Form):
    """One activity; `elements` are the keys and names of the nine, the weakest first."""

    element = forms.ChoiceField(label=_("Unsur"), help_text=_("Unsur terlemah berada di atas."))
    activity = forms.CharField(
        label=_("Kegiatan"),
        max_length=LONGEST_ACTIVITY,
        widget=longer(3),
        help_text=_("Apa yang akan dilakukan, misalnya: menambah satu loket pada jam sibuk."),
    )
    due_on = DayField(label=_("Tenggat"))
    responsible = forms.CharField(
        label=_("Penanggung jawab"), max_length=200, help_text=_("Jabatan atau unit, bukan nama orang.")
    )

    def __init__(self, data: Any = None, *, elements: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["element"].choices = elements  # type: ignore[attr-defined]

    @property
    def plan(self) -> Plan:
        """Return what was filled in."""
        return Plan(**self.cleaned_data)


class ProgressForm(forms.Form):
    """How a plan goes."""

    state = forms.ChoiceField(label=_("Keadaan"), choices=FollowUpState.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Catatan"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=longer(3),
        help_text=_("Wajib saat selesai atau dibatalkan; ikut tercetak dalam laporan berikutnya."),
    )


class SectionsForm(forms.Form):
    """The sections of the report. What stays empty is printed in the words of the application."""

    number = forms.CharField(label=_("Nomor laporan"), required=False, max_length=100)
    background = passage(_("Latar belakang"), 6)
    purpose = passage(_("Maksud dan tujuan"), 4)
    method = passage(_("Cara pengumpulan data"), 4)
    analysis = passage(_("Analisis masalah"), 6)
    conclusion = passage(_("Kesimpulan dan saran"), 6)
    place = forms.CharField(label=_("Tempat penandatanganan"), required=False, max_length=100)
    signatory = forms.CharField(label=_("Nama penanda tangan"), required=False, max_length=200)
    signatory_position = forms.CharField(label=_("Jabatan penanda tangan"), required=False, max_length=200)


class PublishForm(forms.Form):
    """Why there is another version; not asked of the first."""

    correction = forms.CharField(
        label=_("Alasan perbaikan"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=longer(3),
        help_text=_("Apa yang diperbaiki dan mengapa. Pembaca melihatnya di samping versi sebelumnya."),
    )
