"""A file as it is sent becomes the copy that is kept; the copy is what is checked. No Django here.

All of it runs in a process of its own with bounded memory, so refusals are returned: an exception does not cross
processes whole.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pembina.core.collector import collector_paused
from pembina.core.rules.service_time.span_figures import SpanFigures, figures_of
from pembina.core.text import Text
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.intake.rows import KnownService, RequestsRead
from pembina.exchange.requests.columns import is_private
from pembina.exchange.requests.copying import copy_of, sha256_of, unpacked
from pembina.exchange.requests.guessing import Guess, complete, guessed, words_of
from pembina.exchange.requests.reading import read_requests
from pembina.exchange.requests.tabled import ROW_COLUMN
from pembina.exchange.staff.receiving import Refusal
from pembina.exchange.tables import Table, UnreadableFileError, read_table

MAX_ROWS = 5_000_000
"""Rows of a log; a million requests have a few million events."""
_ANY_NAME = "salinan.csv"


@dataclass(frozen=True, slots=True)
class Received:
    """A file that can be used: the copy to keep, the hash of what was sent, and how it is probably to be read."""

    copy: bytes
    file_sha256: str
    row_count: int
    notes: tuple[Text, ...]
    guess: Guess


@dataclass(frozen=True)
class CopyRead:
    """What the rows of a kept copy say, and the figures of the file as it stands."""

    read: RequestsRead
    figures: SpanFigures


def received(data: bytes, name: str, sheet: str | None) -> Received | Refusal:
    """Return the copy of a file without columns about people, and a guess at how it is to be read."""
    with collector_paused():
        try:
            table = read_table(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
            keep = [column for column in table.columns if not is_private(column)]
            notes = (*table.notes, *_about_private([c for c in table.columns if c not in keep]))
            guess = _without(guessed(table), keep)
            return Received(copy_of(table, keep=keep), sha256_of(data), table.row_count, notes, guess)
        except UnreadableFileError as refused:
            return Refusal(refused.message, refused.remedy)


def guess_again(content: bytes, reading: Reading) -> Guess | Refusal:
    """Return what a kept copy looks like under another reading: the words of the column that it chose."""
    try:
        with _opened(content) as table:
            guess = guessed(table)
            words = words_of(table, reading)
            chosen = complete(Reading(reading.shape, reading.columns), words)
            return _without(replace(guess, reading=chosen, words=words), list(table.columns))
    except UnreadableFileError as refused:
        return Refusal(refused.message, refused.remedy)


def read_copy(content: bytes, reading: Reading, services: tuple[KnownService, ...]) -> CopyRead | Refusal:
    """Read the requests of a kept copy."""
    with collector_paused():
        try:
            with _opened(content) as table:
                read = read_requests(table, reading=reading, services=services)
        except UnreadableFileError as refused:
            return Refusal(refused.message, refused.remedy)
        return CopyRead(replace(read, spans=read.spans[:0]), figures_of(read.spans))


def narrowed(content: bytes, reading: Reading) -> bytes:
    """Return the copy with the columns that were read, and no other: what stays after an import was applied."""
    with _opened(content) as table:
        return copy_of(table, keep=[column for column in table.columns if column in reading.columns.values()])


@contextmanager
def _opened(content: bytes) -> Iterator[Table]:
    table = read_table(unpacked(content), name=_ANY_NAME, max_rows=MAX_ROWS)
    try:
        yield table
    finally:
        table.connection.close()


def _without(guess: Guess, keep: Sequence[str]) -> Guess:
    """Return the guess about the columns that are kept, without the numbers of rows."""
    places = [at for at, column in enumerate(guess.columns) if column in keep and column != ROW_COLUMN]
    return replace(
        guess,
        columns=tuple(guess.columns[at] for at in places),
        examples=tuple(tuple(row[at] for at in places) for row in guess.examples),
    )


def _about_private(columns: Sequence[str]) -> list[Text]:
    if not columns:
        return []
    listed = ", ".join(columns)
    return [
        Text(
            id=f"Tidak dibaca dan tidak disimpan karena menyangkut orang: {listed}.",
            en=f"Neither read nor kept, since they are about people: {listed}.",
        )
    ]
