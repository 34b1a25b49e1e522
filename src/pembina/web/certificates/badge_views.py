"""What verifiers of badges ask for, and the badge for its holder."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Certificate
from pembina.domain.development.queries.certificates import certificates_of
from pembina.exchange.badges import LIST_SIZE, credential_of, key_set
from pembina.web.access import open_to_all, signed_in
from pembina.web.certificates import badges
from pembina.web.certificates.papers import file_name

SIGNED = "application/vc+jwt"
LINKED_DATA = "application/ld+json"
ONE_HOUR = 60 * 60


@open_to_all
@require_safe
@cache_control(public=True, max_age=ONE_HOUR)
def keys(request: HttpRequest) -> HttpResponse:
    """Give the public keys by which badges are verified (JWKS)."""
    return _open(JsonResponse(key_set(badges.keys()), content_type="application/jwk-set+json"))


@open_to_all
@require_safe
@cache_control(public=True, max_age=ONE_HOUR)
def issuer(request: HttpRequest) -> HttpResponse:
    """Give the profile of the government that badges name as their issuer."""
    told = badges.issuer_of(request)
    profile = {"id": told.identity, "type": ["Profile"], "name": told.name, "url": told.address}
    return _open(JsonResponse(profile, content_type=LINKED_DATA))


@open_to_all
@require_safe
@never_cache
def status(request: HttpRequest, number: int) -> HttpResponse:
    """Give the signed list of badges that hold no longer; a list that nobody's badge names does not exist."""
    last = Certificate.objects.order_by("-pk").values_list("pk", flat=True).first()
    if last is None or number > last // LIST_SIZE:
        raise Http404
    token = badges.signed_status_list(number, request, at=timezone.now())
    return _open(HttpResponse(token, content_type=SIGNED))


@signed_in
@require_safe
@never_cache
def badge(request: HttpRequest, pk: int) -> HttpResponse:
    """Give its holder the signed badge."""
    certificate = own_valid(request, pk)
    return _attached(badges.signed_badge(certificate, request), SIGNED, f"{file_name(certificate)}.jwt")


@signed_in
@require_safe
@never_cache
def credential(request: HttpRequest, pk: int) -> HttpResponse:
    """Give its holder the same as readable JSON, unsigned, to look at what it says."""
    certificate = own_valid(request, pk)
    answer = JsonResponse(
        credential_of(badges.badge_of(certificate, request)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    answer["Content-Disposition"] = f'attachment; filename="{file_name(certificate)}.json"'
    return answer


def own_valid(request: HttpRequest, pk: int) -> Certificate:
    """Return an own certificate that holds; nobody else gets the badge."""
    own = certificates_of(cast(User, request.user)).select_related("enrolment")
    return get_object_or_404(own, pk=pk, state=CertificateState.VALID)


def _attached(content: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _open(answer: HttpResponse) -> HttpResponse:
    """Let verifiers in a browser read it from their own pages; it is public anyway."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["X-Robots-Tag"] = "noindex"
    return answer
