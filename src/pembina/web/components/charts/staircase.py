"""A plan of waves as a staircase: one row per wave, its bar from the month it starts until the last one observed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.rows import heading
from pembina.web.components.charts.scale import every
from pembina.web.components.charts.svg import across, tag
from pembina.web.components.charts.waves import following_month, short_month
from pembina.web.components.formatting import day

TOP, ROW, MIDDLE = 24, 40, 28
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class Stair:
    """One group of units; `starts_on` is None where it stays out until the end."""

    label: str
    note: str
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class StaircaseChart:
    """Groups over the observed months, `first` to `last`, both first days of months; the last one counts whole.

    A thin line is waiting, a thick bar is having started, so that it reads without colours.
    """

    title: str
    rows: Sequence[Stair]
    first: date
    last: date

    def figure(self) -> Figure:
        return Figure(
            title=self.title,
            description=self.sentence(),
            drawing=[*self.months(), *(part for place, row in enumerate(self.rows) for part in self.row(row, place))],
            height=TOP + ROW * len(self.rows) + 4,
            head=(_("Kelompok"), _("Keterangan"), _("Mulai")),
            rows=[(row.label, row.note, self.start_of(row)) for row in self.rows],
            keys=keys(),
            classes="rows waves",
        )

    def place(self, on: date) -> float:
        """Return where a day lies, 0 at the left and 1 at the right."""
        end = following_month(self.last)
        return min(max((on - self.first).days / (end - self.first).days, 0.0), 1.0)

    def months(self) -> list[SafeString]:
        starts = [self.first]
        while starts[-1] < self.last:
            starts.append(following_month(starts[-1]))
        named, bottom = set(every(len(starts), MOST_LABELS)), TOP + ROW * len(self.rows)
        parts = []
        for index, start in enumerate(starts):
            if index in named:
                x = across(self.place(start))
                parts.append(tag("line", x1=x, x2=x, y1=TOP - 6, y2=bottom, class_="grid-line"))
                parts.append(tag("text", short_month(start), x=x, y=12, class_="tick"))
        return parts

    def row(self, row: Stair, index: int) -> list[SafeString]:
        top = TOP + ROW * index
        y = top + MIDDLE
        parts = [*heading(row.label, row.note, top)]
        parts.append(tag("line", x1="0%", x2="100%", y1=y, y2=y, class_="grid-line"))
        if row.starts_on is not None:
            start = self.place(row.starts_on)
            parts.append(tag("rect", x=across(start), y=y - 5, width=across(1 - start), height=10, class_="bar s1"))
        return parts

    def start_of(self, row: Stair) -> str:
        return _("tetap di luar") if row.starts_on is None else day(row.starts_on)

    def sentence(self) -> str:
        starts = [row.starts_on for row in self.rows if row.starts_on is not None]
        if not starts:
            return _("Belum ada gelombang.")
        told = {"count": len(starts), "first": day(min(starts)), "last": day(max(starts))}
        if len(starts) == 1:
            words = _("Satu gelombang, mulai %(first)s.") % told
        else:
            words = _("%(count)s gelombang, yang pertama %(first)s dan yang terakhir %(last)s.") % told
        out = _(" Satu kelompok tetap di luar sampai akhir.") if len(starts) < len(self.rows) else ""
        return f"{words}{out}"


def keys() -> list[tuple[str, SafeString]]:
    """Return the shapes with what they mean."""
    return [
        (_("menunggu, menjadi pembanding"), tag("line", x1=0, x2=24, y1=9, y2=9, class_="grid-line")),
        (_("sudah mulai"), tag("rect", x=0, y=4, width=24, height=10, class_="bar s1")),
    ]
