"""What ``pembina import requests`` prints: the figures of the file, counts, and what should be looked at."""

import json
import textwrap
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pembina.cli.import_text import SHOWN, WIDTH, finding_lines, finding_object
from pembina.core.text import Text
from pembina.domain.people.intake.rows import RowFinding
from pembina.domain.services.intake.counts import RequestCounts
from pembina.domain.services.intake.reading import Meaning, Reading, Shape
from pembina.exchange.requests.columns import FIELDS
from pembina.exchange.requests.receiving import Received

COUNTED = {
    "new": Text(id="baru", en="new"),
    "changed": Text(id="berubah", en="changed"),
    "unchanged": Text(id="tetap", en="unchanged"),
    "open": Text(id="belum selesai", en="still open"),
    "impossible": Text(id="mustahil", en="impossible"),
    "refused": Text(id="ditolak", en="refused"),
}
FIGURES = {
    "count": Text(id="permohonan", en="requests"),
    "median": Text(id="median", en="median"),
    "mean": Text(id="rata-rata", en="mean"),
    "deviation": Text(id="simpangan baku", en="sample SD"),
    "longest": Text(id="terlama", en="longest"),
}
_AS_IT_STANDS = {
    Shape.EVENTS: Text(
        id="Dari kejadian pertama sampai terakhir, seluruh permohonan apa adanya (detik):",
        en="From first to last event, every request as it stands (seconds):",
    ),
    Shape.ROWS: Text(
        id="Dari diterima sampai selesai, seluruh permohonan yang memuat keduanya (detik):",
        en="From receipt to completion, every request that has both (seconds):",
    ),
}
_SOUND = Text(
    id="Yang selesai dan dapat diukur, tanpa yang mustahil (detik):",
    en="Ended and measurable, without the impossible ones (seconds):",
)
_ENDS_WITH_LAST = Text(
    id="Tidak ada kata yang menandai akhir: kejadian terakhir dianggap akhir setiap permohonan. Nyatakan yang "
    "sebenarnya dengan --word completed=KATA.",
    en="No word marks an end: the last event is taken as the end of each request. Say which does with "
    "--word completed=WORD.",
)
_UNNAMED = Text(
    id="Layanan belum disebut: berkas hanya dibaca, tidak dibandingkan dengan catatan. Sebutkan dengan --service KODE.",
    en="No service is named: the file was read, and compared with nothing on record. Name it with --service CODE.",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file; `number` is that of the import where it was written."""

    name: str
    file: Received
    reading: Reading
    counts: RequestCounts
    figures: Mapping[str, Any]
    findings: tuple[RowFinding, ...]
    digest: str
    number: int | None
    is_unnamed: bool


def as_text(outcome: Outcome, language: str) -> str:
    """Return the outcome for a person."""
    return "\n".join(_lines(outcome, language))


def _lines(outcome: Outcome, language: str) -> list[str]:
    shape = outcome.reading.shape
    rows = Text(id="baris", en="rows").in_language(language)
    total = number_text(outcome.counts.total, language)
    lines = [f"{outcome.name}: {shape.label.in_language(language)}; {total} {rows}"]
    for note in outcome.file.notes:
        lines += textwrap.wrap(note.in_language(language), WIDTH)
    lines += _how_read(outcome.reading, language)
    if shape is Shape.EVENTS and not outcome.reading.tells_the_end:
        lines += textwrap.wrap(_ENDS_WITH_LAST.in_language(language), WIDTH)
    lines += ["", _AS_IT_STANDS[shape].in_language(language), *_figures(outcome.figures["file"], language)]
    lines += [_SOUND.in_language(language), *_figures(outcome.figures["sound"], language), ""]
    counts = asdict(outcome.counts)
    lines += [
        f"  {word.in_language(language):<16}{number_text(counts[n], language):>14}" for n, word in COUNTED.items()
    ]
    if outcome.is_unnamed:
        lines += textwrap.wrap(_UNNAMED.in_language(language), WIDTH)
    for found in outcome.findings[:SHOWN]:
        lines += finding_lines(found, language)
    if (more := len(outcome.findings) - SHOWN) > 0:
        lines.append(Text(id=f"… dan {more} lagi: --report", en=f"… and {more} more: --report").in_language(language))
    if outcome.number is not None:
        lines.append(written_text(outcome.number).in_language(language))
    return lines


def _how_read(reading: Reading, language: str) -> list[str]:
    columns = "; ".join(
        f"{FIELDS[field].in_language(language)} = {column}" for field, column in reading.columns.items()
    )
    told = [(word, meaning) for word, meaning in reading.meanings.items() if meaning is not Meaning.PROGRESS]
    words = "; ".join(f"“{word}” = {meaning.label.in_language(language)}" for word, meaning in told)
    said = Text(id=f"Dibaca: {columns}.", en=f"Read: {columns}.").in_language(language)
    return textwrap.wrap(said, WIDTH) + (textwrap.wrap(words, WIDTH) if words else [])


def _figures(figures: Mapping[str, Any], language: str) -> list[str]:
    return [
        f"  {word.in_language(language):<16}{_figure(name, figures[name], language)}" for name, word in FIGURES.items()
    ]


def _figure(name: str, value: float | None, language: str) -> str:
    if value is None:
        return f"{'—':>18}"
    if name == "count":
        return f"{number_text(int(value), language):>14}"
    return f"{number_text(value, language):>18}   {_spelled(value, language)}"


def number_text(value: float, language: str) -> str:
    """Return a number as the language writes it; what has a fraction with three decimals."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.3f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _spelled(seconds: float, language: str) -> str:
    """Return a stretch of time in its two largest units."""
    whole = round(seconds)
    units = (
        (86_400, Text(id="hari", en="d")),
        (3_600, Text(id="jam", en="h")),
        (60, Text(id="menit", en="min")),
        (1, Text(id="detik", en="s")),
    )
    told: list[str] = []
    for size, word in units:
        count, whole = divmod(whole, size)
        if count or told:
            told.append(f"{count} {word.in_language(language)}")
    return " ".join(told[:2]) or f"0 {units[-1][1].in_language(language)}"


def written_text(number: int) -> Text:
    """Return that an import was written, and how to take it back."""
    return Text(
        id=f"Diterapkan sebagai impor permohonan nomor {number}; urungkan dengan: "
        f"pembina import undo {number} --requests",
        en=f"Written as import of requests number {number}; take it back with: pembina import undo {number} --requests",
    )


def asked(changes: int, language: str) -> str:
    """Return the question before writing."""
    return Text(id=f"Terapkan {changes} permohonan?", en=f"Write {changes} requests?").in_language(language)


def as_json_text(outcome: Outcome, language: str) -> str:
    """Return the outcome for a program, all findings among them."""
    told = {
        "name": outcome.name,
        "sha256": outcome.file.file_sha256,
        "reading": outcome.reading.as_json(),
        "counts": asdict(outcome.counts),
        "seconds": {"as_it_stands": outcome.figures["file"], "measurable": outcome.figures["sound"]},
        "refused": outcome.figures["refused"],
        "import": outcome.number,
        "compared": not outcome.is_unnamed,
        "notes": [note.in_language(language) for note in outcome.file.notes],
        "findings": [finding_object(found, language) for found in outcome.findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
