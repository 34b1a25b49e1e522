"""Reports of counselling as their pages show them: words only to who may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.performance.models import CounsellingReport
from pembina.domain.performance.queries.counselling import counsels, words_open_to
from pembina.web.choosing.describe import main_of, post_of
from pembina.web.components.formatting import day


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in a list, without its words."""

    address: str
    person: str
    mine: str
    when: str
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report; `words` and `notes` are empty where the visitor may not read them."""

    pk: int
    title: str
    lead: str
    state: str
    colour: str
    words: list[tuple[str, str]]
    notes: tuple[tuple[str, str], ...]
    may_take: bool
    may_note: bool


def report_rows(reports: Iterable[CounsellingReport], actor: User) -> list[ReportRow]:
    return [
        ReportRow(
            reverse("counselling:show", args=[each.pk]), each.person.titled_name, relation(each, actor),
            day_of(each.reported_at), *state_of(each),
        )
        for each in reports
    ]  # fmt: skip


def relation(report: CounsellingReport, actor: User) -> str:
    if report.person.nip == actor.username:
        return _("tentang Anda")
    return _("Anda laporkan") if report.reporter.nip == actor.username else _("untuk konselor")


def state_of(report: CounsellingReport) -> tuple[str, str]:
    if report.closed_at is not None:
        return _("Selesai"), "success"
    return (_("Diterima konselor"), "info") if report.taken_at is not None else (_("Menunggu konselor"), "warning")


def present_report(report: CounsellingReport, actor: User) -> ReportPage:
    """Return a report as far as the visitor may read it."""
    is_counsellor, is_open = counsels(actor, report), report.closed_at is None
    words = [(_("Masalah kinerja yang terlihat"), report.problem), (_("Yang sudah diupayakan"), report.tried)]
    is_third = actor.username not in (report.person.nip, report.reporter.nip)
    return ReportPage(
        report.pk, _("Konseling untuk %(name)s") % {"name": report.person.titled_name},
        _("Dilaporkan oleh %(name)s, %(day)s") % {
            "name": report.reporter.titled_name, "day": day_of(report.reported_at),
        },
        *state_of(report), words if words_open_to(actor, report) else [],
        tuple((day_of(each.noted_at), each.words) for each in report.notes.all()) if is_counsellor else (),
        is_third and report.taken_at is None and actor.may(Permission.COUNSEL), is_counsellor and is_open,
    )  # fmt: skip


def led_rows(people: Iterable[Any]) -> list[tuple[str, str, str]]:
    """Return name, post and address of each."""
    return [
        (person.titled_name, post_of(main_of(person)), reverse("counselling:report", args=[person.pk]))
        for person in people
    ]


def day_of(at: datetime) -> str:
    return day(timezone.localdate(at))
