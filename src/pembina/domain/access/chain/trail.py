"""A digest of each day of the audit trail goes into the chain.

Whoever can take the triggers away can change an old event; the digest of its day then no longer fits, and the digest
cannot be changed without breaking the chain.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.links import Fault
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.sealing import seal, wait_for_others
from pembina.domain.access.events import AuditEvent

if TYPE_CHECKING:
    from pembina.domain.access.models import User

FORMAT = "pembina-trail-1"
SUBJECT = "access.auditevent"
# All that an event says. A field added later gets a new FORMAT: what was sealed must stay computable.
SEALED = (
    "id",
    "timestamp",
    "operation",
    "concerns",
    "acting_as",
    "why",
    "object_pk",
    "object_id",
    "object_repr",
    "action",
    "changes",
    "changes_text",
    "additional_data",
    "actor_id",
    "remote_addr",
    "content_type_id",
)
AT_A_TIME = 2_000
Kinds = dict[int, str]
ONE_DAY = timedelta(days=1)
# An operation bears the time at which it began; none takes longer than this to be written.
LATECOMERS = timedelta(hours=6)


def seal_trail(*, by: "User | None", at: datetime) -> list[ChainEntry]:
    """Seal every day of the trail that has ended, and return what was sealed; a day is sealed once."""
    ended = _start_of_day(at - LATECOMERS)
    with one_event(), transaction.atomic():
        wait_for_others()
        sealed, since, kinds = [], _sealed_until(), _names_of_kinds()
        while (first := _events(since, ended).order_by("timestamp", "id").first()) is not None:
            until = _start_of_day(first.timestamp) + ONE_DAY
            content = {
                "format": FORMAT,
                "from": _written(since),
                "until": _written(until),
                **digest(since, until, kinds),
            }
            sealed.append(seal(kind=ChainKind.TRAIL, subject=SUBJECT, content=content, by=by, at=at))
            since = until
        for entry in sealed:
            record("seal_trail", on=entry, by=by, at=at, created=True)
    return sealed


def digest(since: datetime | None, until: datetime, kinds: Kinds) -> dict[str, Any]:
    """Return how many events there are between two moments, and the hash over all that they say, in their order."""
    taken, count = sha256(), 0
    rows = _events(since, until).order_by("timestamp", "id").values_list(*SEALED)
    for *said, kind in rows.iterator(chunk_size=AT_A_TIME):
        said[1] = _written(said[1])
        taken.update(json.dumps([*said, kinds[kind]], sort_keys=True, separators=(",", ":")).encode() + b"\n")
        count += 1
    return {"events": count, "sha256": taken.hexdigest()}


def trail_faults() -> Iterator[Fault]:
    """Yield each day of the trail that is no longer what was sealed."""
    kinds = _names_of_kinds()
    for entry in ChainEntry.objects.filter(kind=ChainKind.TRAIL).order_by("sequence").iterator():
        try:
            told = json.loads(entry.content)
            since, until = _read(told["from"]), datetime.fromisoformat(told["until"])
        except (ValueError, KeyError, TypeError):
            continue  # The chain itself has said that this link was changed.
        found = digest(since, until, kinds)
        if found != {name: told.get(name) for name in found}:
            yield Fault(entry.sequence, entry.kind, _differs(until, told.get("events"), found["events"]))


def _sealed_until() -> datetime | None:
    last = ChainEntry.objects.filter(kind=ChainKind.TRAIL).order_by("-sequence").first()
    return datetime.fromisoformat(json.loads(last.content)["until"]) if last else None


def _events(since: datetime | None, until: datetime) -> "models.QuerySet[Any]":
    events: models.QuerySet[Any] = AuditEvent.objects.filter(timestamp__lt=until)
    return events if since is None else events.filter(timestamp__gte=since)


def _names_of_kinds() -> Kinds:
    """Return the kinds of records by name: their numbers differ between databases."""
    return {kind.pk: f"{kind.app_label}.{kind.model}" for kind in ContentType.objects.all()}


def _start_of_day(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def _read(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def _differs(until: datetime, sealed: int | None, found: int) -> Text:
    day = timezone.localtime(until - ONE_DAY).date().isoformat()
    if sealed == found:
        return Text(
            id=f"Jejak audit {day}: di antara {found} peristiwa ada yang isinya diubah.",
            en=f"Audit trail of {day}: one or more of its {found} events were changed.",
        )
    return Text(
        id=f"Jejak audit {day}: disegel {sealed} peristiwa, kini {found}.",
        en=f"Audit trail of {day}: {sealed} events were sealed, {found} are there now.",
    )
