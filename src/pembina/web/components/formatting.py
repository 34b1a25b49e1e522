"""Numbers, shares and dates as people read them: 1.234,5 and 21 November 2026 in Indonesian, 1,234.5 in English."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from django.utils import formats
from django.utils.translation import get_language

from pembina.core.text import Text

MISSING = "–"
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
MINUS = "\N{MINUS SIGN}"


def in_language(text: Text) -> str:
    """A core sentence in the language of the page."""
    return text.in_language(get_language() or "id")


def number(value: float | None, digits: int = 0) -> str:
    """``value`` with ``digits`` decimals and grouped thousands; a dash where it is missing."""
    if value is None or not math.isfinite(value):
        return MISSING
    rounded = round(float(value), digits)
    text = f"{abs(rounded):,.{digits}f}".translate(separators(get_language() or "id"))
    return f"{MINUS}{text}" if rounded < 0 else text


@cache
def separators(language: str) -> dict[int, str]:
    """Python's comma and point, as the language writes them."""
    return str.maketrans(
        {
            ",": formats.get_format("THOUSAND_SEPARATOR", language, use_l10n=True),
            ".": formats.get_format("DECIMAL_SEPARATOR", language, use_l10n=True),
        }
    )


def signed(value: float | None, digits: int = 0) -> str:
    """As `number`, with a plus before what grew."""
    text = number(value, digits)
    return f"+{text}" if value is not None and math.isfinite(value) and round(float(value), digits) > 0 else text


def percent(share: float | None, digits: int = 0) -> str:
    """A share of one as a percentage."""
    return MISSING if share is None else f"{number(100 * share, digits)}%"


def day(value: date | None) -> str:
    """``21 November 2026`` in both languages."""
    return MISSING if value is None else formats.date_format(value, "j F Y")


def month(written: str) -> str:
    """``Oktober 2023`` for ``2023-10``; any other name of a period as it is written."""
    if not MONTH.fullmatch(written):
        return written
    return formats.date_format(date(int(written[:4]), int(written[5:]), 1), "F Y")


def significant_digits(values: list[float], most: int = 3) -> int:
    """Decimals that show about three significant digits of the largest value."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if largest == 0:
        return 0
    return min(max(2 - math.floor(math.log10(largest)), 0), most)


def named_once(names: Iterable[str]) -> str:
    """Join names in their order, each once, with how many bear it where they are several: ``Izin usaha (36), KTP``."""
    counted = Counter(names)
    return ", ".join(f"{name} ({number(count)})" if count > 1 else name for name, count in counted.items())
