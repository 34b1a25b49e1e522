"""Passkeys: what the browser is asked, and whether its answer holds (django-allauth and python-fido2 judge that)."""

from ipaddress import ip_address
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from pembina.core.text import Text
from pembina.domain.access.brake import AttemptRefusedError
from pembina.domain.access.models import User

REFUSED_BY_LIBRARIES = (ValidationError, ValueError, TypeError, KeyError, AttributeError)


class PasskeyRefusedError(AttemptRefusedError):
    """No answer, or one that does not hold."""

    message = Text(
        id="Kunci sandi tidak diterima. Perlu JavaScript dan perangkat yang mendukung; coba lagi.",
        en="The passkey was not accepted. It needs JavaScript and a device that can; try again.",
    )


def passkeys_work(request: HttpRequest) -> bool:
    """Say whether browsers offer passkeys here: over HTTPS under a name, or on this computer."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    return host == "localhost" or (request.is_secure() and not _is_number(host))


def registration_options(user: User) -> dict[str, Any]:
    return dict(auth.begin_registration(user, False))


def require_registration(credential: Any) -> None:
    """Raise ``PasskeyRefusedError`` unless the browser has made a passkey for what it was asked."""
    try:
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except REFUSED_BY_LIBRARIES as failure:
        raise PasskeyRefusedError from failure


def authentication_options(user: User) -> dict[str, Any]:
    return dict(auth.begin_authentication(user))


def passkey_shown(user: User, credential: Any) -> Authenticator:
    """Return the passkey of ``user`` that the answer proves, or raise ``PasskeyRefusedError``."""
    try:
        auth.parse_authentication_response(credential)
        return auth.complete_authentication(user, credential)
    except REFUSED_BY_LIBRARIES as failure:
        raise PasskeyRefusedError from failure


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
