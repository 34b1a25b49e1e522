"""What the packaged typeface can set: a paper with an emoji in it could not be written at all."""

import unicodedata

# Latin with its accents (up to Latin Extended-A); beyond it the signs of running text that the typeface holds.
LAST_LETTER = "\u017f"
DASHES, QUOTES, OTHERS = "\u2013\u2014\u2212", "\u2018\u2019\u201c\u201d", "\u2022\u2026\u20ac\u2122\u2192"
SIGNS = frozenset(DASHES + QUOTES + OTHERS)


def settable(text: str) -> str:
    """Return `text` without the signs that have no shape in the typeface, and without the gap they would leave."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign for sign in composed if sign in SIGNS or (sign <= LAST_LETTER and _has_shape(sign)))
    return "\n".join(" ".join(line.split()) for line in kept.splitlines()).strip()


def _has_shape(sign: str) -> bool:
    return sign == "\n" or (sign.isprintable() and not unicodedata.combining(sign)) or sign == "\u00a0"
