"""The forms of an import of requests: which file it is, and how it is read."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.text import Text
from pembina.domain.services.intake.reading import Meaning, Reading, Shape
from pembina.domain.services.models import PublicService, RequestImport
from pembina.exchange.requests.columns import FIELDS, REQUIRED, USED
from pembina.web.components.formatting import in_language, number
from pembina.web.uploads import TableFileField

LONGEST_SHEET_NAME = 31  # of a workbook
ZONES = ("WIB", "WITA", "WIT", "UTC")


class NewRequestImportForm(forms.Form):
    """What is asked before a file is looked at."""

    file = TableFileField(
        help_text=gettext_lazy(
            "XLSX, XLS, ODS, CSV, atau Parquet, paling besar 50 MB. Berkas yang lebih besar dimasukkan pengelola "
            "sistem dengan perintah pembina import requests."
        )
    )
    sheet = forms.CharField(
        label=gettext_lazy("Nama lembar"),
        help_text=gettext_lazy("Kosongkan untuk lembar pertama yang berisi data."),
        max_length=LONGEST_SHEET_NAME,
        required=False,
    )

    def refuse(self, message: Text, remedy: Text) -> None:
        """Say at the file what is wrong with it and what to do."""
        self.add_error("file", f"{in_language(message)} {in_language(remedy)}")


class ReadingForm(forms.Form):
    """How a file is read: shape, service, zone, which column is which, and what its words mean.

    The fields ``column_…`` stand for `FIELDS`, ``word_0`` and on for the words that were seen.
    """

    shape = forms.ChoiceField(label=gettext_lazy("Bentuk berkas"), widget=forms.RadioSelect)
    service = forms.ChoiceField(
        label=gettext_lazy("Layanan"),
        required=False,
        help_text=gettext_lazy("Pilih satu layanan untuk seluruh berkas, atau kolom yang memuat kodenya."),
    )
    zone = forms.ChoiceField(
        label=gettext_lazy("Zona waktu"),
        required=False,
        help_text=gettext_lazy("Hanya untuk waktu yang ditulis tanpa selisih zona."),
    )

    def __init__(self, batch: RequestImport, services: list[PublicService], data: Any = None) -> None:
        self.present, self.words = batch.how_read, [word["word"] for word in batch.seen.get("words", ())]
        super().__init__(data, initial=self._initial())
        self._choose("shape", [(shape.value, in_language(shape.label)) for shape in Shape])
        by_column = ("", _("Menurut kolom di berkas"))
        self._choose("service", [by_column, *((each.code, f"{each.name} ({each.code})") for each in services)])
        self._choose("zone", [("", _("Zona waktu unit layanan")), *((zone, zone) for zone in ZONES)])
        self._add_columns(batch.seen["columns"])
        self._add_words(batch.seen.get("words", ()))

    def _initial(self) -> dict[str, Any]:
        present = self.present
        columns = {f"column_{field}": present.columns.get(field, "") for field in FIELDS}
        meanings = {f"word_{at}": self._meaning(word) for at, word in enumerate(self.words)}
        return {"shape": present.shape.value, "service": present.service, "zone": present.zone, **columns, **meanings}

    def _meaning(self, word: str) -> str:
        return self.present.meanings.get(word.lower(), Meaning.PROGRESS).value

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def _add_columns(self, columns: list[str]) -> None:
        choices = [("", _("(tidak ada)")), *((column, column) for column in columns)]
        used = {field for shape in Shape for field in USED[shape]}
        for field, label in FIELDS.items():
            if field in used:
                self.fields[f"column_{field}"] = forms.ChoiceField(
                    label=in_language(label), choices=choices, required=False
                )

    def _add_words(self, words: Any) -> None:
        choices = [(meaning.value, in_language(meaning.label)) for meaning in Meaning]
        for at, word in enumerate(words):
            rows = _("%(n)s baris; terakhir pada %(last)s permohonan") % {
                "n": number(word["rows"]),
                "last": number(word["last"]),
            }
            self.fields[f"word_{at}"] = forms.ChoiceField(label=word["word"], choices=choices, help_text=rows)

    @property
    def column_fields(self) -> list[Any]:
        """The fields of the columns that the shape that is chosen uses."""
        shape = Shape(self["shape"].value()) if self["shape"].value() in set(Shape) else self.present.shape
        return [self[f"column_{field}"] for field in USED[shape]]

    @property
    def word_fields(self) -> list[Any]:
        """The fields of the words."""
        return [self[f"word_{at}"] for at in range(len(self.words))]

    def clean(self) -> None:
        told = self.cleaned_data
        if "shape" not in told or self.data.get("again"):
            return
        shape = Shape(told["shape"])
        for field in REQUIRED[shape]:
            if not told.get(f"column_{field}"):
                self.add_error(f"column_{field}", _("Pilih kolomnya; tanpa kolom ini berkas tidak dapat dibaca."))
        if not told.get("service") and not told.get("column_service"):
            self.add_error("service", _("Pilih layanannya, atau kolom yang memuat kode layanan."))

    @property
    def reading(self) -> Reading:
        """The reading that was chosen."""
        told = self.cleaned_data
        shape = Shape(told["shape"])
        columns = {field: told[f"column_{field}"] for field in USED[shape] if told.get(f"column_{field}")}
        if told["service"]:
            columns.pop("service", None)
        meanings = {word.lower(): Meaning(told[f"word_{at}"]) for at, word in enumerate(self.words)}
        return Reading(shape, columns, meanings, told["service"], told["zone"])
