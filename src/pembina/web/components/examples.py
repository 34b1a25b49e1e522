"""The examples: one template per component in ``templates/components/examples``, and the data they share."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from pembina.web.components.example_charts import example_charts
from pembina.web.components.fields import DayField

FOLDER = Path(__file__).parent / "templates" / "components" / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the name of its component, its template and its source text."""

    name: str
    template: str
    source: str


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Nama lengkap dengan gelar"), help_text=_("Seperti tertulis di SK pangkat terakhir"))
    sector = forms.ChoiceField(
        label=_("Bidang"),
        choices=[("health", _("Kesehatan")), ("education", _("Pendidikan")), ("permits", _("Perizinan"))],
    )
    starts = DayField(label=_("Tanggal mulai"), initial=date(2026, 1, 5))
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    rating = forms.ChoiceField(
        label=_("Bagaimana pelayanannya?"),
        choices=[("1", _("Tidak baik")), ("2", _("Kurang baik")), ("3", _("Baik")), ("4", _("Sangat baik"))],
        widget=forms.RadioSelect,
        initial="3",
    )
    agreed = forms.BooleanField(label=_("Saya sudah membaca penjelasannya"))


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Pilih atau jatuhkan berkas"),
        help_text=_("CSV, XLSX, atau Parquet, paling besar 50 MB. Berkas dihitung di memori dan tidak disimpan."),
    )


class SearchForm(forms.Form):
    """A search, and what it found."""

    superior_q = forms.CharField(label=_("Cari nama atasan"), widget=forms.TextInput(attrs={"type": "search"}))
    superior = forms.ChoiceField(
        label=_("Atasan"),
        choices=[("1", "Budi Santoso, Kepala Bidang"), ("2", "Ratna Dewi, Sekretaris Dinas")],
        widget=forms.RadioSelect,
    )


def examples() -> list[Example]:
    """All examples, by name."""
    return [
        Example(path.stem.replace("_", "-"), f"components/examples/{path.name}", path.read_text("utf-8").strip())
        for path in sorted(FOLDER.glob("*.html"))
    ]


def chooser_parts() -> dict[str, Any]:
    """Return the parts of a chooser as its forms give them."""
    form = SearchForm({"superior": "1", "superior_q": "kepala"}, auto_id="search_%s")
    return {"field": form["superior"], "search": form["superior_q"], "note": ""}


def example_context() -> dict[str, Any]:
    """The data that the example templates name."""
    return {
        "example_form": ExampleForm(auto_id="example_%s"),
        "invalid_form": ExampleForm({"sector": "health", "rating": "3"}, auto_id="invalid_%s"),
        "upload_form": UploadForm(auto_id="upload_%s"),
        "chooser": chooser_parts(),
        "page": Paginator(range(381), 25, orphans=5).page(4),
        "steps": [_("Berkas"), _("Kolom"), _("Hasil")],
        "trail": [(_("Beranda"), "/"), (_("Program"), "/galeri/")],
        "facts": [(_("Unit kerja"), "Puskesmas Sukamaju"), (_("Mulai"), _("Januari 2026")), (_("Peserta"), "40")],
        "differences": [
            {"label": _("Unit kerja"), "before": "Puskesmas Sukamaju", "after": "Dinas Kesehatan"},
            {"label": _("Mulai"), "before": "", "after": _("Januari 2026")},
        ],
        "tabs": [
            {"label": _("Ringkasan"), "address": "#tabs", "here": True},
            {"label": _("Metode"), "address": "#tabs", "here": False},
            {"label": _("Peringatan"), "address": "#tabs", "here": False},
        ],
        **example_charts(),
    }
