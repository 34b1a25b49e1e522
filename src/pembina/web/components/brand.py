"""One brand colour of the region becomes the accent steps of both themes, or is refused.

Contrast is the WCAG 2.2 ratio (relative luminance of sRGB); text needs at least 4.5:1 (success criterion 1.4.3).
"""

import re
from dataclasses import dataclass

from django.conf import settings

from pembina.core.text import Text

DEFAULT_COLOUR = "#2663a3"
REQUIRED_CONTRAST = 4.5
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
DARK_SURFACE = (0x1D, 0x28, 0x33)

Colour = tuple[int, int, int]


class UnreadableBrandColourError(ValueError):
    """The colour cannot carry readable text; ``message`` says why in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Palette:
    """The accent steps as the tokens ``--p50`` to ``--p600`` name them."""

    p50: str
    p100: str
    p200: str
    p500: str
    p600: str

    def as_css(self) -> str:
        steps = "; ".join(f"--{step}: {getattr(self, step)}" for step in self.__slots__)
        return f"@layer tokens {{ :root {{ {steps} }} }}"


def parse_colour(text: str) -> Colour:
    """Read ``#rrggbb``; anything else is refused."""
    found = re.fullmatch(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", text)
    if not found:
        raise UnreadableBrandColourError(
            Text(
                id=f"Warna merek {text!r} bukan warna. Tulis enam angka heksadesimal, misalnya {DEFAULT_COLOUR}.",
                en=f"The brand colour {text!r} is no colour. Write six hexadecimal digits, such as {DEFAULT_COLOUR}.",
            )
        )
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """``share`` of ``other`` mixed into ``colour``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def palette(brand: str) -> Palette:
    """Derive the steps; refuse a colour on which white text, or which on white, falls below 4.5:1."""
    colour = parse_colour(brand)
    ratio = contrast(colour, WHITE)
    if ratio < REQUIRED_CONTRAST:
        raise UnreadableBrandColourError(
            Text(
                id=f"Warna merek {brand} terlalu terang: kontrasnya dengan putih {ratio:.2f}:1".replace(".", ",")
                + ", padahal tulisan perlu sedikitnya 4,5:1. Pilih warna yang lebih gelap.",
                en=f"The brand colour {brand} is too light: its contrast with white is {ratio:.2f}:1, "
                "but text needs at least 4.5:1. Choose a darker colour.",
            )
        )
    light = readable_on_dark(colour)
    return Palette(
        p50=written(mixed(colour, WHITE, 0.89)),
        p100=written(mixed(light, WHITE, 0.45)),
        p200=written(light),
        p500=written(colour),
        p600=written(mixed(colour, BLACK, 0.2)),
    )


def readable_on_dark(colour: Colour) -> Colour:
    """The colour lightened until it carries text on the dark theme's surfaces."""
    shares = (step / 20 for step in range(10, 20))
    candidates = (mixed(colour, WHITE, share) for share in shares)
    return next(light for light in candidates if contrast(light, DARK_SURFACE) >= 1.4 * REQUIRED_CONTRAST)


def configured_colour() -> str:
    return getattr(settings, "PEMBINA_BRAND_COLOUR", DEFAULT_COLOUR)
