"""One's own hours year by year, what one reports oneself, and the hours of one's staff."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.enums import RecordSource
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.learning_records import report_learning, withdraw_learning
from pembina.domain.development.queries.degree_studies import certifications, studies
from pembina.domain.development.queries.learning_hours import fewest_first, led_by, with_hours, years_of
from pembina.domain.people.queries import person_of
from pembina.domain.people.searches import with_posts
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_hours.filters import YearFilters
from pembina.web.learning_hours.forms import LearningForm
from pembina.web.learning_hours.present import person_rows, year_blocks
from pembina.web.learning_hours.present_studies import certification_rows, study_rows
from pembina.web.learning_hours.visitors import actor_of

ON_A_PAGE = 50


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Show one's hours year by year, how each year stands to the rule, and one's studies and certifications."""
    person, on = person_of(actor_of(request)), timezone.localdate()
    if person is None:
        return render(request, "learning_hours/own.html", {"person": None})
    context = {
        "person": person,
        "blocks": year_blocks(years_of(person, on=on), on=on, is_own=True),
        "studies": study_rows(studies().filter(person=person), on=on),
        "certifications": certification_rows(certifications().filter(person=person).order_by("-issued_on"), on=on),
        "leads": led_by(actor_of(request), on=on).exists(),
    }
    return render(request, "learning_hours/own.html", context)


@requires(Permission.SEE_OWN_RECORD)
def report(request: HttpRequest) -> HttpResponse:
    """Ask what one has learned elsewhere; human resources verify it."""
    form = LearningForm(request.POST or None, on=timezone.localdate())
    page = FormPage(
        title=_("Laporkan belajar mandiri"), submit=_("Kirim untuk diverifikasi"), trail=own_trail(),
        lead=_("Seminar, kursus, atau kegiatan lain yang tidak diselenggarakan lewat Pembina."),
        done=_("Laporan dikirim. JP dihitung setelah diverifikasi."),
    )  # fmt: skip

    def act() -> str:
        report_learning(learning=form.learning(), by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:own")

    return form_answer(request, form, page, act, template="learning_hours/learned.html")


@requires(Permission.SEE_OWN_RECORD)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own report back."""
    own_reports = LearningRecord.objects.filter(person__nip=actor_of(request).username, source=RecordSource.OWN_REPORT)
    row = get_object_or_404(own_reports, pk=pk)
    try:
        withdraw_learning(row=row, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Laporan ditarik."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_hours:own")


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Show how the staff that the visitor decides on stand in a year, those with the fewest hours first."""
    on = timezone.localdate()
    filters = YearFilters(request.GET, on=on)
    led = with_hours(led_by(actor_of(request), on=on), year=filters.year_chosen)
    if filters.chosen["status"]:
        led = led.filter(status=filters.chosen["status"])
    page = Paginator(with_posts(fewest_first(led), on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = person_rows(page, year=filters.year_chosen, on=on)
    context = {"filters": filters, "page": page, "rows": rows, "trail": own_trail()}
    return render(request, "learning_hours/team.html", context)


def own_trail() -> list[tuple[str, str]]:
    return [(_("Jam pelajaran saya"), reverse("learning_hours:own"))]
