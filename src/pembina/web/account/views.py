from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from pembina.web.access import open_to_all, signed_in
from pembina.web.account.forms import SignInForm
from pembina.web.account.present import account_facts


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, username=form.cleaned_data["nip"], password=form.cleaned_data["password"])
        if user is not None:
            login(request, user)
            return redirect(next_address(request))
        form.add_error(None, _("NIP atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."))
    return render(
        request,
        "account/sign_in.html",
        {"form": form, "next": wanted_address(request), "demonstration": getattr(settings, "DEMONSTRATION", False)},
    )


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Who Pembina takes the visitor for, and the way out."""
    return render(request, "account/me.html", {"facts": account_facts(request.user), "role": request.user.role})


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Keep the language in a cookie: nothing is stored on the server."""
    return set_language(request)


def wanted_address(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


def next_address(request: HttpRequest) -> str:
    """Where the visitor was going, if that is on this site; else the home page."""
    wanted = wanted_address(request)
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else resolve_url(settings.LOGIN_REDIRECT_URL)
