"""The organisation, and one unit of it."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import units_visible_to
from pembina.domain.people.queries import organisation_seen_by
from pembina.domain.people.stewardship import delegations_kept_by, units_kept_by
from pembina.web.access import signed_in
from pembina.web.people.present_unit import present_unit
from pembina.web.people.tree import branches, matching

LONGEST_SEARCH = 100


@signed_in
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Show the organisation as far as the visitor may see it; a search leaves what matches and the way to it."""
    actor, on = cast(User, request.user), timezone.localdate()
    wanted = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    found = branches(organisation_seen_by(actor, on=on))
    context = {
        "branches": matching(found, wanted) if wanted else found,
        "wanted": wanted,
        "reset": reverse("people:units") if wanted else "",
        "may_open": actor.may(Permission.MANAGE_UNITS),
    }
    return render(request, "people/units.html", context)


@signed_in
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one unit: facts, who heads it, what lies below it, what became of it."""
    actor, on = cast(User, request.user), timezone.localdate()
    seen = units_visible_to(actor, on=on)
    found = get_object_or_404(seen.select_related("merged_into"), pk=pk)
    keeps = found.closed_on is None and units_kept_by(actor, on=on).filter(pk=pk).exists()
    context = {
        "unit": present_unit(found, seen=seen, orders=delegations_kept_by(actor, on=on), on=on),
        "pk": pk,
        "may_change": keeps,
        "trail": [(_("Unit kerja"), reverse("people:units"))],
    }
    return render(request, "people/unit.html", context)
