"""The audit trail: one event for every write, with who, when, what and on what.

django-auditlog listens to saves and deletes, which is the net under everything. It cannot hear ``update()`` and
``bulk_create()``, nor tell why something changed; so an operation writes its own event, inside ``one_event()``, which
keeps the net from catching the same write twice.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from auditlog.context import disable_auditlog
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.access.events import AuditEvent, concerned_nip

if TYPE_CHECKING:
    from pembina.domain.access.models import User

# From before to after.
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
    why: str = "",
    acting_as: str = "",
) -> None:
    """Write the event ``operation``; ``by`` is None where nobody has signed in or the system itself acts.

    ``why`` is what the person who acted gave as the reason: the number of a letter, a sentence. ``acting_as`` is the
    relation that was the reason, where it was not the role of ``by``.
    """
    AuditEvent.objects.log_create(
        on,
        force_log=True,
        operation=operation,
        action=_action(created=created, changes=changes),
        changes=_listed(changes),
        actor=by,
        acting_as=acting_as or (by.acting_as(on=local_date(at)) if by else ""),
        timestamp=at,
        remote_addr=address,
        why=why,
    )


class Known(NamedTuple):
    """A record of which no more is needed than an event tells; making a model of each would take longer than writing.

    ``nip`` is that of the person whom it is about, empty where it is about nobody.
    """

    model: type[models.Model]
    pk: int
    called: str
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """One record among many that one operation reads or writes."""

    on: models.Model | Known
    changes: Changes = field(default_factory=dict)
    created: bool = False


# What many events say alike, and what each says by itself.
SAID = (
    "operation",
    "actor_id",
    "acting_as",
    "why",
    "remote_addr",
    "timestamp",
    "changes_text",
)
TOUCHED = ("concerns", "content_type_id", "object_pk", "object_id", "object_repr", "action", "changes")


def record_many(
    operation: str,
    *,
    subjects: Iterable[Touched],
    by: "User | None",
    at: datetime,
    address: str | None = None,
    why: str = "",
    known: type[models.Model] | None = None,
) -> None:
    """Write the event ``operation`` for each of many records, as fast as the database takes them.

    Where all subjects are ``Known`` and of one model, telling it as ``known`` lets them be written while they are made.
    """
    said_by = (by.pk, by.acting_as(on=local_date(at))) if by else (None, "")
    said = (operation, *said_by, why, address, at, "")
    number_of = lru_cache(_number_of)
    if known is not None:
        number_of(known)
    rows = ((*said, *_touched(each, number_of)) for each in subjects)
    add_rows(AuditEvent, SAID + TOUCHED, rows, while_made=known is not None)


def local_date(at: datetime) -> date:
    """Return the day on which a moment lies in the time of the installation."""
    return timezone.localtime(at).date()


def events_on(subject: models.Model) -> "models.QuerySet[Any]":
    """Return the events on ``subject``, the latest first."""
    events: models.QuerySet[Any] = AuditEvent.objects.get_for_object(subject)
    return events.order_by("-timestamp", "-id")


def _touched(each: Touched, number_of: Callable[[type[models.Model]], int]) -> tuple[Any, ...]:
    action, changes = _action(created=each.created, changes=each.changes), _listed(each.changes)
    if isinstance(each.on, Known):
        known, model = each.on, number_of(each.on.model)
        return known.nip, model, str(known.pk), known.pk, known.called, action, changes
    subject, number = each.on, each.on.pk if isinstance(each.on.pk, int) else None
    model = number_of(type(subject))
    return concerned_nip(subject), model, str(subject.pk), number, str(subject), action, changes


def _number_of(model: type[models.Model]) -> int:
    return ContentType.objects.get_for_model(model).pk


def _listed(changes: Changes | None) -> dict[str, list[str]]:
    return {name: list(pair) for name, pair in (changes or {}).items()}


def _action(*, created: bool, changes: Changes | None) -> int:
    if created:
        return int(AuditEvent.Action.CREATE)
    return int(AuditEvent.Action.UPDATE if changes else AuditEvent.Action.ACCESS)
