"""A certificate as an Open Badge, signed with the key of this installation, and the list of those revoked."""

from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Certificate
from pembina.exchange.badges import (
    LIST_SIZE,
    Achievement,
    Badge,
    BadgeStatus,
    Issuer,
    Jwk,
    installation_keys,
    sign_badge,
    status_list,
)
from pembina.web.certificates.addresses import public_address, public_base

# A copy of the list that somebody kept may be relied on no longer than this.
LIST_HOLDS = timedelta(days=1)


def keys() -> list[Jwk]:
    """Return the private keys of this installation, the signing one first."""
    return installation_keys(settings.PEMBINA_HOME, settings.PEMBINA_BADGE_KEYS)


def badge_of(certificate: Certificate, request: HttpRequest) -> Badge:
    """Return what the badge says; all of it was frozen on the day of issue."""
    told, until = certificate.content, certificate.valid_until
    number, index = divmod(certificate.pk, LIST_SIZE)
    return Badge(
        identity=public_address(request, "certificates:verify", certificate.code),
        issuer=issuer_of(request),
        achievement=_achievement(certificate, request),
        recipient=told["nip"],
        salt=told["salt"],
        valid_from=certificate.issued_at,
        valid_until=_end_of(until) if until else None,
        awarded_at=certificate.issued_at,
        result=told["score"],
        status=BadgeStatus(public_address(request, "certificates:badge_status", number), index),
    )


def signed_badge(certificate: Certificate, request: HttpRequest) -> str:
    """Return the badge as VC-JWT."""
    return sign_badge(badge_of(certificate, request), keys()[0])


def issuer_of(request: HttpRequest) -> Issuer:
    """Return the government, known by the address of its profile."""
    address = public_address(request, "certificates:issuer")
    return Issuer(address, settings.PEMBINA_GOVERNMENT_NAME, public_base(request))


def signed_status_list(number: int, request: HttpRequest, *, at: datetime) -> str:
    """Return the signed list in which certificates that hold no longer are marked."""
    first = number * LIST_SIZE
    ended = Certificate.objects.filter(pk__gte=first, pk__lt=first + LIST_SIZE).exclude(state=CertificateState.VALID)
    address = public_address(request, "certificates:badge_status", number)
    revoked = [pk - first for pk in ended.values_list("pk", flat=True)]
    return status_list(address, issuer_of(request).identity, revoked, keys()[0], at=at, until=at + LIST_HOLDS)


def _achievement(certificate: Certificate, request: HttpRequest) -> Achievement:
    told = certificate.content
    hours = float(certificate.hours)
    course = f"{public_base(request)} {told['curriculum']} v{told['version']}"
    units = "; ".join(unit["title"] for unit in told["units"])
    return Achievement(
        identity=f"urn:uuid:{uuid5(NAMESPACE_URL, course)}",
        name=certificate.title,
        description=f"{told['form_name']}: {units}",
        criteria="Memenuhi kehadiran dan kelulusan menurut kurikulum. Satuan kredit adalah jam pelajaran (JP).",
        hours=int(hours) if hours.is_integer() else hours,
    )


def _end_of(day: date) -> datetime:
    """Return the last second of a day on the clock of the installation."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
