"""Questions as a workbook in which nothing is a formula, and an empty one to fill in."""

from collections.abc import Iterable, Iterator

from pembina.exchange.question_files.columns import CHOICES, COLUMNS
from pembina.exchange.question_files.reading import QuestionRow
from pembina.exchange.staff import staff_workbook

SHEET = "Soal"


def questions_workbook(questions: Iterable[QuestionRow]) -> bytes:
    """Return a workbook of one row a question, as `read_questions` reads it."""
    return staff_workbook(COLUMNS, _rows(questions), sheet=SHEET)


def questions_template() -> bytes:
    """Return the columns and nothing below them."""
    return staff_workbook(COLUMNS, [], sheet=SHEET)


def _rows(questions: Iterable[QuestionRow]) -> Iterator[list[str]]:
    for each in questions:
        choices = [*each.choices, *[""] * (len(CHOICES) - len(each.choices))]
        yield [each.topic, each.text, *choices, CHOICES[each.right][-1].upper(), each.explanation]
