"""Figures as people read them: 1.234,5 in Indonesian and 1,234.5 in English."""

import math

from pembina.core.text import Text

_SWAP = str.maketrans(",.", ".,")


def figure(value: float, decimals: int) -> Text:
    """Write a number with a fixed number of decimals in both languages."""
    english = f"{value:,.{decimals}f}"
    if float(english.replace(",", "")) == 0:
        english = english.removeprefix("-")
    return Text(id=english.translate(_SWAP), en=english)


def decimals_for(spread: float) -> int:
    """Decimals at which a figure known to within ``spread`` keeps two digits of it; 0 to 6."""
    if not math.isfinite(spread) or spread <= 0:
        return 2
    return min(6, max(0, 1 - math.floor(math.log10(spread))))


def percent(share: float) -> Text:
    """Write a share of one as a whole percentage."""
    return Text(id=f"{100 * share:.0f}%", en=f"{100 * share:.0f}%")
