"""Showing the second factor while signing in."""

from typing import cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.stages import LoginStageController
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from pembina.domain.access.brake import AttemptRefusedError
from pembina.domain.access.second_factor.operations import factors_of, show_second_factor
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.account.forms import CodeForm
from pembina.web.account.passkeys import passkeys_work
from pembina.web.account.stages import SecondFactorStage
from pembina.web.components.formatting import in_language


@open_to_all
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Ask whoever has given the right password for a code; without a sign-in under way there is nothing to ask."""
    stage = LoginStageController.enter(request, SecondFactorStage.key)
    if stage is None or request.user.is_authenticated:
        return redirect("account:sign_in")
    form = CodeForm(request.POST or None)
    shown = factor_shown(request, stage.login.user, form) if form.is_valid() else None
    if shown is not None:
        record_authentication(request, stage.login.user, "mfa", id=shown.pk, type=shown.type)
        return cast(HttpResponse, stage.exit())
    kinds = {factor.type for factor in factors_of(stage.login.user)}
    context = {
        "form": form,
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds and passkeys_work(request),
    }
    return render(request, "account/second_factor.html", context, status=422 if form.is_bound else 200)


def factor_shown(request: HttpRequest, user, form: CodeForm) -> Authenticator | None:
    """Return the factor that the code proves, or None with the reason on the form."""
    try:
        return show_second_factor(
            user=user, code=form.cleaned_data["code"], address=client_address(request), at=timezone.now()
        )
    except AttemptRefusedError as refused:
        form.add_error("code", in_language(refused.message))
        return None
