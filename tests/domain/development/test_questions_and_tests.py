"""The bank of questions, tests made from it, what each question turned out to be and what people gained."""

from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest

from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.attendance_refusals import NotEnrolledError
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import Question, TestAttempt
from pembina.domain.development.operations.learning_tests import TestPlan, drawn, hand_in, plan_test
from pembina.domain.development.operations.questions import (
    Asked,
    add_question,
    add_questions,
    edit_question,
    restore_question,
    retire_question,
)
from pembina.domain.development.queries.learning_tests import gain_of, gains_in, item_analysis, usable

pytestmark = pytest.mark.django_db
CHOICES = ("Lima hari", "Sepuluh hari", "Sebulan")


@pytest.fixture
def said(training):
    return {"by": training.rina, "at": training.at}


@pytest.fixture
def bank(training, said):
    """Four questions; the second answer is right."""
    for number in range(1, 5):
        add_question(curriculum=training.version.curriculum, asked=Asked(f"Berapa? {number}", CHOICES, 1), **said)
    return list(usable(training.version.curriculum))


@pytest.fixture
def laid(training, bank, said):
    """Return a maker of tests that are open for an hour to both sides of now."""

    def make(moment=TestMoment.BEFORE, questions=None):
        hour = timedelta(hours=1)
        plan = TestPlan(training.at - hour, training.at + hour, bank if questions is None else questions)
        return plan_test(batch=training.batch, moment=moment, plan=plan, **said)

    return make


def answers(test, right):
    """Return answers of which the first `right` are right and the others wrong."""
    asked = [each.question for each in test.asked.all()]
    told = {}
    for number, question in enumerate(asked):
        wanted = question.choices.filter(is_right=number < right).first()
        told[question.pk] = wanted.pk
    return told


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(" ", CHOICES, 0), "kosong"),
        (Asked("Apa?", ("Ya",), 0), "1 jawaban"),
        (Asked("Apa?", ("Ya", " ya "), 0), "sama bunyinya"),
        (Asked("Apa?", CHOICES, 3), "belum ditunjuk"),
        (Asked("Apa?", ("a", ""), 0), "2 jawaban"),
        (Asked("x" * 2001, CHOICES, 0), "terlalu panjang"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(training, said, asked, words):
    with pytest.raises(refusals.QuestionIncompleteError, match=words):
        add_questions(curriculum=training.version.curriculum, asked=[Asked("Baik?", CHOICES, 0), asked], **said)
    assert not Question.objects.exists()


def test_a_question_that_was_asked_is_retired_instead_of_edited(training, bank, laid, said):
    fresh = edit_question(question=bank[0], asked=Asked("Lain?", CHOICES, 0), **said)
    assert fresh.pk == bank[0].pk
    assert fresh.choices.get(is_right=True).text == "Lima hari"
    laid()
    second = edit_question(question=bank[0], asked=Asked("Lain lagi?", CHOICES, 2), **said)
    bank[0].refresh_from_db()
    assert second.pk != bank[0].pk
    assert (bank[0].text, bank[0].retired_at) == ("Lain?", training.at)
    with pytest.raises(refusals.QuestionRetiredError):
        edit_question(question=bank[0], asked=Asked("x", CHOICES, 0), **said)


def test_a_retired_question_enters_no_new_test(training, bank, laid, said):
    retire_question(question=bank[0], **said)
    assert bank[0] not in usable(training.version.curriculum)
    bank[0].refresh_from_db()
    with pytest.raises(refusals.QuestionRetiredError):
        laid(questions=bank)
    restore_question(question=bank[0], **said)
    bank[0].refresh_from_db()
    assert laid(questions=bank).asked.count() == 4


def test_questions_are_drawn_at_random_from_the_bank(bank):
    assert len({question.pk for question in drawn(bank, 3, rng=Random(1))}) == 3
    with pytest.raises(refusals.NoQuestionsError):
        drawn(bank, 5, rng=Random(1))


def test_questions_of_another_curriculum_are_refused(training, said, laid):
    other = training.curriculum("MW-2")
    foreign = add_question(curriculum=other.curriculum, asked=Asked("Apa?", CHOICES, 0), **said)
    with pytest.raises(refusals.QuestionElsewhereError):
        laid(questions=[foreign])


def test_a_test_is_handed_in_once(training, laid, sari):
    seat, test = training.enrol(training.person(sari)), laid()
    first = hand_in(test=test, answers=answers(test, 3), by=sari, at=training.at)
    assert (first.score, first.enrolment_id) == (Decimal(75), seat.pk)
    assert hand_in(test=test, answers=answers(test, 3), by=sari, at=training.at).pk == first.pk
    with pytest.raises(refusals.HandedInError):
        hand_in(test=test, answers=answers(test, 4), by=sari, at=training.at)
    assert TestAttempt.objects.count() == 1


def test_an_empty_answer_is_not_right(training, laid, sari):
    training.enrol(training.person(sari))
    test = laid()
    assert hand_in(test=test, answers={}, by=sari, at=training.at).score == 0


def test_hours_strangers_and_foreign_answers_are_refused(training, laid, bank, sari, dewi, said):
    training.enrol(training.person(sari))
    test = laid(questions=bank[:2])
    with pytest.raises(refusals.TestClosedError, match="ditutup"):
        hand_in(test=test, answers={}, by=sari, at=test.closes_at + timedelta(minutes=6))
    with pytest.raises(refusals.TestClosedError, match="belum"):
        hand_in(test=test, answers={}, by=sari, at=test.opens_at - timedelta(minutes=1))
    with pytest.raises(NotEnrolledError):
        hand_in(test=test, answers={}, by=dewi, at=training.at)
    foreign = bank[3].choices.first()
    for wrong in ({bank[3].pk: foreign.pk}, {bank[0].pk: foreign.pk}, {bank[0].pk: bank[1].choices.first().pk}):
        with pytest.raises(refusals.ForeignAnswerError):
            hand_in(test=test, answers=wrong, by=sari, at=training.at)


def test_after_the_first_hand_in_only_the_closing_may_move(training, laid, bank, sari, said):
    training.enrol(training.person(sari))
    test = laid()
    hand_in(test=test, answers={}, by=sari, at=training.at)
    with pytest.raises(refusals.TestTakenError):
        laid(questions=bank[:2])
    later = TestPlan(test.opens_at, test.closes_at + timedelta(days=1), bank)
    assert plan_test(batch=training.batch, moment=TestMoment.BEFORE, plan=later, **said).closes_at == later.closes_at
    over = {**said, "at": later.closes_at + timedelta(seconds=1)}
    again = TestPlan(test.opens_at, later.closes_at + timedelta(days=1), bank)
    with pytest.raises(refusals.TestOverError):
        plan_test(batch=training.batch, moment=TestMoment.BEFORE, plan=again, **over)
    plan_test(batch=training.batch, moment=TestMoment.BEFORE, plan=later, **over)
    with pytest.raises(refusals.TestTimesReversedError):
        plan_test(
            batch=training.batch, moment=TestMoment.AFTER, plan=TestPlan(later.closes_at, later.opens_at, bank), **said
        )


def test_gain_and_items_count_who_took_both_and_say_who_is_missing(
    training, laid, sari, budi, dewi, django_assert_num_queries
):
    seats = [training.enrol(training.person(user)) for user in (sari, budi, dewi)]
    before, after = laid(), laid(TestMoment.AFTER)
    for user, first, last in ((sari, 1, 4), (budi, 2, 3), (dewi, 0, None)):
        hand_in(test=before, answers=answers(before, first), by=user, at=training.at)
        if last is not None:
            hand_in(test=after, answers=answers(after, last), by=user, at=training.at)
    found = gain_of(training.batch)
    assert (found.paired, found.only_pre, found.difference.mean) == (2, 1, 50.0)
    assert [each.gain.normalised for each in gains_in(training.batch, seats)] == [1.0, 0.5, None]
    with django_assert_num_queries(3):
        items = item_analysis(training.batch)
    assert (items.handed_in_before, items.handed_in_after) == (3, 2)
    assert [(each.right_before, each.right_after) for each in items.items] == [(2, 2), (1, 2), (0, 2), (0, 1)]
