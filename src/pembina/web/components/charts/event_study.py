"""The effect by time since the start: error bars point by point, and a band that holds for all points at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.plot import BOTTOM, HEIGHT, WIDE, Plot, stretched
from pembina.web.components.charts.scale import scale_over
from pembina.web.components.charts.svg import across, short, tag
from pembina.web.components.formatting import number, signed, significant_digits

CAPTION_ROOM = 20
REGION_ROOM = 28
FINE_FROM = 24
SHORT_UNIT = 6


@dataclass(frozen=True, slots=True)
class EventPoint:
    """One estimate. ``event_time`` counts periods since the start (0 is the first treated one).

    ``low`` and ``high`` bound the pointwise interval, ``band_low`` and ``band_high`` the simultaneous one.
    A bound, or the estimate itself, is None where it cannot be computed.
    """

    event_time: int
    estimate: float | None
    low: float | None
    high: float | None
    band_low: float | None = None
    band_high: float | None = None

    @property
    def excludes_zero(self) -> bool:
        """By the band where there is one, else by the pointwise interval."""
        low, high = (self.low, self.high) if self.band_low is None else (self.band_low, self.band_high)
        return low is not None and high is not None and (low > 0 or high < 0)


@dataclass(frozen=True, slots=True)
class EventStudy:
    """The whole picture, points in ascending order of event time; gaps between event times stay gaps."""

    title: str
    points: Sequence[EventPoint]
    unit: str = ""

    def figure(self) -> Figure:
        values = [v for p in self.points for v in (p.estimate, p.low, p.high, p.band_low, p.band_high)]
        plot = Plot(max(self.last - self.first + 1, 1), scale_over(values, include=(0.0,)), REGION_ROOM)
        digits = plot.scale.digits
        return Figure(
            title=self.title,
            description=self.sentence(),
            drawing=[
                *background(plot, self.start, self.unit),
                *plot.grid(digits),
                *self.marks(plot),
                *self.times(plot),
            ],
            height=HEIGHT + CAPTION_ROOM,
            head=(_("Waktu sejak mulai"), _("Dugaan"), _("Selang per titik"), _("Pita serentak")),
            rows=[self.row(point) for point in self.points],
            classes=f"event-study {plot.axis_class(digits)}",
        )

    @property
    def first(self) -> int:
        return self.points[0].event_time if self.points else 0

    @property
    def last(self) -> int:
        return self.points[-1].event_time if self.points else 0

    @property
    def start(self) -> float:
        """Column of the dashed line: between the last period before and the first after the start."""
        return -self.first - 0.5

    @property
    def digits(self) -> int:
        return significant_digits([p.estimate for p in self.points if p.estimate is not None])

    def marks(self, plot: Plot) -> list[SafeString]:
        """The band, the zero line, the dashed start, then the bars and the dots on top."""
        zero = plot.down(0)
        parts = [
            stretched(band(plot, self.points, self.first)),
            tag("line", x1=0, x2="100%", y1=zero, y2=zero, class_="zero-line"),
        ]
        if 0 <= self.start + 0.5 <= plot.slots:
            x = across(plot.across(self.start))
            parts.append(tag("line", x1=x, x2=x, y1=0, y2=BOTTOM, class_="start-line"))
        for point in self.points:
            parts += mark(plot, point, point.event_time - self.first)
        return parts

    def times(self, plot: Plot) -> list[SafeString]:
        names = [signed(time) for time in range(self.first, self.last + 1)] if self.points else []
        return [
            *plot.labels(names, max(-self.first, 0)),
            tag("text", _("Periode sejak program dimulai"), x="50%", y=HEIGHT + 14, class_="tick-middle"),
        ]

    def row(self, point: EventPoint) -> tuple[str, ...]:
        return (
            signed(point.event_time),
            number(point.estimate, self.digits),
            span(point.low, point.high, self.digits),
            span(point.band_low, point.band_high, self.digits),
        )

    def sentence(self) -> str:
        before = [p for p in self.points if p.event_time < 0]
        after = [p for p in self.points if p.event_time >= 0 and p.estimate is not None]
        if not after:
            return _("Belum ada dugaan sesudah program dimulai.")
        last = after[-1]
        return " ".join(
            [
                count_sentence(before, _("Sebelum mulai")),
                count_sentence(after, _("Sesudah mulai")),
                _("Dugaan terakhir (periode %(time)s): %(estimate)s, selang %(span)s.")
                % {
                    "time": signed(last.event_time),
                    "estimate": number(last.estimate, self.digits),
                    "span": span(last.low, last.high, self.digits),
                },
            ]
        ).strip()


def background(plot: Plot, start: float, unit: str) -> list[SafeString]:
    """The time before the start is shaded; both times are named where there is room, and the unit of the figures."""
    edge = min(max(plot.across(start), 0.0), 1.0)
    shade = tag("rect", width=across(edge), y=0, height=BOTTOM, class_="before")
    parts = [shade]
    if unit and edge > 0.3:
        # A long one goes below the name of the time where the drawing is narrow.
        classes = "region unit" if len(unit) <= SHORT_UNIT else "region unit unit-long"
        parts.append(tag("text", unit, x=0, dx=8, y=15, class_=classes))
    if edge > 0.15:
        parts.append(tag("text", _("sebelum"), x=across(edge), dx=-8, y=15, class_="region-end"))
    if edge < 0.85:
        parts.append(tag("text", _("sesudah"), x=across(edge), dx=8, y=15, class_="region"))
    return parts


def band(plot: Plot, points: Sequence[EventPoint], first: int) -> SafeString:
    """One step per point, so that a lone point still shows its band."""
    steps = []
    for point in points:
        if point.band_low is None or point.band_high is None:
            continue
        left = WIDE * (point.event_time - first) / plot.slots
        right = left + WIDE / plot.slots
        top, bottom = short(plot.down(point.band_high)), short(plot.down(point.band_low))
        steps.append(f"M{short(left)} {top}H{short(right)}V{bottom}H{short(left)}Z")
    return tag("path", d="".join(steps), class_="band")


def mark(plot: Plot, point: EventPoint, position: int) -> list[SafeString]:
    """The pointwise bar and the dot; hollow before the start."""
    if point.estimate is None:
        return []
    x = across(plot.across(position))
    parts = []
    if point.low is not None and point.high is not None:
        parts.append(tag("line", x1=x, x2=x, y1=plot.down(point.low), y2=plot.down(point.high), class_="error-bar"))
    dot = "dot" if point.event_time >= 0 else "dot hollow"
    radius, dot = (2.25, f"{dot} fine") if plot.slots > FINE_FROM else (4.5, dot)
    return [*parts, tag("circle", cx=x, cy=plot.down(point.estimate), r=radius, class_=dot)]


def count_sentence(points: Sequence[EventPoint], when: str) -> str:
    """How many of the points lie apart from zero."""
    known = [p for p in points if p.estimate is not None and p.low is not None]
    if not known:
        return ""
    sentence = ngettext(
        "%(when)s: %(apart)s dari %(all)s dugaan berbeda nyata dari nol.",
        "%(when)s: %(apart)s dari %(all)s dugaan berbeda nyata dari nol.",
        len(known),
    )
    return sentence % {"when": when, "apart": sum(p.excludes_zero for p in known), "all": len(known)}


def span(low: float | None, high: float | None, digits: int) -> str:
    if low is None or high is None:
        return "–"
    return _("%(low)s sampai %(high)s") % {"low": number(low, digits), "high": number(high, digits)}
