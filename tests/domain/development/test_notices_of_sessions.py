"""Sessions that are near, moved or called off, and batches that are."""

from datetime import timedelta

import pytest

from domain.development.telling import reachable
from pembina.domain.development.enums import EnrolmentState, Mode
from pembina.domain.development.operations.batches import cancel_batch
from pembina.domain.development.operations.sessions import SessionPlan, cancel_session, edit_session

LATER = timedelta(hours=1)


@pytest.fixture
def seats(training):
    """Return the seats of three who got them long ago, so that the seat itself is no news."""
    made = [training.enrol(reachable(training.person())) for _ in range(3)]
    for one in made:
        one.seated_at = training.at - timedelta(days=60)
        one.save()
    return made


def told_again(training, session, *, begins=None, room="Aula", title="", after=LATER):
    begins = begins or session.starts_at
    plan = SessionPlan(
        title=title or session.title, mode=Mode.CLASSROOM, room=room, starts_at=begins,
        ends_at=begins + timedelta(hours=3),
    )  # fmt: skip
    edit_session(session=session, plan=plan, by=training.rina, at=training.at + after)


def kinds(letters):
    """Return what letters are about; what a training asks for besides is told elsewhere."""
    return [letter.kind.value for letter in letters if letter.kind != "follow_up"]


def test_everybody_with_a_seat_is_reminded_of_a_session_of_the_next_days(training, seats, post):
    training.session(begins=training.day(2))
    training.session(begins=training.day(9))
    training.session(begins=training.day(2), state="cancelled", cancel_reason="Listrik padam")
    training.session(begins=training.at - timedelta(hours=1))
    training.enrol(reachable(training.person()), state=EnrolmentState.WAITING)
    letters = post.send()
    assert kinds(letters) == ["reminder"] * 3
    assert {letter.dues[0].seat for letter in letters if letter.kind == "reminder"} == set(seats)


def test_a_session_that_moved_is_told_and_reminded_of_again_when_it_is_near(training, seats, post):
    session = training.session(begins=training.day(2))
    assert kinds(post.send()) == ["reminder"] * 3
    told_again(training, session, begins=training.day(8))
    assert kinds(post.send(training.at + LATER)) == ["changed"] * 3
    assert kinds(post.send(training.day(6))) == ["reminder"] * 3


def test_a_move_into_the_next_days_reminds_as_well(training, seats, post):
    session = training.session(begins=training.day(9))
    told_again(training, session, begins=training.day(1))
    assert kinds(post.send(training.at + LATER)) == ["changed"] * 3
    assert kinds(post.send(training.at + 2 * LATER)) == []


def test_another_room_is_told_and_another_title_is_not(training, seats, post):
    session = training.session(begins=training.day(9))
    told_again(training, session, title="Judul baru")
    assert kinds(post.send(training.at + LATER)) == []
    told_again(training, session, room="Aula 2")
    assert kinds(post.send(training.at + LATER)) == ["changed"] * 3


def test_who_came_after_the_move_knows_the_new_time_already(training, seats, post):
    session = training.session(begins=training.day(9))
    told_again(training, session, begins=training.day(10))
    late = training.enrol(reachable(training.person()))
    late.seated_at = training.at + 2 * LATER
    late.save()
    letters = post.send(training.at + 2 * LATER)
    assert sorted(kinds(letters)) == ["changed"] * 3 + ["seated"]


def test_a_session_called_off_is_told_while_it_is_still_to_come(training, seats, post):
    session = training.session(begins=training.day(1))
    cancel_session(session=session, reason="Listrik padam", by=training.rina, at=training.at)
    assert post.send(training.day(2)) == []
    assert kinds(post.send()) == ["cancelled"] * 3


def test_a_batch_called_off_is_one_letter_also_for_those_in_line(training, seats, post):
    for days in (1, 2, 3):
        training.session(begins=training.day(days))
    training.enrol(reachable(training.person()), state=EnrolmentState.WAITING)
    cancel_batch(batch=training.batch, reason="Anggaran dialihkan", by=training.rina, at=training.at)
    assert kinds(post.send()) == ["batch_off"] * 4
    assert post.send() == []


def test_what_happened_long_ago_is_no_news(training, seats, post):
    session = training.session(begins=training.day(30))
    cancel_session(session=session, reason="Listrik padam", by=training.rina, at=training.at - timedelta(days=8))
    assert post.send() == []
