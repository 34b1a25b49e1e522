from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.grounds import relation_to
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.permissions import record_open_to
from pembina.domain.people.queries import staff_seen_by
from pembina.domain.people.stewardship import delegations_kept_by, posts_kept_by, with_rights
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.people.columns import columns
from pembina.web.people.filters import StaffFilters
from pembina.web.people.present import present_person, rows
from pembina.web.people.tasks import tasks_of
from pembina.web.people.workbook import workbook_of

PEOPLE_ON_A_PAGE = 25


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List those whom the visitor may see."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = StaffFilters(request.GET, actor=actor, on=on)
    page = Paginator(filters.narrow(staff_seen_by(actor, on=on)), PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    opened = record_open_to(actor, on=on).filter(pk__in=[person.pk for person in page])
    found = rows(page, opened=set(opened.values_list("pk", flat=True)))
    context = {
        "page": page,
        "rows": found,
        "filters": filters,
        "columns": columns(filters),
        "tasks": tasks_of(actor, on=on),
        "may_import": actor.may(Permission.IMPORT_STAFF),
        "may_choose": actor.may(Permission.MANAGE_STAFF),
    }
    return render(request, "people/index.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook: only records that are open to the visitor, and not unrecorded."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = StaffFilters(request.GET, actor=actor, on=on)
    return workbook_of(filters.narrow(staff_seen_by(actor, on=on)), request, filters=filters.query)


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one record as far as it is open; whoever may not see the person finds no page."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(with_rights(staff_seen_by(actor, on=on), actor=actor, on=on), pk=pk)
    if found.is_open and found.nip != actor.username:
        note_looking(request, "look_at_person", on=found, acting_as=relation_to(found, actor=actor, on=on))
    kept = posts_kept_by(actor, on=on).filter(person=found) if found.may_edit else Assignment.objects.none()
    posts = set(kept.values_list("pk", flat=True))
    orders = set(delegations_kept_by(actor, on=on).filter(person=found).values_list("pk", flat=True))
    context = {
        "person": present_person(found, is_open=found.is_open, on=on, posts=posts, orders=orders),
        "trail": [(_("Pegawai"), reverse("people:index"))],
        "pk": pk,
        "may_report": found.may_report,
        "may_edit": found.may_edit,
        "events": _address_of_events(found, actor=actor),
    }
    return render(request, "people/person.html", context)


def _address_of_events(person: Person, *, actor: User) -> str:
    """Return where it stands who looked at and changed the record, for the person and for auditors."""
    is_open = person.nip == actor.username or actor.may(Permission.READ_AUDIT)
    return reverse("audit:person", args=[person.pk]) if is_open else ""
