"""A line as small as a word, for a table cell or a card."""

from collections.abc import Sequence
from dataclasses import dataclass

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.line import LineChart, Series, line
from pembina.web.components.charts.plot import HEIGHT, Plot
from pembina.web.components.charts.scale import scale_over
from pembina.web.components.charts.svg import tag

SMALL = 40


@dataclass(frozen=True, slots=True)
class Sparkline:
    """One series without axes; the sentence and the table say what the line cannot."""

    title: str
    labels: Sequence[str]
    values: Sequence[float | None]
    digits: int = 1

    def figure(self) -> Figure:
        whole = LineChart(self.title, self.labels, [Series(self.title, self.values)], self.digits)
        plot = Plot(max(len(self.values), 1), scale_over(self.values))
        picture = tag(
            "svg",
            line(plot, whole.series[0], 1),
            width="100%",
            height=SMALL,
            viewBox=f"0 0 1000 {HEIGHT}",
            preserveAspectRatio="none",
        )
        words = whole.figure()
        return Figure(self.title, words.description, [picture], SMALL, words.head, words.rows, classes="sparkline")
