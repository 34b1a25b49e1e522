"""The list of a session: put somebody on it, correct it with a reason, close it, print it."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus
from pembina.domain.development.models import Attendance, Enrolment, Session
from pembina.domain.development.operations.attendance import (
    Sending,
    correct_attendance,
    mark_attendance,
    mark_rest_absent,
)
from pembina.domain.development.operations.exports import note_attendance_export
from pembina.domain.development.queries.attendance import counts_at, notes_of, roster, seats_at
from pembina.domain.development.queries.reactions import trainers_of
from pembina.exchange.papers.attendance import AttendanceList, Participant, attendance_paper
from pembina.web.access import signed_in
from pembina.web.attendance.day_views import run_session, trail
from pembina.web.attendance.forms import CorrectionForm, FirstForm
from pembina.web.attendance.present import choices, clocks, present_row, present_session, trace_line
from pembina.web.attendance.sending import is_queue, refused_answer, sending_of, stored_answer
from pembina.web.attendance.times import span
from pembina.web.components.refusals import refuse_on


@signed_in
@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one participant on the list: ``mark`` is ``number:status``."""
    session = run_session(request, pk)
    number, _colon, status = request.POST.get("mark", "").partition(":")
    if status not in AttendanceStatus.values or not (number.isascii() and number.isdigit()):
        raise Http404
    seat = get_object_or_404(seats_at(session).select_related("person"), pk=int(number))
    try:
        taken = mark_attendance(
            session=session, seat=seat, status=AttendanceStatus(status), sending=sending_of(request.POST),
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
    except RefusedError as refused:
        mend = reverse("attendance:entry", args=[pk, seat.pk])
        if is_queue(request):
            return refused_answer(refused, mend=mend, swap=pieces(request, session, seat))
        refuse_on(request, refused)
        return redirect(mend)
    if is_queue(request):
        return stored_answer(is_new=taken.is_new, swap=pieces(request, session, seat))
    return redirect(f"{reverse('attendance:day', args=[pk])}?{request.GET.urlencode()}#row-{seat.pk}")


@signed_in
def entry(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Show how somebody came to stand on the list as they do, and correct it."""
    session = run_session(request, pk)
    found = get_object_or_404(roster(session, on=timezone.localdate()), pk=seat)
    kept: Attendance | None = found.here[0] if found.here else None  # type: ignore[attr-defined]
    form = CorrectionForm(request.POST or None, kept=kept) if kept else FirstForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            put_down(session, found, kept, form.cleaned_data, actor_of(request))
            messages.success(request, _("Kehadiran %(name)s tercatat.") % {"name": found.person.titled_name})
            return redirect("attendance:day", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="reason" if "reason" in form.fields else None)
    context = {
        "session": present_session(session, trainers="", at=timezone.now()),
        "row": present_row(found, session, actor_of(request)),
        "form": form,
        "clocks": clocks(kept, session) if kept else [],
        "trace": [trace_line(note, session) for note in notes_of(kept)] if kept else [],
        "trail": trail(session),
    }
    return render(request, "attendance/entry.html", context, status=422 if form.errors else 200)


@signed_in
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how many nothing is known of, and put them down as absent."""
    session = run_session(request, pk)
    if request.method == "POST":
        try:
            number = mark_rest_absent(session=session, by=actor_of(request), at=timezone.now())
            said = ngettext("%(n)d peserta dicatat tidak hadir.", "%(n)d peserta dicatat tidak hadir.", number)
            messages.success(request, said % {"n": number})
        except RefusedError as refused:
            refuse_on(request, refused)
        return redirect("attendance:day", pk)
    actor = actor_of(request)
    unknown = roster(session, on=timezone.localdate(), status="unknown").exclude(person__nip=actor.username)
    context = {
        "session": present_session(session, trainers="", at=timezone.now()),
        "number": unknown.count(),
        "rows": [present_row(seat, session, actor) for seat in unknown[:20]],
        "trail": trail(session),
    }
    return render(request, "attendance/rest.html", context)


@signed_in
@require_POST
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the list to be signed where there is no line at all, and write down who took it: no numbers of persons."""
    session, on, actor = run_session(request, pk), timezone.localdate(), actor_of(request)
    rows = [present_row(seat, session, actor) for seat in roster(session, on=on)]
    note_attendance_export(session=session, people=len(rows), by=actor, at=timezone.now())
    told = AttendanceList(
        government=settings.PEMBINA_GOVERNMENT_NAME,
        training=session.batch.title,
        session=session.title,
        on=session.starts_at.astimezone(session.batch.zone).date(),
        hours=span(session),
        place=session.room,
        participants=[Participant(row.name, unit=row.unit) for row in rows],
        written_on=on,
        trainer=", ".join(trainers_of(session)),
        organiser_name=session.batch.organiser.titled_name,
    )
    headers = {"Content-Disposition": f'attachment; filename="daftar-hadir-{pk}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(attendance_paper(told), content_type="application/pdf", headers=headers)


def put_down(session: Session, seat: Enrolment, kept: Attendance | None, said: dict[str, str], by: User) -> None:
    """Correct what is on record, or put the first word on it."""
    at, status = timezone.now(), AttendanceStatus(said["status"])
    if kept is None:
        mark_attendance(session=session, seat=seat, status=status, sending=Sending(), by=by, at=at)
        return
    means = AttendanceMeans(said["means"])
    correct_attendance(attendance=kept, status=status, means=means, reason=said["reason"], by=by, at=at)


def pieces(request: HttpRequest, session: Session, seat: Enrolment) -> dict[str, str]:
    """Return the row of a participant and the numbers, to be put in the place of the old ones."""
    found = roster(session, on=timezone.localdate()).get(pk=seat.pk)
    shown = {"row": present_row(found, session, actor_of(request)), "choices": choices()}
    return {
        f"row-{seat.pk}": render_to_string("attendance/row.html", shown, request),
        "headcount": render_to_string("attendance/headcount.html", {"counts": counts_at(session)}, request),
    }


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
