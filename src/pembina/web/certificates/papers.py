"""A certificate as a sheet of paper, printed from what was frozen on the day of issue."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import slugify

from pembina.domain.development.models import Certificate
from pembina.exchange.papers.certificate import Certificate as Sheet
from pembina.exchange.papers.certificate import CurriculumUnit, certificate_paper
from pembina.web.certificates.addresses import public_address


def paper_of(certificate: Certificate, request: HttpRequest) -> bytes:
    """Return the PDF/A; its code leads to the public page that verifies it."""
    told = certificate.content
    return certificate_paper(
        Sheet(
            number=certificate.number,
            name=certificate.name,
            title=certificate.title,
            form=told["form_name"],
            first_day=certificate.first_day,
            last_day=certificate.last_day,
            hours=certificate.hours,
            government=settings.PEMBINA_GOVERNMENT_NAME,
            address=public_address(request, "certificates:verify", certificate.code),
            issued_on=_issued_on(certificate),
            valid_until=certificate.valid_until,
            units=_units(told["units"]),
            **{name: told[name] for name in ("organiser", "place", "partner", "nip", "position", "unit")},
            **_signature(told["signer"]),
        )
    )


def file_name(certificate: Certificate) -> str:
    """Return the number as a file may be named."""
    return f"sertifikat-{slugify(certificate.number.replace('/', '-'))}"


def _issued_on(certificate: Certificate) -> date:
    return timezone.localtime(certificate.issued_at).date()


def _units(told: list[dict[str, str]]) -> list[CurriculumUnit]:
    return [CurriculumUnit(unit["title"], Decimal(unit["hours"]), unit["taught_by"]) for unit in told]


def _signature(signer: dict[str, str]) -> dict[str, Any]:
    return {
        "signer_name": signer["name"],
        "signer_position": signer["position"],
        "signer_nip": signer["nip"],
        "issued_in": signer["place"],
    }
