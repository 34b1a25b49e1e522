"""The pages of the hash chain."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.chain.checking import Checked, check_chain
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.web.access import requires
from pembina.web.audit.present_chain import present_chain


@requires(Permission.READ_AUDIT)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what was sealed, the latest first, and up to where it was found intact."""
    return _page(request)


@requires(Permission.READ_AUDIT)
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Compute the whole chain anew and say what was found; that it was done, and with what result, is on record."""
    return _page(request, check_chain(by=cast(User, request.user), at=timezone.now()))


def _page(request: HttpRequest, checked: Checked | None = None) -> HttpResponse:
    context = {
        "chain": present_chain(before=request.GET.get("before", ""), checked=checked),
        "trail": [(_("Jejak audit"), reverse("audit:index"))],
    }
    return render(request, "audit/chain.html", context)
