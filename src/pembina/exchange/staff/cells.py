"""What a cell says once the marks of exports and spreadsheets are off."""

import re
from functools import lru_cache

APOSTROPHES = ("'", "’", "`")
# What exports write where there is nothing.
NOTHING = frozenset({"", "null", "(null)", "\\n", "-", "--", "—", "#n/a", "n/a"})
# Letters of UTF-8 read as Windows-1252, and what stands for a byte that was no letter at all.
_DAMAGED = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf]|â€")
_KEY = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 15)
def bare(cell: str | None) -> str:
    """Return the cell without the apostrophe of an export and without doubled spaces; '' where it says nothing."""
    if cell is None:
        return ""
    if cell.startswith(APOSTROPHES):
        cell = cell[1:]
    text = " ".join(cell.split())
    return "" if text.casefold() in NOTHING else text


def seen(text: str) -> str:
    """Return the text without characters that nobody sees: control characters, marks of direction and of width."""
    return text if text.isprintable() else "".join(letter for letter in text if letter.isprintable()).strip()


def is_damaged(text: str) -> bool:
    """Tell whether letters were lost to a wrong encoding."""
    return not text.isascii() and _DAMAGED.search(text) is not None


def key_of(text: str) -> str:
    """Return what is left of a word for comparison: ``NIP BARU``, ``nip_baru`` and ``nipBaru`` are one."""
    return _KEY.sub("", text.lower())
