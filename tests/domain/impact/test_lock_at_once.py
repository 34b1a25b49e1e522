"""Two lock a design at once and one does: on PostgreSQL, where they run side by side."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from designing import Designing
from domain.impact.test_decide_at_once import at_once
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.operations.locking import lock_design
from pembina.domain.impact.refusals import WrongStepError
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture
def designing(person, transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    return Designing(Training(rina=person("rina"), at=NOON), person("lia"))


def test_two_lock_and_one_design_is_locked_once(designing):
    design, read = designing.design, designing.warning_keys()

    def act():
        return lock_design(design=design, read=read, by=designing.maker, at=NOON)

    found = at_once(act, act)
    assert sorted(type(one).__name__ for one in found) == ["NoneType", WrongStepError.__name__]
    assert designing.design.state == DesignState.LOCKED
    assert designing.design.units.count() == 6
    assert ChainEntry.objects.filter(kind="design_locked").count() == 1
    assert AuditEvent.objects.filter(operation="lock_design").count() == 1
