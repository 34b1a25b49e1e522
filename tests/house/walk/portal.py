"""What a visitor meets on the portal."""

from datetime import date

from pembina.domain.services.models import PublicService


def service(world):
    """Return the code of a service of Sari's unit."""
    made, _ = PublicService.objects.get_or_create(
        code="WARGA", defaults={"unit": world.unit("sari"), "name": "Izin", "opened_on": date(2020, 1, 1)}
    )
    return {"code": made.code}


SAMPLES = {
    "portal:service": service,
    "portal:table": lambda world: {"name": "layanan"},
    "portal:schema": lambda world: {"name": "layanan"},
    "portal:download": lambda world: {"name": "layanan", "form": "csv"},
    "portal:unit": lambda world: {"code": world.unit("sari").code},
}
