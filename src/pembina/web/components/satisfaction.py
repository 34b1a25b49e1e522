"""How a satisfaction index is written, wherever it stands."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import Weight
from pembina.core.text import Language, Text
from pembina.web.components.formatting import in_language, number

RULE = "pembina.core.rules.satisfaction_index"
WEIGHTS: tuple[Weight, ...] = ("exact", "0.11", "0.111")
TONES = {"A": "success", "B": "info", "C": "warning", "D": "danger", None: "danger"}


def weight_name(weight: str) -> str:
    """The weight as people write it: ``1/9``, ``0,11``, ``0,111``."""
    return "1/9" if weight == "exact" else number(float(weight), len(weight) - 2)


def bands(on: date) -> list[tuple[str, str, str]]:
    """Letter, word and limits of every band, the best first."""
    described, above = [], Decimal("100.01")
    for band in parameters_in_force(RULE, on=on)["bands"]:
        least = Decimal(band["at_least"])
        limits = f"{number(float(least), 2)}–{number(float(above - Decimal('0.01')), 2)}"
        described.append((band["quality"], in_language(Text(band["id"], band["en"])), limits))
        above = least
    return described


def written(value: Decimal, digits: int) -> str:
    """A decimal rounded half up, as the regulation's bands and printed reports have it."""
    return number(float(value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)), digits)


def language() -> Language:
    """The language of the page as the core names it."""
    return "en" if (get_language() or "id").startswith("en") else "id"
