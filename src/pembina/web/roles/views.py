"""Who can do what, for everybody; who holds which role, for those who give them and for auditors."""

from typing import cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.role_queries import grants_in_power_of, grants_seen_by, holders_of_roles
from pembina.web.access import signed_in
from pembina.web.roles.filters import GrantFilters
from pembina.web.roles.grant_rows import rows
from pembina.web.roles.present import relations, role_cards, who_can_do_what

GRANTS_ON_A_PAGE = 25


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Say in words what each role is for, what it allows and how far it reaches."""
    user = cast(User, request.user)
    holders = holders_of_roles(on=timezone.localdate()) if reads_grants(user) else None
    context = {
        "roles": role_cards(user, holders=holders),
        "lines": who_can_do_what(),
        "relations": relations(),
        "reads_grants": holders is not None,
    }
    return render(request, "roles/index.html", context)


@signed_in
@require_safe
def grants(request: HttpRequest) -> HttpResponse:
    """List who holds which role, over what and until when."""
    user, on = cast(User, request.user), timezone.localdate()
    if not reads_grants(user):
        raise Http404
    filters = GrantFilters(request.GET, on=on)
    seen = filters.narrow(grants_seen_by(user, on=on)).select_related("user", "unit", "granted_by")
    page = Paginator(seen, GRANTS_ON_A_PAGE).get_page(request.GET.get("page"))
    mine = grants_in_power_of(user, on=on).filter(pk__in=[grant.pk for grant in page]).exclude(user=user)
    context = {
        "page": page,
        "rows": rows(page, endable=set(mine.values_list("pk", flat=True)), on=on),
        "filters": filters,
        "may_grant": user.may(Permission.GRANT_ROLES),
        "trail": [(_("Peran"), reverse("roles:index"))],
    }
    return render(request, "roles/grants.html", context)


def reads_grants(user: User) -> bool:
    return user.may(Permission.GRANT_ROLES) or user.may(Permission.READ_AUDIT)
