"""The levels 1 to 3 of a programme: counted from people, silent about too few of them, and without a name."""

import json
from datetime import timedelta

import pytest

from domain.development.following import plan_of
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.follow_up_enums import Finding, Side
from pembina.domain.development.models import (
    ActionCheck,
    BehaviourCheck,
    BehaviourRating,
    LearningTest,
    Reaction,
    ReactionGiven,
    TestAttempt,
)
from pembina.domain.development.reaction_items import BATCH_ITEMS
from pembina.domain.impact.levels import levels_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seats(following):
    training = following.training
    return [following.seat, *(training.enrol(training.person(superior=following.head)) for _ in range(4))]


def told(following, level, *, days=40):
    at = following.at + timedelta(days=days)
    return levels_of(following.training.programme, at=at)[level]


def react(batch, seat, score):
    ReactionGiven.objects.create(enrolment=seat)
    for item in BATCH_ITEMS:
        Reaction.objects.create(batch=batch, item=item, score=score)


def test_a_programme_without_anything_tells_none_and_why(training, django_assert_num_queries):
    with django_assert_num_queries(7):
        found = levels_of(training.programme, at=training.at)
    assert found["on"] == "2026-11-22"
    assert (found["reaction"]["mean"], found["learning"]["mean"], found["plans"]["share"]) == (None, None, None)
    assert found["behaviour"]["superior"] == {"share": None, "n": 0}
    assert all(found[level]["basis"]["en"] for level in ("reaction", "learning", "behaviour", "plans"))
    assert json.loads(json.dumps(found)) == found


def test_reactions_are_told_of_four_and_once_they_are_closed(following, seats):
    for seat, score in zip(seats[:3], (4, 4, 2), strict=True):
        react(following.training.batch, seat, score)
    assert (told(following, "reaction")["mean"], told(following, "reaction")["left_out"]) == (None, 1)
    react(following.training.batch, seats[3], 4)
    assert told(following, "reaction", days=1)["mean"] is None
    found = told(following, "reaction")
    assert (found["mean"], found["n"], found["batches"], found["left_out"]) == (3.5, 4, 1, 0)


def test_the_gain_is_of_those_who_took_both_tests(following, seats):
    for moment, score in ((TestMoment.BEFORE, 50), (TestMoment.AFTER, 70)):
        test = LearningTest.objects.create(
            batch=following.training.batch, moment=moment, opens_at=following.at,
            closes_at=following.at + timedelta(hours=1),
        )  # fmt: skip
        taking = seats if moment == TestMoment.BEFORE else seats[:4]
        for place, seat in enumerate(taking):
            TestAttempt.objects.create(test=test, enrolment=seat, score=score + place % 2, handed_in_at=following.at)
    found = told(following, "learning")
    assert (found["mean"], found["before"], found["n"], found["left_out"]) == (20.0, 50.5, 4, 1)
    assert found["normalised"] == pytest.approx(20 / 49.5)
    assert found["low"] is None
    TestAttempt.objects.filter(enrolment=seats[0]).delete()
    assert (told(following, "learning")["mean"], told(following, "learning")["n"]) == (None, 3)


def behave(following, seat, score, side=Side.SELF):
    check = BehaviourCheck.objects.create(
        enrolment=seat, side=side, handed_in_by=following.sari, handed_in_at=following.at
    )
    for unit in following.training.version.units.all():
        BehaviourRating.objects.create(check_of=check, unit=unit, score=score)


def test_behaviour_is_the_share_that_was_sufficient_on_each_side(following, seats):
    for seat, score in zip(seats, (2, 3, 4, 5), strict=False):
        behave(following, seat, score)
    for seat in seats[:3]:
        behave(following, seat, 5, Side.SUPERIOR)
    found = told(following, "behaviour")
    assert (found["self"], found["superior"]) == ({"share": 0.75, "n": 4}, {"share": None, "n": 3})
    assert found["asked"] == 5


def test_a_batch_of_too_few_adds_nothing_to_the_share(following, seats):
    small = following.training.group("Angkatan 2")
    for seat in seats[:4]:
        behave(following, seat, 4)
    behave(following, following.training.enrol(following.training.person(), batch=small), 1)
    assert told(following, "behaviour")["self"] == {"share": 1.0, "n": 4}


def check(following, item, day, side, finding):
    ActionCheck.objects.create(
        item=item, day=day, side=side, finding=finding, checked_by=following.sari, checked_at=following.at
    )


def test_plans_are_judged_by_their_last_check_and_by_the_superior(following, seats):
    plans = [
        plan_of(seat, superior=following.budi, counts_from=following.last_day, at=following.at) for seat in seats[:4]
    ]
    first, second, third, fourth = (plan.items.get() for plan in plans)
    check(following, first, 30, Side.SUPERIOR, Finding.NOT_YET)
    check(following, first, 60, Side.SUPERIOR, Finding.MET)
    check(following, second, 60, Side.SUPERIOR, Finding.PARTLY)
    check(following, second, 90, Side.SELF, Finding.MET)
    check(following, third, 30, Side.SELF, Finding.MET)
    assert told(following, "plans")["share"] is None
    check(following, fourth, 30, Side.SELF, Finding.MET)
    found = told(following, "plans")
    assert (found["share"], found["kept"], found["items"], found["n"]) == (0.75, 3, 4, 4)


def test_no_name_is_in_it(following, seats):
    for seat in seats:
        behave(following, seat, 4)
    written = json.dumps(levels_of(following.training.programme, at=following.at))
    assert not any(seat.person.name in written or seat.person.nip in written for seat in seats)
