"""A standard is set from a day on, and put right; each version ends the one before it."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db.models import Q

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.services.catalogue_refusals import (
    PromiseNotWholeError,
    ServiceClosedError,
    StandardBeginsAlreadyError,
    StandardBegunError,
)
from pembina.domain.services.components import PROMISE_FIELDS, StandardContent
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.operations.services import locked
from pembina.domain.services.promised_requests import renew_promises
from pembina.domain.services.recounts import recount

ONE_DAY = timedelta(days=1)


def set_standard(
    *, service: PublicService, starts_on: date, content: StandardContent, by: User | None, at: datetime
) -> ServiceStandard:
    """Let a standard hold from a day on, until the next one begins; the one before it ends the day before.

    Parts may be missing: a standard is written over weeks. Raises ``PromiseNotWholeError``,
    ``StandardBeginsAlreadyError``, or ``ServiceClosedError`` outside the days of the service.
    """
    _require_whole(content)
    with one_event():
        service = locked(service)
        if starts_on < service.opened_on or (service.closed_on is not None and starts_on > service.closed_on):
            raise ServiceClosedError(service.name, starts_on)
        if service.standards.filter(starts_on=starts_on).exists():
            raise StandardBeginsAlreadyError(starts_on)
        following = service.standards.filter(starts_on__gt=starts_on).order_by("starts_on").first()
        service.standards.filter(in_force_on(starts_on)).update(ends_on=starts_on - ONE_DAY)
        standard = ServiceStandard(
            service=service,
            starts_on=starts_on,
            ends_on=following.starts_on - ONE_DAY if following else None,
            **asdict(content),
        )
        standard.full_clean(validate_constraints=False)
        standard.save()
        changes = {"service": ("", service.code), "starts_on": ("", starts_on.isoformat())}
        record("set_standard", on=standard, by=by, at=at, changes=changes, created=True)
        _follow(service, standard)
    return standard


def correct_standard(
    *, standard: ServiceStandard, content: StandardContent, by: User | None, at: datetime, why: str = ""
) -> Changes:
    """Put a version right where it was typed wrongly and return what changed; its days stay."""
    _require_whole(content)
    with one_event():
        service = locked(standard.service)
        now = ServiceStandard.objects.get(pk=standard.pk)
        changes = {
            name: (_written(getattr(now, name)), _written(value))
            for name, value in asdict(content).items()
            if getattr(now, name) != value
        }
        if changes:
            for name in changes:
                setattr(now, name, getattr(content, name))
            now.full_clean(validate_constraints=False)
            now.save(update_fields=list(changes))
            record("correct_standard", on=now, by=by, at=at, changes=changes, why=why)
            if changes.keys() & set(PROMISE_FIELDS):
                _follow(service, now)
    return changes


def withdraw_standard(*, standard: ServiceStandard, on: date, by: User | None, at: datetime) -> None:
    """Take back a version that has not begun; the one before it goes on. Raises ``StandardBegunError``."""
    with one_event():
        service = locked(standard.service)
        if standard.starts_on <= on:
            raise StandardBegunError(standard.starts_on)
        changes = {"starts_on": (standard.starts_on.isoformat(), "")}
        record("withdraw_standard", on=standard, by=by, at=at, changes=changes)
        before, ends_on = Q(ends_on=standard.starts_on - ONE_DAY), standard.ends_on
        standard.delete()
        service.standards.filter(before).update(ends_on=ends_on)
        _follow(service, standard)


def _follow(service: PublicService, changed: ServiceStandard) -> None:
    """Let the requests of the days of a version have the promise that holds now, and their months be counted again."""
    renew_promises(service, first=changed.starts_on, last=changed.ends_on)
    recount([service.pk])


def _require_whole(content: StandardContent) -> None:
    if not content.promise_is_whole:
        raise PromiseNotWholeError


def _written(value: str | int | None) -> str:
    return "" if value is None else str(value)
