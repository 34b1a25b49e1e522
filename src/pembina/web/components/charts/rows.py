"""Charts of labelled rows: bars, stacked shares, dots with a target.

The label stands above its bar, so that it fits a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.scale import Scale, present, scale_over
from pembina.web.components.charts.svg import across, tag
from pembina.web.components.formatting import number, percent

ROW = 42
THICK = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value; None is missing. ``target`` is read by `TargetChart` only."""

    label: str
    value: float | None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from zero; negative values run to the left of the zero line."""

    title: str
    bars: Sequence[Bar]
    digits: int = 1
    maximum: float | None = None

    def figure(self) -> Figure:
        ends = (0.0,) if self.maximum is None else (0.0, self.maximum)
        scale = scale_over((bar.value for bar in self.bars), include=ends)
        return Figure(
            title=self.title,
            description=extremes(self.bars, self.digits),
            drawing=[part for index, bar in enumerate(self.bars) for part in self.row(scale, bar, index * ROW)],
            height=ROW * len(self.bars),
            head=(_("Nama"), _("Nilai")),
            rows=[(bar.label, number(bar.value, self.digits)) for bar in self.bars],
            classes="rows",
        )

    def row(self, scale: Scale, bar: Bar, top: int) -> list[SafeString]:
        parts = [*heading(bar.label, number(bar.value, self.digits), top), track(top)]
        if bar.value is not None:
            zero, end = scale.place(0), scale.place(bar.value)
            parts.append(rectangle(min(zero, end), abs(end - zero), top, "bar s1"))
        return parts


@dataclass(frozen=True, slots=True)
class TargetChart:
    """A dot for the value and an upright tick for the target, on one scale."""

    title: str
    bars: Sequence[Bar]
    digits: int = 1

    def figure(self) -> Figure:
        values = [value for bar in self.bars for value in (bar.value, bar.target)]
        scale = scale_over(values)
        return Figure(
            title=self.title,
            description=self.sentence(),
            drawing=[part for index, bar in enumerate(self.bars) for part in self.row(scale, bar, index * ROW)],
            height=ROW * len(self.bars),
            head=(_("Nama"), _("Nilai"), _("Target")),
            rows=[(b.label, number(b.value, self.digits), number(b.target, self.digits)) for b in self.bars],
            classes="rows",
        )

    def row(self, scale: Scale, bar: Bar, top: int) -> list[SafeString]:
        words = f"{number(bar.value, self.digits)} / {number(bar.target, self.digits)}"
        parts = [*heading(bar.label, words, top), track(top, thick=2)]
        middle = top + 29
        if bar.target is not None:
            x = across(inset(scale.place(bar.target)))
            parts.append(tag("line", x1=x, x2=x, y1=middle - 8, y2=middle + 8, class_="target"))
        if bar.value is not None:
            parts.append(tag("circle", cx=across(inset(scale.place(bar.value))), cy=middle, r=6, class_="dot"))
        return parts

    def sentence(self) -> str:
        both = [bar for bar in self.bars if bar.value is not None and bar.target is not None]
        reached = sum((bar.value or 0) >= (bar.target or 0) for bar in both)
        return _("%(reached)s dari %(all)s mencapai target.") % {"reached": reached, "all": len(both)}


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of parts that make a whole, in the order of the chart's names."""

    label: str
    parts: Sequence[float]


@dataclass(frozen=True, slots=True)
class StackedChart:
    """Each row's parts as shares of its own total; up to four parts."""

    title: str
    names: Sequence[str]
    stacks: Sequence[Stack]

    def figure(self) -> Figure:
        return Figure(
            title=self.title,
            description=" ".join(self.sentence(stack) for stack in self.stacks),
            drawing=[part for index, stack in enumerate(self.stacks) for part in self.row(stack, index * (ROW + 10))],
            height=(ROW + 10) * len(self.stacks),
            head=(_("Nama"), *self.names),
            rows=[(stack.label, *(percent(share) for share in shares(stack))) for stack in self.stacks],
            legend=self.names,
            classes="rows stacked",
        )

    def row(self, stack: Stack, top: int) -> list[SafeString]:
        parts = [*heading(stack.label, "", top)]
        left = 0.0
        for index, share in enumerate(shares(stack), 1):
            parts.append(rectangle(left, share, top, f"bar s{index}", thick=22))
            if share >= 0.12:
                parts.append(tag("text", percent(share), x=across(left + share / 2), y=top + 39, class_="inside"))
            left += share
        return parts

    def sentence(self, stack: Stack) -> str:
        if not sum(stack.parts):
            return _("%(label)s: belum ada data.") % {"label": stack.label}
        share, name = max(zip(shares(stack), self.names, strict=True))
        return _("%(label)s: terbanyak %(name)s (%(share)s).") % {
            "label": stack.label,
            "name": name,
            "share": percent(share),
        }


def shares(stack: Stack) -> list[float]:
    whole = sum(stack.parts)
    return [part / whole if whole else 0.0 for part in stack.parts]


def heading(label: str, value: str, top: int) -> list[SafeString]:
    return [
        tag("text", label, x=0, y=top + 15, class_="row-label"),
        tag("text", value, x="100%", y=top + 15, class_="row-value"),
    ]


def track(top: int, thick: int = THICK) -> SafeString:
    return tag("rect", width="100%", y=top + 24 + (THICK - thick) / 2, height=thick, rx=thick / 2, class_="track")


def rectangle(left: float, width: float, top: int, classes: str, thick: int = THICK) -> SafeString:
    rounding = 5 if thick == THICK else None
    return tag("rect", x=across(left), width=across(width), y=top + 24, height=thick, rx=rounding, class_=classes)


def inset(share: float) -> float:
    """Keeps a dot at either end inside the picture."""
    return 0.02 + 0.96 * share


def extremes(bars: Sequence[Bar], digits: int) -> str:
    """The highest and the lowest row in words."""
    known = [bar for bar in bars if present([bar.value])]
    if not known:
        return _("Belum ada data.")
    high = max(known, key=lambda bar: bar.value or 0.0)
    low = min(known, key=lambda bar: bar.value or 0.0)
    return _("Tertinggi %(high)s (%(most)s), terendah %(low)s (%(least)s).") % {
        "high": high.label,
        "most": number(high.value, digits),
        "low": low.label,
        "least": number(low.value, digits),
    }
