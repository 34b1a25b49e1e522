"""Services with the standard of a day, and an empty file to begin with."""

from collections.abc import Iterable, Iterator

from pembina.domain.services.components import content_of
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.exchange.service_catalogue.columns import COLUMNS, UNITS
from pembina.exchange.staff import staff_workbook

SHEET = "Layanan"


def catalogue_workbook(services: Iterable[PublicService]) -> bytes:
    """Return a workbook with one row for each service; the standard of the day stands in its list ``in_force``."""
    return staff_workbook(list(COLUMNS.values()), _rows(services), sheet=SHEET)


def catalogue_template() -> bytes:
    """Return a workbook with the columns and nothing below them."""
    return staff_workbook(list(COLUMNS.values()), [], sheet=SHEET)


def _rows(services: Iterable[PublicService]) -> Iterator[list[str]]:
    for service in services:
        held: list[ServiceStandard] = service.in_force  # type: ignore[attr-defined]
        told = {"code": service.code, "name": service.name, "unit": service.unit.code}
        told |= _standard(held[0]) if held else {}
        yield [told.get(name, "") for name in COLUMNS]


def _standard(standard: ServiceStandard) -> dict[str, str]:
    content = content_of(standard)
    told = {name: str(getattr(content, name) or "") for name in COLUMNS if hasattr(content, name)}
    unit = UNITS.get(content.promised_unit, "")
    return told | {"starts_on": standard.starts_on.isoformat(), "promised_unit": unit}
