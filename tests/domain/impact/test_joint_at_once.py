"""Two browsers at once, one joint and one separate: one of the two stands; on PostgreSQL, side by side."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection

from designing import Designing
from domain.impact.test_decide_at_once import at_once
from joining import Joining
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.impact.design_refusals import EvaluationOpenError, ObstacleError
from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.joint_refusals import JointOpenError
from pembina.domain.impact.joint_words import joint_notes
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.operations.evaluations import drop_evaluation, open_evaluation
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture
def joining(person, transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    return Joining(Designing(Training(rina=person("rina"), at=NOON), person("lia")))


def named(found):
    return sorted(type(one).__name__ for one in found)


def theirs(joining):
    """Open the separate evaluation of the second programme."""
    return open_evaluation(
        programme=joining.other, title="Loket?", smallest_effect=Decimal(3), by=joining.maker, at=NOON
    )


def test_two_open_the_joint_evaluation_and_one_stands(joining):
    beside = theirs(joining)

    def from_the_other_side():
        return joining.open(evaluation=beside, other=joining.designing.programme)

    assert named(at_once(joining.open, from_the_other_side)) == ["Evaluation", JointOpenError.__name__]
    made = Evaluation.objects.get(joined_programme__isnull=False)
    assert {one.joint for one in Evaluation.objects.filter(joined_programme=None)} == {made}


def test_joint_and_separate_are_locked_and_the_joint_one_alone_stands(joining, person):
    made = joining.open()
    joining.prepare(made, person("bupati"))
    found = at_once(lambda: joining.lock_only(made), joining.designing.lock)
    assert named(found) == ["NoneType", ObstacleError.__name__]
    assert found[1].code == "joined"
    assert EvaluationDesign.objects.get(state=DesignState.LOCKED).evaluation == made
    assert ChainEntry.objects.filter(kind="design_locked").count() == 1


@pytest.mark.parametrize("_again", range(3))
def test_a_separate_lock_meets_a_joint_opening_and_nothing_is_claimed_twice_unsaid(joining, _again):
    opened, locked = at_once(joining.open, joining.designing.lock)
    assert isinstance(opened, Evaluation)
    own = Evaluation.objects.get(pk=joining.designing.evaluation.pk)
    assert own.joint == opened
    if isinstance(locked, ObstacleError):
        assert (locked.code, own.state) == ("joined", EvaluationState.DESIGNED)
    else:
        # It was locked a moment before: it stays, and says from now on that the effect may come from both.
        assert (own.state, [code for code, _said in joint_notes(own)]) == (EvaluationState.LOCKED, ["joined_elsewhere"])


@pytest.mark.parametrize("_again", range(3))
def test_a_separate_opening_meets_a_joint_opening_and_no_evaluation_stands_beside_it(joining, _again):
    joint, separate = at_once(joining.open, lambda: theirs(joining))
    assert isinstance(joint, Evaluation)
    if isinstance(separate, Evaluation):
        assert Evaluation.objects.get(pk=separate.pk).joint == joint
    else:
        assert isinstance(separate, EvaluationOpenError), separate
        assert not Evaluation.objects.filter(programme=joining.other, joined_programme=None).exists()


def test_dropping_the_joint_one_meets_the_separate_lock(joining):
    made = joining.open()

    def drop():
        return drop_evaluation(evaluation=made, reason="Salah tekan", by=joining.maker, at=NOON)

    _dropped, locked = at_once(drop, joining.designing.lock)
    own = Evaluation.objects.get(pk=joining.designing.evaluation.pk)
    assert own.joint is None
    assert own.state == (EvaluationState.DESIGNED if isinstance(locked, ObstacleError) else EvaluationState.LOCKED)
