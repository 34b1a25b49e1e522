"""``{% chart data %}`` draws any chart of `pembina.web.components.charts`."""

from typing import Protocol

from django import template
from django.utils.safestring import SafeString

from pembina.web.components.charts.figure import Figure

register = template.Library()


class Chart(Protocol):
    """Whatever can become a figure."""

    def figure(self) -> Figure: ...


@register.simple_tag
def chart(data: Chart) -> SafeString:
    return data.figure().html()
