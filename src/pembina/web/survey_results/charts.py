"""The pictures of a result."""

from django.utils.translation import gettext as _

from pembina.domain.services.result_content import ElementFigure, TrendFigure
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.charts.rows import Bar, BarChart
from pembina.web.survey_results.wording import codes, said, weakest_first


def element_chart(elements: list[ElementFigure], order: str) -> BarChart:
    """Bars from the weakest element to the strongest."""
    numbers = codes(order)
    bars = [
        Bar(f"{numbers[element['key']]} {_short(element)}", None if element["mean"] is None else float(element["mean"]))
        for element in weakest_first(elements, order)
    ]
    return BarChart(_("Nilai rata-rata tiap unsur, terlemah di atas"), bars, digits=2, maximum=4)


def _short(element: ElementFigure) -> str:
    """The name, the longest one in words that leave room for the figure on a phone."""
    return _("Penanganan pengaduan dan saran") if element["key"] == "pengaduan" else said(element["label"])


def trend_chart(trend: list[TrendFigure]) -> LineChart | None:
    """The index of each round with its interval; None where there is nothing to compare."""
    known = [point for point in trend if point["index"] is not None]
    if len(known) < 2:
        return None
    series = Series(
        _("IKM"),
        [_number(point["index"]) for point in trend],
        low=[point["low"] for point in trend],
        high=[point["high"] for point in trend],
    )
    return LineChart(_("IKM tiap periode, dengan selang kepercayaan"), [_label(point) for point in trend], [series], 2)


def _number(index: str | None) -> float | None:
    return None if index is None else float(index)


def _label(point: TrendFigure) -> str:
    """Month and year of the last day: titles are too long for an axis."""
    return f"{point['closes_on'][5:7]}/{point['closes_on'][:4]}"
