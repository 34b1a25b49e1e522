"""A file of questions, row by row: what can be asked, and what is wrong with the other rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.question_files.columns import CHOICES, COLUMNS, EXPLANATION, RIGHT, TEXT, TOPIC
from pembina.exchange.staff.workbook import BEGINS_A_FORMULA
from pembina.exchange.tables import UnreadableFileError, read_rows

MOST_ROWS = 1_000
FEWEST_CHOICES = 2
LONGEST = {TOPIC: 200, TEXT: 2_000, EXPLANATION: 2_000} | dict.fromkeys(CHOICES, 500)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question; `right` is the place of the right answer among `choices`, from 0."""

    row: int
    topic: str
    text: str
    choices: tuple[str, ...]
    right: int
    explanation: str


@dataclass(frozen=True, slots=True)
class QuestionFinding:
    """What is wrong with a row, which is therefore left out."""

    row: int
    column: str
    value: str
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """What a file holds."""

    rows: tuple[QuestionRow, ...]
    findings: tuple[QuestionFinding, ...]


@dataclass(frozen=True, slots=True)
class UnreadableQuestions:
    """Why a file cannot be used at all; returned, since an exception does not cross processes whole."""

    message: Text
    remedy: Text


def read_questions(data: bytes, name: str) -> QuestionFile | UnreadableQuestions:
    """Read at most `MOST_ROWS` questions."""
    try:
        found = read_rows(data, name=name, max_rows=MOST_ROWS)
    except UnreadableFileError as refused:
        return UnreadableQuestions(refused.message, refused.remedy)
    known = {column: key for column in found.columns if (key := _key(column)) in COLUMNS}
    if not {TEXT, RIGHT, *CHOICES[:FEWEST_CHOICES]} <= set(known.values()):
        return _NO_COLUMNS
    rows, findings, seen = [], [], set[str]()
    for number, cells in found.take(list(known)):
        told = {key: _plain(cell) for key, cell in zip(known.values(), cells, strict=True)}
        if not any(told.values()):
            continue
        read = _row(number, told, seen)
        if isinstance(read, QuestionRow):
            rows.append(read)
            seen.add(read.text.casefold())
        else:
            findings.append(read)
    return QuestionFile(tuple(rows), tuple(findings))


def _row(number: int, told: Mapping[str, str], seen: set[str]) -> QuestionRow | QuestionFinding:
    def wrong(column: str, message: Text, remedy: Text) -> QuestionFinding:
        return QuestionFinding(number, column, told.get(column, "")[:60], message, remedy)

    for column, longest in LONGEST.items():
        if len(told.get(column, "")) > longest:
            return wrong(
                column, _TOO_LONG, Text(id=f"Paling banyak {longest} huruf.", en=f"At most {longest} letters.")
            )
    text = told.get(TEXT, "")
    if not text:
        return wrong(TEXT, _EMPTY, _WRITE_IT)
    if text.casefold() in seen:
        return wrong(TEXT, _TWICE, _KEEP_ONE)
    written = [(column, told[column]) for column in CHOICES if told.get(column)]
    if len(written) < FEWEST_CHOICES:
        return wrong(CHOICES[1], _FEW, _WRITE_IT)
    folded = [choice.casefold() for _column, choice in written]
    twice = next((column for place, (column, _c) in enumerate(written) if folded[place] in folded[:place]), None)
    if twice is not None:
        return wrong(twice, _SAME, _CHANGE_ONE)
    right = _right(told.get(RIGHT, ""), [column for column, _choice in written])
    if right is None:
        return wrong(RIGHT, _NO_RIGHT, _NAME_LETTER)
    choices = tuple(choice for _column, choice in written)
    return QuestionRow(number, told.get(TOPIC, ""), text, choices, right, told.get(EXPLANATION, ""))


def _right(written: str, columns: list[str]) -> int | None:
    """Return the place of the answer that a letter, or its number, names."""
    letter = written.strip().strip(".)").casefold()
    if letter.isdecimal() and letter.isascii() and 1 <= int(letter) <= len(CHOICES):
        letter = CHOICES[int(letter) - 1][-1]
    name = f"jawaban_{letter}"
    return columns.index(name) if name in columns else None


def _key(column: str) -> str:
    return column.strip().casefold().replace(" ", "_")


def _plain(cell: str | None) -> str:
    """Take away the apostrophe that a workbook of ours puts before what could become a formula."""
    text = (cell or "").replace("\r\n", "\n").replace("\0", "").strip()
    guarded = text.startswith("'") and text[1:].startswith(BEGINS_A_FORMULA)
    return text[1:] if guarded else text


T = Text
_NO_COLUMNS = UnreadableQuestions(
    T(id="Berkas ini tidak memuat kolom pertanyaan, jawaban_a, jawaban_b, dan jawaban_benar.",
      en="This file lacks the columns pertanyaan, jawaban_a, jawaban_b and jawaban_benar."),
    T(id="Pakai templatnya.", en="Use the template."),
)  # fmt: skip
_TOO_LONG = T(id="Isinya terlalu panjang.", en="It is too long.")
_EMPTY = T(id="Pertanyaannya kosong.", en="The question is empty.")
_WRITE_IT = T(id="Isi selnya.", en="Fill in the cell.")
_TWICE = T(id="Pertanyaan ini sudah ada di baris sebelumnya.", en="An earlier row asks the same.")
_KEEP_ONE = T(id="Sisakan satu baris.", en="Keep one row.")
_FEW = T(id="Kurang dari dua jawaban.", en="There are fewer than two answers.")
_SAME = T(id="Dua jawaban sama bunyinya.", en="Two answers say the same.")
_CHANGE_ONE = T(id="Ubah salah satunya.", en="Change one of them.")
_NO_RIGHT = T(id="Jawaban yang benar tidak dikenali.", en="The right answer is not recognised.")
_NAME_LETTER = T(id="Tulis hurufnya, misalnya B, dari jawaban yang terisi.", en="Write its letter, such as B.")
