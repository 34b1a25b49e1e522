"""Setting up a passkey, and showing one while signing in."""

from typing import cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.stages import LoginStageController
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from pembina.domain.access.models import User
from pembina.domain.access.second_factor.operations import add_passkey
from pembina.web.access import open_to_all, signed_in
from pembina.web.access.second_factor import before_second_factor, note_second_factor
from pembina.web.account.confirmation import freshly_confirmed
from pembina.web.account.forms import CredentialForm, PasskeyForm
from pembina.web.account.passkeys import (
    PasskeyRefusedError,
    authentication_options,
    passkey_shown,
    passkeys_work,
    registration_options,
    require_registration,
)
from pembina.web.account.stages import SecondFactorStage
from pembina.web.components.formatting import in_language


@before_second_factor
@signed_in
@never_cache
@freshly_confirmed
def add(request: HttpRequest) -> HttpResponse:
    """Let the device make a passkey for this site, and keep its public half."""
    if not passkeys_work(request):
        raise Http404
    user, form = cast(User, request.user), PasskeyForm(request.POST or None)
    if form.is_valid():
        try:
            credential = form.cleaned_data["credential"]
            require_registration(credential)
        except PasskeyRefusedError as refused:
            form.add_error(None, in_language(refused.message))
        else:
            name, keeping = form.cleaned_data["name"], request.session.session_key
            add_passkey(of=user, name=name, credential=credential, at=timezone.now(), keeping=keeping)
            note_second_factor(request)
            messages.success(request, _("Kunci sandi terpasang. Simpan juga kode pemulihan di bawah ini."))
            return redirect("account:recovery_codes")
    context = {
        "form": form,
        "options": registration_options(user),
        "trail": [(_("Akun saya"), reverse("account:me"))],
    }
    return render(request, "account/passkey_add.html", context, status=422 if form.is_bound else 200)


@open_to_all
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Ask whoever has given the right password for a passkey; without a sign-in under way there is nothing to ask."""
    stage = LoginStageController.enter(request, SecondFactorStage.key)
    if stage is None or request.user.is_authenticated or not passkeys_work(request):
        return redirect("account:sign_in")
    form, user = CredentialForm(request.POST or None), stage.login.user
    if form.is_valid():
        try:
            shown = passkey_shown(user, form.cleaned_data["credential"])
        except PasskeyRefusedError as refused:
            form.add_error(None, in_language(refused.message))
        else:
            record_authentication(request, user, "mfa", id=shown.pk, type=shown.type)
            return cast(HttpResponse, stage.exit())
    context = {"form": form, "options": authentication_options(user)}
    return render(request, "account/passkey_show.html", context, status=422 if form.is_bound else 200)
