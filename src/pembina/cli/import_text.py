"""What ``pembina import`` prints about a file: counts, what should be looked at, and what comes next."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pembina.core.text import Text
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.intake.rows import RowFinding
from pembina.exchange.staff import StaffFile, UnitFile
from pembina.exchange.staff.report import SEVERITIES

SHOWN = 20
WIDTH = 100
COUNTED = {
    "new": Text(id="baru", en="new"),
    "changed": Text(id="berubah", en="changed"),
    "unchanged": Text(id="tetap", en="unchanged"),
    "leaving": Text(id="keluar", en="leaving"),
    "refused": Text(id="baris ditolak", en="rows refused"),
    "warnings": Text(id="peringatan", en="warnings"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file; `number` is that of the import where it was written."""

    kind: str
    file: StaffFile | UnitFile
    counts: Counts
    findings: tuple[RowFinding, ...]
    digest: str
    number: int | None


def as_text(outcomes: Sequence[Outcome], language: str) -> str:
    """Return the outcomes for a person."""
    return "\n\n".join("\n".join(_lines(outcome, language)) for outcome in outcomes)


def as_brief_text(outcomes: Sequence[Outcome], language: str) -> str:
    """Return what was written, one line a file."""
    return "\n".join(
        f"{outcome.file.name}: {_written(outcome.number).in_language(language)}"
        for outcome in outcomes
        if outcome.number is not None
    )


def _lines(outcome: Outcome, language: str) -> list[str]:
    file = outcome.file
    rows = Text(id="baris", en="rows").in_language(language)
    lines = [f"{file.name}: {file.layout.value.in_language(language)}, {file.row_count} {rows}"]
    for note in file.notes:
        lines += textwrap.wrap(note.in_language(language), WIDTH)
    lines += [f"  {word.in_language(language):<14}{getattr(outcome.counts, name):>8}" for name, word in COUNTED.items()]
    for found in outcome.findings[:SHOWN]:
        lines += finding_lines(found, language)
    if (more := len(outcome.findings) - SHOWN) > 0:
        lines.append(Text(id=f"… dan {more} lagi: --report", en=f"… and {more} more: --report").in_language(language))
    if outcome.number is not None:
        lines.append(_written(outcome.number).in_language(language))
    return lines


def finding_lines(found: RowFinding, language: str) -> list[str]:
    """Return one finding for a person, as lines of the terminal."""
    row = Text(id="baris", en="row").in_language(language)
    place = ", ".join(word for word in (f"{row} {found.row}" if found.row else "", found.column) if word)
    value = f" “{found.value}”" if found.value else ""
    severity = SEVERITIES[found.severity].in_language(language)
    said = f"{severity}: {place}{value}: {found.reason.in_language(language)} {found.remedy.in_language(language)}"
    return textwrap.wrap(said, WIDTH, initial_indent="- ", subsequent_indent="  ")


def _written(number: int) -> Text:
    return Text(
        id=f"Diterapkan sebagai impor nomor {number}; urungkan dengan: pembina import undo {number}",
        en=f"Written as import number {number}; take it back with: pembina import undo {number}",
    )


def as_json_text(outcomes: Sequence[Outcome], language: str) -> str:
    """Return the outcomes for a program, all findings among them."""
    return json.dumps({"files": [_object(outcome, language) for outcome in outcomes]}, ensure_ascii=False, indent=2)


def _object(outcome: Outcome, language: str) -> dict[str, Any]:
    file = outcome.file
    return {
        "kind": outcome.kind,
        "name": file.name,
        "sha256": file.sha256,
        "layout": file.layout.code,
        "counts": asdict(outcome.counts),
        "import": outcome.number,
        "not_held": list(file.private),
        "not_used": list(file.unread),
        "notes": [note.in_language(language) for note in file.notes],
        "findings": [finding_object(found, language) for found in outcome.findings],
    }


def finding_object(found: RowFinding, language: str) -> dict[str, Any]:
    """Return one finding for a program."""
    return {
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "code": found.code,
        "severity": found.severity.value,
        "reason": found.reason.in_language(language),
        "remedy": found.remedy.in_language(language),
    }


def asked(changes: int, language: str) -> str:
    """Return the question before writing."""
    return Text(id=f"Terapkan {changes} perubahan?", en=f"Write {changes} changes?").in_language(language)


def declined(language: str) -> str:
    """Return what is said after a no."""
    return Text(id="Tidak ada yang diubah.", en="Nothing was changed.").in_language(language)


def nothing_to_write(name: str, language: str) -> str:
    """Return what is said of a file that changes nothing."""
    return Text(id=f"{name}: tidak ada perubahan.", en=f"{name}: nothing changes.").in_language(language)


def unasked_text(language: str) -> str:
    """Return how to go on where nobody could be asked."""
    return Text(
        id="Baru diperiksa, belum ada yang diubah. Tambahkan --yes dan --by NIP untuk menerapkan.",
        en="Checked only; nothing was changed. Add --yes and --by NIP to write.",
    ).in_language(language)
