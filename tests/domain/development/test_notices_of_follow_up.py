"""What follows a training comes in one letter: the own tasks and those for staff, each once."""

from datetime import timedelta

import pytest

from domain.development.following import plan_of
from domain.development.telling import reachable
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.notice_enums import FollowUpTask
from pembina.domain.development.operations.plan_checks import check_item
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.operations import delegate


@pytest.fixture
def people(following):
    """Let Sari and Budi be reached, and nobody else."""
    return reachable(following.participant), reachable(following.head)


def tasks(letters):
    """Return by person what is to be done, with the day of a check."""
    return {letter.person.name: {(due.what.value, due.day) for due in letter.dues} for letter in letters}


def of_follow_up(post, at):
    return tasks(letter for letter in post.send(at) if letter.kind == "follow_up")


def test_after_a_training_a_plan_and_ratings_are_asked_for_once(following, people, post):
    sari, budi = people
    told = of_follow_up(post, following.at)
    assert told == {sari.name: {("plan", None), ("after", None)}, budi.name: {("after", None)}}
    assert of_follow_up(post, following.at) == {}


def test_each_check_is_told_to_both_sides_on_its_day(following, people, post):
    sari, budi = people
    item = following.running().items.get()
    of_follow_up(post, following.at)
    assert of_follow_up(post, following.in_days(29)) == {}
    check_item(item=item, day=30, side=Side.SELF, finding=Finding.MET, by=following.sari, at=following.in_days(30))
    assert of_follow_up(post, following.in_days(30)) == {budi.name: {("check", 30)}}
    assert of_follow_up(post, following.in_days(60)) == {sari.name: {("check", 60)}, budi.name: {("check", 60)}}


def test_at_the_end_what_is_unmet_is_to_be_decided(following, people, post):
    sari, budi = people
    following.running()
    told = of_follow_up(post, following.in_days(90))
    assert told[sari.name] >= {("check", 90), ("end", None)}
    assert ("end", None) not in told[budi.name]
    # What is long late is chased on the pages: the checks of the first days are not told any more.
    assert ("check", 30) not in told[sari.name]


def test_a_plan_that_was_sent_waits_for_the_leader(following, people, post):
    plan = plan_of(
        following.seat, superior=following.budi, state=PlanState.SENT, counts_from=following.last_day, at=following.at
    )
    assert ("decision", None) in of_follow_up(post, following.at)[people[1].name]
    plan.sent_at = following.in_days(9)
    plan.save()
    assert ("decision", None) in of_follow_up(post, following.in_days(9))[people[1].name]


def test_behaviour_is_asked_for_in_the_scheduled_month(following, people, post):
    of_follow_up(post, following.at)
    sari, budi = people
    opens = following.in_days(190)
    told = of_follow_up(post, opens)
    assert told == {sari.name: {("behaviour", None)}, budi.name: {("behaviour", None)}}
    (letter, *_) = [one for one in post.letters if one.dues[0].what == FollowUpTask.BEHAVIOUR]
    assert letter.dues[0].until > following.today


def test_the_rating_before_a_training_is_asked_for_in_the_week_before(training, sari, post):
    person = reachable(training.person(sari))
    training.enrol(person)
    training.session(begins=training.day(10))
    assert of_follow_up(post, training.at) == {}
    assert of_follow_up(post, training.day(4)) == {person.name: {("before", None)}}


def test_who_stands_in_for_the_leader_is_told_instead(following, people, post, training, rina):
    stand_in = reachable(following.stranger)
    delegate(
        person=stand_in, unit=training.office, kind=DelegationKind.DAILY, letter="SP-1/2026",
        on_behalf_of=following.head, starts_on=training.today, ends_on=training.today + timedelta(days=1), by=rina,
        at=training.at,
    )  # fmt: skip
    assert set(of_follow_up(post, following.at)) == {people[0].name, stand_in.name}


def test_what_was_done_is_not_asked_for(following, people, post):
    following.running()
    told = of_follow_up(post, following.at)
    assert ("plan", None) not in told[people[0].name]
