"""In and out, and the language."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from pembina.domain.access import sign_in as operations
from pembina.domain.access.brake import AttemptRefusedError
from pembina.domain.access.models import User
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.access.second_factor import before_second_factor
from pembina.web.account.forms import SignInForm
from pembina.web.account.present import personas_to_be
from pembina.web.account.start import begin_session, wanted_address
from pembina.web.components.formatting import in_language


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for NIP and password; a refusal is told as the domain words it, without naming which was wrong."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    user = account_opened_by(request, form) if form.is_valid() else None
    if user is not None:
        return begin_session(request, user, method="password")
    personas = personas_to_be() if settings.DEMONSTRATION else []
    next_page, has_sso = wanted_address(request), bool(settings.SSO_ISSUER)
    context = {"form": form, "next": next_page, "personas": personas, "has_sso": has_sso}
    return render(request, "account/sign_in.html", context, status=422 if form.is_bound else 200)


@before_second_factor
@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        operations.sign_out(by=request.user, address=client_address(request), at=timezone.now())
    logout(request)
    messages.success(request, _("Anda sudah keluar."))
    return redirect(settings.LOGOUT_REDIRECT_URL)


@before_second_factor
@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Keep the language in a cookie: nothing is stored on the server."""
    return set_language(request)


def account_opened_by(request: HttpRequest, form: SignInForm) -> User | None:
    """Return the account, or None with the reason on the form."""
    try:
        return operations.check_password(**form.cleaned_data, address=client_address(request), at=timezone.now())
    except AttemptRefusedError as refused:
        form.add_error(None, in_language(refused.message))
        return None
