"""What everybody may do: report, see the answer, take a report back."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import CorrectionReport, Person
from pembina.domain.people.operations import report_error, withdraw_report
from pembina.domain.people.queries import staff_seen_by
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.stewardship import reportable_by, reports_seen_by, reports_to_decide, with_details
from pembina.web.access import signed_in
from pembina.web.choosing import chosen_in
from pembina.web.choosing.describe import main_of
from pembina.web.components.refusals import refuse_on
from pembina.web.corrections.forms import ReportForm
from pembina.web.corrections.kinds import kinds_for
from pembina.web.corrections.present import present_report, rows, told_by

MOST_OWN_REPORTS = 100


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List the visitor's own reports, the latest first."""
    actor, on = cast(User, request.user), timezone.localdate()
    own = with_details(CorrectionReport.objects.filter(reporter=actor), on=on).order_by("-reported_at", "-pk")
    about = Person.objects.filter(nip=actor.username).first()
    return render(request, "corrections/mine.html", {"rows": rows(own[:MOST_OWN_REPORTS], on=on), "self": about})


@signed_in
@require_safe
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is wrong with the record of oneself or of somebody one is said to lead."""
    actor, on = cast(User, request.user), timezone.localdate()
    person = get_object_or_404(reportable_by(actor, on=on), pk=pk)
    context = {"name": person.titled_name, "kinds": kinds_for(person, actor), "trail": trail_to(person)}
    return render(request, "corrections/begin.html", context)


@signed_in
def report(request: HttpRequest, pk: int, about: str) -> HttpResponse:
    """Ask what would be right; the search buttons only search."""
    actor, on = cast(User, request.user), timezone.localdate()
    person = get_object_or_404(staff_seen_by(actor, on=on).filter(pk__in=reportable_by(actor, on=on)), pk=pk)
    if about not in {kind.code for kind in kinds_for(person, actor)}:
        raise Http404
    form = ReportForm(request.POST or None, about=ReportAbout(about), person=person, on=on)
    searching = bool(chosen_in(request))
    made = reported(form, person, actor) if form.is_bound and not searching and form.is_valid() else None
    if made is not None:
        messages.success(request, _("Laporan terkirim. Jawabannya akan tampil di halaman ini."))
        return redirect("corrections:show", made.pk)
    context = {
        "form": form,
        "searching": searching,
        "title": ReportAbout(about).label,
        "now": told_by(main_of(person), ReportAbout(about)),
        "trail": [*trail_to(person), (_("Laporkan kekeliruan"), reverse("corrections:begin", args=[pk]))],
    }
    return render(request, "corrections/report.html", context, status=422 if form.is_bound and not searching else 200)


def reported(form: ReportForm, person: Person, actor: User) -> CorrectionReport | None:
    """Return the report, or None with the reason on the form."""
    try:
        return report_error(
            person=person,
            about=form.about,
            suggestion=form.suggestion(),
            note=form.cleaned_data["note"],
            by=actor,
            at=timezone.now(),
        )
    except RefusedError as refused:
        refuse_on(form, refused)
        return None


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report to its reporter and to those who decide it."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(with_details(reports_seen_by(actor, on=on), on=on), pk=pk)
    context = {
        "report": present_report(found),
        "pk": pk,
        "is_mine": found.reporter_id == actor.pk,
        "may_decide": found.is_open and reports_to_decide(actor, on=on).filter(pk=pk).exists(),
        "person": found.person_id,
        "mine": [(_("Laporan saya"), reverse("corrections:mine"))],
        "queue": [(_("Laporan kekeliruan"), reverse("corrections:queue"))],
    }
    return render(request, "corrections/show.html", context)


@signed_in
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    actor = cast(User, request.user)
    found = get_object_or_404(CorrectionReport.objects.filter(reporter=actor), pk=pk)
    try:
        withdraw_report(report=found, by=actor, at=timezone.now())
        messages.success(request, _("Laporan ditarik."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("corrections:show", pk)


def trail_to(person: Person) -> list[tuple[str, str]]:
    return [
        (_("Pegawai"), reverse("people:index")),
        (person.titled_name, reverse("people:person", args=[person.pk])),
    ]
