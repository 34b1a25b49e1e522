"""What a survey file offers, counted before anybody has said which column is which element.

Only counts leave the file: a page can ask for the columns and go on without the file and without keeping it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pembina.core.rules.satisfaction_index import ELEMENTS, Missing, ScoreCounts
from pembina.core.text import Text
from pembina.exchange.survey_files.elements import Order, element_of
from pembina.exchange.tables import Table, UnreadableFileError, number_column

SCORES = (1, 2, 3, 4)
MOST_COLUMNS = 300
_COUNT_COLUMNS = (
    ("unsur", "element", "unsur pelayanan", "unsur_pelayanan"),
    ("skor", "nilai", "score"),
    ("jumlah_responden", "jumlah responden", "responden", "jumlah", "count", "n", "frekuensi"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A column of raw answers, or an element named in a file of counts.

    Attributes
    ----------
    name : as written in the file
    people : how many gave score 1, 2, 3 and 4
    empty, first_empty : cells without an answer, and the row of the first
    wrong_row, wrong_value : the first cell that is neither a score nor empty
    row : the first row that names the element, in a file of counts
    """

    name: str
    people: tuple[int, ...] = (0, 0, 0, 0)
    empty: int = 0
    first_empty: int | None = None
    wrong_row: int | None = None
    wrong_value: str | None = None
    row: int | None = None

    @property
    def answered(self) -> int:
        """Return how many gave a score."""
        return sum(self.people)

    @property
    def usable(self) -> bool:
        """Say whether there are scores and nothing else."""
        return self.answered > 0 and self.wrong_value is None

    def require(self, missing: Missing) -> None:
        """Refuse a cell that is no score, a column without any, and an empty cell unless `missing` allows it."""
        if self.wrong_value is not None:
            raise self._no_score(self.wrong_value)
        if not self.answered:
            raise UnreadableFileError(
                Text(id=f"Kolom “{self.name}” tidak berisi skor.", en=f"Column “{self.name}” holds no score."),
                _CHOOSE_ANOTHER,
                column=self.name,
            )
        if self.empty and missing == "refuse":
            raise self._unanswered()

    def _no_score(self, value: str) -> UnreadableFileError:
        return UnreadableFileError(
            Text(
                id=f"Kolom “{self.name}” baris {self.wrong_row}: “{value}” bukan skor 1, 2, 3, atau 4.",
                en=f"Column “{self.name}” row {self.wrong_row}: “{value}” is not a score of 1, 2, 3 or 4.",
            ),
            _WORDS_TO_SCORES if any(letter.isalpha() for letter in value) else _CORRECT_THE_CELL,
            column=self.name,
            row=self.wrong_row,
            value=value,
        )

    def _unanswered(self) -> UnreadableFileError:
        return UnreadableFileError(
            Text(
                id=f"Kolom “{self.name}” kosong di {self.empty} baris, yang pertama baris {self.first_empty}.",
                en=f"Column “{self.name}” is empty in {self.empty} rows, the first being row {self.first_empty}.",
            ),
            Text(
                id="Lengkapi jawabannya, atau pilih aturan rata-rata atas yang menjawab.",
                en="Complete the answers, or choose the mean over those who answered.",
            ),
            column=self.name,
            row=self.first_empty,
            value="",
        )


@dataclass(frozen=True, slots=True)
class SurveySources:
    """All that a file offers.

    Attributes
    ----------
    shape : "answers", one row a respondent; "counts", one row an element and score
    rows : rows with data
    """

    shape: Literal["answers", "counts"]
    rows: int
    sources: tuple[Source, ...]
    notes: tuple[Text, ...] = ()

    def named(self, name: str) -> Source | None:
        """Return the source of that name."""
        return next((source for source in self.sources if source.name == name), None)

    def guess(self, order: Order) -> dict[str, str]:
        """Return element key to name, where exactly one source fits; one with scores before one with text."""
        return {
            key: found.name for key in ELEMENTS if (found := _best([s for s in self.sources if _means(s, key, order)]))
        }

    def counts(self, chosen: Mapping[str, str]) -> ScoreCounts:
        """Return the counts by element of the sources chosen."""
        by_name = {source.name: source for source in self.sources}
        counts = {key: dict(zip(SCORES, by_name[name].people, strict=True)) for key, name in chosen.items()}
        most = max((sum(people.values()) for people in counts.values()), default=0)
        return ScoreCounts(self.rows if self.shape == "answers" else most, counts)


def survey_sources(table: Table) -> SurveySources:
    """Count every column of raw answers, or every element of a file with the columns unsur, skor, jumlah_responden.

    Raises
    ------
    UnreadableFileError : more than `MOST_COLUMNS` columns or elements, or a row of a file of counts that cannot be read
    """
    _refuse_many(table, len(table.columns))
    named = [_first_named(table, names) for names in _COUNT_COLUMNS]
    if all(named):
        return _from_counts(table, *[column or "" for column in named])
    sources = tuple(_column_source(table, column) for column in table.columns)
    return SurveySources("answers", table.row_count, sources, table.notes)


def _refuse_many(table: Table, questions: int) -> None:
    if questions > MOST_COLUMNS:
        raise UnreadableFileError(
            Text(
                id=f"{table.name} mempunyai {questions} kolom atau unsur; batasnya {MOST_COLUMNS}.",
                en=f"{table.name} has {questions} columns or elements; the limit is {MOST_COLUMNS}.",
            ),
            Text(id="Sisakan jawaban sembilan unsur saja.", en="Keep only the answers on the nine elements."),
        )


def _column_source(table: Table, column: str) -> Source:
    try:
        scores = number_column(table, column).values
    except UnreadableFileError as refused:
        return Source(column, wrong_row=refused.row, wrong_value=refused.value or "")
    empty = np.flatnonzero(np.isnan(scores))
    wrong = np.flatnonzero(~np.isnan(scores) & ~np.isin(scores, SCORES))
    return Source(
        column,
        people=tuple(int(np.count_nonzero(scores == score)) for score in SCORES),
        empty=int(empty.size),
        first_empty=_row(table, empty),
        wrong_row=_row(table, wrong),
        wrong_value=f"{scores[wrong[0]]:g}" if wrong.size else None,
    )


def _row(table: Table, positions: NDArray[np.intp]) -> int | None:
    return table.file_rows(positions[:1].tolist())[0] if positions.size else None


def _from_counts(table: Table, element: str, score: str, people: str) -> SurveySources:
    scores, numbers = number_column(table, score).values, number_column(table, people).values
    named = table.query(f"SELECT {table.text(element)}, r FROM data")
    counted: dict[str, list[int]] = {}
    first_rows: dict[str, int] = {}
    for position, (cell, record) in enumerate(named):
        name, row = str(cell or "").strip(), table.file_row(int(record))
        _require_row(score, scores[position], row, scores[position] in SCORES)
        _require_row(people, numbers[position], row, numbers[position] >= 0 and float(numbers[position]).is_integer())
        first_rows.setdefault(name, row)
        counted.setdefault(name, [0, 0, 0, 0])[int(scores[position]) - 1] += int(numbers[position])
    _refuse_many(table, len(counted))
    sources = tuple(Source(name, tuple(by_score), row=first_rows[name]) for name, by_score in counted.items())
    return SurveySources("counts", table.row_count, sources, table.notes)


def _require_row(column: str, value: float, row: int, right: bool) -> None:
    if not right:
        written = "" if np.isnan(value) else f"{value:g}"
        raise UnreadableFileError(
            Text(
                id=f"Kolom “{column}” baris {row}: “{written}” tidak dapat dipakai.",
                en=f"Column “{column}” row {row}: “{written}” cannot be used.",
            ),
            Text(
                id="Skor ditulis 1 sampai 4 dan jumlah responden bilangan bulat dari nol; perbaiki baris itu.",
                en="A score is 1 to 4 and the respondents a whole number from zero; correct the row.",
            ),
            column=column,
            row=row,
            value=written,
        )


def _first_named(table: Table, names: Iterable[str]) -> str | None:
    return next((column for column in table.columns if column.strip().lower() in names), None)


def _means(source: Source, key: str, order: Order) -> bool:
    return element_of(source.name, order=order) == key


def _best(matches: list[Source]) -> Source | None:
    fitting = [source for source in matches if source.usable] or matches
    return fitting[0] if len(fitting) == 1 else None


_CORRECT_THE_CELL = Text(
    id="Perbaiki sel itu di berkas (kosongkan bila tidak dijawab), atau pilih kolom lain.",
    en="Correct the cell in the file (leave it empty if unanswered), or choose another column.",
)
_WORDS_TO_SCORES = Text(
    id="Ubah jawaban berupa kata menjadi skor, dari 1 (tidak baik) sampai 4 (sangat baik), atau pilih kolom lain.",
    en="Change answers in words to scores, from 1 (poor) to 4 (very good), or choose another column.",
)
_CHOOSE_ANOTHER = Text(id="Pilih kolom lain.", en="Choose another column.")
