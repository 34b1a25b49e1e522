"""Reports as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.people.enums import ReportAbout, ReportState
from pembina.domain.people.models import Assignment, CorrectionReport
from pembina.web.choosing.describe import main_of, post_of
from pembina.web.components.formatting import MISSING, day

Shown = str | Promise
TONES = {ReportState.OPEN: "warning", ReportState.ACCEPTED: "success", ReportState.DECLINED: "danger"}
OLD_AFTER_DAYS = 14


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in a list."""

    value: str
    address: str
    person: str
    about: Shown
    now: str
    proposed: str
    age: str
    is_old: bool
    reported: str
    state: Shown
    tone: str
    can_be_taken_together: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report with its answer."""

    title: str
    lead: str
    state: Shown
    tone: str
    facts: list[tuple[Shown, Shown]]
    answer: list[tuple[Shown, Shown]]
    is_open: bool


def rows(reports: Iterable[CorrectionReport], *, on: date) -> list[ReportRow]:
    return [_row(report, on) for report in reports]


def _row(report: CorrectionReport, on: date) -> ReportRow:
    waited = (on - day_of(report.reported_at)).days
    return ReportRow(
        value=str(report.pk),
        address=reverse("corrections:show", args=[report.pk]),
        person=report.person.titled_name,
        about=report.get_about_display(),
        now=now(report),
        proposed=proposed(report),
        age=_age(waited) if report.is_open else MISSING,
        is_old=report.is_open and waited > OLD_AFTER_DAYS,
        reported=day(day_of(report.reported_at)),
        state=report.get_state_display(),
        tone=TONES.get(ReportState(report.state), ""),
        can_be_taken_together=report.is_open and report.is_complete,
    )


def _age(days: int) -> str:
    return ngettext("%(days)d hari", "%(days)d hari", days) % {"days": days} if days > 0 else _("Hari ini")


def present_report(report: CorrectionReport) -> ReportPage:
    return ReportPage(
        title=str(report.get_about_display()),
        lead=report.person.titled_name,
        state=report.get_state_display(),
        tone=TONES.get(ReportState(report.state), ""),
        facts=_facts(report),
        answer=_answer(report),
        is_open=report.is_open,
    )


def _facts(report: CorrectionReport) -> list[tuple[Shown, Shown]]:
    return [
        (_("Pegawai"), report.person.titled_name),
        (_("Tercatat sekarang"), now(report)),
        (_("Menurut pelapor"), proposed(report)),
        (_("Sejak"), day(report.since)),
        (_("Penjelasan"), report.note or MISSING),
        (_("Pelapor"), report.reporter.display_name),
        (_("Dilaporkan"), day(day_of(report.reported_at))),
    ]


def _answer(report: CorrectionReport) -> list[tuple[Shown, Shown]]:
    if report.is_open or report.decided_by is None:
        return []
    decided = day(day_of(report.decided_at)) if report.decided_at else MISSING
    told: list[tuple[Shown, Shown]] = [(_("Diputus oleh"), report.decided_by.display_name), (_("Pada"), decided)]
    return [*told, (_("Jawaban"), report.reason or MISSING)]


def now(report: CorrectionReport) -> str:
    """Return what the records say today about what was reported."""
    return told_by(main_of(report.person), ReportAbout(report.about))


def told_by(held: Assignment | None, about: ReportAbout) -> str:
    if held is None or about == ReportAbout.OTHER:
        return post_of(held)
    if about in (ReportAbout.SUPERIOR, ReportAbout.NOT_MINE):
        return held.superior.titled_name if held.superior else _("Belum dicatat")
    return held.unit.name if about == ReportAbout.UNIT else held.position


def proposed(report: CorrectionReport) -> str:
    """Return what the reporter suggests, or that it is told in words."""
    superior = report.suggested_superior.titled_name if report.suggested_superior else ""
    unit = report.suggested_unit.name if report.suggested_unit else ""
    said = ", ".join(part for part in (unit, report.suggested_position, superior) if part)
    if not said and report.about == ReportAbout.NOT_MINE:
        return _("Tanpa atasan")
    return said or _("Lihat penjelasan")


def day_of(moment: datetime) -> date:
    return timezone.localtime(moment).date()
