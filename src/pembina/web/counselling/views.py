"""Reports of counselling: made by a leader, taken over by a counsellor, closed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.searches import with_posts
from pembina.domain.performance.models import CounsellingReport
from pembina.domain.performance.operations.counselling import (
    close_counselling,
    note_counselling,
    report_for_counselling,
    take_counselling,
)
from pembina.domain.performance.plan_duty import post_of_day
from pembina.domain.performance.queries.counselling import counselling_known_to, words_open_to
from pembina.exchange.papers.counselling import counselling_form
from pembina.exchange.papers.guidance import Around
from pembina.exchange.papers.official_form import official_form
from pembina.web.access import requires, signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.counselling.forms import NoteForm, ReportForm
from pembina.web.counselling.present import led_rows, present_report, report_rows

ON_A_PAGE = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the reports of which the visitor may know."""
    actor = actor_of(request)
    page = Paginator(counselling_known_to(actor), ON_A_PAGE).get_page(request.GET.get("page"))
    leads = people_decided_by(actor, on=timezone.localdate()).exists()
    context = {"page": page, "rows": report_rows(page, actor), "leads": leads}
    return render(request, "counselling/index.html", context)


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List whom the visitor may report; nobody but a leader finds the page."""
    on = timezone.localdate()
    led = with_posts(people_decided_by(actor_of(request), on=on).order_by("name", "pk"), on=on)
    page = Paginator(led, ON_A_PAGE).get_page(request.GET.get("page"))
    if not page.paginator.count:
        raise Http404
    return render(request, "counselling/people.html", {"page": page, "rows": led_rows(page), "trail": trail()})


@signed_in
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report somebody to the counsellors."""
    actor = actor_of(request)
    person = get_object_or_404(people_decided_by(actor, on=timezone.localdate()), pk=pk)
    form = ReportForm(sent(request))
    page = FormPage(
        _("Laporan konseling (B.1.10)"), _("Kirim kepada konselor"), _("Laporan dikirim kepada konselor."), trail(),
        person.titled_name,
        note=_("Dibaca oleh konselor dan pegawai itu sendiri; Anda sendiri hanya sampai konselor menerimanya."),
    )  # fmt: skip

    def act() -> str:
        told = form.cleaned_data
        made = report_for_counselling(
            person=person, problem=told["problem"], tried=told["tried"], by=actor, at=timezone.now()
        )
        return reverse("counselling:show", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the visitor may read of a report; a counsellor who opens it leaves a trace."""
    actor, found = actor_of(request), known(request, pk)
    if actor.username not in (found.person.nip, found.reporter.nip):
        note_looking(request, "look_at_counselling", on=found)
    return render(request, "counselling/show.html", {"report": present_report(found, actor), "trail": trail()})


@signed_in
@require_safe
@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a report (B.1.10) to whoever may read its words; that it was taken is written down, whoever took it."""
    actor, found = actor_of(request), known(request, pk)
    if not words_open_to(actor, found):
        raise Http404
    note_looking(request, "take_counselling_paper", on=found)
    day = timezone.localdate(found.reported_at)
    posts = post_of_day(found.person, on=day), post_of_day(found.reporter, on=day)
    form = counselling_form(found, Around(*posts, settings.PEMBINA_GOVERNMENT_NAME, timezone.localdate()))
    headers = {"Content-Disposition": 'attachment; filename="b110.pdf"'}
    return HttpResponse(official_form(form), content_type="application/pdf", headers=headers)


@requires(Permission.COUNSEL)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    return stepped(request, pk, take_counselling, _("Laporan Anda terima. Pelapor tidak membacanya lagi."))


@requires(Permission.COUNSEL)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    return stepped(request, pk, close_counselling, _("Konseling ditutup."))


@requires(Permission.COUNSEL)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a note of a talk."""
    found, form = known(request, pk), NoteForm(sent(request))
    page = FormPage(
        _("Catatan konselor"), _("Simpan"), _("Catatan disimpan."), trail(), found.person.titled_name,
        note=_("Hanya Anda yang membacanya."),
    )  # fmt: skip

    def act() -> str:
        note_counselling(report=found, words=form.cleaned_data["words"], by=actor_of(request), at=timezone.now())
        return reverse("counselling:show", args=[pk])

    return form_answer(request, form, page, act)


def stepped(request: HttpRequest, pk: int, act: Callable[..., None], done: str) -> HttpResponse:
    at: datetime = timezone.now()
    try:
        act(report=known(request, pk), by=actor_of(request), at=at)
        messages.success(request, done)
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("counselling:show", pk)


def known(request: HttpRequest, pk: int) -> CounsellingReport:
    """Return a report of which the visitor may know."""
    return get_object_or_404(counselling_known_to(actor_of(request)), pk=pk)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def sent(request: HttpRequest) -> Any:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def trail() -> list[tuple[str, str]]:
    """Return the page above."""
    return [(_("Konseling"), reverse("counselling:index"))]
