"""Ratings come at their time, by both sides; what nobody can judge stays empty."""

from datetime import timedelta

import pytest

from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models import BehaviourCheck, BehaviourRating, CompetenceRating, EvaluationPlan
from pembina.domain.development.operations.ratings import Evidence, rate_behaviour, rate_competence, word_behaviour
from pembina.domain.development.plan_refusals import (
    NotDueYetError,
    NothingJudgedError,
    NotScheduledError,
    NotYourPlanError,
    RatingClosedError,
    RatingIncompleteError,
    StatementInUseError,
)
from pembina.domain.development.queries.training_days import days_of
from pembina.domain.development.refusals import ReasonMissingError

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(following):
    return list(following.training.version.units.values_list("pk", flat=True))


def opening(following):
    return days_of(following.training.batch, on=following.today).behaviour


def behave(following, scores, days=0, side=Side.SELF, by=None, **evidence):
    window = opening(following)
    at = following.at + (window.opens - following.today) + timedelta(days=days)
    actor = by or (following.sari if side == Side.SELF else following.budi)
    return rate_behaviour(seat=following.seat, side=side, scores=scores, evidence=Evidence(**evidence), by=actor, at=at)


def test_behaviour_is_rated_by_both_sides_within_the_window(following, units):
    behave(following, {units[0]: 4, units[1]: None}, text="Buku catatan loket")
    behave(following, {units[0]: 3, units[1]: 5}, side=Side.SUPERIOR, days=59)
    assert list(BehaviourCheck.objects.values_list("side", "is_late")) == [("self", False), ("superior", False)]
    scores = BehaviourRating.objects.filter(check_of__side=Side.SELF).order_by("unit")
    assert list(scores.values_list("score", flat=True)) == [4, None]


def test_a_late_answer_counts_and_is_marked(following, units):
    assert behave(following, dict.fromkeys(units, 3), days=60).is_late


def test_said_again_it_replaces(following, units):
    behave(following, dict.fromkeys(units, 2))
    behave(following, dict.fromkeys(units, 3))
    assert list(BehaviourRating.objects.values_list("score", flat=True)) == [3, 3]


@pytest.mark.parametrize(
    ("scores", "refusal"),
    [((None, None), NothingJudgedError), ((6, 1), RatingIncompleteError), ((0, 1), RatingIncompleteError)],
)
def test_scores_outside_the_scale_are_refused(following, units, scores, refusal):
    with pytest.raises(refusal):
        behave(following, dict(zip(units, scores, strict=True)))


def test_an_unanswered_statement_an_early_hand_and_a_stranger_are_refused(following, units):
    with pytest.raises(RatingIncompleteError):
        behave(following, {units[0]: 4})
    with pytest.raises(NotDueYetError):
        behave(following, dict.fromkeys(units, 3), days=-1)
    for actor in (following.dewi, following.sari):
        with pytest.raises(NotYourPlanError):
            behave(following, dict.fromkeys(units, 3), side=Side.SUPERIOR, by=actor)
    assert not BehaviourCheck.objects.exists()


def test_without_a_scheduled_level_nobody_is_asked(following, units):
    EvaluationPlan.objects.all().delete()
    assert opening(following) is None
    with pytest.raises(NotScheduledError):
        rate_behaviour(
            seat=following.seat, side=Side.SELF, scores=dict.fromkeys(units, 3), evidence=Evidence(), by=following.sari,
            at=following.at + timedelta(days=400),
        )  # fmt: skip


def test_a_statement_is_worded_until_somebody_was_rated_by_it(following, units):
    first, second = following.training.version.units.all()
    rina, at = following.training.rina, following.at
    word_behaviour(unit=first, text="Memeriksa berkas hari itu juga", by=rina, at=at)
    word_behaviour(unit=first, text="Memeriksa semua berkas hari itu juga", by=rina, at=at)
    with pytest.raises(ReasonMissingError):
        word_behaviour(unit=second, text=" ", by=rina, at=at)
    behave(following, dict.fromkeys(units, 3))
    with pytest.raises(StatementInUseError):
        word_behaviour(unit=first, text="Lain lagi", by=rina, at=at)


def rate(following, moment, scores=(3, 2, 4), side=Side.SELF, days=0):
    return rate_competence(
        seat=following.seat, moment=moment, side=side, at=following.at + timedelta(days=days),
        scores=dict(zip(("knowledge", "skill", "attitude"), scores, strict=True)),
        by=following.sari if side == Side.SELF else following.budi,
    )  # fmt: skip


def test_knowledge_skill_and_attitude_are_rated_before_and_after(following):
    rate(following, RatingMoment.BEFORE, days=-1)
    rate(following, RatingMoment.AFTER, (4, 4, None), Side.SUPERIOR)
    found = CompetenceRating.objects.values_list("moment", "side", "knowledge", "attitude", "is_late")
    assert set(found) == {("before", "self", 3, 4, False), ("after", "superior", 4, None, False)}
    assert rate(following, RatingMoment.AFTER, days=60).is_late


def test_what_was_before_is_not_rated_afterwards(following):
    with pytest.raises(RatingClosedError):
        rate(following, RatingMoment.BEFORE)
    with pytest.raises(NotDueYetError):
        rate(following, RatingMoment.AFTER, days=-2)
    with pytest.raises(NothingJudgedError):
        rate(following, RatingMoment.AFTER, (None, None, None))
