"""Signing in through the government's own server, where one is configured."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.access.sign_in import account_of_number
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.account.sso import SsoFailedError, claims_brought_back, way_out
from pembina.web.account.start import begin_session, next_address

FAILED = RefusedError(
    Text(id="Masuk lewat SSO tidak berhasil.", en="Signing in through SSO did not succeed."),
    Text(
        id="Mulai lagi dari halaman masuk. Bila terulang, beri tahu administrator.",
        en="Begin again from the sign-in page. If it happens again, tell an administrator.",
    ),
)


@open_to_all
@require_POST
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Go to the server: by a page of ours, since a form of ours may lead to no other host, not even by redirection."""
    _require_configured()
    try:
        return render(request, "account/sso_start.html", {"there": way_out(request, back_to=next_address(request))})
    except SsoFailedError:
        return refusal(request, FAILED)


@open_to_all
@never_cache
def finish(request: HttpRequest) -> HttpResponse:
    """Come back with the server's answer. A GET may not write, so that a button sends it on."""
    _require_configured()
    if request.method != "POST":
        return render(request, "account/sso_return.html")
    try:
        claims, going_to = claims_brought_back(request)
        number, address = str(claims.get(settings.SSO_NIP_CLAIM, "")), client_address(request)
        user = account_of_number(nip=number, address=address, at=timezone.now())
    except SsoFailedError:
        return refusal(request, FAILED)
    except RefusedError as refused:
        return refusal(request, refused)
    return begin_session(request, user, method="sso", going_to=going_to)


def refusal(request: HttpRequest, refused: RefusedError) -> HttpResponse:
    trail = [(_("Masuk"), reverse("account:sign_in"))]
    return render(request, "account/refused.html", {"refused": refused, "trail": trail}, status=403)


def _require_configured() -> None:
    if not settings.SSO_ISSUER:
        raise Http404
