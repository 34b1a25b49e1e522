"""Paper forms from a file: looked at first, then stored, and taken back together."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.models import SurveyImport, SurveyPeriod
from pembina.domain.services.operations.survey_imports import apply_survey_import, undo_survey_import
from pembina.domain.services.survey_coverage import services_in
from pembina.domain.services.survey_queries import survey_periods
from pembina.exchange.surveys import forms_template
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.surveys.import_forms import FormsFileForm, dry_run, opened_forms
from pembina.web.surveys.period_views import own_period
from pembina.web.surveys.response_views import above
from pembina.web.uploads import BrokenSealError
from pembina.web.uploads.file_words import WORKBOOK, attached

FINDINGS_SHOWN = 200


@requires(Permission.RUN_SURVEYS)
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file and show what it would store; nothing is stored yet."""
    period = own_period(request, pk)
    initial = {"order": period.order, "day": min(timezone.localdate(), period.closes_on)}
    form = FormsFileForm(request.POST or None, request.FILES or None, initial=initial)
    read = form.read() if form.is_bound and form.is_valid() else None
    if read is not None:
        name, day = form.cleaned_data["file"].name, form.cleaned_data["day"]
        run = dry_run(*read, name=name, day=day, period=period)
        context = {
            "run": run,
            "number": len(run.forms),
            "findings": run.findings[:FINDINGS_SHOWN],
            "carried": run.sealed(period) if run.forms else "",
            "notes": read[0].notes,
            "period": period,
            "trail": [*above(period), (_("Impor formulir"), reverse("surveys:import", args=[pk]))],
        }
        return render(request, "surveys/dry_run.html", context)
    context = {"form": form, "period": period, "imports": imports_of(period), "trail": above(period)}
    return render(request, "surveys/import.html", context, status=422 if form.is_bound else 200)


@requires(Permission.RUN_SURVEYS)
@require_safe
def template(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an empty file for the forms of a round."""
    period = own_period(request, pk)
    names = [service.name for service in services_in(period)]
    content = forms_template(order=period.order, services=names, language=get_language() or "id")
    return attached(content, WORKBOOK, "templat-formulir-skm.xlsx")


@requires(Permission.RUN_SURVEYS)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what was shown."""
    period = own_period(request, pk)
    try:
        name, fingerprint, forms = opened_forms(request.POST.get("carried", ""), period)
    except BrokenSealError:
        messages.error(request, _("Hasil pemeriksaan sudah tidak berlaku. Pilih berkasnya lagi."))
        return redirect("surveys:import", pk)
    try:
        batch = apply_survey_import(
            period=period, forms=forms, file_name=name, sha256=fingerprint,
            by=cast(User, request.user), at=timezone.now(),
        )  # fmt: skip
        said = ngettext("%(n)d formulir tersimpan.", "%(n)d formulir tersimpan.", batch.rows)
        messages.success(request, said % {"n": batch.rows})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("surveys:import", pk)


@requires(Permission.RUN_SURVEYS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take all answers of a file back."""
    actor, on = cast(User, request.user), timezone.localdate()
    batch = get_object_or_404(SurveyImport, pk=pk, period__in=survey_periods(actor, on=on).values("pk"))
    try:
        number = undo_survey_import(batch=batch, by=actor, at=timezone.now())
        said = ngettext("%(n)d jawaban diurungkan.", "%(n)d jawaban diurungkan.", number)
        messages.success(request, said % {"n": number})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("surveys:import", batch.period_id)


def imports_of(period: SurveyPeriod) -> list[SurveyImport]:
    """Return the files of a round, the latest first."""
    return list(period.imports.select_related("by").order_by("-applied_at")[:20])
