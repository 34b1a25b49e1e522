"""What human resources chase, and how the behaviour of a course is worded."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import BehaviourRating, CurriculumVersion
from pembina.domain.development.operations.follow_up_export import note_late_export
from pembina.domain.development.operations.ratings import word_behaviour
from pembina.domain.development.queries.action_plans import reads_all_plans
from pembina.domain.development.queries.follow_up_late import late_by_unit
from pembina.web.access import requires
from pembina.web.action_plans.export import late_rows, late_workbook
from pembina.web.action_plans.formpage import Sheet, sent, sheet_answer
from pembina.web.action_plans.forms import StatementForm
from pembina.web.action_plans.present_late import present_late
from pembina.web.action_plans.visiting import actor_of, today, trail

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def late(request: HttpRequest) -> HttpResponse:
    """Show by unit who is late with what."""
    require_everything(request)
    table = present_late(late_by_unit(at=timezone.now(), on=today()))
    return render(request, "action_plans/late.html", {"table": table, "trail": trail()})


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def late_file(request: HttpRequest) -> HttpResponse:
    """Give the late ones by name as a workbook, and write down who took it."""
    require_everything(request)
    at, on = timezone.now(), today()
    rows = late_rows(at=at, on=on)
    note_late_export(rows=len(rows), by=actor_of(request), at=at)
    headers = {"Content-Disposition": f'attachment; filename="tindak-lanjut-terlambat-{on.isoformat()}.xlsx"'}
    return HttpResponse(late_workbook(rows), content_type=WORKBOOK, headers=headers)


@requires(Permission.PLAN_PROGRAMME)
def statements(request: HttpRequest, pk: int) -> HttpResponse:
    """Word the behaviour that each competence unit of a course aims at."""
    require_everything(request)
    version = get_object_or_404(CurriculumVersion.objects.select_related("curriculum"), pk=pk)
    rated = BehaviourRating.objects.filter(unit=OuterRef("pk"))
    units = version.units.filter(~Exists(rated)).select_related("behaviour")
    form = StatementForm(sent(request), units=units)
    fixed = version.units.count() - len(form.units)
    sheet = Sheet(
        _("Pernyataan perilaku"), _("Simpan pernyataan"), _("Pernyataan disimpan."), trail(), version.curriculum.title,
        _("%(count)s pernyataan sudah dinilai dan tidak diubah lagi.") % {"count": fixed} if fixed else "",
    )  # fmt: skip

    def act() -> str:
        with transaction.atomic():
            for unit, text in form.texts():
                word_behaviour(unit=unit, text=text, by=actor_of(request), at=timezone.now())
        return reverse("action_plans:programmes")

    if not form.units:
        messages.info(request, str(sheet.note) or _("Kurikulum ini belum mempunyai unit kompetensi."))
        return redirect("action_plans:programmes")
    return sheet_answer(request, form, sheet, act)


def require_everything(request: HttpRequest) -> None:
    """Hide what is about the whole government from whose role reaches some units only."""
    if not reads_all_plans(actor_of(request), on=today()):
        raise Http404
