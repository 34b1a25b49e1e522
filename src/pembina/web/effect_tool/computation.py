"""What is done with a visitor's file. No Django here: it runs in a bounded process of its own.

Refusals that are expected come back as a `Problem`, not as an exception, because they cross a process boundary.
"""

import math
from dataclasses import dataclass
from typing import Any, Literal

from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.event_chart import event_points
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import Panel
from pembina.core.effect.question import Question
from pembina.core.text import Text
from pembina.exchange.panel_files import guess_columns, panel_from_columns
from pembina.exchange.tables import Table, UnreadableFileError, read_table
from pembina.web.effect_tool.request_guesses import Guessed, guess_request_columns
from pembina.web.effect_tool.wishes import Wish, role_of

RowsAre = Literal["panel", "requests"]
ROLES = ("unit", "time", "outcome", "start")
MOST_COLUMNS = 60
PREVIEW_ROWS = 5
LONGEST_CELL = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer: the form field to blame ("file" if none), what is wrong, and what to do."""

    field: str
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Look:
    """A first look at a file.

    Attributes
    ----------
    rows_are : what one row is
    columns : names as written
    row_count : rows with data
    preview : the first rows as text, in the order of the columns
    guesses : role to (column or None, reason)
    """

    rows_are: RowsAre
    columns: tuple[str, ...]
    row_count: int
    preview: tuple[tuple[str, ...], ...]
    guesses: Guessed


def look_at(data: bytes, name: str, rows_are: RowsAre) -> Look | Problem:
    """Read a file and guess which column plays which role."""
    try:
        table = read_table(data, name=name)
        refuse_wide(table)
        guesses = guess_request_columns(table) if rows_are == "requests" else guess_panel_columns(table)
    except UnreadableFileError as refusal:
        return Problem("file", refusal.message, refusal.remedy)
    return Look(rows_are, table.columns, table.row_count, preview(table), guesses)


def guess_panel_columns(table: Table) -> Guessed:
    guess = guess_columns(table)
    return {role: (getattr(guess, role).column, getattr(guess, role).reason) for role in ROLES}


@dataclass(frozen=True, slots=True)
class Answer:
    """An evaluation as plain values, so that it crosses processes and travels in a form.

    Attributes
    ----------
    evaluation : the object of ``pembina effect --json``, without its ``period_names``
    period_names : period number to how people write it
    event : (event time, (estimate, ci_low, ci_high, band_low, band_high)) for the chart; None where undefined
    missing, cells : unit-periods without a figure, and all of them
    """

    evaluation: dict[str, Any]
    period_names: dict[int, str]
    event: tuple[tuple[int, tuple[float | None, ...]], ...]
    missing: int
    cells: int


def answer(data: bytes, name: str, wish: Wish, language: str) -> Answer | Problem:
    """Evaluate a file as wished, with its sentences in ``language``."""
    try:
        return evaluated(read_table(data, name=name), wish, language)
    except UnreadableFileError as refusal:
        return Problem(role_of(wish, refusal), refusal.message, refusal.remedy)


def evaluated(table: Table, wish: Wish, language: str) -> Answer:
    """Read the rows and evaluate them; the engine's refusals name the rows of the file."""
    columns = wish.read(table)
    try:
        return answer_of(panel_from_columns(columns), wish.asked.question(), language)
    except RefusedError as refusal:
        raise wish.in_rows(refusal, table, columns) from refusal


def answer_of(panel: Panel, question: Question, language: str) -> Answer:
    """Evaluate a panel."""
    names = dict(zip(panel.periods, panel.period_names, strict=True))
    evaluation = evaluate(panel, question)
    event = tuple((time, finite(values)) for time, values in event_points(panel, evaluation))
    return Answer(evaluation.as_dict(language), names, event, int((~panel.observed).sum()), panel.observed.size)


def finite(values: tuple[float, ...]) -> tuple[float | None, ...]:
    """JSON has neither NaN nor infinity: None stands for what is undefined."""
    return tuple(value if math.isfinite(value) else None for value in values)


def refuse_wide(table: Table) -> None:
    """Refuse a table whose columns nobody can choose from."""
    if len(table.columns) > MOST_COLUMNS:
        raise UnreadableFileError(
            Text(
                id=f"{table.name} mempunyai {len(table.columns)} kolom; paling banyak {MOST_COLUMNS}.",
                en=f"{table.name} has {len(table.columns)} columns; at most {MOST_COLUMNS} can be shown.",
            ),
            Text(
                id="Sisakan kolom yang diperlukan: unit, waktu, angka, dan mulai.",
                en="Keep the columns needed: unit, time, figure and start.",
            ),
        )


def preview(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first rows, long cells cut."""
    return tuple(tuple(shortened(cell) for cell in row) for row in table.first_rows(PREVIEW_ROWS))


def shortened(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else f"{cell[: LONGEST_CELL - 1]}…"
