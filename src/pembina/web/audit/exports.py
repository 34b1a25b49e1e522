"""The rows of an exported trail, in words and with the codes beside them."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pembina.domain.access.events import AuditEvent
from pembina.web.audit.changes import Change, changes_of
from pembina.web.audit.names import Names
from pembina.web.audit.present import capacity, detail, operation_of, who
from pembina.web.audit.slices import latest_first
from pembina.web.components.formatting import in_language

AT_A_TIME = 1_000


def head() -> list[str]:
    return [
        _("Nomor"),
        _("Waktu"),
        _("Pelaku"),
        _("NIP pelaku"),
        _("Jabatan pelaku"),
        _("Sebagai"),
        _("Perbuatan"),
        _("Kode perbuatan"),
        _("Menyangkut"),
        _("Menyangkut NIP"),
        _("Catatan"),
        _("Perubahan"),
        _("Alasan"),
        _("Alamat jaringan"),
    ]


def rows(events: QuerySet[Any], language: str) -> Iterator[list[str]]:
    """Yield the cells of each event, the latest first, some at a time out of the database.

    The language is set anew: a streamed answer is written after the request, in nobody's language.
    """
    found = latest_first(events).iterator(chunk_size=AT_A_TIME)
    while some := list(islice(found, AT_A_TIME)):
        with translation.override(language):
            names = Names.in_events(some)
            written = [_row(event, names) for event in some]
        yield from written


def _row(event: AuditEvent, names: Names) -> list[str]:
    nip = event.actor.username if event.actor else ""
    return [
        str(event.pk),
        timezone.localtime(event.timestamp).isoformat(timespec="seconds"),
        who(event, names),
        nip,
        names.position(nip, event.timestamp) if nip else "",
        capacity(event),
        in_language(operation_of(event).sentence),
        event.operation,
        names.person(event.concerns) if event.concerns else event.object_repr,
        event.concerns,
        detail(event),
        "; ".join(map(_in_a_line, changes_of(event, names))),
        event.why,
        event.remote_addr or "",
    ]


def _in_a_line(change: Change) -> str:
    return f"{change.name}: {change.before or '–'} → {change.after}"
