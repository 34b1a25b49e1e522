"""One's own account."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.second_factor.operations import factors_of, recovery_codes_of
from pembina.domain.access.sessions.operations import end_other_sessions, end_own_session, sessions_of
from pembina.domain.people.queries import person_of
from pembina.web.access import signed_in
from pembina.web.account.devices import session_rows
from pembina.web.account.passkeys import passkeys_work
from pembina.web.account.present import account_facts, factor_rows


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Who Pembina takes the visitor for, how the account is secured, and the way out."""
    user = cast(User, request.user)
    context = {
        "facts": account_facts(user),
        "roles": user.roles,
        "person": person_of(user),
        "factors": factor_rows(factors_of(user)),
        "codes_left": len(recovery_codes_of(user)),
        "has_passkeys": passkeys_work(request),
        "has_password": user.has_usable_password(),
        "sessions": session_rows(sessions_of(user, at=timezone.now()), here=request.session.session_key),
    }
    return render(request, "account/me.html", context)


@signed_in
@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """Sign one of one's own devices out."""
    ended = end_own_session(of=cast(User, request.user), label=request.POST.get("session", ""), at=timezone.now())
    if not ended:
        raise Http404
    messages.success(request, _("Perangkat dikeluarkan."))
    return redirect("account:me")


@signed_in
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign all of one's own devices out but this one."""
    end_other_sessions(of=cast(User, request.user), keeping=request.session.session_key or "", at=timezone.now())
    messages.success(request, _("Semua perangkat lain dikeluarkan."))
    return redirect("account:me")
