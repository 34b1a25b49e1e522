"""With which other version one is compared."""

from dataclasses import dataclass

from pembina.domain.services.models import ServiceStandard
from pembina.web.public_services.present import dates_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that can be chosen to compare with."""

    value: str
    label: str
    chosen: bool


def compared_with(standard: ServiceStandard, wanted: str) -> ServiceStandard | None:
    """Return the version that was asked for, else the one before; None for the first."""
    others = ServiceStandard.objects.filter(service=standard.service_id).exclude(pk=standard.pk)
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
        found = others.filter(pk=int(wanted)).first()
        if found is not None:
            return found
    return others.filter(starts_on__lt=standard.starts_on).order_by("-starts_on").first()


def other_versions(standard: ServiceStandard, *, chosen: ServiceStandard | None) -> list[Choice]:
    """Return the other versions of the same service, the latest first."""
    others = ServiceStandard.objects.filter(service=standard.service_id).exclude(pk=standard.pk)
    return [Choice(str(other.pk), dates_of(other), other == chosen) for other in others.order_by("-starts_on")]
