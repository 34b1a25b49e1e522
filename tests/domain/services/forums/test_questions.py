"""Questions before and at an event: asked, read, ordered, answered and supported."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.forums.conftest import ENDS, NOON, STARTS
from pembina.domain.access.audit import events_on
from pembina.domain.services.enums import QuestionMeans, QuestionMoment, QuestionState
from pembina.domain.services.forum_refusals import (
    AskedAlreadyError,
    AskingClosedError,
    EmptyQuestionError,
    ForumStateError,
    GroundMissingError,
    TooManyQuestionsError,
)
from pembina.domain.services.models import ForumQuestion
from pembina.domain.services.operations.forum_questions import (
    MOST_QUESTIONS,
    WINDOW,
    answer_question,
    ask_question,
    move_question,
    refuse_question,
    show_question,
    support_question,
    take_question,
)
from pembina.domain.services.operations.forums import cancel_forum
from pembina.domain.services.queries.forums import questions_of, shown_questions

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


def test_a_question_waits_without_a_name_until_it_is_read(ask, forum, maya):
    question = ask()
    assert (question.state, question.moment) == (QuestionState.WAITING, QuestionMoment.BEFORE)
    assert [event.actor for event in events_on(question)] == [None]
    assert not shown_questions(forum).exists()
    show_question(question=question, by=maya, at=NOON)
    assert list(shown_questions(forum)) == [question]


def test_emoji_and_tags_stay_text_and_control_characters_go(ask):
    question = ask(f"<script>alert(1)</script> {FAMILY}\x00\x07\r\nbaris dua")
    assert question.text == f"<script>alert(1)</script> {FAMILY}\nbaris dua"


def test_during_the_event_it_counts_as_during_and_after_it_nothing_is_taken(ask, held):
    assert ask(at=STARTS).moment == QuestionMoment.DURING
    with pytest.raises(AskingClosedError):
        ask("Terlambat?", at=ENDS + timedelta(seconds=1))


def test_a_draft_and_a_cancelled_event_take_no_question(draft, forum, maya):
    cancel_forum(forum=forum, reason="Banjir", by=maya, at=NOON)
    with pytest.raises(AskingClosedError):
        ask_question(forum=forum, text="Ada?", at=NOON, origin="")


def test_an_empty_one_and_a_second_copy_are_refused(ask):
    ask()
    with pytest.raises(AskedAlreadyError):
        ask()
    with pytest.raises(EmptyQuestionError):
        ask(" \x00 ")


def test_a_flood_from_one_origin_is_held_back_and_others_still_ask(ask):
    for number in range(MOST_QUESTIONS):
        ask(f"Pertanyaan {number}?")
    with pytest.raises(TooManyQuestionsError):
        ask("Satu lagi?")
    ask("Dari tempat lain?", origin="b")
    ask("Setelah menunggu?", at=NOON + WINDOW)


def test_a_refusal_has_a_reason_and_can_be_taken_back(ask, maya, forum):
    question = ask()
    with pytest.raises(GroundMissingError):
        refuse_question(question=question, reason="", by=maya, at=NOON)
    refuse_question(question=question, reason="Menyebut nama orang", by=maya, at=NOON)
    assert not shown_questions(forum).exists()
    show_question(question=question, by=maya, at=NOON)
    question.refresh_from_db()
    assert (question.state, question.reason) == (QuestionState.SHOWN, "")


def test_an_answer_shows_the_question_with_who_and_when(ask, maya):
    question = ask()
    answer_question(question=question, answer="Bulan depan.", by=maya, at=STARTS)
    question.refresh_from_db()
    assert (question.state, question.answer, question.answered_by) == (QuestionState.SHOWN, "Bulan depan.", maya)


def test_what_is_asked_in_the_room_is_shown_at_once(held, maya):
    taken = take_question(forum=held, text="Parkir?", answer="Ada.", means=QuestionMeans.SPOKEN, by=maya, at=STARTS)
    assert (taken.state, taken.moment, taken.answer) == (QuestionState.SHOWN, QuestionMoment.DURING, "Ada.")


def test_questions_change_places(held, maya):
    said = {"answer": "", "means": QuestionMeans.PAPER, "by": maya, "at": STARTS}
    first, second, third = (take_question(forum=held, text=text, **said) for text in ("satu", "dua", "tiga"))
    move_question(question=third, up=True, by=maya, at=STARTS)
    assert list(questions_of(held)) == [first, third, second]
    move_question(question=first, up=True, by=maya, at=STARTS)
    move_question(question=first, up=False, by=maya, at=STARTS)
    assert list(questions_of(held)) == [third, first, second]


def test_a_device_supports_once(ask, maya, forum):
    question = ask()
    with pytest.raises(AskingClosedError):
        support_question(question=question, device="x", origin="a", at=NOON)
    show_question(question=question, by=maya, at=NOON)
    said = {"question": question, "origin": "a", "at": NOON}
    assert [support_question(device=device, **said) for device in ("x", "x", "y")] == [True, False, True]
    assert questions_of(forum).get().supporters == 2


def test_after_the_end_nothing_is_answered_any_more(ask, forum, maya):
    question = ask()
    cancel_forum(forum=forum, reason="Banjir", by=maya, at=NOON)
    with pytest.raises(ForumStateError):
        answer_question(question=question, answer="Ya", by=maya, at=NOON)


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"means": "x"}, {"moment": "x"}, {"state": "x"}, {"reason": "x"}, {"answer": "x"}]
)
def test_the_database_refuses_a_broken_question(ask, wrong):
    ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumQuestion.objects.update(**wrong)
