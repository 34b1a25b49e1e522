"""Lists: the own appraisals, and those over which human resources and auditors watch."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.performance.appraisal_permissions import (
    appraisals_run_by,
    audits,
    own_appraisals,
    runs_periods,
)
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.appraisal_exports import note_appraisals_export
from pembina.domain.performance.queries.appraisals import listed, of_leader
from pembina.domain.performance.stages import Viewer
from pembina.web.access import signed_in
from pembina.web.appraisals.export import appraisals_workbook
from pembina.web.appraisals.filters import AppraisalFilters
from pembina.web.appraisals.present_rows import appraisal_rows
from pembina.web.appraisals.visiting import actor_of, today

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the own appraisals, the latest first."""
    actor, on = actor_of(request), today()
    found = listed(own_appraisals(actor)).order_by("-period__ends_on", "-pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": appraisal_rows(page, Viewer.PERSON, on=on), "tabs": tabs(actor, "index"),
        "runs": runs_periods(actor, on=on),
    }  # fmt: skip
    return render(request, "appraisals/index.html", context)


@signed_in
@require_safe
def everybody(request: HttpRequest) -> HttpResponse:
    """List the appraisals in reach of human resources or an auditor."""
    actor, on = actor_of(request), today()
    filters = AppraisalFilters(request.GET)
    found, viewer = watched(actor)
    page = Paginator(listed(filters.narrow(found, on=on)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": appraisal_rows(page, viewer, on=on), "filters": filters, "tabs": tabs(actor, "everybody"),
        "reset": reverse("appraisals:everybody") if filters.is_narrowed else "", "runs": runs_periods(actor, on=on),
        "may_export": viewer is Viewer.HUMAN_RESOURCES,
    }  # fmt: skip
    return render(request, "appraisals/everybody.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    actor, on, at = actor_of(request), today(), timezone.now()
    found, viewer = watched(actor)
    if viewer is not Viewer.HUMAN_RESOURCES:
        raise Http404
    filters = AppraisalFilters(request.GET)
    narrowed = listed(filters.narrow(found, on=on))
    note_appraisals_export(records=narrowed.count(), filters=filters.query.rstrip("&"), by=actor, at=at)
    headers = {"Content-Disposition": f'attachment; filename="evaluasi-kinerja-{on.isoformat()}.xlsx"'}
    content = appraisals_workbook(narrowed.iterator(chunk_size=500), actor=actor)
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def watched(actor: User) -> tuple[Any, Viewer]:
    """Return the appraisals that `actor` watches over without rating them, never the own one; else there is no page."""
    on = today()
    if actor.may(Permission.MANAGE_STAFF):
        return appraisals_run_by(actor, on=on).exclude(person__nip=actor.username), Viewer.HUMAN_RESOURCES
    if audits(actor, on=on):
        return Appraisal.objects.exclude(person__nip=actor.username), Viewer.AUDITOR
    raise Http404


def tabs(actor: User, here: str) -> list[dict[str, Any]]:
    """Return the lists that `actor` has, none where there is only the own one."""
    on = today()
    offered = [("index", _("Milik saya"))]
    if of_leader(actor, on=on).exists():
        offered.append(("team", _("Staf saya")))
    if actor.may(Permission.MANAGE_STAFF) or audits(actor, on=on):
        offered.append(("everybody", _("Semua pegawai")))
    if len(offered) == 1:
        return []
    return [{"label": label, "address": reverse(f"appraisals:{name}"), "here": name == here} for name, label in offered]
