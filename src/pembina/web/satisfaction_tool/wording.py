"""Names and choices that the forms, the result and the paper share."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text
from pembina.web.components.formatting import in_language
from pembina.web.components.satisfaction import RULE, TONES, WEIGHTS, bands, language, weight_name, written

__all__ = ["TONES", "WEIGHTS", "bands", "element_labels", "in_language", "language", "weight_name", "written"]

ORDER_CHOICES = [
    ("regulation", gettext_lazy("U8 pengaduan, U9 sarana (urutan peraturan)")),
    ("questionnaire", gettext_lazy("U8 sarana, U9 pengaduan")),
]
MISSING_CHOICES = [
    ("refuse", gettext_lazy("Tolak: semua pertanyaan harus dijawab")),
    ("per_element", gettext_lazy("Rata-rata tiap unsur atas yang menjawab; jumlahnya ditampilkan")),
]


def weight_choices() -> list[tuple[str, str]]:
    notes = {"exact": _("tepat, disarankan"), "0.11": _("dua desimal"), "0.111": _("tiga desimal")}
    return [(weight, f"{weight_name(weight)} ({notes[weight]})") for weight in WEIGHTS]


def element_labels(on: date) -> dict[str, str]:
    """Element key to its official name in the language of the page."""
    rows = parameters_in_force(RULE, on=on)["elements"]
    return {row["key"]: in_language(Text(row["id"], row["en"])) for row in rows}
