"""What a cell says once the marks of exports and spreadsheets are off."""

import re
from collections.abc import Callable

APOSTROPHES = ("'", "’", "`")
# What exports write where there is nothing.
NOTHING = frozenset({"", "null", "(null)", "\\n", "-", "--", "—", "#n/a", "n/a"})
KEPT = 1 << 15
LONGEST_NOTHING = max(map(len, NOTHING))
# Letters of UTF-8 read as Windows-1252, and what stands for a byte that was no letter at all.
_DAMAGED = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf]|â€")
_KEY = re.compile(r"[^a-z0-9]+")


class _Bared(dict[str | None, str]):
    """Cells and what they say, for columns repeat their words; looked up faster than a function can be called."""

    def __missing__(self, cell: str | None) -> str:
        if len(self) >= KEPT:
            self.clear()
        self[cell] = text = _bare(cell)
        return text


def _bare(cell: str | None) -> str:
    if cell is None:
        return ""
    if cell[:1] in APOSTROPHES:
        cell = cell[1:]
    text = " ".join(cell.split())
    return "" if len(text) <= LONGEST_NOTHING and text.casefold() in NOTHING else text


bare: Callable[[str | None], str] = _Bared().__getitem__
"""Return the cell without the apostrophe of an export and without doubled spaces; '' where it says nothing."""


def seen(text: str) -> str:
    """Return the text without characters that nobody sees: control characters, marks of direction and of width."""
    return text if text.isprintable() else "".join(letter for letter in text if letter.isprintable()).strip()


def is_damaged(text: str) -> bool:
    """Tell whether letters were lost to a wrong encoding."""
    return not text.isascii() and _DAMAGED.search(text) is not None


def key_of(text: str) -> str:
    """Return what is left of a word for comparison: ``NIP BARU``, ``nip_baru`` and ``nipBaru`` are one."""
    return _KEY.sub("", text.lower())
