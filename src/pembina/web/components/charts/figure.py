"""What every chart becomes: a figure with a picture, its sentence, and the same numbers as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.svg import joined, tag


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart ready to be written.

    Attributes
    ----------
    title : what the picture shows
    description : one or two sentences computed from the data
    drawing : the content of the svg
    height : of the svg in CSS pixels
    head, rows : the table; the first cell of a row is its heading
    legend : names of the series in their order, empty for a single one
    keys : shapes that mean something, each with its word; drawn in 24 x 18 pixels
    classes : of the figure
    """

    title: str
    description: str
    drawing: list[SafeString]
    height: int
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    legend: Sequence[str] = field(default=())
    keys: Sequence[tuple[str, SafeString]] = field(default=())
    classes: str = ""

    def html(self) -> SafeString:
        picture = tag(
            "svg",
            tag("title", self.title),
            tag("desc", self.description),
            *self.drawing,
            role="img",
            width="100%",
            height=self.height,
        )
        parts = [picture, legend(self.legend), key(self.keys), tag("figcaption", self.description), data_table(self)]
        return tag("figure", *parts, class_=f"chart {self.classes}".strip())


def legend(names: Sequence[str]) -> SafeString:
    """The series with the stroke that draws them."""
    if not names:
        return SafeString("")
    entries = [
        tag("li", tag("svg", line, width=24, height=10, aria_hidden="true"), name)
        for name, line in ((name, key_line(index)) for index, name in enumerate(names, 1))
    ]
    return tag("ul", *entries, class_="chart-legend", role="list")


def key(shapes: Sequence[tuple[str, SafeString]]) -> SafeString:
    """What single shapes mean."""
    if not shapes:
        return SafeString("")
    entries = [tag("li", tag("svg", shape, width=24, height=18, aria_hidden="true"), name) for name, shape in shapes]
    return tag("ul", *entries, class_="chart-legend", role="list")


def key_line(index: int) -> SafeString:
    return tag("line", x1=2, x2=22, y1=5, y2=5, class_=f"line s{index}")


def data_table(figure: Figure) -> SafeString:
    head = tag("tr", *(tag("th", cell, scope="col") for cell in figure.head))
    rows = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in figure.rows]
    table = tag("table", tag("caption", figure.title), tag("thead", head), tag("tbody", joined(rows)))
    scroll = tag("div", table, class_="chart-data", role="region", aria_label=figure.title, tabindex=0)
    return tag("details", tag("summary", _("Lihat data sebagai tabel")), scroll, class_="disclosure")
