"""The queue, as officers work through it, and the figures of what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pembina.domain.services.complaint_enums import ComplaintElement, ComplaintState
from pembina.domain.services.models import Complaint
from pembina.domain.services.queries.complaint_figures import FEWEST, ComplaintFigures
from pembina.web.complaints.present_public import TONES
from pembina.web.components.formatting import MISSING, day, number, percent

Shown = str | Promise
BEGINNING = 90
HEAD = (
    gettext_lazy("Nomor"),
    gettext_lazy("ID pelacakan"),
    gettext_lazy("Jenis"),
    gettext_lazy("Kanal"),
    gettext_lazy("Unit kerja"),
    gettext_lazy("Layanan"),
    gettext_lazy("Unsur"),
    gettext_lazy("Golongan"),
    gettext_lazy("Diterima"),
    gettext_lazy("Tenggat"),
    gettext_lazy("Keadaan"),
    gettext_lazy("Dijawab"),
    gettext_lazy("Lama jawaban (hari kerja)"),
    gettext_lazy("Tepat waktu"),
    gettext_lazy("Dibuka kembali"),
)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One complaint in the queue; `clock` is the tone and the words of its deadline."""

    value: str
    address: str
    number: str
    beginning: str
    kind: Shown
    unit: str
    service: str
    received: str
    clock: str
    clock_tone: str
    officer: str
    state: Shown
    tone: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figures of one unit or unsur; `of` says how many the percentage stands for, `share` is both."""

    name: Shown
    received: str
    percent: str
    of: str
    share: str
    median: str
    open: str
    late: str
    declined: str
    others: str


def rows(complaints: Iterable[Complaint], *, on: date) -> list[QueueRow]:
    return [_row(complaint, on) for complaint in complaints]


def _row(complaint: Complaint, on: date) -> QueueRow:
    clock, tone = clock_in_words(complaint, on=on)
    said = complaint.title or complaint.text
    return QueueRow(
        value=str(complaint.pk),
        address=reverse("complaints:case", args=[complaint.pk]),
        number=complaint.number,
        beginning=said[:BEGINNING] + ("…" if len(said) > BEGINNING else ""),
        kind=complaint.get_kind_display(),
        unit=complaint.unit.name,
        service=complaint.service.name if complaint.service else "",
        received=day(timezone.localdate(complaint.received_at)),
        clock=clock,
        clock_tone=tone,
        officer=complaint.handler.display_name if complaint.handler else MISSING,
        state=complaint.get_state_display(),
        tone=TONES[ComplaintState(complaint.state)],
        is_open=complaint.is_open,
    )


def clock_in_words(complaint: Complaint, *, on: date) -> tuple[str, str]:
    """Return how much time is left or over, and in which tone; nothing where no deadline runs."""
    if complaint.due_on is None:
        return MISSING, ""
    if not complaint.is_open:
        kept = {True: (_("Tepat waktu"), "success"), False: (_("Terlambat"), "danger"), None: (MISSING, "")}
        return kept[complaint.in_time]
    left = (complaint.due_on - on).days
    if left < 0:
        return ngettext("Lewat %(days)d hari", "Lewat %(days)d hari", -left) % {"days": -left}, "danger"
    if left == 0:
        return _("Hari ini"), "warning"
    return day(complaint.due_on), ""


def figure_row(name: Shown, told: ComplaintFigures) -> FigureRow:
    few = _("kurang dari %(fewest)d") % {"fewest": FEWEST}
    of = f"{number(told.in_time)} / {number(told.due)}"
    return FigureRow(
        name=name,
        received=number(told.received),
        percent=MISSING if told.suppressed else percent(told.share),
        of=few if told.suppressed else of,
        share=few if told.suppressed else f"{percent(told.share)} ({of})",
        median=MISSING if told.median_days is None else number(told.median_days, 1),
        open=number(told.open),
        late=number(told.late),
        declined=number(told.declined),
        others=number(told.suggestions + told.praise),
    )


def element_name(key: str) -> Shown:
    return ComplaintElement(key).label if key else _("Belum dipilah")


def exported_rows(complaints: Iterable[Complaint]) -> Iterable[list[str]]:
    """Yield the rows of a download: neither what was written nor who wrote it."""
    for each in complaints:
        yield [
            each.number,
            each.tracking_id,
            str(each.get_kind_display()),
            str(each.get_means_display()),
            each.unit.name,
            each.service.name if each.service else "",
            str(each.get_element_display()),
            str(each.get_severity_display()),
            timezone.localtime(each.received_at).isoformat(timespec="minutes"),
            each.due_on.isoformat() if each.due_on else "",
            str(each.get_state_display()),
            timezone.localtime(each.answered_at).isoformat(timespec="minutes") if each.answered_at else "",
            "" if each.answer_days is None else str(each.answer_days),
            {True: _("Ya"), False: _("Tidak"), None: ""}[each.in_time],
            _("Ya") if each.reopened_at else _("Tidak"),
        ]
