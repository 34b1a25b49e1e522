"""Writing SVG: escaped text, short numbers, no style attribute."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Value = str | int | float


def tag(name: str, *children: str, **attributes: Value | None) -> SafeString:
    """One element. ``class_`` gives class, an underscore a hyphen; an attribute that is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(conditional_escape(child) for child in children)
    return mark_safe(f"<{name}{written}>{inside}</{name}>")  # noqa: S308 (names are ours, the rest is escaped)


def attribute(value: Value) -> str:
    """A number with at most two decimals, or escaped text."""
    return short(value) if isinstance(value, int | float) else str(conditional_escape(value))


def short(value: float) -> str:
    """``12.5``, ``3``, ``-0.25``: at most two decimals and no trailing zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def across(share: float) -> str:
    """A position from left (0) to right (1) as a percentage, so that text never stretches with the width."""
    return f"{short(100 * share)}%"


def joined(parts: list[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 (every part is safe already)
