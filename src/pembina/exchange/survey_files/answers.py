"""Answers of a satisfaction survey from a table: one row a respondent, or one row an element and score."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pembina.core.rules.satisfaction_index import ELEMENTS, Missing, ScoreCounts
from pembina.core.text import Text
from pembina.exchange.survey_files.elements import Order, element_of
from pembina.exchange.tables import Table, UnreadableFileError, number_column

_SCORE_NAMES = ("skor", "nilai", "score")
_COUNT_NAMES = ("jumlah_responden", "jumlah responden", "responden", "jumlah", "count", "n", "frekuensi")
_ELEMENT_NAMES = ("unsur", "element", "unsur pelayanan", "unsur_pelayanan")


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What a survey file holds, ready for `satisfaction_index(answers=survey.counts, …)`.

    Attributes
    ----------
    counts : people by element and score
    columns : element key to the column it was read from; empty for a file of counts
    unanswered : element key to the number of respondents without an answer
    notes : what the person should know about the reading
    """

    counts: ScoreCounts
    columns: Mapping[str, str]
    unanswered: Mapping[str, int]
    notes: tuple[Text, ...]


def read_answers(table: Table, *, order: Order = "regulation", missing: Missing = "refuse") -> SurveyAnswers:
    """Read the answers of a survey.

    Parameters
    ----------
    order : what U8 and U9 mean in this file: "regulation" (complaints, facilities) or "questionnaire" (the reverse)
    missing : "refuse" an empty cell, or allow it and count it

    Raises
    ------
    UnreadableFileError : a score outside 1-4, an empty cell under "refuse", or columns that are no survey
    """
    shape = [_first_named(table, names) for names in (_ELEMENT_NAMES, _SCORE_NAMES, _COUNT_NAMES)]
    element, score, people = shape
    if element and score and people:
        return _from_counts(table, element, score, people, order)
    return _from_rows(table, order, missing)


def _first_named(table: Table, names: tuple[str, ...]) -> str | None:
    return next((column for column in table.columns if column.lower() in names), None)


def _from_rows(table: Table, order: Order, missing: Missing) -> SurveyAnswers:
    columns = _element_columns(table, order)
    counts, unanswered = {}, {}
    for element, column in columns.items():
        scores = number_column(table, column).values
        empty = np.isnan(scores)
        if empty.any() and missing == "refuse":
            raise _unanswered(table, column, element, np.flatnonzero(empty))
        wrong = np.flatnonzero(~empty & ~np.isin(scores, (1, 2, 3, 4)))
        if wrong.size:
            raise _off_the_scale(column, element, table.file_rows(wrong[:1])[0], scores[wrong[0]])
        values, people = np.unique(scores[~empty], return_counts=True)
        counts[element] = {int(value): int(n) for value, n in zip(values, people, strict=True)}
        unanswered[element] = int(empty.sum())
    return SurveyAnswers(ScoreCounts(table.row_count, counts), columns, unanswered, table.notes)


def _from_counts(table: Table, element: str, score: str, people: str, order: Order) -> SurveyAnswers:
    counts: dict[str, dict[int, int]] = {key: {} for key in ELEMENTS}
    scores, numbers = number_column(table, score).values, number_column(table, people).values
    named = [row[0] for row in table.query(f"SELECT {table.text(element)} FROM data")]
    for position, name in enumerate(named):
        key = element_of(name or "", order=order)
        row = table.file_rows([position])[0]
        if key is None:
            raise _no_such_element(element, row, name or "")
        if scores[position] not in (1, 2, 3, 4):
            raise _off_the_scale(score, key, row, scores[position])
        if not (numbers[position] >= 0 and float(numbers[position]).is_integer()):
            raise _no_head_count(people, row, numbers[position])
        counts[key][int(scores[position])] = counts[key].get(int(scores[position]), 0) + int(numbers[position])
    answered = {key: sum(by_score.values()) for key, by_score in counts.items()}
    respondents = max(answered.values())
    unanswered = {key: respondents - n for key, n in answered.items()}
    return SurveyAnswers(ScoreCounts(respondents, counts), {}, unanswered, table.notes)


def _element_columns(table: Table, order: Order) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in table.columns:
        key = element_of(column, order=order)
        if key is not None and key in found:
            raise _twice(key, found[key], column)
        if key is not None:
            found[key] = column
    lacking = [key for key in ELEMENTS if key not in found]
    if lacking:
        raise UnreadableFileError(
            Text(
                id=f"Kolom untuk unsur berikut tidak ditemukan di {table.name}: {', '.join(lacking)}.",
                en=f"No column in {table.name} for these elements: {', '.join(lacking)}.",
            ),
            Text(
                id="Beri nama kolom U1 sampai U9 atau nama unsurnya; atau pakai kolom unsur, skor, jumlah_responden.",
                en="Name the columns U1 to U9 or after the elements; or use columns unsur, skor, jumlah_responden.",
            ),
        )
    return {key: found[key] for key in ELEMENTS}


def _unanswered(table: Table, column: str, element: str, positions: np.ndarray) -> UnreadableFileError:
    row = table.file_rows(positions[:1])[0]
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” (unsur {element}) kosong di {positions.size} baris, yang pertama baris {row}.",
            en=f"Column “{column}” (element {element}) is empty in {positions.size} rows, the first being row {row}.",
        ),
        Text(
            id="Lengkapi jawabannya, atau pilih aturan per unsur (--missing per-element): rata-rata yang menjawab.",
            en="Complete the answers, or choose the rule --missing per-element: mean over those who answered.",
        ),
        column=column,
        row=row,
        value="",
    )


def _off_the_scale(column: str, element: str, row: int, value: float) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row} (unsur {element}): nilai {value:g} bukan 1, 2, 3, atau 4.",
            en=f"Column “{column}” row {row} (element {element}): score {value:g} is not 1, 2, 3 or 4.",
        ),
        Text(id="Perbaiki nilainya, atau kosongkan bila tidak dijawab.", en="Correct it, or leave it empty."),
        column=column,
        row=row,
        value=f"{value:g}",
    )


def _no_such_element(column: str, row: int, value: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: “{value}” bukan salah satu dari sembilan unsur.",
            en=f"Column “{column}” row {row}: “{value}” is none of the nine elements.",
        ),
        Text(id="Tulis U1 sampai U9 atau nama unsurnya.", en="Write U1 to U9 or the name of the element."),
        column=column,
        row=row,
        value=value,
    )


def _no_head_count(column: str, row: int, value: float) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: jumlah responden {value:g} bukan bilangan bulat.",
            en=f"Column “{column}” row {row}: {value:g} respondents is not a whole number.",
        ),
        Text(id="Perbaiki jumlahnya.", en="Correct the number."),
        column=column,
        row=row,
        value=f"{value:g}",
    )


def _twice(key: str, first: str, second: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{first}” dan “{second}” sama-sama berarti unsur {key}.",
            en=f"Columns “{first}” and “{second}” both mean element {key}.",
        ),
        Text(id="Sisakan satu, atau beri nama U1 sampai U9.", en="Keep one, or name them U1 to U9."),
        column=second,
    )
