"""Mentors and mentees: paired for a time, and how far each sees the other."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.people.models import Mentorship
from pembina.domain.people.operations import begin_mentorship, end_mentorship
from pembina.domain.people.permissions import record_open_to, visible_to
from pembina.domain.people.refusals import DatesReversedError, MentorshipExistsError, OwnMentorError

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def pair(civil_servant, dewi, sari):
    return {"mentor": civil_servant(dewi), "mentee": civil_servant(sari)}


def begin(pair, by=None, **days):
    return begin_mentorship(**pair, by=by, at=NOON, **({"starts_on": TODAY} | days))


def test_mentor_and_mentee_see_each_other_on_its_days_but_open_no_record(pair, dewi, sari):
    begin(pair, ends_on=TODAY)
    for user, other in ((dewi, pair["mentee"]), (sari, pair["mentor"])):
        assert [other in visible_to(user, on=day) for day in (YESTERDAY, TODAY, TOMORROW)] == [False, True, False]
        assert other not in record_open_to(user, on=TODAY)


def test_the_mentee_finds_it_in_the_trail(pair, rina, sari):
    (event,) = events_on(begin(pair, by=rina))
    assert (event.actor, event.operation, event.concerns) == (rina, "begin_mentorship", sari.username)


def test_nobody_guides_oneself(pair):
    with pytest.raises(OwnMentorError):
        begin({"mentor": pair["mentor"], "mentee": pair["mentor"]})


def test_the_same_two_are_paired_once_at_a_time(pair):
    first = begin(pair, starts_on=BEGAN)
    with pytest.raises(MentorshipExistsError):
        begin(pair, starts_on=TOMORROW)
    end_mentorship(mentorship=first, on=TODAY, by=None, at=NOON)
    with pytest.raises(MentorshipExistsError):
        begin(pair, starts_on=TODAY)
    begin(pair, starts_on=TOMORROW)
    begin({"mentor": pair["mentee"], "mentee": pair["mentor"]})


@pytest.mark.parametrize("last", [YESTERDAY, TOMORROW])
def test_mentoring_ends_within_its_days(pair, last):
    with pytest.raises(DatesReversedError):
        end_mentorship(mentorship=begin(pair, ends_on=TODAY), on=last, by=None, at=NOON)


def test_days_in_reverse_are_refused(pair):
    with pytest.raises(DatesReversedError):
        begin(pair, ends_on=YESTERDAY)


@pytest.mark.parametrize("change", ["own", "reversed"])
def test_the_database_refuses_what_skipped_the_operations(pair, change):
    made = begin(pair)
    values = {"mentor": made.mentee} if change == "own" else {"ends_on": YESTERDAY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Mentorship.objects.update(**values)


def test_the_database_refuses_the_same_open_pair_twice(pair):
    begin(pair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mentorship.objects.create(**pair, starts_on=TOMORROW)
