from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from pembina.domain.access import sign_in as operations
from pembina.domain.access.models import User
from pembina.domain.people.queries import person_of
from pembina.web.access import open_to_all, signed_in
from pembina.web.access.address import client_address
from pembina.web.account.forms import SignInForm
from pembina.web.account.present import account_facts
from pembina.web.components.formatting import in_language


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for NIP and password; a refusal is told as the domain words it, without naming which was wrong."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    user = account_opened_by(request, form) if form.is_valid() else None
    if user is not None:
        login(request, user)
        return redirect(next_address(request))
    demonstration = getattr(settings, "DEMONSTRATION", False)
    context = {"form": form, "next": wanted_address(request), "demonstration": demonstration}
    return render(request, "account/sign_in.html", context, status=422 if form.is_bound else 200)


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        operations.sign_out(by=request.user, address=client_address(request), at=timezone.now())
    logout(request)
    messages.success(request, _("Anda sudah keluar."))
    return redirect(settings.LOGOUT_REDIRECT_URL)


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Who Pembina takes the visitor for, and the way out."""
    user = cast(User, request.user)
    context = {"facts": account_facts(user), "role": user.role, "person": person_of(user)}
    return render(request, "account/me.html", context)


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Keep the language in a cookie: nothing is stored on the server."""
    return set_language(request)


def account_opened_by(request: HttpRequest, form: SignInForm) -> User | None:
    """Return the account, or None with the reason on the form."""
    try:
        return operations.sign_in(**form.cleaned_data, address=client_address(request), at=timezone.now())
    except operations.SignInRefusedError as refused:
        form.add_error(None, in_language(refused.message))
        return None


def wanted_address(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


def next_address(request: HttpRequest) -> str:
    """Where the visitor was going, if that is on this site; else the home page."""
    wanted = wanted_address(request)
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else resolve_url(settings.LOGIN_REDIRECT_URL)
