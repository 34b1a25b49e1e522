"""Filters over `pembina.web.components.formatting`, and `Text` in the reader's language."""

from datetime import date

from django import template
from django.core.paginator import Page

from pembina.core.text import Text
from pembina.web.components import formatting

register = template.Library()


@register.filter
def number(value: float | None, digits: int = 0) -> str:
    return formatting.number(value, digits)


@register.filter
def signed(value: float | None, digits: int = 0) -> str:
    return formatting.signed(value, digits)


@register.filter
def percent(share: float | None, digits: int = 0) -> str:
    return formatting.percent(share, digits)


@register.filter
def day(value: date | None) -> str:
    return formatting.day(value)


@register.filter
def in_language(text: Text | str) -> str:
    """A core sentence in the language of the page; nothing where there is none."""
    return formatting.in_language(text) if isinstance(text, Text) else text


@register.filter
def page_numbers(page: Page) -> list[int | str]:
    """The numbers around ``page`` and at both ends, with an ellipsis between."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def share(value: float | str, whole: float | str) -> str:
    """``value`` of ``whole`` as a percentage in words for people."""
    return formatting.percent(part(value, whole))


@register.filter
def share_width(value: float | str, whole: float | str) -> str:
    """The same as an SVG length."""
    return f"{100 * part(value, whole):.4g}%"


def part(value: float | str, whole: float | str) -> float:
    return min(max(float(value) / float(whole), 0.0), 1.0) if float(whole) else 0.0
