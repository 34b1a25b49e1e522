"""Coaching and mentoring: written by one of two, confirmed by both, and B.1.8 past the guide."""

from datetime import timedelta

import pytest

from pembina.domain.people.operations import begin_mentorship
from pembina.domain.performance import guidance_refusals as refusals
from pembina.domain.performance.feedback_refusals import FutureDayError
from pembina.domain.performance.guidance_parts import STATEMENTS, GuidanceKind
from pembina.domain.performance.models import GuidanceRecord
from pembina.domain.performance.operations.guidance import (
    Meeting,
    change_guidance,
    confirm_guidance,
    note_meeting,
    say_of_guidance,
    write_guidance,
)
from pembina.domain.performance.queries.guidance import (
    guidance_read_by,
    guidance_waiting,
    opinions_read_by,
    opinions_wanted_of,
)

pytestmark = pytest.mark.django_db
COACHED = {"aim": "Berkas per hari", "progress": "12 dari 20", "forward": "Periksa pagi"}
MENTORED = {"aim": "Menguasai izin", "expertise": "Perizinan", "steps": "Bersama", "measure": "Tanpa salah"}
ANSWERS = {part.key: "yes" for part in STATEMENTS}


def written(speaking, *, by, other, kind=GuidanceKind.COACHING, parts=COACHED, **more):
    day = more.get("held_on", speaking.today)
    return write_guidance(
        kind=kind, other=other, parts=parts, held_on=day, by=speaking.account(by), at=speaking.at
    )  # fmt: skip


def closed(speaking, record):
    for person in (record.person, record.guide):
        confirm_guidance(guidance=record, by=speaking.account(person), at=speaking.at)
    return record


def test_either_writes_and_the_records_say_who_guides(speaking):
    by_leader = written(speaking, by=speaking.budi, other=speaking.sari)
    by_person = written(speaking, by=speaking.sari, other=speaking.budi)
    assert {(each.person, each.guide) for each in (by_leader, by_person)} == {(speaking.sari, speaking.budi)}


def test_a_mentor_guides_and_nobody_else(speaking):
    with pytest.raises(refusals.NoGuidanceError):
        written(speaking, by=speaking.dewi, other=speaking.sari)
    begin_mentorship(mentor=speaking.dewi, mentee=speaking.sari, starts_on=speaking.today, by=None, at=speaking.at)
    made = written(speaking, by=speaking.dewi, other=speaking.sari, kind=GuidanceKind.MENTORING, parts=MENTORED)
    assert made.guide == speaking.dewi


def test_what_the_form_needs_is_asked_for(speaking):
    with pytest.raises(refusals.GuidanceIncompleteError):
        written(speaking, by=speaking.budi, other=speaking.sari, parts=COACHED | {"progress": " "})
    with pytest.raises(FutureDayError):
        written(speaking, by=speaking.budi, other=speaking.sari, held_on=speaking.today + timedelta(days=1))
    assert not GuidanceRecord.objects.exists()


def test_a_change_asks_both_anew_and_nothing_changes_once_both_confirmed(speaking, sari, budi):
    record = written(speaking, by=speaking.budi, other=speaking.sari)
    confirm_guidance(guidance=record, by=budi, at=speaking.at)
    assert list(guidance_waiting(sari)) == [record]
    change_guidance(guidance=record, parts=COACHED | {"aim": "Lain"}, by=sari, at=speaking.at)
    assert not guidance_waiting(sari)
    closed(speaking, record)
    with pytest.raises(refusals.GuidanceClosedError):
        change_guidance(guidance=record, parts=COACHED, by=budi, at=speaking.at)
    with pytest.raises(refusals.NoGuidanceError):
        confirm_guidance(guidance=record, by=speaking.account(speaking.tono), at=speaking.at)


def test_a_journal_belongs_to_mentoring_and_its_actions_come_later(speaking, budi):
    record = written(speaking, by=speaking.budi, other=speaking.sari, kind=GuidanceKind.MENTORING, parts=MENTORED)
    early = Meeting(speaking.today, "Kantor", "Syarat", "Latihan", speaking.today - timedelta(days=1))
    with pytest.raises(refusals.ActionDayError):
        note_meeting(guidance=record, meeting=early, by=budi, at=speaking.at)
    note_meeting(guidance=record, meeting=Meeting(speaking.today, "Kantor", "Syarat"), by=budi, at=speaking.at)
    assert record.meetings.get().material == "Syarat"
    coaching = written(speaking, by=speaking.budi, other=speaking.sari)
    with pytest.raises(refusals.NoGuidanceError):
        note_meeting(guidance=coaching, meeting=Meeting(speaking.today, "a", "b"), by=budi, at=speaking.at)


def test_the_opinion_passes_the_guide_by(speaking, sari, budi, rina):
    record = written(speaking, by=speaking.budi, other=speaking.sari)
    with pytest.raises(refusals.OpinionNotYetError):
        say_of_guidance(guidance=record, answers=ANSWERS, words="", by=sari, at=speaking.at)
    closed(speaking, record)
    assert list(opinions_wanted_of(sari)) == [record]
    with pytest.raises(refusals.NoGuidanceError):
        say_of_guidance(guidance=record, answers=ANSWERS, words="", by=budi, at=speaking.at)
    with pytest.raises(refusals.GuidanceIncompleteError):
        say_of_guidance(guidance=record, answers=ANSWERS | {"heard": ""}, words="", by=sari, at=speaking.at)
    say_of_guidance(guidance=record, answers=ANSWERS, words="Baik", by=sari, at=speaking.at)
    with pytest.raises(refusals.OpinionGivenError):
        say_of_guidance(guidance=record, answers=ANSWERS, words="", by=sari, at=speaking.at)
    head, on = speaking.account(speaking.head), speaking.today
    readers = [opinions_read_by(user, on=on).exists() for user in (sari, head, budi, rina)]
    assert readers == [True, True, False, False]


def test_records_are_read_by_the_two_and_the_leader(speaking, sari, budi, rina, dewi):
    begin_mentorship(mentor=speaking.tono, mentee=speaking.sari, starts_on=speaking.today, by=None, at=speaking.at)
    written(speaking, by=speaking.tono, other=speaking.sari, kind=GuidanceKind.MENTORING, parts=MENTORED)
    readers = [guidance_read_by(user, on=speaking.today).exists() for user in (sari, budi, rina, dewi)]
    assert readers == [True, True, False, False]
