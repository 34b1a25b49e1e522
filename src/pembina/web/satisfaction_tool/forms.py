"""The two forms: a file, then its columns and the choices of the computation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.rules.satisfaction_index import ELEMENTS, NotInForceError, UnusableAnswersError
from pembina.core.text import Text
from pembina.exchange.survey_files import ORDERS, Order
from pembina.exchange.survey_files.sources import Source, SurveySources
from pembina.exchange.tables import UnreadableFileError
from pembina.web.components.fields import DayInput
from pembina.web.components.formatting import number
from pembina.web.satisfaction_tool.carried import Survey
from pembina.web.satisfaction_tool.reading import Refusal, read_survey
from pembina.web.satisfaction_tool.wording import (
    MISSING_CHOICES,
    ORDER_CHOICES,
    element_labels,
    in_language,
    weight_choices,
)
from pembina.web.uploads import ComputationStoppedError, TableFileField, within_limits

MOST_USERS = 300_000_000


class UploadForm(forms.Form):
    """The file, and what U8 and U9 mean in it."""

    file = TableFileField(
        label=gettext_lazy("Pilih atau jatuhkan berkas jawaban"),
        help_text=gettext_lazy("CSV, XLSX, atau Parquet, paling besar 50 MB."),
    )
    order = forms.ChoiceField(
        label=gettext_lazy("Urutan U8 dan U9 di kuesioner Anda"),
        help_text=gettext_lazy("Lampiran peraturan dan banyak kuesioner lapangan menukar keduanya."),
        choices=ORDER_CHOICES,
        initial="regulation",
        widget=forms.RadioSelect,
    )

    def read(self) -> SurveySources | None:
        """Return what the file offers; where it cannot be read, say so at the field and return None."""
        file = self.cleaned_data["file"]
        try:
            found = within_limits(read_survey, file.read(), file.name)
        except ComputationStoppedError as stopped:
            found = Refusal(stopped.message, stopped.remedy)
        if isinstance(found, Refusal):
            self.add_error("file", said(found.message, found.remedy))
            return None
        return found


class ColumnsForm(forms.Form):
    """One select per element, and how to compute."""

    sources = forms.CharField(widget=forms.HiddenInput)
    order = forms.ChoiceField(choices=ORDER_CHOICES, widget=forms.HiddenInput)
    on = forms.DateField(
        label=gettext_lazy("Tanggal survei"),
        help_text=gettext_lazy("Menentukan versi peraturan yang berlaku."),
        widget=DayInput(),
        error_messages={
            "required": gettext_lazy("Isi tanggal survei."),
            "invalid": gettext_lazy("Tulis tanggal yang ada di kalender, misalnya 30-09-2026."),
        },
    )
    unit = forms.CharField(
        label=gettext_lazy("Nama layanan atau unit"),
        help_text=gettext_lazy("Untuk judul laporan."),
        max_length=120,
        required=False,
    )
    population = forms.IntegerField(
        label=gettext_lazy("Pengguna layanan dalam setahun"),
        help_text=gettext_lazy("Bila diisi, jumlah responden dibandingkan dengan tabel Krejcie-Morgan."),
        min_value=1,
        max_value=MOST_USERS,
        required=False,
        localize=True,
        error_messages={
            "invalid": gettext_lazy("Tulis bilangan bulat, misalnya 1200."),
            "min_value": gettext_lazy("Tulis sedikitnya 1, atau kosongkan."),
            "max_value": gettext_lazy("Jumlah ini melebihi penduduk Indonesia. Periksa angkanya."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    missing = forms.ChoiceField(
        label=gettext_lazy("Jawaban yang kosong"), choices=MISSING_CHOICES, initial="refuse", widget=forms.RadioSelect
    )
    weight = forms.ChoiceField(
        label=gettext_lazy("Bobot tiap unsur"),
        help_text=gettext_lazy(
            "Peraturan menulis 1/9 = 0,11, padahal sembilan kali 0,11 tidak sampai satu: nilai tertinggi hanya 99,00. "
            "Pakai 0,11 atau 0,111 hanya untuk mencocokkan laporan lama."
        ),
        choices=weight_choices,
        initial="exact",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Mapping[str, Any] | None, *, found: SurveySources, order: Order, text: str) -> None:
        guessed = {f"element_{key}": name for key, name in found.guess(order).items()}
        today = timezone.localdate()
        super().__init__(data, initial={"on": today, "order": order, "sources": text, **guessed})
        self.found, self.today = found, today
        labels = element_labels(self.today)
        for position, key in enumerate(ORDERS[order], start=1):
            self.fields[f"element_{key}"] = element_field(f"U{position}. {labels[key]}", found)

    @property
    def element_fields(self) -> list[forms.BoundField]:
        """The nine selects in the order of the questionnaire."""
        return [self[name] for name in self.fields if name.startswith("element_")]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Tanggal ini belum tiba. Isi tanggal survei yang sudah selesai."))
        return on

    def clean(self) -> None:
        chosen = self.checked_columns()
        if not self.errors:
            self.survey = self.computed(chosen)

    def checked_columns(self) -> dict[str, str]:
        """Return element key to source name; every problem of a column stands at its field."""
        chosen: dict[str, str] = {}
        for key in ELEMENTS:
            name = self.cleaned_data.get(f"element_{key}")
            if not name:
                continue
            if name in chosen.values():
                self.add_error(f"element_{key}", _("Kolom ini sudah dipakai untuk unsur lain. Pilih kolom lain."))
            self.require(key, self.found.named(name))
            chosen[key] = name
        return chosen

    def require(self, key: str, source: Source | None) -> None:
        try:
            if source is not None:
                source.require(self.cleaned_data.get("missing", "refuse"))
        except UnreadableFileError as refused:
            self.add_error(f"element_{key}", said(refused.message, refused.remedy))

    def computed(self, chosen: Mapping[str, str]) -> Survey:
        """Return the survey after trying the rule on it; what the rule refuses stands at the form."""
        choices = {name: self.cleaned_data[name] for name in ("on", "weight", "missing", "order", "population", "unit")}
        survey = Survey(self.found.counts(chosen), notes=self.found.notes, **choices)
        try:
            survey.index()
        except NotInForceError as refused:
            self.add_error("on", said(refused.message, refused.remedy))
        except UnusableAnswersError as refused:
            self.add_error(None, said(refused.message, refused.remedy))
        return survey


def element_field(label: str, found: SurveySources) -> forms.ChoiceField:
    """A select of the columns with scores, then of all others."""
    return forms.ChoiceField(
        label=label,
        choices=[("", _("Pilih kolom")), *groups(found)],
        error_messages={"required": _("Pilih kolom untuk unsur ini; indeks memerlukan kesembilan unsur.")},
    )


def groups(found: SurveySources) -> list[tuple[str, list[tuple[str, str]]]]:
    usable = [(source.name, described(source)) for source in found.sources if source.name and source.usable]
    others = [(source.name, source.name) for source in found.sources if source.name and not source.usable]
    named = ((_("Kolom berisi skor"), usable), (_("Kolom lain"), others))
    return [(name, choices) for name, choices in named if choices]


def described(source: Source) -> str:
    """The column with what it holds, so that a wrong one is noticed: ``U3 (120 jawaban, rata-rata 3,18)``."""
    mean = sum(score * people for score, people in enumerate(source.people, start=1)) / source.answered
    words = {"name": source.name, "answers": number(source.answered), "mean": number(mean, 2)}
    return _("%(name)s (%(answers)s jawaban, rata-rata %(mean)s)") % words


def said(message: Text, remedy: Text) -> str:
    return f"{in_language(message)} {in_language(remedy)}"
