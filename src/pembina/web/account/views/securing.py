"""How one's own account is secured: password, app, recovery codes."""

from typing import cast

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.accounts import change_password
from pembina.domain.access.brake import AttemptRefusedError
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.access.second_factor import operations
from pembina.domain.access.second_factor.adapter import FactorAdapter
from pembina.domain.access.second_factor.codes import new_secret
from pembina.domain.access.sign_in import check_password
from pembina.web.access import signed_in
from pembina.web.access.address import client_address
from pembina.web.access.second_factor import before_second_factor, is_missing, note_second_factor
from pembina.web.account.confirmation import freshly_confirmed
from pembina.web.account.forms import CodeForm, ConfirmForm, PasswordForm
from pembina.web.account.passkeys import passkeys_work
from pembina.web.account.start import next_address, wanted_address
from pembina.web.components.formatting import in_language
from pembina.web.components.qr import qr_path

SECRET = "totp_secret"  # noqa: S105


@before_second_factor
@signed_in
@never_cache
@freshly_confirmed
def set_up_totp(request: HttpRequest) -> HttpResponse:
    """Show the secret as a picture and in letters, and take the first code that the phone makes of it."""
    user, form = cast(User, request.user), CodeForm(request.POST or None)
    secret = request.session.setdefault(SECRET, new_secret())
    if form.is_valid():
        try:
            typed, keeping = form.cleaned_data["code"], request.session.session_key
            operations.set_up_totp(of=user, secret=secret, code=typed, at=timezone.now(), keeping=keeping)
        except AttemptRefusedError as refused:
            form.add_error("code", in_language(refused.message))
        else:
            del request.session[SECRET]
            note_second_factor(request)
            messages.success(request, _("Langkah kedua terpasang. Simpan kode pemulihan di bawah ini."))
            return redirect("account:recovery_codes")
    path, width = qr_path(FactorAdapter().build_totp_url(user, secret))
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    context = {
        "form": form,
        "path": path,
        "width": width,
        "secret": groups,
        "is_owed": is_missing(request),
        "has_passkeys": passkeys_work(request),
    }
    return render(request, "account/set_up_totp.html", context, status=422 if form.is_bound else 200)


@before_second_factor
@signed_in
@never_cache
@require_safe
@freshly_confirmed
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Show the codes that are left."""
    codes = operations.recovery_codes_of(cast(User, request.user))
    return render(request, "account/recovery_codes.html", {"codes": codes, "trail": trail()})


@signed_in
@require_POST
@freshly_confirmed
def renew_recovery_codes(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    if not operations.factors_of(user).exists():
        raise Http404
    operations.renew_recovery_codes(of=user, at=timezone.now())
    messages.success(request, _("Kode pemulihan baru dibuat; yang lama tidak berlaku lagi."))
    return redirect("account:recovery_codes")


@signed_in
@require_POST
@freshly_confirmed
def remove_factor(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        operations.remove_factor(of=cast(User, request.user), pk=pk, at=timezone.now())
        messages.success(request, _("Langkah kedua dihapus."))
    except Authenticator.DoesNotExist as gone:
        raise Http404 from gone
    except RefusedError as refused:
        messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    return redirect("account:me")


@signed_in
def password(request: HttpRequest) -> HttpResponse:
    """Take another password; every other session of the account ends with it."""
    user, form = cast(User, request.user), PasswordForm(request.POST or None)
    if form.is_valid() and password_changed(request, user, form):
        update_session_auth_hash(request, user)
        messages.success(request, _("Kata sandi diganti. Perangkat lain yang masih masuk sudah dikeluarkan."))
        return redirect("account:me")
    return render(
        request, "account/password.html", {"form": form, "trail": trail()}, status=422 if form.is_bound else 200
    )


def password_changed(request: HttpRequest, user: User, form: PasswordForm) -> bool:
    """Say whether the password is another one now; if not, why stands on the form."""
    try:
        change_password(
            of=user,
            present=form.cleaned_data["present"],
            to=form.cleaned_data["password"],
            keeping=request.session.session_key,
            address=client_address(request),
            at=timezone.now(),
        )
    except AttemptRefusedError as refused:
        form.add_error("present", in_language(refused.message))
    except ValidationError as weak:
        form.add_error("password", weak)
    return form.is_valid()


@before_second_factor
@signed_in
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask for the password again, and go on to where it was asked for."""
    user, form = cast(User, request.user), ConfirmForm(request.POST or None)
    if form.is_valid():
        try:
            typed = form.cleaned_data["password"]
            check_password(nip=user.username, password=typed, address=client_address(request), at=timezone.now())
        except AttemptRefusedError as refused:
            form.add_error("password", in_language(refused.message))
        else:
            record_authentication(request, user, "password", reauthenticated=True)
            return redirect(next_address(request))
    context = {"form": form, "next": wanted_address(request), "can_confirm": user.has_usable_password()}
    return render(request, "account/confirm.html", context, status=422 if form.is_bound else 200)


def trail() -> list[tuple[str, str]]:
    return [(_("Akun saya"), reverse("account:me"))]
