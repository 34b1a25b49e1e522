"""The form of a new import: which file, what is in it and from which day it holds."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.text import Text
from pembina.domain.people.enums import ImportKind
from pembina.web.components.fields import DayInput
from pembina.web.components.formatting import in_language
from pembina.web.uploads import TableFileField

EARLIEST = date(1950, 1, 1)
LONGEST_SHEET_NAME = 31  # of a workbook
READABLE_ENDINGS = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods"


class NewImportForm(forms.Form):
    """What is asked before a file is checked."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Isi berkas"),
        choices=[
            (ImportKind.STAFF.value, gettext_lazy("Pegawai")),
            (ImportKind.UNITS.value, gettext_lazy("Unit kerja")),
        ],
        initial=ImportKind.STAFF.value,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih pegawai atau unit kerja.")},
    )
    file = TableFileField(
        help_text=gettext_lazy("XLSX, XLS, ODS, atau CSV, paling besar 50 MB."),
        widget=forms.FileInput(attrs={"accept": READABLE_ENDINGS}),
    )
    on = forms.DateField(
        label=gettext_lazy("Berlaku mulai"),
        help_text=gettext_lazy("Untuk perubahan yang TMT-nya tidak ada di berkas."),
        widget=DayInput(),
        error_messages={
            "required": gettext_lazy("Isi tanggal mulai berlaku."),
            "invalid": gettext_lazy("Tulis tanggal yang ada di kalender, misalnya 30-09-2026."),
        },
    )
    sheet = forms.CharField(
        label=gettext_lazy("Nama lembar"),
        help_text=gettext_lazy("Kosongkan untuk lembar pertama yang berisi data."),
        max_length=LONGEST_SHEET_NAME,
        required=False,
    )
    complete = forms.BooleanField(
        label=gettext_lazy("Berkas ini lengkap: yang tidak ada di berkas dianggap keluar"),
        help_text=gettext_lazy(
            "Centang hanya bila berkas memuat seluruh pegawai pemerintah daerah. Jabatan mereka yang tidak tercantum "
            "diakhiri; siapa saja, ditunjukkan sebelum diterapkan."
        ),
        required=False,
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        self.today = timezone.localdate()
        super().__init__(data, files, initial={"on": self.today})

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Tanggal ini belum tiba. Isi hari ini atau tanggal sebelumnya."))
        if on < EARLIEST:
            raise forms.ValidationError(_("Tanggal ini terlalu lampau. Periksa tahunnya."))
        return on

    def clean(self) -> None:
        if self.cleaned_data.get("complete") and self.cleaned_data.get("kind") == ImportKind.UNITS.value:
            self.add_error(
                "complete", _("Hanya untuk berkas pegawai. Unit kerja ditutup satu per satu di halaman unit kerja.")
            )

    def refuse(self, field: str | None, message: Text, remedy: Text) -> None:
        """Say at a field what is wrong with it and what to do."""
        self.add_error(field, f"{in_language(message)} {in_language(remedy)}")
