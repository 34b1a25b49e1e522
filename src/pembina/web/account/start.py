"""From proven to signed in: the steps of django-allauth, with what was shown and where the visitor was going."""

from allauth.account.internal.flows.login import get_authentication_records, perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from pembina.domain.access.models import User

PERSONA = "persona"


def begin_session(request: HttpRequest, user: User, *, method: str, going_to: str | None = None) -> HttpResponse:
    """Go on to the next step of signing ``user`` in, or into the session; returns where that is."""
    record_authentication(request, user, method=method)
    there = next_address(request) if going_to is None else address_here(request, going_to)
    answer: HttpResponse = perform_login(request, Login(user=user, redirect_url=there))
    return answer


def means_of(request: HttpRequest, user: User) -> list[str]:
    """Return what was shown in this session, each once: ``password``, ``totp``, ``persona``."""
    shown = get_authentication_records(request, user)
    return list(dict.fromkeys(record.get("type") or record["method"] for record in shown))


def wanted_address(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


def next_address(request: HttpRequest) -> str:
    """Where the visitor was going, if that is on this site; else the home page."""
    return address_here(request, wanted_address(request))


def address_here(request: HttpRequest, wanted: str) -> str:
    """Return an address of this site: the one wanted, else the home page."""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else resolve_url(settings.LOGIN_REDIRECT_URL)
