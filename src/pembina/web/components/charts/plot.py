"""The plane of line charts and event studies: places, grid, labels.

Across, a place is a percentage of the width; down, it is CSS pixels. So text keeps its size at every width.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from pembina.web.components.charts.scale import Scale, every
from pembina.web.components.charts.svg import across, short, tag
from pembina.web.components.formatting import number

HEIGHT = 232
TOP = 10
BOTTOM = 202
MOST_LABELS = 7
WIDE = 1000  # inner units across, stretched to the width; only lines and areas live there, never text


@dataclass(frozen=True, slots=True)
class Plot:
    """``slots`` equally wide columns under one vertical scale."""

    slots: int
    scale: Scale
    top: int = TOP

    def across(self, position: float) -> float:
        """Share of the width at the middle of column ``position``."""
        return (position + 0.5) / self.slots

    def down(self, value: float) -> float:
        """Pixels from the top."""
        return BOTTOM - (BOTTOM - self.top) * self.scale.place(value)

    def point(self, position: float, value: float) -> str:
        """A pair for a path inside `stretched`."""
        return f"{short(WIDE * self.across(position))} {short(self.down(value))}"

    def grid(self, digits: int) -> list[SafeString]:
        """A rule and a label for every tick."""
        parts = []
        for tick in self.scale.ticks:
            y = self.down(tick)
            parts.append(tag("line", x1=0, x2="100%", y1=y, y2=y, class_="grid-line"))
            parts.append(tag("text", number(tick, digits), x=-8, y=y + 4, class_="tick-end"))
        return parts

    def labels(self, names: Sequence[str], anchor: int = 0) -> list[SafeString]:
        """As many names below as fit on a phone, the one at ``anchor`` among them."""
        return [
            tag("text", names[index], x=across(self.across(index)), y=BOTTOM + 20, class_="tick-middle")
            for index in every(len(names), MOST_LABELS, anchor)
        ]

    def axis_class(self, digits: int) -> str:
        """The class that keeps room on the left for the longest label."""
        longest = max(len(number(tick, digits)) for tick in self.scale.ticks)
        return f"axis-{min(max(longest, 1), 9)}"


def stretched(*paths: str) -> SafeString:
    """A layer for lines and areas that follows the width; strokes keep their thickness."""
    return tag("svg", *paths, width="100%", height=HEIGHT, viewBox=f"0 0 {WIDE} {HEIGHT}", preserveAspectRatio="none")
