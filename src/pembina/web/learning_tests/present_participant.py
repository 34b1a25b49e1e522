"""Tests and reaction forms as a participant sees them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import Batch, LearningTest, Question, Session, TestAttempt
from pembina.domain.development.models.reactions import LONGEST_REMARK
from pembina.domain.development.operations.reactions import About, ReactionSheet, asked_of
from pembina.domain.development.queries.reactions import is_open_for_reactions
from pembina.domain.development.reaction_items import BATCH_ITEMS, SCALE, SESSION_ITEMS, TRAINER_ITEMS
from pembina.web.components.clock import moment_there
from pembina.web.components.formatting import in_language, number

ITEMS = BATCH_ITEMS | SESSION_ITEMS | TRAINER_ITEMS


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test in the list of a participant."""

    address: str
    title: str
    batch: str
    when: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class ReactionRow:
    """One batch whose reaction form is open to a participant."""

    address: str
    batch: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class TestPage:
    """A test to take; `closed` says why it cannot be taken now."""

    pk: int
    title: str
    batch: str
    until: str
    is_open: bool
    closed: str


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One answer; `mark` says in words what it is, once that may be told."""

    pk: int
    text: str
    is_chosen: bool
    mark: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """One question with its answers."""

    pk: int
    number: int
    text: str
    choices: tuple[ChoiceShown, ...]
    explanation: str = ""
    verdict: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What came of a test; `questions` are there once explanations may be read, until then `later` says when."""

    title: str
    batch: str
    score: str
    handed_in: str
    questions: tuple[QuestionShown, ...]
    later: str


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One item of the reaction form with the scale."""

    name: str
    text: str
    steps: tuple[tuple[int, str, bool], ...]
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ReactionPart:
    """The items about the batch, a session, or a trainer."""

    title: str
    items: tuple[ItemShown, ...]


@dataclass(frozen=True, slots=True)
class ReactionPage:
    """The form; `closed` says why it cannot be filled in."""

    batch: str
    parts: tuple[ReactionPart, ...]
    remark: str
    longest: int
    closed: str
    is_given: bool


def test_rows(tests: Iterable[LearningTest], *, at: datetime) -> list[TestRow]:
    return [_test_row(test, at) for test in tests]


def reaction_rows(batches: Iterable[tuple[Batch, bool]], *, at: datetime) -> list[ReactionRow]:
    rows = []
    for batch, is_given in batches:
        is_open = not is_given and is_open_for_reactions(batch, at=at)
        state = _("Terisi") if is_given else _("Dapat diisi") if is_open else _("Ditutup")
        tone = "success" if is_given else "warning" if is_open else ""
        rows.append(ReactionRow(reverse("learning_tests:react", args=[batch.pk]), batch.title, state, tone))
    return rows


def present_test(test: LearningTest, *, at: datetime) -> TestPage:
    closed = ""
    if at < test.opens_at:
        closed = _("Tes ini dibuka %(moment)s.") % {"moment": moment_there(test.opens_at, test.batch.zone)}
    elif at > test.closes_at:
        closed = _("Tes ini sudah ditutup %(moment)s.") % {"moment": moment_there(test.closes_at, test.batch.zone)}
    until = moment_there(test.closes_at, test.batch.zone)
    return TestPage(test.pk, title_of(test), test.batch.title, until, not closed, closed)


def present_questions(questions: Sequence[Question], answers: Mapping[int, int]) -> list[QuestionShown]:
    """Show the questions without telling what is right."""
    return [
        QuestionShown(
            question.pk,
            place,
            question.text,
            tuple(
                ChoiceShown(choice.pk, choice.text, answers.get(question.pk) == choice.pk)
                for choice in question.choices.all()
            ),
        )
        for place, question in enumerate(questions, start=1)
    ]


def present_result(
    test: LearningTest,
    attempt: TestAttempt,
    questions: Sequence[Question],
    *,
    from_moment: datetime | None,
    at: datetime,
) -> ResultPage:
    """Show the score, and with `questions` what was right and why."""
    chosen = {answer.question_id: answer.choice_id for answer in attempt.answers.all()}
    later = ""
    if not questions:
        later = _("Pembahasan terbuka setelah post-test ditutup.")
        if from_moment is not None and at <= from_moment:
            told = {"moment": moment_there(from_moment, test.batch.zone)}
            later = _("Pembahasan terbuka setelah post-test ditutup, %(moment)s.") % told
    explained = tuple(_explained(question, place, chosen) for place, question in enumerate(questions, start=1))
    handed_in = moment_there(attempt.handed_in_at, test.batch.zone)
    return ResultPage(title_of(test), test.batch.title, number(float(attempt.score), 2), handed_in, explained, later)


def present_reaction(
    batch: Batch, sessions: list[Session], sheet: ReactionSheet,
    *, missing: tuple[str, ...], is_given: bool, at: datetime,
) -> ReactionPage:  # fmt: skip
    closed = "" if is_open_for_reactions(batch, at=at) else _("Evaluasi angkatan ini sudah ditutup.")
    parts: dict[str, list[ItemShown]] = {}
    for about in asked_of(sessions):
        parts.setdefault(_part(about), []).append(_item(about, sheet, missing))
    shown = tuple(ReactionPart(title, tuple(items)) for title, items in parts.items())
    return ReactionPage(batch.title, shown, sheet.remark, LONGEST_REMARK, closed, is_given)


def title_of(test: LearningTest) -> str:
    return str(TestMoment(test.moment).label)


def _test_row(test: LearningTest, at: datetime) -> TestRow:
    state, tone = _("Belum dibuka"), ""
    if test.is_handed_in:  # type: ignore[attr-defined]
        state, tone = _("Terkumpul"), "success"
    elif test.opens_at <= at <= test.closes_at:
        state, tone = _("Dapat dikerjakan"), "warning"
    elif at > test.closes_at:
        state = _("Ditutup")
    address = reverse("learning_tests:take", args=[test.pk])
    return TestRow(
        address, title_of(test), test.batch.title, moment_there(test.closes_at, test.batch.zone), state, tone
    )


def _explained(question: Question, place: int, chosen: Mapping[int, int]) -> QuestionShown:
    mine = chosen.get(question.pk)
    right = next((choice.pk for choice in question.choices.all() if choice.is_right), None)
    choices = tuple(
        ChoiceShown(
            choice.pk,
            choice.text,
            choice.pk == mine,
            _("Jawaban benar") if choice.is_right else _("Jawaban Anda") if choice.pk == mine else "",
            "success" if choice.is_right else "danger" if choice.pk == mine else "",
        )
        for choice in question.choices.all()
    )
    verdict, tone = (_("Benar"), "success") if mine == right else (_("Salah"), "danger")
    if mine is None:
        verdict, tone = _("Tidak dijawab"), "warning"
    return QuestionShown(question.pk, place, question.text, choices, question.explanation, verdict, tone)


def _part(about: About) -> str:
    if about.session is None:
        return _("Pelatihan ini secara keseluruhan")
    return f"{about.session.title}: {about.trainer}" if about.trainer else about.session.title


def _item(about: About, sheet: ReactionSheet, missing: tuple[str, ...]) -> ItemShown:
    steps = tuple((score, in_language(word), sheet.scores.get(about.name) == score) for score, word in SCALE.items())
    return ItemShown(about.name, in_language(ITEMS[about.item]), steps, about.name in missing)
