"""What whoever runs a session sees on its day: the code, the numbers and the list."""

from datetime import datetime, time
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.development.models import Session
from pembina.domain.development.permissions import sessions_run_by
from pembina.domain.development.queries.attendance import corrections_at, counts_at, roster
from pembina.domain.development.queries.learning_tests import batches_graded_by
from pembina.domain.development.queries.reactions import trainers_of
from pembina.web.access import signed_in
from pembina.web.attendance.filters import RosterFilters, SessionFilters
from pembina.web.attendance.present import (
    CodePage,
    choices,
    present_code,
    present_row,
    present_session,
    session_rows,
    trace_line,
)
from pembina.web.components.onward import address_of

ON_A_PAGE = 25
SESSIONS_ON_A_PAGE = 25
CORRECTIONS_SHOWN = 10
SECONDS_WITHOUT_SCRIPTS = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the sessions that the visitor runs."""
    now, filters = timezone.now(), SessionFilters(request.GET)
    today = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    found = filters.narrow(run_by(request), since=today).select_related("batch")
    page = Paginator(found, SESSIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": session_rows(list(page), at=now),
        "filters": filters,
        "reset": reverse("attendance:index") if filters.is_narrowed else "",
    }
    return render(request, "attendance/index.html", context)


@signed_in
@require_safe
def day(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the one page that is needed in the room."""
    session, now = run_session(request, pk), timezone.now()
    filters = RosterFilters(request.GET)
    found = roster(session, on=timezone.localdate(), name=filters.chosen["q"], status=filters.chosen["status"])
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    corrections = corrections_at(session)[:CORRECTIONS_SHOWN]
    context = {
        "session": present_session(session, trainers=", ".join(trainers_of(session)), at=now),
        "code": code_now(request, session),
        "counts": counts_at(session),
        "page": page,
        "rows": [present_row(seat, session, cast(User, request.user)) for seat in page],
        "choices": choices(),
        "filters": filters,
        "reset": reverse("attendance:day", args=[pk]) if filters.is_narrowed else "",
        "corrections": [trace_line(note, session, named=True) for note in corrections],
        "trail": trail(),
        **around(session, cast(User, request.user)),
    }
    return render(request, "attendance/day.html", context)


@signed_in
@require_safe
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the code of the moment, to be put in the place of the last one."""
    session = run_session(request, pk)
    response = render(request, "attendance/code.html", {"code": code_now(request, session), "session": session})
    response.headers["Cache-Control"] = "no-store"
    return response


@signed_in
@require_safe
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the code as large as a screen in the room."""
    session, now = run_session(request, pk), timezone.now()
    context = {
        "session": present_session(session, trainers="", at=now),
        "code": code_now(request, session),
        "trail": trail(session),
    }
    response = render(request, "attendance/screen.html", context)
    if "muat" in request.GET:
        # For a screen without scripts, and only where somebody has asked for it.
        response.headers["Refresh"] = str(SECONDS_WITHOUT_SCRIPTS)
    return response


def code_now(request: HttpRequest, session: Session) -> CodePage:
    address = request.build_absolute_uri(reverse("attendance:check_in", args=[session.pk]))
    return present_code(session, address=address, at=timezone.now())


def around(session: Session, actor: User) -> dict[str, str]:
    """Return the pages about the batch of a session, as far as they are there."""
    may_grade = batches_graded_by(actor, on=timezone.localdate()).filter(pk=session.batch_id).exists()
    return {
        "batch_address": address_of("sessions:batch", session.batch_id),
        "tests_address": address_of("learning_tests:batch", session.batch_id),
        "grades_address": address_of("learning_tests:grades", session.batch_id) if may_grade else "",
    }


def run_by(request: HttpRequest) -> QuerySet[Session]:
    return sessions_run_by(cast(User, request.user), on=timezone.localdate())


def run_session(request: HttpRequest, pk: int) -> Session:
    """Return a session at which the visitor takes attendance."""
    found = run_by(request).select_related("batch").prefetch_related("trainers__person")
    return get_object_or_404(found, pk=pk)


def trail(session: Session | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Sesi yang saya jalankan"), reverse("attendance:index"))]
    return above if session is None else [*above, (session.title, reverse("attendance:day", args=[session.pk]))]
