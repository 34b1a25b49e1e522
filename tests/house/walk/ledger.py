"""How Dewi meets the service-time ledger."""

from datetime import date

from pembina.domain.services.enums import Channel
from pembina.domain.services.models import PublicService, ServiceRequest
from pembina.domain.services.operations.requests import receive_request


def service(world):
    """Return a service of Joko's unit, the same for every address."""
    known = PublicService.objects.filter(code="WALK").first()
    if known is None:
        unit = world.unit("joko")
        known = PublicService.objects.create(unit=unit, code="WALK", name="Layanan", opened_on=date(2020, 1, 1))
    return known


def request(world):
    """Return a request of that service."""
    known = ServiceRequest.objects.filter(number="WALK").first()
    if known is None:
        told = {"number": "WALK", "channel": Channel.COUNTER, "received": world.at, "by": None, "at": world.at}
        known = receive_request(service=service(world), **told)
    return {"pk": known.pk}


SAMPLES = {
    "ledger:step": request,
    "ledger:undo": request,
    "ledger:request": request,
    "ledger:correct": request,
    "ledger:move": request,
    "ledger:service": lambda world: {"pk": service(world).pk},
    "ledger:recount": lambda world: {"pk": service(world).pk},
}
OWN = {
    "ledger:figures": "how long services take is no secret; small cells are withheld",
    "ledger:figures_export": "the same table as a file",
    "ledger:service": "how long a service takes is no secret; small cells are withheld",
}
PUBLIC = {
    "ledger:figures": "the public portal names the same services and units",
    "ledger:figures_export": "the same table as a file",
}
