"""A file that was read, as the visitor carries it from the look to the import: sealed, so that it stays as it was."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState
from pembina.domain.services.complaint_rows import LaporFile, LaporRow
from pembina.web.uploads import opened, sealed

PURPOSE = "complaints.import"
MOMENTS = ("received_at", "answered_at")


def sealed_file(file: LaporFile, otherwise: Unit | None) -> str:
    rows = [_plain(asdict(row)) for row in file.rows]
    refused = len({found.row for found in file.findings if found.is_refusal})
    told = {"name": file.name, "sha256": file.sha256, "rows": rows, "refused": refused}
    return sealed(told | {"unit": otherwise.pk if otherwise else None}, purpose=PURPOSE)


def opened_file(text: str) -> tuple[LaporFile, int | None, int]:
    """Return the file, the unit for unknown agencies and the rows that were refused; raises ``BrokenSealError``."""
    told: dict[str, Any] = opened(text, purpose=PURPOSE)
    rows = tuple(_row(row) for row in told["rows"])
    return LaporFile(told["name"], told["sha256"], len(rows), rows, ()), told["unit"], told["refused"]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    moments = {name: row[name].isoformat() if row[name] else None for name in MOMENTS}
    return row | moments | {"kind": str(row["kind"]), "state": str(row["state"])}


def _row(told: dict[str, Any]) -> LaporRow:
    moments = {name: datetime.fromisoformat(told[name]) if told[name] else None for name in MOMENTS}
    words = {"kind": ComplaintKind(told["kind"]), "state": ComplaintState(told["state"])}
    return LaporRow(**told | moments | words)
