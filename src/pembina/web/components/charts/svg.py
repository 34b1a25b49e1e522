"""Writing SVG: escaped text, short numbers, no style attribute."""

from functools import cache
from html import escape

from django.utils.safestring import SafeString

Value = str | int | float


def tag(name: str, *children: str, **attributes: Value | None) -> SafeString:
    """One element. ``class_`` gives class, an underscore a hyphen; an attribute that is None is left out."""
    written = "".join(
        [f' {hyphenated(key)}="{attribute(value)}"' for key, value in attributes.items() if value is not None]
    )
    inside = "".join([child if isinstance(child, SafeString) else escape(str(child)) for child in children])
    return SafeString(f"<{name}{written}>{inside}</{name}>")


@cache
def hyphenated(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def attribute(value: Value) -> str:
    """A number with at most two decimals, or escaped text."""
    return short(value) if isinstance(value, int | float) else escape(str(value))


def short(value: float) -> str:
    """``12.5``, ``3``, ``-0.25``: at most two decimals and no trailing zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def across(share: float) -> str:
    """A position from left (0) to right (1) as a percentage, so that text never stretches with the width."""
    return f"{short(100 * share)}%"


def joined(parts: list[SafeString]) -> SafeString:
    return SafeString("".join(parts))
