"""Lines over time, each with an optional interval; a missing value is a gap."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.plot import HEIGHT, Plot, stretched
from pembina.web.components.charts.scale import runs, scale_over
from pembina.web.components.charts.svg import tag
from pembina.web.components.formatting import number

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Series:
    """One line; ``low`` and ``high`` bound its interval, point by point."""

    name: str
    values: Values
    low: Values = ()
    high: Values = ()


@dataclass(frozen=True, slots=True)
class LineChart:
    """Up to four series over the same labels, told apart by colour and by dash."""

    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    digits: int = 1
    include: Sequence[float] = field(default=())

    def figure(self) -> Figure:
        every_value = [value for s in self.series for value in (*s.values, *s.low, *s.high)]
        plot = Plot(max(len(self.labels), 1), scale_over(every_value, include=self.include))
        layers = [interval(plot, s, index) for index, s in enumerate(self.series, 1) if s.low]
        layers += [line(plot, s, index) for index, s in enumerate(self.series, 1)]
        digits = plot.scale.digits
        return Figure(
            title=self.title,
            description=" ".join(self.sentence(s) for s in self.series),
            drawing=[*plot.grid(digits), stretched(*layers), *plot.labels(self.labels)],
            height=HEIGHT,
            head=(_("Waktu"), *(s.name for s in self.series)),
            rows=[(label, *(cell(s, i, self.digits) for s in self.series)) for i, label in enumerate(self.labels)],
            legend=[s.name for s in self.series] if len(self.series) > 1 else (),
            classes=plot.axis_class(digits),
        )

    def sentence(self, series: Series) -> str:
        known = [point for stretch in runs(series.values) for point in stretch]
        if not known:
            return _("%(name)s: belum ada data.") % {"name": series.name}
        (first, start), (last, end) = known[0], known[-1]
        if first == last:
            return _("%(name)s: %(value)s pada %(when)s.") % {
                "name": series.name,
                "value": number(start, self.digits),
                "when": self.labels[first],
            }
        return _("%(name)s: dari %(start)s pada %(first)s menjadi %(end)s pada %(last)s.") % {
            "name": series.name,
            "start": number(start, self.digits),
            "first": self.labels[first],
            "end": number(end, self.digits),
            "last": self.labels[last],
        }


def line(plot: Plot, series: Series, index: int) -> SafeString:
    """One path; a lone point becomes a dot through its round cap."""
    strokes = []
    for stretch in runs(series.values):
        points = [plot.point(position, value) for position, value in stretch]
        strokes.append("M" + "L".join(points if len(points) > 1 else points * 2))
    return tag("path", d="".join(strokes), class_=f"line s{index}")


def interval(plot: Plot, series: Series, index: int) -> SafeString:
    """The area between low and high, parted where either is missing."""
    both = [None if h is None else low for low, h in zip(series.low, series.high, strict=True)]
    areas = []
    for stretch in runs(both):
        under = [plot.point(position, value) for position, value in stretch]
        over = [plot.point(position, series.high[position] or 0.0) for position, _value in reversed(stretch)]
        areas.append("M" + "L".join(under + over) + "Z")
    return tag("path", d="".join(areas), class_=f"area s{index}")


def cell(series: Series, position: int, digits: int) -> str:
    """The value, with its interval where there is one."""
    value = number(series.values[position], digits)
    if not series.low or series.low[position] is None:
        return value
    return _("%(value)s (%(low)s sampai %(high)s)") % {
        "value": value,
        "low": number(series.low[position], digits),
        "high": number(series.high[position], digits),
    }
