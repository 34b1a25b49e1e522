"""How a file is probably to be read; whoever brings it in sees the guess and corrects it."""

from dataclasses import dataclass

from pembina.core.text import Text
from pembina.domain.services.intake.reading import Meaning, Reading, Shape
from pembina.exchange.requests.columns import FIELDS, REQUIRED, USED, found_columns
from pembina.exchange.requests.words import meaning_of
from pembina.exchange.tables import Table, UnreadableFileError

# A column with more different words than that is no activity and no status.
MOST_WORDS = 200
_SAMPLE = 5


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of the column of activities or statuses: how many rows have it, and how many requests end with it."""

    word: str
    rows: int
    last: int


@dataclass(frozen=True, slots=True)
class Guess:
    """What is shown before a file is checked: its columns with examples, the reading guessed, and its words."""

    columns: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    reading: Reading
    words: tuple[WordCount, ...]


def guessed(table: Table) -> Guess:
    """Return how a file is probably to be read."""
    events, rows = (found_columns(table.columns, USED[shape]) for shape in (Shape.EVENTS, Shape.ROWS))
    is_log = "at" in events and ("received" not in rows or _repeats(table, events.get("number")))
    shape, columns = (Shape.EVENTS, events) if is_log else (Shape.ROWS, rows)
    reading = Reading(shape, columns)
    words = words_of(table, reading)
    meanings = {found.word.lower(): meaning_of(found.word) for found in words}
    reading = Reading(shape, columns, meanings)
    return Guess(table.columns, tuple(table.first_rows(_SAMPLE)), reading, words)


def words_of(table: Table, reading: Reading) -> tuple[WordCount, ...]:
    """Return the activities or statuses of a file, the most frequent first; none where there are too many."""
    column = reading.columns.get("activity" if reading.shape is Shape.EVENTS else "status")
    if column is None or column not in table.columns:
        return ()
    word = f"coalesce({table.text(column)}, '')"
    number = table.text(reading.columns["number"]) if "number" in reading.columns else "CAST(r AS VARCHAR)"
    # The order of the rows stands for that of time: enough to choose by, and no time has been read yet.
    found = table.query(f"""
        WITH marked AS (SELECT {word} AS word, r = max(r) OVER (PARTITION BY {number}) AS is_last FROM data)
        SELECT min(word), count(*), count(*) FILTER (is_last) FROM marked WHERE word <> ''
        GROUP BY lower(word) ORDER BY 2 DESC, 1 LIMIT {MOST_WORDS + 1}""")
    return tuple(WordCount(*each) for each in found) if len(found) <= MOST_WORDS else ()


def complete(reading: Reading, words: tuple[WordCount, ...]) -> Reading:
    """Return the reading with a guess for each word that it says nothing about."""
    guesses = {found.word.lower(): meaning_of(found.word) for found in words}
    meanings: dict[str, Meaning] = {**guesses, **reading.meanings}
    return Reading(reading.shape, reading.columns, meanings, reading.service, reading.zone)


def require_columns(reading: Reading, table: Table) -> None:
    """Refuse a reading without the columns that its shape needs."""
    for field in REQUIRED[reading.shape]:
        if not reading.columns.get(field):
            raise _lacking(FIELDS[field], table)
    if not reading.service and not reading.columns.get("service"):
        raise _without_service(table)


def _repeats(table: Table, column: str | None) -> bool:
    if column is None:
        return False
    cell = table.text(column)
    return bool(table.query(f"SELECT count(*) > count(DISTINCT {cell}) FROM data WHERE {cell} IS NOT NULL")[0][0])


def _lacking(field: Text, table: Table) -> UnreadableFileError:
    listed = ", ".join(f"“{column}”" for column in table.columns[:20])
    return UnreadableFileError(
        Text(
            id=f"Belum diketahui kolom mana yang memuat: {field.id.lower()}. Kolom {table.name}: {listed}.",
            en=f"It is not known which column holds: {field.en.lower()}. The columns of {table.name}: {listed}.",
        ),
        Text(
            id="Pilih kolomnya, atau isi berkas ini ke dalam templat.",
            en="Choose the column, or fill the file into our template.",
        ),
        option="--column",
    )


def _without_service(table: Table) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Belum diketahui {table.name} berisi permohonan layanan yang mana.",
            en=f"It is not known of which service the requests in {table.name} are.",
        ),
        Text(
            id="Pilih layanannya, atau kolom yang memuat kode layanan.",
            en="Choose the service, or the column that holds its code.",
        ),
        option="--service",
    )
