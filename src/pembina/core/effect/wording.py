"""Figures as people read them: 1.234,5 in Indonesian and 1,234.5 in English, with a true minus sign."""

import math

from pembina.core.text import Text

MINUS = "\N{MINUS SIGN}"
_SWAP = str.maketrans(",.", ".,")
# A frozen design names what an outcome counts in by its Indonesian words.
ENGLISH_UNITS = {
    "hari kerja": "working days",
    "jam kerja": "working hours",
    "poin": "points",
    "poin persen": "percentage points",
}


def figure(value: float, decimals: int) -> Text:
    """Write a number with a fixed number of decimals in both languages."""
    english = f"{abs(value):,.{decimals}f}"
    minus = MINUS if value < 0 and float(english.replace(",", "")) != 0 else ""
    return Text(id=minus + english.translate(_SWAP), en=minus + english)


def signed(value: float, decimals: int) -> Text:
    """Write a change: as `figure`, with a plus before what rose."""
    text = figure(value, decimals)
    rose = value > 0 and any(digit in text.en for digit in "123456789")
    return Text(id=f"+{text.id}", en=f"+{text.en}") if rose else text


def decimals_for(spread: float) -> int:
    """Decimals at which a figure known to within ``spread`` keeps two digits of it; 0 to 6."""
    if not math.isfinite(spread) or spread <= 0:
        return 2
    return min(6, max(0, 1 - math.floor(math.log10(spread))))


def unit_words(unit: str) -> Text:
    """Return a unit in both languages; one that is a sign stays as it is."""
    return Text(id=unit, en=ENGLISH_UNITS.get(unit, unit))


def with_unit(text: Text, unit: str) -> Text:
    """Let the unit, if there is one, follow a figure."""
    return Text(id=f"{text.id} {unit}".rstrip(), en=f"{text.en} {unit_words(unit).en}".rstrip())


def percent(share: float) -> Text:
    """Write a share of one as a whole percentage."""
    return Text(id=f"{100 * share:.0f}%", en=f"{100 * share:.0f}%")
