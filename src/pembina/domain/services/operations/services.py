"""Services open, change their name, move to another unit, close and open again; none is ever deleted."""

from datetime import date, datetime

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.units import require_open
from pembina.domain.people.refusals import DatesReversedError
from pembina.domain.services.catalogue_refusals import (
    ServiceClosedError,
    ServiceCodeTakenError,
    ServiceOpenAlreadyError,
    UsedBeforeError,
)
from pembina.domain.services.models import PublicService
from pembina.domain.services.promised_requests import renew_promises
from pembina.domain.services.recounts import recount


def open_service(*, unit: Unit, code: str, name: str, on: date, by: User | None, at: datetime) -> PublicService:
    """Enter a service of a unit from a day on; raises ``ServiceCodeTakenError``, ``UnitClosedError``."""
    require_open(unit, on=on)
    with one_event():
        _require_free(code)
        service = PublicService(unit=unit, code=code, name=name, opened_on=on)
        service.full_clean(validate_constraints=False)
        service.save()
        changes = {"code": ("", code), "unit": ("", unit.code)}
        record("open_service", on=service, by=by, at=at, changes=changes, created=True)
    return service


def edit_service(
    *, service: PublicService, code: str, name: str, opened_on: date, by: User | None, at: datetime
) -> Changes:
    """Name a service otherwise and return what changed; raises ``ServiceCodeTakenError``, ``UsedBeforeError``."""
    told = {"code": code, "name": name, "opened_on": opened_on}
    with one_event():
        service = locked(service)
        _require_free(code, but=service)
        _require_before_standards(service, opened_on)
        changes = {
            field: (str(getattr(service, field)), str(value))
            for field, value in told.items()
            if getattr(service, field) != value
        }
        if changes:
            service.code, service.name, service.opened_on = code, name, opened_on
            service.full_clean(validate_constraints=False)
            service.save(update_fields=list(changes))
            record("edit_service", on=service, by=by, at=at, changes=changes)
    return changes


def move_service(*, service: PublicService, to: Unit, on: date, by: User | None, at: datetime) -> None:
    """Give a service to another unit, by whose hours it is counted from now on, its past included."""
    require_open(to, on=on)
    with one_event():
        service = locked(service)
        before = service.unit
        if before != to:
            service.unit = to
            service.save(update_fields=["unit"])
            record("move_service", on=service, by=by, at=at, changes={"unit": (before.code, to.code)})
            # On another clock a request near midnight was received on another day.
            renew_promises(service, first=service.opened_on, last=None)
            recount([service.pk])


def close_service(*, service: PublicService, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day of a service; its requests and standards stay."""
    with one_event():
        service = locked(service)
        if service.closed_on is not None:
            raise ServiceClosedError(service.name, on)
        if on < service.opened_on:
            raise DatesReversedError(service.opened_on, on)
        service.closed_on = on
        service.save(update_fields=["closed_on"])
        record("close_service", on=service, by=by, at=at, changes={"closed_on": ("", on.isoformat())})


def reopen_service(*, service: PublicService, by: User | None, at: datetime) -> None:
    """Take back the closing of a service; raises ``ServiceOpenAlreadyError``."""
    with one_event():
        service = locked(service)
        if service.closed_on is None:
            raise ServiceOpenAlreadyError(service.name)
        changes = {"closed_on": (service.closed_on.isoformat(), "")}
        service.closed_on = None
        service.save(update_fields=["closed_on"])
        record("reopen_service", on=service, by=by, at=at, changes=changes)


def locked(service: PublicService) -> PublicService:
    """Return the service as it is now, held until this transaction ends."""
    return PublicService.objects.select_for_update().get(pk=service.pk)


def _require_free(code: str, but: PublicService | None = None) -> None:
    taken = PublicService.objects.filter(code=code)
    if (taken.exclude(pk=but.pk) if but else taken).exists():
        raise ServiceCodeTakenError(code)


def _require_before_standards(service: PublicService, opened_on: date) -> None:
    first = service.standards.order_by("starts_on").first()
    if first is not None and first.starts_on < opened_on:
        raise UsedBeforeError(service.name, first.starts_on)
    if service.closed_on is not None and service.closed_on < opened_on:
        raise DatesReversedError(opened_on, service.closed_on)
