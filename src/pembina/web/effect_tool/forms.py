"""The two steps as forms: the file, then its columns and the question."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.exchange.service_requests import zone_minutes
from pembina.web.components.formatting import in_language
from pembina.web.effect_tool.carried import CarriedLook
from pembina.web.effect_tool.wishes import Asked, PanelWish, RequestWish
from pembina.web.uploads import TableFileField

DECIMAL = {"inputmode": "decimal", "autocomplete": "off"}
FIGURES = [
    ("median-days", gettext_lazy("Median hari sampai selesai")),
    ("p90-days", gettext_lazy("Hari yang dilampaui sepersepuluh permohonan (persentil ke-90)")),
    ("share-on-time", gettext_lazy("Persen yang selesai dalam janji layanan")),
]
DECIMALS = [
    ("auto", gettext_lazy("Kenali sendiri")),
    ("comma", gettext_lazy("Koma: 1.234,5")),
    ("point", gettext_lazy("Titik: 1,234.5")),
]
ZONES = [("", gettext_lazy("Seperti tertulis")), ("WIB", "WIB"), ("WITA", "WITA"), ("WIT", "WIT")]


class FileForm(forms.Form):
    """Step 1: the file, and what one of its rows is."""

    file = TableFileField(help_text=gettext_lazy("CSV, XLSX, atau Parquet, paling besar 50 MB."))
    rows_are = forms.ChoiceField(
        label=gettext_lazy("Satu baris berisi"),
        widget=forms.RadioSelect,
        initial="panel",
        choices=[
            ("panel", gettext_lazy("satu unit kerja dalam satu periode, misalnya bulan")),
            ("requests", gettext_lazy("satu permohonan, dengan tanggal terima dan selesai")),
        ],
        error_messages={"required": gettext_lazy("Pilih salah satu.")},
    )


class QuestionForm(forms.Form):
    """Step 2, what both kinds of files share: the file again, and the question in plain words."""

    file = TableFileField(help_text=gettext_lazy("CSV, XLSX, atau Parquet, paling besar 50 MB."))
    look = forms.CharField(widget=forms.HiddenInput)
    direction = forms.ChoiceField(
        label=gettext_lazy("Layanan membaik bila"),
        widget=forms.RadioSelect,
        choices=[
            ("lower", gettext_lazy("angkanya turun, misalnya hari tunggu atau pengaduan")),
            ("higher", gettext_lazy("angkanya naik, misalnya nilai kepuasan")),
        ],
        error_messages={"required": gettext_lazy("Pilih salah satu: hasil yang sama dapat berarti baik atau buruk.")},
    )
    figure_unit = forms.CharField(
        label=gettext_lazy("Satuan angkanya"),
        help_text=gettext_lazy("Misalnya hari, poin, atau pengaduan."),
        required=False,
        max_length=24,
    )
    smallest_effect = forms.FloatField(
        label=gettext_lazy("Perubahan terkecil yang berarti bagi warga"),
        help_text=gettext_lazy(
            "Dalam satuan angka itu. Tulis 1 bila layanan yang lebih cepat satu hari baru terasa bedanya. "
            "Bila dikosongkan, alat ini tidak dapat menyebut dampaknya berarti atau tidak."
        ),
        required=False,
        localize=True,
        widget=forms.TextInput(attrs=DECIMAL),
        error_messages={"invalid": gettext_lazy("Tulis satu angka, misalnya 1 atau 0,5.")},
    )
    comparison = forms.ChoiceField(
        label=gettext_lazy("Siapa pembandingnya?"),
        widget=forms.RadioSelect,
        initial="not-yet",
        choices=[
            ("not-yet", gettext_lazy("Unit yang belum mulai pada saat itu, dan yang tidak pernah ikut (dianjurkan)")),
            ("never", gettext_lazy("Hanya unit yang tidak pernah ikut")),
        ],
    )
    random_timing = forms.ChoiceField(
        label=gettext_lazy("Apakah urutan gelombang diundi?"),
        help_text=gettext_lazy(
            "Diundi berarti setiap unit berpeluang sama untuk mulai lebih dulu, dengan undian yang tercatat. "
            "Bila benar, hasilnya dapat jauh lebih pasti; bila tidak, jangan memilihnya."
        ),
        widget=forms.RadioSelect,
        initial="no",
        choices=[
            ("no", gettext_lazy("Tidak, urutannya dipilih atau tidak diketahui")),
            ("yes", gettext_lazy("Ya, urutannya diundi")),
        ],
    )

    column_fields: tuple[str, ...] = ()

    def __init__(self, carried: CarriedLook, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.carried = carried
        self.fields["look"].initial = carried.sealed
        choices = [(column, column) for column in carried.look.columns]
        for name in self.column_fields:
            guessed, reason = carried.look.guesses.get(name, (None, None))
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = [("", _("Pilih kolom")), *choices]
            field.initial = guessed or ""
            if reason and guessed:
                field.help_text = _("Ditebak: %(reason)s.") % {"reason": in_language(reason)}

    def clean_smallest_effect(self) -> float | None:
        value: float | None = self.cleaned_data["smallest_effect"]
        if value is not None and value <= 0:
            raise ValidationError(_("Tulis angka yang lebih besar dari 0; arahnya sudah ditanyakan di atas."))
        return value

    def clean(self) -> dict[str, Any]:
        """One column cannot play two roles."""
        taken: dict[str, str] = {}
        for name in self.column_fields:
            column = self.cleaned_data.get(name)
            if column and column in taken:
                self.add_error(name, _("Kolom “%(column)s” sudah dipakai di atas.") % {"column": column})
            elif column:
                taken[column] = name
        return self.cleaned_data

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            lower_is_better=given["direction"] == "lower",
            smallest_effect=given["smallest_effect"],
            comparison=given["comparison"],
            random_timing=given["random_timing"] == "yes",
            outcome_unit=given["figure_unit"],
        )


def column_field(label: Any, **named: Any) -> forms.ChoiceField:
    """A choice among the columns of the file."""
    messages = {
        "required": gettext_lazy("Pilih kolomnya."),
        "invalid_choice": gettext_lazy("Kolom “%(value)s” tidak ada di berkas ini. Pilih kolom lain."),
    }
    return forms.ChoiceField(label=label, error_messages=messages, **named)


class PanelForm(QuestionForm):
    """Step 2 for one row a unit and period."""

    unit = column_field(gettext_lazy("Unit kerja"))
    time = column_field(gettext_lazy("Waktu"))
    outcome = column_field(gettext_lazy("Angka layanan"))
    start = column_field(gettext_lazy("Mulai program"))
    covariates = forms.MultipleChoiceField(
        label=gettext_lazy("Ciri unit yang ikut diperhitungkan"),
        help_text=gettext_lazy("Angka yang tetap untuk tiap unit sebelum program, misalnya jumlah pegawai."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    decimals = forms.ChoiceField(
        label=gettext_lazy("Tanda desimal"),
        help_text=gettext_lazy("Nyatakan bila angka seperti 1.234 dapat dibaca dua cara."),
        choices=DECIMALS,
        initial="auto",
    )
    column_fields = ("unit", "time", "outcome", "start")

    def __init__(self, carried: CarriedLook, *arguments: Any, **named: Any) -> None:
        super().__init__(carried, *arguments, **named)
        cast(forms.ChoiceField, self.fields["covariates"]).choices = [
            (column, column) for column in carried.look.columns
        ]

    def clean_covariates(self) -> list[str]:
        roles = {self.cleaned_data.get(name) for name in self.column_fields}
        both = [column for column in self.cleaned_data["covariates"] if column in roles]
        if both:
            raise ValidationError(_("Kolom “%(column)s” sudah dipakai di atas.") % {"column": both[0]})
        return list(self.cleaned_data["covariates"])

    def wish(self) -> PanelWish:
        given = self.cleaned_data
        return PanelWish(
            self.asked(),
            given["unit"],
            given["time"],
            given["outcome"],
            given["start"],
            tuple(given["covariates"]),
            given["decimals"],
        )


class RequestForm(QuestionForm):
    """Step 2 for one row a service request."""

    unit = column_field(gettext_lazy("Unit kerja"))
    received = column_field(gettext_lazy("Diterima"))
    completed = column_field(gettext_lazy("Selesai"))
    start = column_field(gettext_lazy("Mulai program"), required=False)
    starts_written = forms.CharField(
        label=gettext_lazy("Mulai tiap unit, bila tidak ada kolomnya"),
        help_text=gettext_lazy(
            "Satu unit tiap baris, misalnya: Dinas Perizinan=2024-03. Yang tidak ditulis dianggap tidak ikut."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        required=False,
        max_length=20_000,
    )
    figure = forms.ChoiceField(
        label=gettext_lazy("Angka yang diuji"), widget=forms.RadioSelect, choices=FIGURES, initial="median-days"
    )
    standard_days = forms.FloatField(
        label=gettext_lazy("Janji layanan, dalam hari"),
        help_text=gettext_lazy("Hanya untuk persen yang tepat waktu."),
        required=False,
        localize=True,
        widget=forms.TextInput(attrs=DECIMAL),
        error_messages={"invalid": gettext_lazy("Tulis satu angka, misalnya 14.")},
    )
    zone = forms.ChoiceField(
        label=gettext_lazy("Zona waktu"),
        help_text=gettext_lazy("Untuk waktu yang ditulis tanpa zona, dan untuk menentukan bulannya."),
        choices=ZONES,
        required=False,
    )
    column_fields = ("unit", "received", "completed", "start")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not given.get("start") and not given.get("starts_written", "").strip():
            self.add_error("start", _("Pilih kolom mulai, atau tulis mulai tiap unit di bawahnya."))
        if given.get("figure") == "share-on-time" and not (given.get("standard_days") or 0) > 0:
            self.add_error("standard_days", _("Isi janji layanan dalam hari, misalnya 14."))
        return given

    def wish(self) -> RequestWish:
        given = self.cleaned_data
        return RequestWish(
            self.asked(),
            given["unit"],
            given["received"],
            given["completed"],
            given["figure"],
            given["start"],
            tuple(line.strip() for line in given["starts_written"].splitlines() if line.strip()),
            given["standard_days"],
            zone_minutes(given["zone"]) if given["zone"] else None,
        )


KEPT = ("direction", "figure_unit", "smallest_effect", "comparison", "random_timing")


def typed_before(posted: Mapping[str, str]) -> dict[str, str]:
    """What was already answered when another file is chosen in place."""
    return {name: posted[name] for name in KEPT if posted.get(name)}


def question_form(carried: CarriedLook, *arguments: Any, **named: Any) -> PanelForm | RequestForm:
    """The form of step 2 for what the rows are."""
    kind = RequestForm if carried.look.rows_are == "requests" else PanelForm
    return kind(carried, *arguments, **named)
