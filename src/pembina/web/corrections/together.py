"""Several reports accepted at once: first a trial that leaves no trace, then the change itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from pembina.domain.access.models import User
from pembina.domain.people.models import CorrectionReport
from pembina.domain.people.operations import accept_report
from pembina.domain.people.refusals import RefusedError
from pembina.web.components.formatting import in_language
from pembina.web.corrections.present import now, proposed

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of one report; `refusal` is empty where it can be accepted as it stands."""

    value: str
    person: str
    about: str
    now: str
    proposed: str
    refusal: str


def chosen_numbers(request: HttpRequest) -> list[int]:
    """Return the reports that were ticked; what is no number is nobody's report."""
    written = request.POST.getlist("report")[:MOST_AT_ONCE]
    return [int(number) for number in written if number.isascii() and number.isdigit() and len(number) < 19]


def previews(reports: Iterable[CorrectionReport], *, by: User, on: date) -> list[Preview]:
    return [_preview(report, by, on) for report in reports]


def accepted_together(request: HttpRequest, reports: Iterable[CorrectionReport], *, from_day: date, note: str) -> None:
    """Accept each report that can be; those that cannot stay open, and the page says why."""
    done = 0
    for report in reports:
        refusal = _refusal(report, cast(User, request.user), from_day, note)
        if refusal:
            messages.error(request, f"{report.person.titled_name}: {refusal}")
        else:
            done += 1
    if done:
        text = ngettext("%(count)d laporan diterima.", "%(count)d laporan diterima.", done)
        messages.success(request, text % {"count": done})


def _preview(report: CorrectionReport, by: User, on: date) -> Preview:
    with _leaving_no_trace():
        refusal = _refusal(report, by, on, "")
    about = str(report.get_about_display())
    return Preview(str(report.pk), report.person.titled_name, about, now(report), proposed(report), refusal)


def _refusal(report: CorrectionReport, by: User, from_day: date, answer: str) -> str:
    try:
        accept_report(report=report, from_day=from_day, answer=answer, by=by, at=timezone.now())
    except RefusedError as refused:
        return f"{in_language(refused.message)} {in_language(refused.remedy)}"
    return ""


@contextmanager
def _leaving_no_trace() -> Iterator[None]:
    """Try an operation for its refusals only: whatever it writes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
