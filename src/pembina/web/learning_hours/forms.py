"""What is filled in about something learned."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.learning_counts import Learning
from pembina.web.components.fields import DayField
from pembina.web.learning_hours.equivalents import equivalent_rows, form_choices, forms_held

LONGEST_REASON = 500
WAYS = ("hours", "minutes", "units")


class LearningForm(forms.Form):
    """One thing learned: hours on the certificate, the length, or units of the equivalent of the form; one of them."""

    form = forms.TypedChoiceField(label=_("Bentuk pengembangan"), coerce=int)
    title = forms.CharField(label=_("Nama kegiatan"), max_length=200)
    organiser = forms.CharField(label=_("Penyelenggara"), max_length=200)
    first_day = DayField(label=_("Hari pertama"))
    last_day = DayField(label=_("Hari terakhir"))
    hours = forms.DecimalField(
        label=_("JP pada sertifikat"), required=False, min_value=0, max_digits=6, decimal_places=2,
        help_text=_("Seperti tercetak. Tanpa sertifikat, kosongkan dan isi lamanya atau banyaknya."),
    )  # fmt: skip
    minutes = forms.IntegerField(
        label=_("Lamanya (menit)"), required=False, min_value=1, max_value=100_000,
        help_text=_("Jumlah seluruh pertemuan. 1 JP = 45 menit, dibulatkan ke bawah."),
    )  # fmt: skip
    units = forms.DecimalField(
        label=_("Banyaknya (kegiatan, pertemuan, hari, atau bulan)"), required=False, min_value=Decimal("0.01"),
        max_value=366, max_digits=5, decimal_places=2,
        help_text=_(
            "Bila lamanya pun tidak diketahui. Dihitung dengan padanan bentuknya pada hari terakhir; padanan hari ini "
            "ada di bawah formulir."
        ),
    )  # fmt: skip
    number = forms.CharField(label=_("Nomor sertifikat"), max_length=100, required=False)
    evidence = forms.URLField(
        label=_("Tautan bukti"), max_length=200, assume_scheme="https",
        help_text=_("Alamat sertifikat atau surat tugas yang dapat dibuka pengelola kepegawaian."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, on: date, **options: Any) -> None:
        super().__init__(data, **options)
        held = forms_held(on)
        self.fields["form"].choices = [("", _("Pilih")), *form_choices(held)]  # type: ignore[attr-defined]
        self.equivalents = equivalent_rows(held)

    def clean(self) -> dict[str, Any] | None:
        said = super().clean() or {}
        if self.errors.keys() & set(WAYS):
            return said
        given = [name for name in WAYS if said.get(name)]
        if not given:
            words = _("Isi salah satu: JP pada sertifikat, lamanya dalam menit, atau banyaknya.")
            raise ValidationError({"hours": words}, code="required")
        if len(given) > 1:
            words = _("Isi satu saja dari JP pada sertifikat, lamanya, dan banyaknya; kosongkan yang lain.")
            raise ValidationError(dict.fromkeys(given[1:], words), code="several")
        return said

    def learning(self) -> Learning:
        said = self.cleaned_data
        return Learning(
            form=said["form"], title=" ".join(said["title"].split()), organiser=said["organiser"],
            first_day=said["first_day"], last_day=said["last_day"], hours=said["hours"] or None,
            minutes=said["minutes"], units=said["units"], number=said["number"], evidence=said["evidence"],
        )  # fmt: skip


class NotedForm(LearningForm):
    """The same, noted by an officer with the paper at hand: a link to it may be missing."""

    def __init__(self, data: Any = None, *, on: date, **options: Any) -> None:
        super().__init__(data, on=on, **options)
        self.fields["evidence"].required = False


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Pegawai yang bersangkutan akan membacanya."),
    )  # fmt: skip
