"""Two measures against each other, split at their thresholds: who needs what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.plot import BOTTOM, HEIGHT, TOP, Plot
from pembina.web.components.charts.scale import Scale, scale_over
from pembina.web.components.charts.svg import across, tag
from pembina.web.components.formatting import number


@dataclass(frozen=True, slots=True)
class QuadrantPoint:
    """A named pair of values."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Numbered dots; ``corners`` names the quadrants: top left, top right, bottom left, bottom right."""

    title: str
    x_name: str
    y_name: str
    x_split: float
    y_split: float
    corners: tuple[str, str, str, str]
    points: Sequence[QuadrantPoint]
    digits: int = 1

    def figure(self) -> Figure:
        x_scale = roomy([*(p.x for p in self.points), self.x_split])
        plot = Plot(1, roomy([*(p.y for p in self.points), self.y_split]))
        digits = plot.scale.digits
        return Figure(
            title=self.title,
            description=self.sentence(),
            drawing=[*plot.grid(digits), *self.frame(plot, x_scale), *self.dots(plot, x_scale)],
            height=HEIGHT + 20,
            head=(_("Nama"), self.x_name, self.y_name, _("Kuadran")),
            rows=[self.row(index, point) for index, point in enumerate(self.points, 1)],
            classes=f"quadrant {plot.axis_class(digits)}",
        )

    def corner(self, point: QuadrantPoint) -> str:
        """The quadrant of a point; on a threshold it counts as above it."""
        return self.corners[(0 if point.y >= self.y_split else 2) + (1 if point.x >= self.x_split else 0)]

    def frame(self, plot: Plot, x_scale: Scale) -> list[SafeString]:
        x, y = across(x_scale.place(self.x_split)), plot.down(self.y_split)
        top_left, top_right, bottom_left, bottom_right = self.corners
        return [
            tag("line", x1=x, x2=x, y1=TOP, y2=BOTTOM, class_="start-line"),
            tag("line", x1=0, x2="100%", y1=y, y2=y, class_="start-line"),
            tag("text", top_left, x=6, y=TOP + 14, class_="region"),
            tag("text", top_right, x="100%", dx=-6, y=TOP + 14, class_="region-end"),
            tag("text", bottom_left, x=6, y=BOTTOM - 8, class_="region"),
            tag("text", bottom_right, x="100%", dx=-6, y=BOTTOM - 8, class_="region-end"),
            tag("text", number(x_scale.low, x_scale.digits), x=0, y=BOTTOM + 18, class_="tick"),
            tag("text", number(x_scale.high, x_scale.digits), x="100%", y=BOTTOM + 18, class_="tick-end"),
            tag("text", f"{self.x_name} →", x="50%", y=HEIGHT + 14, class_="tick-middle"),
        ]

    def dots(self, plot: Plot, x_scale: Scale) -> list[SafeString]:
        parts = []
        for index, point in enumerate(self.points, 1):
            x, y = across(x_scale.place(point.x)), plot.down(point.y)
            parts.append(tag("circle", cx=x, cy=y, r=10, class_="dot"))
            parts.append(tag("text", str(index), x=x, y=y + 4, class_="inside"))
        return parts

    def row(self, index: int, point: QuadrantPoint) -> tuple[str, ...]:
        name = f"{index}. {point.name}"
        return name, number(point.x, self.digits), number(point.y, self.digits), self.corner(point)

    def sentence(self) -> str:
        counts = [(corner, sum(self.corner(p) == corner for p in self.points)) for corner in self.corners]
        return "; ".join(f"{corner}: {count}" for corner, count in counts) + "."


def roomy(values: Sequence[float]) -> Scale:
    """A scale with room around the dots, so that the names of the corners stay readable."""
    margin = 0.2 * (max(values) - min(values))
    return scale_over(values, include=(min(values) - margin, max(values) + margin))
