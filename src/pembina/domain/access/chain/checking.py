"""An auditor has the chain computed anew; what was found is itself on record."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.links import Fault, faults
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.verifying import head, links
from pembina.domain.access.events import AuditEvent

if TYPE_CHECKING:
    from pembina.domain.access.models import User


@dataclass(frozen=True, slots=True)
class Checked:
    """What computing the chain anew has found."""

    length: int
    faults: list[Fault]


@dataclass(frozen=True, slots=True)
class LastCheck:
    """When the chain was last computed anew on its page, and how many faults there were."""

    at: datetime
    faults: int


def check_chain(*, by: "User", at: datetime) -> Checked:
    """Compute the chain anew, without the days of the trail, which `pembina audit verify` does, and write that down."""
    found, last = list(faults(links(), {})), head()
    length = last.sequence if last else 0
    with one_event():
        changes = {"links": ("", str(length)), "faults": ("", str(len(found)))}
        record("check_chain", on=by, by=by, at=at, changes=changes)
    return Checked(length, found)


def last_check() -> LastCheck | None:
    """Return the latest check that is on record."""
    event = AuditEvent.objects.filter(operation="check_chain").order_by("-timestamp", "-id").first()
    return LastCheck(event.timestamp, int(event.changes["faults"][1])) if event else None


def sealed_until() -> date | None:
    """Return the last day of the audit trail that is sealed."""
    last = ChainEntry.objects.filter(kind=ChainKind.TRAIL).order_by("-sequence").first()
    try:
        until = datetime.fromisoformat(json.loads(last.content)["until"]) if last else None
    except (ValueError, KeyError, TypeError):
        return None
    return timezone.localdate(until - timedelta(days=1)) if until else None
