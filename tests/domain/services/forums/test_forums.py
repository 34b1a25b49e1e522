"""An event from its draft to its end, as the operations and the database guard it."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.forums.conftest import ENDS, NOON, STARTS, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.services.enums import ForumState
from pembina.domain.services.forum_refusals import (
    AttendanceError,
    ForeignServiceError,
    ForumIncompleteError,
    ForumNotBegunError,
    ForumStateError,
    ForumTimesReversedError,
    ForumUnfinishedError,
    GroundMissingError,
)
from pembina.domain.services.models import Forum, ForumMinutes
from pembina.domain.services.operations.forum_questions import show_question
from pembina.domain.services.operations.forums import (
    AgendaLine,
    announce_forum,
    cancel_forum,
    close_forum,
    edit_forum,
    hold_forum,
    plan_forum,
)
from pembina.domain.services.queries.forums import (
    forums_held_by,
    past,
    public_forums,
    published_minutes,
    units_holding_forums,
    upcoming,
)


def test_a_draft_keeps_its_agenda_in_order_and_its_services(unit, plan, maya, service):
    lines = [AgendaLine("Pembukaan", time(9)), AgendaLine("Tanya jawab")]
    made = plan_forum(unit=unit, plan=plan(agenda=lines, services=[service]), by=maya, at=NOON)
    assert [(item.position, item.begins, item.title) for item in made.agenda.all()] == [
        (1, time(9), "Pembukaan"), (2, None, "Tanya jawab"),
    ]  # fmt: skip
    assert list(made.services.all()) == [service]
    assert [event.operation for event in events_on(made)] == ["plan_forum"]


def test_it_goes_from_draft_to_its_end(draft, maya, minutes):
    announce_forum(forum=draft, by=maya, at=NOON)
    hold_forum(forum=draft, by=maya, at=STARTS)
    minutes(draft, publish=True)
    close_forum(forum=draft, by=maya, at=ENDS)
    draft.refresh_from_db()
    assert (draft.state, draft.announced_at) == (ForumState.CLOSED, NOON)
    told = [event.operation for event in events_on(draft)]
    assert told == ["close_forum", "hold_forum", "announce_forum", "plan_forum"]


def test_what_is_impossible_is_refused_and_nothing_kept(unit, office, plan, maya, service):
    with pytest.raises(ForumTimesReversedError):
        plan_forum(unit=unit, plan=plan(ends_at=STARTS), by=maya, at=NOON)
    with pytest.raises(ForeignServiceError):
        plan_forum(unit=office("9"), plan=plan(services=[service]), by=maya, at=NOON)
    assert not Forum.objects.exists()


@pytest.mark.parametrize("lacking", [{"place": ""}, {"agenda": []}])
def test_without_place_or_agenda_it_is_not_announced(unit, plan, maya, lacking):
    made = plan_forum(unit=unit, plan=plan(**lacking), by=maya, at=NOON)
    with pytest.raises(ForumIncompleteError):
        announce_forum(forum=made, by=maya, at=NOON)


def test_an_announced_one_keeps_its_place(forum, plan, maya):
    edit_forum(forum=forum, plan=plan(title="Judul baru"), by=maya, at=NOON)
    forum.refresh_from_db()
    assert forum.title == "Judul baru"
    with pytest.raises(ForumIncompleteError):
        edit_forum(forum=forum, plan=plan(place=""), by=maya, at=NOON)


def test_it_does_not_begin_before_its_hour(forum, maya):
    with pytest.raises(ForumNotBegunError):
        hold_forum(forum=forum, by=maya, at=STARTS - timedelta(minutes=1))


def test_it_closes_only_with_minutes_and_every_question_read(held, maya, minutes, ask):
    with pytest.raises(ForumUnfinishedError, match="notulen"):
        close_forum(forum=held, by=maya, at=ENDS)
    minutes(held, publish=True)
    question = ask(at=STARTS)
    with pytest.raises(ForumUnfinishedError, match="1 pertanyaan"):
        close_forum(forum=held, by=maya, at=ENDS)
    show_question(question=question, by=maya, at=ENDS)
    close_forum(forum=held, by=maya, at=ENDS)


def test_a_cancelled_one_tells_why_and_cannot_come_back(forum, maya, plan):
    with pytest.raises(GroundMissingError):
        cancel_forum(forum=forum, reason=" ", by=maya, at=NOON)
    cancel_forum(forum=forum, reason="Banjir", by=maya, at=NOON)
    forum.refresh_from_db()
    assert (forum.state, forum.cancel_reason) == (ForumState.CANCELLED, "Banjir")
    with pytest.raises(ForumStateError):
        edit_forum(forum=forum, plan=plan(), by=maya, at=NOON)
    assert public_forums().filter(pk=forum.pk).exists()


def test_a_cancelled_draft_never_becomes_public(draft, maya):
    cancel_forum(forum=draft, reason="Batal", by=maya, at=NOON)
    assert not public_forums().exists()


def test_minutes_are_kept_in_versions_and_the_latest_published_is_read(held, minutes):
    minutes(held, "Pertama", publish=True)
    minutes(held, "Kedua")
    found = published_minutes(held)
    assert (found.version, found.text) == (1, "Pertama")
    minutes(held, "Ketiga", women=None, men=None, publish=True)
    assert (published_minutes(held).version, published_minutes(held).women) == (3, None)
    with pytest.raises(AttendanceError):
        minutes(held, men=None)


def test_there_are_no_minutes_of_what_was_not_held(forum, minutes):
    with pytest.raises(ForumStateError):
        minutes(forum)


def test_lists_divide_by_the_hour(forum):
    assert list(upcoming(public_forums(), at=ENDS)) == [forum]
    assert list(past(public_forums(), at=ENDS + timedelta(seconds=1))) == [forum]


def test_only_holders_reach_a_forum(forum, unit, maya, person):
    assert list(forums_held_by(maya, on=TODAY)) == [forum]
    assert list(units_holding_forums(maya, on=TODAY)) == [unit]
    for name in ("joko", "sari", "dewi"):
        assert not forums_held_by(person(name), on=TODAY).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"kind": "party"}, {"state": "lost"}, {"ends_at": STARTS}, {"place": ""},
        {"announced_at": None}, {"cancel_reason": "x"}, {"state": ForumState.DRAFT},
    ],
)  # fmt: skip
def test_the_database_refuses_a_broken_event(forum, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Forum.objects.filter(pk=forum.pk).update(**wrong)


@pytest.mark.parametrize("wrong", [{"text": ""}, {"women": None}, {"version": 0}])
def test_the_database_refuses_broken_minutes(held, minutes, wrong):
    minutes(held)
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumMinutes.objects.update(**wrong)
