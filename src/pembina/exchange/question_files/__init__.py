"""Questions of a bank as a workbook, out and in. No Django here: files are read in a bounded process."""

from pembina.exchange.question_files.reading import (
    QuestionFile,
    QuestionFinding,
    QuestionRow,
    UnreadableQuestions,
    read_questions,
)
from pembina.exchange.question_files.writing import questions_template, questions_workbook

__all__ = [
    "QuestionFile",
    "QuestionFinding",
    "QuestionRow",
    "UnreadableQuestions",
    "questions_template",
    "questions_workbook",
    "read_questions",
]
