"""Names and choices that the forms, the result and the paper share."""

from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import Weight
from pembina.core.text import Language, Text
from pembina.web.components.formatting import number

ORDER_CHOICES = [
    ("regulation", gettext_lazy("U8 pengaduan, U9 sarana (urutan peraturan)")),
    ("questionnaire", gettext_lazy("U8 sarana, U9 pengaduan")),
]
MISSING_CHOICES = [
    ("refuse", gettext_lazy("Tolak: semua pertanyaan harus dijawab")),
    ("per_element", gettext_lazy("Rata-rata tiap unsur atas yang menjawab; jumlahnya ditampilkan")),
]
RULE = "pembina.core.rules.satisfaction_index"
WEIGHTS: tuple[Weight, ...] = ("exact", "0.11", "0.111")
TONES = {"A": "success", "B": "info", "C": "warning", "D": "danger", None: "danger"}


def weight_name(weight: Weight) -> str:
    """The weight as people write it: ``1/9``, ``0,11``, ``0,111``."""
    return "1/9" if weight == "exact" else number(float(weight), len(weight) - 2)


def weight_choices() -> list[tuple[str, str]]:
    notes = {"exact": _("tepat, disarankan"), "0.11": _("dua desimal"), "0.111": _("tiga desimal")}
    return [(weight, f"{weight_name(weight)} ({notes[weight]})") for weight in WEIGHTS]


def element_labels(on: date) -> dict[str, str]:
    """Element key to its official name in the language of the page."""
    rows = parameters_in_force(RULE, on=on)["elements"]
    return {row["key"]: in_language(Text(row["id"], row["en"])) for row in rows}


def bands(on: date) -> list[tuple[str, str, str]]:
    """Letter, word and limits of every band, the best first."""
    described, above = [], Decimal("100.01")
    for band in parameters_in_force(RULE, on=on)["bands"]:
        least = Decimal(band["at_least"])
        limits = f"{number(float(least), 2)}–{number(float(above - Decimal('0.01')), 2)}"
        described.append((band["quality"], in_language(Text(band["id"], band["en"])), limits))
        above = least
    return described


def in_language(text: Text) -> str:
    return text.in_language(language())


def language() -> Language:
    """The language of the page as the core names it."""
    return "en" if (get_language() or "id").startswith("en") else "id"
