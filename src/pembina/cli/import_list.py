"""The imports so far, for a person or a program."""

import json
from typing import Any

from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.models import ImportBatch
from pembina.domain.services.models import RequestImport

OF_STAFF = {
    "new": Text(id="baru", en="new"),
    "changed": Text(id="berubah", en="changed"),
    "unchanged": Text(id="tetap", en="unchanged"),
    "leaving": Text(id="keluar", en="leaving"),
    "refused": Text(id="ditolak", en="refused"),
}
OF_REQUESTS = {
    **{name: OF_STAFF[name] for name in ("new", "changed", "unchanged", "refused")},
    "open": Text(id="belum selesai", en="open"),
    "impossible": Text(id="mustahil", en="impossible"),
}
STATES = {
    ImportState.WAITING: "waiting",
    ImportState.CHECKING: "being checked",
    ImportState.CHECKED: "ready to write",
    ImportState.APPLYING: "being written",
    ImportState.APPLIED: "written",
    ImportState.UNDOING: "being taken back",
    ImportState.UNDONE: "taken back",
    ImportState.FAILED: "failed",
    ImportState.DISCARDED: "discarded",
}


def listed(*, of_requests: bool = False, limit: int, language: str, as_json: bool) -> str:
    """Return the latest imports, of requests or of staff and units, the newest first."""
    model = RequestImport if of_requests else ImportBatch
    batches: list[ImportBatch | RequestImport] = list(
        model.objects.select_related("by").order_by("-created_at", "-pk")[:limit]
    )
    if as_json:
        return json.dumps([_object(batch) for batch in batches], ensure_ascii=False, indent=2)
    if not batches:
        return Text(id="Belum ada impor.", en="Nothing was imported yet.").in_language(language)
    return "\n".join(_line(batch, language) for batch in batches)


def _line(batch: ImportBatch | RequestImport, language: str) -> str:
    day = timezone.localtime(batch.created_at)
    told = ", ".join(
        f"{batch.numbers.get(name, 0)} {word.in_language(language)}" for name, word in _counted(batch).items()
    )
    kind = _kind(batch).in_language(language)
    state = _state(batch).in_language(language)
    return f"{batch.pk:>5}  {day:%Y-%m-%d %H:%M}  {kind:<12}{state:<18}{batch.file_name}: {told}"


def _counted(batch: ImportBatch | RequestImport) -> dict[str, Text]:
    return OF_REQUESTS if isinstance(batch, RequestImport) else OF_STAFF


def _kind(batch: ImportBatch | RequestImport) -> Text:
    if isinstance(batch, RequestImport):
        return Text(id="Permohonan", en="requests")
    kind = ImportKind(batch.kind)
    return Text(id=str(kind.label), en={"staff": "staff", "units": "units"}[kind.value])


def _state(batch: ImportBatch | RequestImport) -> Text:
    state = ImportState(batch.state)
    return Text(id=str(state.label), en=STATES[state])


def _object(batch: ImportBatch | RequestImport) -> dict[str, Any]:
    return {
        "import": batch.pk,
        "kind": "requests" if isinstance(batch, RequestImport) else batch.kind,
        "state": batch.state,
        "file": batch.file_name,
        "sha256": batch.file_sha256,
        "on": None if isinstance(batch, RequestImport) else batch.on.isoformat(),
        "by": batch.by.username if batch.by else None,
        "received_at": batch.created_at.isoformat(),
        "counts": {name: batch.numbers.get(name, 0) for name in _counted(batch)},
    }
