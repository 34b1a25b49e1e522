"""The queue of an officer: look through, sort several at once, take a list along, read the figures."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.operations.complaint_exports import note_complaint_export
from pembina.domain.services.queries.complaint_figures import (
    FEWEST,
    figures_by_element,
    figures_by_unit,
    figures_of,
    months_before,
    received_between,
)
from pembina.domain.services.queries.complaints import complaints_reached_by, waiting_for, with_names
from pembina.exchange.staff import staff_workbook
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.complaints.handling_forms import TogetherForm
from pembina.web.complaints.present_queue import HEAD, element_name, exported_rows, figure_row, rows
from pembina.web.complaints.queue_filters import QueueFilters
from pembina.web.complaints.together import chosen_numbers, previews, sorted_together

COMPLAINTS_ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PERIODS = (1, 3, 6, 12, 24)


@requires(Permission.ANSWER_COMPLAINTS)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """List the complaints in reach, the nearest deadline first."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = QueueFilters(request.GET, actor=actor, on=on)
    found = with_names(filters.narrow(complaints_reached_by(actor, on=on)))
    page = Paginator(found, COMPLAINTS_ON_A_PAGE).get_page(request.GET.get("page"))
    waiting, late = waiting_for(actor, on=on)
    shown = rows(page, on=on)
    context = {
        "page": page,
        "rows": shown,
        "filters": filters,
        "reset": reverse("complaints:queue") if filters.is_narrowed else "",
        "waiting": waiting,
        "late": late,
        "has_open": any(row.is_open for row in shown),
    }
    return render(request, "complaints/queue.html", context)


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the queue with its filters as a workbook: neither what was written nor who wrote it."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = QueueFilters(request.GET, actor=actor, on=on)
    found = with_names(filters.narrow(complaints_reached_by(actor, on=on)))
    address = client_address(request)
    note_complaint_export(complaints=found, filters=filters.query, by=actor, at=timezone.now(), address=address)
    content = staff_workbook([str(name) for name in HEAD], exported_rows(found.iterator()), sheet=_("Pengaduan"))
    disposition = f'attachment; filename="pengaduan-{on.isoformat()}.xlsx"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition})


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def sort_together(request: HttpRequest) -> HttpResponse:
    """Ask how the chosen complaints are sorted, show what would follow for each, and do it once confirmed."""
    actor, on = cast(User, request.user), timezone.localdate()
    offered = with_names(complaints_reached_by(actor, on=on)).filter(pk__in=chosen_numbers(request))
    chosen = [complaint for complaint in offered.order_by("received_at", "pk") if complaint.is_open]
    if not chosen:
        messages.warning(request, _("Pilih dahulu pengaduan yang belum dijawab."))
        return redirect("complaints:queue")
    asked = bool({"preview", "confirm"} & request.POST.keys())
    form = TogetherForm(request.POST if asked else None, on=on)
    if "confirm" in request.POST and form.is_valid():
        sorted_together(request, chosen, form, by=actor)
        return redirect("complaints:queue")
    context = {
        "form": form,
        "rows": previews(chosen, form if asked and form.is_valid() else None),
        "may_confirm": asked and form.is_valid(),
        "trail": [(_("Pengaduan masuk"), reverse("complaints:queue"))],
    }
    return render(request, "complaints/together.html", context, status=422 if form.errors else 200)


@requires(Permission.ANSWER_COMPLAINTS)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show how many were answered in time, with how many that stands for, by unit and by unsur."""
    actor, on = cast(User, request.user), timezone.localdate()
    written = request.GET.get("months", "")
    months = int(written) if written in {str(period) for period in PERIODS} else 12
    found = received_between(complaints_reached_by(actor, on=on), months_before(on, months), on)
    context = {
        "all": figure_row(_("Semua"), figures_of(found, on=on)),
        "units": [figure_row(name, told) for name, told in figures_by_unit(found, on=on)],
        "elements": [figure_row(element_name(key), told) for key, told in figures_by_element(found, on=on)],
        "periods": [(period, period == months) for period in PERIODS],
        "first": months_before(on, months),
        "last": on,
        "fewest": FEWEST,
        "trail": [(_("Pengaduan masuk"), reverse("complaints:queue"))],
    }
    return render(request, "complaints/figures.html", context)
