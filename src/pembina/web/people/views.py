from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.people.operations import note_export
from pembina.domain.people.permissions import record_open_to
from pembina.domain.people.queries import organisation_seen_by, staff_seen_by
from pembina.exchange.staff import staff_workbook
from pembina.web.access import signed_in
from pembina.web.people.filters import StaffFilters
from pembina.web.people.present import exported_rows, head_of_export, present_person, rows
from pembina.web.people.tree import branches

PEOPLE_ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List those whom the visitor may see."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = StaffFilters(request.GET, actor=actor, on=on)
    page = Paginator(filters.narrow(staff_seen_by(actor, on=on)), PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    opened = record_open_to(actor, on=on).filter(pk__in=[person.pk for person in page])
    found = rows(page, opened=set(opened.values_list("pk", flat=True)))
    return render(request, "people/index.html", {"page": page, "rows": found, "filters": filters})


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook: only records that are open to the visitor, and not unrecorded."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = StaffFilters(request.GET, actor=actor, on=on)
    opened = staff_seen_by(actor, on=on).filter(pk__in=record_open_to(actor, on=on).values("pk"))
    people = filters.narrow(opened)
    note_export(people=people.count(), filters=filters.query, by=actor, at=timezone.now())
    content = staff_workbook(head_of_export(), exported_rows(people), sheet=_("Pegawai"))
    name = f"pegawai-{on.isoformat()}.xlsx"
    return HttpResponse(
        content, content_type=WORKBOOK, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one record as far as it is open; whoever may not see the person finds no page."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(staff_seen_by(actor, on=on), pk=pk)
    is_open = record_open_to(actor, on=on).filter(pk=pk).exists()
    context = {
        "person": present_person(found, is_open=is_open, on=on),
        "trail": [(_("Pegawai"), reverse("people:index"))],
    }
    return render(request, "people/person.html", context)


@signed_in
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Show the organisation as far as the visitor may see it."""
    found = branches(organisation_seen_by(cast(User, request.user), on=timezone.localdate()))
    return render(request, "people/units.html", {"branches": found})
