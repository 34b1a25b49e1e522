"""Events as sentences, by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.access.audit_words import CAPACITIES, CAUGHT, OPERATIONS, Kind, Operation
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.access.roles import ROLES
from pembina.web.audit.changes import Change, changes_of
from pembina.web.audit.names import Names
from pembina.web.components.formatting import day, in_language

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
# Of these the sentence says all: whom it is about stands beside it.
TOLD_BY_NAME = {"person", "user"}


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it is read out: who, in what capacity, did what to whom, from what to what, why."""

    time: str
    stamp: str
    who: str
    position: str
    capacity: str
    sentence: str
    subject: str
    subject_address: str
    detail: str
    from_where: str
    changes: list[Change]
    why: str


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one day, the latest first."""

    label: str
    events: list[Told]


def days(events: list[AuditEvent], *, reader: User, for_auditor: bool) -> list[Day]:
    """Tell the events; an auditor is told whom each is about and from where it came."""
    names = Names.in_events(events)
    return [
        Day(day(on), [tell(event, names, reader=reader, for_auditor=for_auditor) for event in group])
        for on, group in groupby(events, key=lambda event: timezone.localdate(event.timestamp))
    ]


def tell(event: AuditEvent, names: Names, *, reader: User, for_auditor: bool) -> Told:
    own = event.actor_id == reader.pk
    operation = operation_of(event)
    about_oneself = event.actor is not None and event.actor.username == event.concerns
    return Told(
        time=clock(event.timestamp),
        stamp=event.timestamp.isoformat(),
        who=_("Anda") if own else who(event, names),
        position="" if own or event.actor is None else names.position(event.actor.username, event.timestamp),
        capacity=capacity(event),
        sentence=in_language(operation.sentence),
        subject=subject(event, names) if for_auditor and not about_oneself else "",
        subject_address=_address(event, names) if for_auditor else "",
        detail=detail(event),
        from_where=event.remote_addr or "" if for_auditor or own or operation.kind is Kind.SIGNED_IN else "",
        changes=changes_of(event, names),
        why=event.why,
    )


def operation_of(event: AuditEvent) -> Operation:
    return OPERATIONS.get(event.operation) or CAUGHT[event.action]


def who(event: AuditEvent, names: Names) -> str:
    """Return the name of whoever acted, at sign-in of nobody known."""
    if event.actor is not None:
        known = names.people.get(event.actor.username)
        return known.titled_name if known else event.actor.display_name
    return _("Seseorang") if operation_of(event).kind is Kind.SIGNED_IN else _("Pembina (otomatis)")


def capacity(event: AuditEvent) -> str:
    """Return the roles or the relation in which somebody acted."""
    told = []
    for code in event.acting_as.split():
        known = CAPACITIES.get(code) or (ROLES[code].name if code in ROLES else None)
        told.append(in_language(known) if known else code)
    return ", ".join(told)


def subject(event: AuditEvent, names: Names) -> str:
    """Return whom an event is about; where it is about nobody, the record."""
    return names.person(event.concerns) if event.concerns else event.object_repr


def detail(event: AuditEvent) -> str:
    """Return the record itself, where it is not simply the person."""
    if event.content_type.model in TOLD_BY_NAME or not event.concerns:
        return ""
    model = event.content_type.model_class()
    return f"{model._meta.verbose_name}: {event.object_repr}" if model else event.object_repr


def _address(event: AuditEvent, names: Names) -> str:
    known = names.people.get(event.concerns)
    return reverse("audit:person", args=[known.pk]) if known else ""


def clock(moment: datetime) -> str:
    """Return the time of day with its zone: ``12.05 WIB``."""
    shape = "H.i" if get_language() == "id" else "H:i"
    return (
        f"{formats.date_format(timezone.localtime(moment), shape)} {ZONES.get(settings.TIME_ZONE, settings.TIME_ZONE)}"
    )


def moment_text(moment: datetime) -> str:
    return f"{day(timezone.localdate(moment))}, {clock(moment)}"


def kinds_in_words() -> list[tuple[str, str]]:
    return [(kind.value, in_language(kind.label)) for kind in Kind]


def operations_by_kind() -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """Yield each kind with its operations in words, for a list to choose from."""
    for kind in Kind:
        told = [(code, in_language(one.sentence)) for code, one in OPERATIONS.items() if one.kind is kind]
        yield in_language(kind.label), sorted(told, key=lambda pair: pair[1])
