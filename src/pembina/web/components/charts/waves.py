"""A plan of waves as a picture: one row per unit or wave, months from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pembina.web.components.charts.figure import Figure
from pembina.web.components.charts.rows import heading
from pembina.web.components.charts.scale import every
from pembina.web.components.charts.svg import across, tag
from pembina.web.components.formatting import MISSING, day, month, number

TOP, ROW, MIDDLE = 24, 40, 28
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class WaveRow:
    """When one unit, or one wave, begins. `planned` is the first plan, `due` the plan now; None is not known yet.

    `ended` is the day it left, or the last day of the programme.
    """

    label: str
    note: str
    planned: date
    due: date
    started: date | None = None
    ended: date | None = None
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class WaveChart:
    """Rows over the months of a programme; what is real is drawn up to `today`.

    Shapes tell plan from fact, not colours alone: a ring is the first plan, an upright tick the plan now where it
    moved, a dot with a bar the real start, a cross that the unit left.
    """

    title: str
    rows: Sequence[WaveRow]
    first: date
    last: date
    today: date

    def figure(self) -> Figure:
        drawing = [*self.months(), *(part for place, row in enumerate(self.rows) for part in self.row(row, place))]
        return Figure(
            title=self.title,
            description=self.sentence(),
            drawing=drawing,
            height=TOP + ROW * len(self.rows) + 4,
            head=(_("Nama"), _("Keterangan"), _("Rencana semula"), _("Rencana sekarang"), _("Mulai sebenarnya"),
                  _("Keluar")),
            rows=[self.told(row) for row in self.rows],
            keys=keys(),
            classes="rows waves",
        )  # fmt: skip

    @property
    def ends(self) -> tuple[date, date]:
        """Return the first day of the first month and of the month after the last."""
        days = [self.first, self.last, *(row.due for row in self.rows), *(row.planned for row in self.rows)]
        return min(days).replace(day=1), following_month(max(days))

    def place(self, on: date) -> float:
        """Return where a day lies, 0 at the left and 1 at the right."""
        low, high = self.ends
        return min(max((on - low).days / (high - low).days, 0.0), 1.0)

    def months(self) -> list[SafeString]:
        low, high = self.ends
        starts = [low]
        while (following := following_month(starts[-1])) < high:
            starts.append(following)
        named = set(every(len(starts), MOST_LABELS))
        height = TOP + ROW * len(self.rows)
        parts = []
        for index, start in enumerate(starts):
            x = across(self.place(start))
            parts.append(tag("line", x1=x, x2=x, y1=TOP - 6, y2=height, class_="grid-line"))
            if index in named:
                parts.append(tag("text", short_month(start), x=x, y=12, class_="tick"))
        return parts

    def row(self, row: WaveRow, index: int) -> list[SafeString]:
        top = TOP + ROW * index
        y = top + MIDDLE
        parts = heading(row.label, row.note, top)
        parts.append(tag("line", x1="0%", x2="100%", y1=y, y2=y, class_="grid-line"))
        if row.started is not None:
            start, end = self.place(row.started), self.place(min(row.ended or self.last, self.today))
            width = across(max(end - start, 0))
            parts.append(tag("rect", x=across(start), y=y - 3, width=width, height=6, class_="bar s1"))
        parts.append(tag("circle", cx=across(self.place(row.planned)), cy=y, r=6, class_="dot hollow"))
        if row.due != row.planned:
            x = across(self.place(row.due))
            parts.append(tag("line", x1=x, x2=x, y1=y - 8, y2=y + 8, class_="target"))
        if row.started is not None:
            parts.append(tag("circle", cx=across(self.place(row.started)), cy=y, r=4, class_="dot"))
        if row.has_left and row.ended is not None:
            parts.append(tag("text", "×", x=across(self.place(row.ended)), y=y + 5, class_="row-label tick-middle"))
        return parts

    def told(self, row: WaveRow) -> tuple[str, ...]:
        left = day(row.ended) if row.has_left else MISSING
        return (row.label, row.note, day(row.planned), day(row.due), day(row.started), left)

    def sentence(self) -> str:
        if not self.rows:
            return _("Belum ada gelombang.")
        begun = [row for row in self.rows if row.started is not None]
        late = [row for row in self.rows if (row.started or row.due) > row.planned]
        told = {"all": number(len(self.rows)), "begun": number(len(begun)), "late": number(len(late))}
        words = _("%(begun)s dari %(all)s sudah mulai; %(late)s lebih lambat dari rencana semula.") % told
        last = max(row.due for row in self.rows)
        ending = _("Mulai terakhir direncanakan %s.") % day(last)
        return f"{words} {ending}"


def keys() -> list[tuple[str, SafeString]]:
    """Return the shapes with what they mean."""
    return [
        (_("rencana semula"), tag("circle", cx=12, cy=9, r=6, class_="dot hollow")),
        (_("rencana sekarang, bila bergeser"), tag("line", x1=12, x2=12, y1=1, y2=17, class_="target")),
        (_("mulai sebenarnya"), tag("circle", cx=12, cy=9, r=4, class_="dot")),
        (_("keluar"), tag("text", "×", x=12, y=14, class_="row-label tick-middle")),
    ]


def following_month(on: date) -> date:
    """Return the first day of the next month."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def short_month(on: date) -> str:
    """Return ``Nov 26`` of a day."""
    return f"{month(f'{on.year}-{on.month:02}')[:3]} {on:%y}"
