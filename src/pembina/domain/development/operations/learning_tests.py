"""A test is laid out from the bank, opened by its hours, and handed in once by each participant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.attendance_refusals import NotEnrolledError
from pembina.domain.development.enums import EnrolmentState, TestMoment
from pembina.domain.development.models import (
    Batch,
    Choice,
    Enrolment,
    LearningTest,
    Question,
    TestAnswer,
    TestAttempt,
    TestQuestion,
)
from pembina.domain.development.models.learning_tests import GRACE

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class TestPlan:
    """When a test is open, and what it asks, in this order."""

    opens_at: datetime
    closes_at: datetime
    questions: Sequence[Question]


def drawn(bank: Sequence[Question], number: int, *, rng: Random) -> list[Question]:
    """Return so many questions of a bank at random; raises ``NoQuestionsError``."""
    if not 1 <= number <= len(bank):
        raise refusals.NoQuestionsError(number, len(bank))
    return rng.sample(list(bank), number)


def plan_test(*, batch: Batch, moment: TestMoment, plan: TestPlan, by: User, at: datetime) -> LearningTest:
    """Lay out the test of a batch before or after it, or lay it out anew as long as nobody has handed in.

    Raises ``TestTimesReversedError``, ``NoQuestionsError``, ``QuestionElsewhereError``, ``QuestionRetiredError``,
    ``TestTakenError``, ``TestOverError``.
    """
    if plan.closes_at <= plan.opens_at:
        raise refusals.TestTimesReversedError
    with one_event():
        Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        known = LearningTest.objects.filter(batch=batch, moment=moment).first()
        hours = (known.opens_at.isoformat(), known.closes_at.isoformat()) if known else ("", "")
        kept = _laid_out(known or LearningTest(batch=batch, moment=moment), plan, at)
        changes = {
            "opens_at": (hours[0], kept.opens_at.isoformat()),
            "closes_at": (hours[1], kept.closes_at.isoformat()),
            "questions": ("", str(len(plan.questions))),
        }
        record("plan_test", on=kept, by=by, at=at, changes=changes, created=known is None)
    return kept


def hand_in(*, test: LearningTest, answers: Mapping[int, int], by: User, at: datetime) -> TestAttempt:
    """Keep what a participant answered: choices by question. The first hand-in counts; the same again is the same.

    Raises ``NotEnrolledError``, ``TestClosedError``, ``ForeignAnswerError``, ``HandedInError``.
    """
    with one_event():
        seat = _seat(test, by)
        known = TestAttempt.objects.filter(test=test, enrolment=seat).first()
        if known is not None:
            return _same(known, answers)
        if not test.opens_at <= at <= test.closes_at + GRACE:
            raise refusals.TestClosedError(is_over=at > test.closes_at)
        made = _marked(test, seat, answers, at)
        record("hand_in_test", on=made, by=by, at=at, changes={"score": ("", str(made.score))}, created=True)
    return made


def _laid_out(test: LearningTest, plan: TestPlan, at: datetime) -> LearningTest:
    attempts = test.attempts.count() if test.pk else 0
    if attempts:
        asked = list(test.asked.order_by("position").values_list("question", flat=True))
        if [question.pk for question in plan.questions] != asked or plan.opens_at != test.opens_at:
            raise refusals.TestTakenError(attempts)
        if test.closes_at < at and test.closes_at < plan.closes_at:
            # Whoever has handed in may know the right answers by now.
            raise refusals.TestOverError
        test.closes_at = plan.closes_at
        test.save(update_fields=["closes_at"])
        return test
    _check_questions(test.batch, plan.questions)
    test.opens_at, test.closes_at = plan.opens_at, plan.closes_at
    test.save()
    test.asked.all().delete()
    TestQuestion.objects.bulk_create(
        TestQuestion(test=test, question=question, position=position)
        for position, question in enumerate(plan.questions, start=1)
    )
    return test


def _check_questions(batch: Batch, questions: Sequence[Question]) -> None:
    if not questions:
        raise refusals.NoQuestionsError(1, 0)
    if any(question.curriculum_id != batch.version.curriculum_id for question in questions):
        raise refusals.QuestionElsewhereError
    if any(question.retired_at is not None for question in questions):
        raise refusals.QuestionRetiredError


def _seat(test: LearningTest, by: User) -> Enrolment:
    seats = Enrolment.objects.filter(batch=test.batch_id, state=EnrolmentState.ENROLLED, person__nip=by.username)
    found = seats.select_for_update(of=("self",)).select_related("person").first()
    if found is None:
        raise NotEnrolledError
    return found


def _same(known: TestAttempt, answers: Mapping[int, int]) -> TestAttempt:
    if dict(known.answers.values_list("question", "choice")) != dict(answers):
        raise refusals.HandedInError
    return known


def _marked(test: LearningTest, seat: Enrolment, answers: Mapping[int, int], at: datetime) -> TestAttempt:
    asked = set(test.asked.values_list("question", flat=True))
    chosen = {choice.pk: choice for choice in Choice.objects.filter(pk__in=answers.values(), question__in=asked)}
    for question, choice in answers.items():
        if choice not in chosen or chosen[choice].question_id != question:
            raise refusals.ForeignAnswerError
    right = sum(1 for choice in answers.values() if chosen[choice].is_right)
    score = (Decimal(100 * right) / len(asked)).quantize(HUNDREDTH, ROUND_HALF_UP)
    made = TestAttempt.objects.create(test=test, enrolment=seat, score=score, handed_in_at=at)
    TestAnswer.objects.bulk_create(
        TestAnswer(attempt=made, question_id=question, choice_id=choice) for question, choice in answers.items()
    )
    return made
