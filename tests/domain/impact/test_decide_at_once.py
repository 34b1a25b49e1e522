"""Two decide at once and one does; two windows of one account sign once: on PostgreSQL, where they run side by side."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection, connections

from domain.impact.deciding import Deciding
from pembina.domain.impact.decision_content import matches_seal
from pembina.domain.impact.decision_refusals import SignedAlreadyError
from pembina.domain.impact.models import Decision, DecisionSignature, FollowUpTask
from pembina.domain.impact.operations.decisions import sign_decision
from pembina.domain.impact.operations.tasks import put_proposed_tasks
from pembina.domain.impact.proposals import proposals_for
from pembina.domain.impact.refusals import WrongStepError

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture
def deciding(person, transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    return Deciding(person=person, at=NOON)


def at_once(*acts):
    """Run all at the same moment, each on a connection of its own; return what each gave or raised."""
    ready = Barrier(len(acts))

    def run(act):
        try:
            connection.ensure_connection()
            ready.wait()
            return act()
        except Exception as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_decide_and_one_decision_stands(deciding):
    found = at_once(lambda: deciding.decide(), lambda: deciding.decide("stop", reason="Anggaran dialihkan"))
    assert sorted(type(one).__name__ for one in found) == ["Decision", WrongStepError.__name__]
    assert matches_seal(Decision.objects.get())


def test_one_account_signs_once(deciding):
    made = deciding.decide()

    def act():
        return sign_decision(decision=made, agrees=True, by=deciding.lia, at=NOON)

    found = at_once(act, act)
    assert sorted(type(one).__name__ for one in found) == ["DecisionSignature", SignedAlreadyError.__name__]
    assert DecisionSignature.objects.count() == 1


def test_proposals_are_noted_once(deciding):
    made, owner = deciding.decide(), deciding.programme.owner

    def act():
        return put_proposed_tasks(
            decision=made, owner=owner, proposals=proposals_for(made.action), by=deciding.bupati, at=NOON
        )

    assert sorted(len(one) for one in at_once(act, act)) == [0, 3]
    assert FollowUpTask.objects.count() == 3
