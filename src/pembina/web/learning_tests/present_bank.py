"""Curricula and their questions in lists."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.development.models import Curriculum, Question
from pembina.web.learning_tests.forms import LETTERS


@dataclass(frozen=True, slots=True)
class BankRow:
    address: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question; `choices` are (letter, text, whether it is right)."""

    pk: int
    topic: str
    text: str
    choices: tuple[tuple[str, str, bool], ...]
    explanation: str
    uses: int
    is_retired: bool


def bank_rows(curricula: Iterable[Curriculum]) -> list[BankRow]:
    return [BankRow(reverse("learning_tests:bank", args=[each.pk]), each.code, each.title) for each in curricula]


def closed_words(curricula: Iterable[Curriculum]) -> str:
    """Say which banks stay closed to the visitor and why, empty where there is none."""
    titles = "; ".join(each.title for each in curricula)
    if not titles:
        return ""
    return _("Tertutup selama Anda sendiri peserta angkatan yang belum selesai: %(titles)s.") % {"titles": titles}


def question_rows(questions: Iterable[Question]) -> list[QuestionLine]:
    return [
        QuestionLine(
            each.pk,
            each.topic,
            each.text,
            tuple(
                (letter, choice.text, choice.is_right)
                for letter, choice in zip(LETTERS, each.choices.all(), strict=False)
            ),
            each.explanation,
            each.uses,  # type: ignore[attr-defined]
            each.retired_at is not None,
        )
        for each in questions
    ]
