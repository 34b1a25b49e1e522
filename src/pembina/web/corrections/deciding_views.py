"""What human resources does with reports: look through the queue, accept, decline."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import CorrectionReport
from pembina.domain.people.operations import accept_report, decline_report
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.stewardship import reports_to_decide, with_details
from pembina.web.access import requires
from pembina.web.choosing import chosen_in
from pembina.web.components.refusals import refuse_on
from pembina.web.corrections.filters import QueueFilters
from pembina.web.corrections.forms import AcceptForm, DeclineForm, TogetherForm
from pembina.web.corrections.present import present_report, rows
from pembina.web.corrections.together import accepted_together, chosen_numbers, previews

REPORTS_ON_A_PAGE = 25


@requires(Permission.MANAGE_STAFF)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """List the reports that the visitor may decide, those that wait longest first."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = QueueFilters(request.GET, actor=actor, on=on)
    found = with_details(filters.narrow(reports_to_decide(actor, on=on)), on=on)
    page = Paginator(found, REPORTS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = rows(page, on=on)
    context = {
        "page": page,
        "rows": shown,
        "filters": filters,
        "reset": reverse("corrections:queue") if filters.is_narrowed else "",
        "has_complete": any(row.can_be_taken_together for row in shown),
    }
    return render(request, "corrections/queue.html", context)


@requires(Permission.MANAGE_STAFF)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would change, let the officer put it differently, and change it."""
    found, page = undecided(request, pk)
    searching = bool(chosen_in(request))
    form = AcceptForm(
        request.POST or None,
        about=ReportAbout(found.about),
        person=found.person,
        actor=cast(User, request.user),
        on=timezone.localdate(),
        initial=suggested(found),
    )
    if form.is_bound and not searching and form.is_valid() and accepted(request, form, found):
        return redirect("corrections:show", pk)
    context = {**page, "form": form, "searching": searching}
    status = 422 if form.is_bound and not searching else 200
    return render(request, "corrections/accept.html", context, status=status)


@requires(Permission.MANAGE_STAFF)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason and answer."""
    actor = cast(User, request.user)
    found, page = undecided(request, pk)
    form = DeclineForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            decline_report(report=found, reason=form.cleaned_data["reason"], by=actor, at=timezone.now())
            messages.success(request, _("Laporan ditolak; pelapor dapat membaca alasannya."))
            return redirect("corrections:show", pk)
        except RefusedError as refused:
            refuse_on(form, refused)
    return render(request, "corrections/decline.html", {**page, "form": form}, status=422 if form.is_bound else 200)


@requires(Permission.MANAGE_STAFF)
@require_POST
def accept_together(request: HttpRequest) -> HttpResponse:
    """Show what becomes of the chosen reports; then, once confirmed, accept those that can be."""
    actor, on = cast(User, request.user), timezone.localdate()
    offered = with_details(reports_to_decide(actor, on=on), on=on).filter(pk__in=chosen_numbers(request))
    chosen = [report for report in offered.order_by("reported_at", "pk") if report.is_open and report.is_complete]
    if not chosen:
        messages.warning(request, _("Pilih dahulu laporan yang usulnya lengkap."))
        return redirect("corrections:queue")
    confirmed = "confirm" in request.POST
    form = TogetherForm(request.POST if confirmed else None, initial={"from_day": on})
    if confirmed and form.is_valid():
        accepted_together(request, chosen, **form.cleaned_data)
        return redirect("corrections:queue")
    context = {"form": form, "rows": previews(chosen, by=actor, on=on), "trail": trail()}
    return render(request, "corrections/together.html", context, status=422 if form.errors else 200)


def undecided(request: HttpRequest, pk: int) -> tuple[CorrectionReport, dict[str, object]]:
    """Return a report that waits for an answer, and what its pages show above the form."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(with_details(reports_to_decide(actor, on=on), on=on), pk=pk)
    here = (str(found.get_about_display()), reverse("corrections:show", args=[pk]))
    return found, {"report": present_report(found), "pk": pk, "person": found.person_id, "trail": [*trail(), here]}


def suggested(report: CorrectionReport) -> dict[str, object]:
    return {
        "superior": report.suggested_superior_id,
        "unit": report.suggested_unit_id,
        "position": report.suggested_position,
        "from_day": report.since or timezone.localdate(),
    }


def accepted(request: HttpRequest, form: AcceptForm, report: CorrectionReport) -> bool:
    """Say whether the report was accepted; if not, the reason is on the form."""
    from_day = form.cleaned_data.get("from_day") or timezone.localdate()
    answer = form.cleaned_data["note"]
    actor = cast(User, request.user)
    try:
        accept_report(
            report=report,
            suggestion=form.suggestion(),
            from_day=from_day,
            answer=answer,
            by=actor,
            at=timezone.now(),
        )
    except RefusedError as refused:
        refuse_on(form, refused, field="from_day")
        return False
    messages.success(request, _("Laporan diterima dan datanya diperbaiki."))
    return True


def trail() -> list[tuple[str, str]]:
    return [(_("Laporan kekeliruan"), reverse("corrections:queue"))]
