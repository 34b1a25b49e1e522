"""What everybody may open without an account: events, questions and promises."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.people.models import Unit
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.models import Forum
from pembina.domain.services.models.commitments import DAYS_TO_RECORD
from pembina.domain.services.operations.forum_questions import ask_question, support_question
from pembina.domain.services.queries.commitments import of_unit, public_commitments, tally, with_owner
from pembina.domain.services.queries.forums import (
    past,
    public_forums,
    published_minutes,
    revision_of,
    shown_questions,
    upcoming,
    with_counts,
    with_programme,
)
from pembina.exchange.calendar_files import event_calendar
from pembina.web.access import open_to_all
from pembina.web.components.refusals import refuse_on
from pembina.web.forums.calendar import calendar_event
from pembina.web.forums.devices import device_of, origin_of, with_device
from pembina.web.forums.filters import CommitmentFilters
from pembina.web.forums.formpage import field_of
from pembina.web.forums.forms import AskForm
from pembina.web.forums.present_commitments import figures, present_commitment, public_rows
from pembina.web.forums.present_forums import present_forum, present_minutes, question_rows
from pembina.web.forums.present_forums import public_rows as forum_rows

ON_A_PAGE = 20
MOST_UPCOMING = 30


@open_to_all
@require_safe
def public_index(request: HttpRequest) -> HttpResponse:
    """Show what is to come and what was."""
    at = timezone.now()
    coming = with_counts(upcoming(public_forums(), at=at))[:MOST_UPCOMING]
    page = Paginator(with_counts(past(public_forums(), at=at)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"coming": forum_rows(coming, at=at), "past": forum_rows(page, at=at), "page": page}
    return render(request, "forums/public_index.html", context)


@open_to_all
@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one event with its questions, its minutes and its promises."""
    forum = announced(pk)
    return with_device(request, event_page(request, forum, AskForm(forum=forum)))


@open_to_all
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a question; without JavaScript and without a name."""
    forum, at = announced(pk), timezone.now()
    form = AskForm(request.POST, forum=forum)
    if form.is_valid():
        try:
            ask_question(
                forum=forum, text=form.cleaned_data["text"], service=form.cleaned_data.get("service"), at=at,
                origin=origin_of(request, on=timezone.localdate(at)),
            )  # fmt: skip
            messages.success(request, _("Pertanyaan terkirim. Petugas membacanya dahulu, lalu ditayangkan di sini."))
            return redirect("forums:event", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    return event_page(request, forum, form, status=422)


@open_to_all
@require_POST
def support(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Count the browser once for a question."""
    forum, at = announced(pk), timezone.now()
    found = get_object_or_404(shown_questions(forum), pk=question)
    device = device_of(request, found)
    if not device:
        messages.warning(
            request, _("Peramban ini menolak kuki, sehingga dukungan tidak dapat dihitung satu kali saja.")
        )
        return with_device(request, redirect("forums:event", pk))
    try:
        is_new = support_question(
            question=found, device=device, origin=origin_of(request, on=timezone.localdate(at)), at=at
        )
        messages.success(request, _("Dukungan tercatat.") if is_new else _("Anda sudah mendukung pertanyaan ini."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect(f"{reverse('forums:event', args=[pk])}#tanya-{found.pk}")


@open_to_all
@require_safe
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the event for the calendar of a phone."""
    forum = announced(pk)
    address = request.build_absolute_uri(reverse("forums:event", args=[pk]))
    told = calendar_event(forum, address=address, host=request.get_host(), revision=revision_of(forum))
    headers = {"Content-Disposition": f'attachment; filename="forum-{pk}.ics"'}
    return HttpResponse(event_calendar(told), content_type="text/calendar; charset=utf-8", headers=headers)


@open_to_all
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show every promise of the government."""
    on = timezone.localdate()
    filters = CommitmentFilters(request.GET, units=Unit.objects.filter(commitments__isnull=False).distinct())
    found = with_owner(filters.narrow(public_commitments(), on=on), on=on)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": public_rows(page, on=on),
        "filters": filters,
        "figures": figures(tally(of_unit(public_commitments(), filters.unit_chosen), on=on)),
        "days_to_record": DAYS_TO_RECORD,
        "reset": reverse("forums:board") if filters.is_narrowed else "",
    }
    return render(request, "forums/board.html", context)


@open_to_all
@require_safe
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one promise with its history."""
    on = timezone.localdate()
    found = get_object_or_404(with_owner(public_commitments(), on=on), pk=pk)
    context = {
        "promise": present_commitment(found, found.notes.all(), on=on, named=False),
        "trail": [(_("Janji kepada warga"), reverse("forums:board"))],
    }
    return render(request, "forums/promise.html", context)


def announced(pk: int) -> Forum:
    return get_object_or_404(with_programme(public_forums()), pk=pk)


def event_page(request: HttpRequest, forum: Forum, form: forms.Form, *, status: int = 200) -> HttpResponse:
    at, on = timezone.now(), timezone.localdate()
    page = Paginator(shown_questions(forum), ON_A_PAGE).get_page(request.GET.get("page"))
    promised = with_owner(forum.commitments.order_by("planned_on", "pk"), on=on)
    context = {
        "forum": present_forum(forum, at=at),
        "form": form,
        "page": page,
        "questions": question_rows(page, forum, start=page.start_index()),
        "minutes": present_minutes(published_minutes(forum), forum),
        "promises": public_rows(promised, on=on),
        "trail": [(_("Forum warga"), reverse("forums:public_index"))],
    }
    return render(request, "forums/event.html", context, status=status)
