"""The audit trail: one event for every write, with who, when, what and on what.

django-auditlog listens to saves and deletes, which is the net under everything. It cannot hear ``update()`` and
``bulk_create()``, nor tell why something changed; so an operation writes its own event, inside ``one_event()``, which
keeps the net from catching the same write twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from auditlog.context import disable_auditlog
from auditlog.models import LogEntry
from django.db import models, transaction

if TYPE_CHECKING:
    from pembina.domain.access.models import User

# From before to after, as django-auditlog keeps it.
Changes = dict[str, tuple[str, str]]


@contextmanager
def one_event() -> Iterator[None]:
    """Hold an operation together: all of it happens or none, and it writes its own event."""
    with transaction.atomic(), disable_auditlog():
        yield


def record(
    operation: str,
    *,
    on: models.Model,
    by: "User | None",
    at: datetime,
    changes: Changes | None = None,
    address: str | None = None,
    created: bool = False,
) -> None:
    """Write the event ``operation``; ``by`` is None where nobody has signed in or the system itself acts."""
    LogEntry.objects.log_create(
        on,
        force_log=True,
        action=_action(created=created, changes=changes),
        changes={field: list(pair) for field, pair in (changes or {}).items()},
        actor=by,
        timestamp=at,
        remote_addr=address,
        additional_data={"operation": operation},
    )


def events_on(subject: models.Model) -> "models.QuerySet[Any]":
    """Return the events on ``subject``, the latest first."""
    events: models.QuerySet[Any] = LogEntry.objects.get_for_object(subject)
    return events.order_by("-timestamp", "-id")


def _action(*, created: bool, changes: Changes | None) -> int:
    if created:
        return int(LogEntry.Action.CREATE)
    return int(LogEntry.Action.UPDATE if changes else LogEntry.Action.ACCESS)
