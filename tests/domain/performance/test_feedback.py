"""Notes: who may write about whom, who reads them, corrected with a trace, answered once; and requests."""

from datetime import timedelta

import pytest

from pembina.core.rules.appraisal_rating import FeedbackTally
from pembina.domain.access.events import AuditEvent
from pembina.domain.people.models import Delegation
from pembina.domain.performance import feedback_refusals as refusals
from pembina.domain.performance.feedback_enums import Capacity, RequestState, Tone
from pembina.domain.performance.models import Feedback, FeedbackEarlier, FeedbackRequest
from pembina.domain.performance.operations.feedback import (
    About,
    Said,
    answer_feedback,
    ask_for_feedback,
    correct_feedback,
    decline_feedback,
    give_feedback,
)
from pembina.domain.performance.queries.feedback import feedback_tally, notes_read_by, requests_waiting

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def reads(speaking, person, note):
    return notes_read_by(speaking.account(person), on=speaking.today).filter(pk=note.pk).exists()


def test_the_capacity_is_read_from_the_records(speaking):
    said = {
        "leader": speaking.say(by=speaking.budi, about=speaking.sari),
        "peer": speaking.say(by=speaking.tono, about=speaking.sari),
        "subordinate": speaking.say(by=speaking.sari, about=speaking.budi),
        "other": speaking.say(by=speaking.head, about=speaking.sari),
    }
    assert {note.capacity for note in said.values()} == set(Capacity.values)
    assert all(note.capacity == capacity for capacity, note in said.items())


def test_whoever_stands_in_for_the_superior_speaks_as_leader(speaking):
    Delegation.objects.create(
        person=speaking.tono, unit=speaking.division, kind="daily", letter="1", starts_on=speaking.today,
        ends_on=speaking.today,
    )  # fmt: skip
    assert speaking.say(by=speaking.tono, about=speaking.sari).capacity == Capacity.LEADER
    assert speaking.say(by=speaking.budi, about=speaking.tono).capacity == Capacity.PEER


@pytest.mark.parametrize("whom", ["sari", "dewi"])
def test_nobody_writes_about_a_stranger(speaking, whom):
    author = {"sari": speaking.dewi, "dewi": speaking.tono}[whom]
    with pytest.raises(refusals.StrangerError):
        speaking.say(by=author, about=getattr(speaking, whom))
    assert not Feedback.objects.exists()


def test_nobody_writes_about_oneself(speaking):
    with pytest.raises(refusals.OwnFeedbackError):
        speaking.say(by=speaking.sari, about=speaking.sari)


@pytest.mark.parametrize("words", [("", "Menjelaskan"), ("Loket", "  ")])
def test_situation_and_behaviour_are_needed(speaking, words):
    with pytest.raises(refusals.EmptyFeedbackError):
        speaking.say(by=speaking.budi, about=speaking.sari, situation=words[0], behaviour=words[1])


def test_what_has_not_happened_yet_is_refused(speaking):
    about = About(speaking.today + DAY)
    with pytest.raises(refusals.FutureDayError):
        give_feedback(
            person=speaking.sari, said=Said("Loket", "Ramah"), about=about, by=speaking.account(speaking.budi),
            at=speaking.at,
        )  # fmt: skip


def test_person_author_and_leader_read_it_and_nobody_else(speaking, rina):
    note = speaking.say(by=speaking.tono, about=speaking.sari)
    assert [reads(speaking, who, note) for who in (speaking.sari, speaking.tono, speaking.budi)] == [True] * 3
    assert [reads(speaking, who, note) for who in (speaking.head, speaking.dewi)] == [False] * 2
    assert not notes_read_by(rina, on=speaking.today).exists()


def test_the_author_corrects_within_a_day_and_what_it_said_stays(speaking, budi):
    note = speaking.say(by=speaking.budi, about=speaking.sari)
    correct_feedback(note=note, said=Said("Loket", "Sabar", Tone.NEUTRAL), by=budi, at=speaking.at + DAY)
    note.refresh_from_db()
    assert (note.behaviour, note.tone, note.corrected_at) == ("Sabar", "neutral", speaking.at + DAY)
    assert FeedbackEarlier.objects.get().behaviour == "Menjelaskan syarat"
    with pytest.raises(refusals.TooLateToCorrectError):
        correct_feedback(note=note, said=Said("Loket", "Lain"), by=budi, at=speaking.at + DAY + timedelta(seconds=1))


def test_nobody_else_corrects_and_nothing_after_the_answer(speaking, sari, budi):
    note = speaking.say(by=speaking.budi, about=speaking.sari)
    with pytest.raises(refusals.NotYourNoteError):
        correct_feedback(note=note, said=Said("a", "b"), by=sari, at=speaking.at)
    answer_feedback(note=note, answer="Terima kasih", by=sari, at=speaking.at)
    with pytest.raises(refusals.TooLateToCorrectError):
        correct_feedback(note=note, said=Said("a", "b"), by=budi, at=speaking.at)


def test_the_person_answers_once_and_nobody_in_their_place(speaking, sari, budi):
    note = speaking.say(by=speaking.budi, about=speaking.sari)
    with pytest.raises(refusals.NotYourNoteError):
        answer_feedback(note=note, answer="x", by=budi, at=speaking.at)
    with pytest.raises(refusals.WordMissingError):
        answer_feedback(note=note, answer=" ", by=sari, at=speaking.at)
    answer_feedback(note=note, answer="Terima kasih", by=sari, at=speaking.at)
    with pytest.raises(refusals.AnsweredError):
        answer_feedback(note=note, answer="Lagi", by=sari, at=speaking.at)


def test_a_following_note_is_one_of_the_same_two(speaking, budi):
    first = speaking.say(by=speaking.budi, about=speaking.sari)
    assert speaking.say(by=speaking.budi, about=speaking.sari, follows=first).follows == first
    with pytest.raises(refusals.NotYourNoteError):
        speaking.say(by=speaking.tono, about=speaking.sari, follows=first)


def test_the_trail_knows_that_something_was_said_and_not_what(speaking, sari, budi):
    note = speaking.say(by=speaking.budi, about=speaking.sari, behaviour="Rahasia-kata")
    correct_feedback(note=note, said=Said("Loket", "Rahasia-kata lain"), by=budi, at=speaking.at)
    answer_feedback(note=note, answer="Rahasia-kata ketiga", by=sari, at=speaking.at)
    note.behaviour = "Rahasia-kata keempat"
    note.save()
    events = AuditEvent.objects.filter(concerns=sari.username, content_type__model="feedback")
    told = [f"{each.changes}{each.why}{each.object_repr}{each.additional_data}" for each in events]
    assert len(told) >= 3
    assert not any("Rahasia-kata" in each for each in told)


def test_whoever_is_asked_answers_with_a_note_even_once_no_longer_a_colleague(speaking):
    request = speaking.ask(by=speaking.sari, of=speaking.tono)
    speaking.sari.assignments.update(unit=speaking.elsewhere, superior=speaking.dewi)
    assert list(requests_waiting(speaking.account(speaking.tono))) == [request]
    note = speaking.say(by=speaking.tono, about=speaking.sari, request=request)
    request.refresh_from_db()
    assert (request.state, note.capacity) == (RequestState.ANSWERED, Capacity.OTHER)
    with pytest.raises(refusals.StrangerError):
        speaking.say(by=speaking.tono, about=speaking.sari)


def test_a_request_is_declined_with_a_word_and_ends(speaking):
    request, tono = speaking.ask(by=speaking.sari, of=speaking.tono), speaking.account(speaking.tono)
    with pytest.raises(refusals.WordMissingError):
        decline_feedback(request=request, word=" ", by=tono, at=speaking.at)
    with pytest.raises(refusals.NotYourNoteError):
        decline_feedback(request=request, word="Tidak", by=speaking.account(speaking.budi), at=speaking.at)
    decline_feedback(request=request, word="Belum mengenal", by=tono, at=speaking.at)
    with pytest.raises(refusals.RequestEndedError):
        speaking.say(by=speaking.tono, about=speaking.sari, request=request)
    assert FeedbackRequest.objects.get().word == "Belum mengenal"


def test_one_request_at_a_time_to_people_one_works_with(speaking, sari):
    speaking.ask(by=speaking.sari, of=speaking.tono)
    with pytest.raises(refusals.RequestOpenError):
        speaking.ask(by=speaking.sari, of=speaking.tono)
    with pytest.raises(refusals.StrangerError):
        ask_for_feedback(asked=speaking.dewi, matter="Rapat", by=sari, at=speaking.at)
    with pytest.raises(refusals.OwnFeedbackError):
        ask_for_feedback(asked=speaking.sari, matter="Rapat", by=sari, at=speaking.at)


def test_the_tally_counts_what_was_said_in_the_period_and_is_none_where_nothing_was(speaking):
    first = speaking.today - 30 * DAY
    assert feedback_tally(speaking.sari, first=first, last=speaking.today) is None
    for tone in (Tone.APPRECIATION, Tone.APPRECIATION, Tone.TO_IMPROVE, Tone.NEUTRAL):
        speaking.say(by=speaking.budi, about=speaking.sari, tone=tone)
    speaking.say(by=speaking.budi, about=speaking.sari, ago=60)
    assert feedback_tally(speaking.sari, first=first, last=speaking.today) == FeedbackTally(2, 2)
