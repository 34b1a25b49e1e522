"""The official report: its words, and its files."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.models import SurveyReport
from pembina.domain.services.operations.survey_results import write_report
from pembina.domain.services.queries.result_content import published_content_of
from pembina.domain.services.result_content import SECTIONS
from pembina.web.access import requires
from pembina.web.survey_results.files import pdf_file, workbook_file
from pembina.web.survey_results.forms import SectionsForm
from pembina.web.survey_results.sections import usual_sections
from pembina.web.survey_results.views import kept_period, trail_to


@requires(Permission.RUN_SURVEYS)
def sections(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the unit write what the report says beside the figures; the usual words stand below each field."""
    period = kept_period(request, pk)
    known = SurveyReport.objects.filter(period=period).values(*SECTIONS).first() or {}
    form = SectionsForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        write_report(period=period, sections=form.cleaned_data, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Naskah laporan tersimpan."))
        return redirect("survey_results:sections", pk)
    usual = usual_sections(published_content_of(period, on=timezone.localdate()))
    fields = [(form[name], usual.get(name, "")) for name in SECTIONS]
    context = {"form": form, "pk": pk, "fields": fields, "lead": period.title, "trail": trail_to(period)}
    return render(request, "survey_results/sections.html", context, status=422 if form.is_bound else 200)


@requires(Permission.RUN_SURVEYS)
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the report as it stands now: a preview, and so it says."""
    content = published_content_of(kept_period(request, pk), on=timezone.localdate())
    return pdf_file(content, published=None, on=timezone.localdate())


@requires(Permission.RUN_SURVEYS)
@require_safe
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the figures of the report as it stands now, those of a few people hidden as in the report."""
    return workbook_file(published_content_of(kept_period(request, pk), on=timezone.localdate()))
