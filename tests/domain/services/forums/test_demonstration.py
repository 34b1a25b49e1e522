"""The forums of the demonstration: some promises kept, some late, nothing that has not happened yet."""

from domain.services.forums.conftest import NOON, TODAY
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.demonstration import load_demo_catalogue, load_demo_forums
from pembina.domain.services.enums import ForumState
from pembina.domain.services.models import Commitment, Forum
from pembina.domain.services.queries.commitments import commitments_public


def test_it_holds_kept_and_late_promises_and_is_written_once(db):
    load_demo_government(size=200, on=TODAY, at=NOON)
    load_demo_catalogue(on=TODAY, at=NOON)
    written = load_demo_forums(on=TODAY, at=NOON)
    assert written == Forum.objects.count() == 22
    assert Forum.objects.filter(state=ForumState.CLOSED).count() == 20
    found = commitments_public(None, TODAY)
    assert min(found.kept, found.kept_late, found.late) > 0
    assert found.kept > found.kept_late + found.late
    assert not Commitment.objects.filter(closed_on__gt=TODAY).exists()
    assert load_demo_forums(on=TODAY, at=NOON) == 0


def test_without_services_there_is_nothing_to_hold(db):
    assert load_demo_forums(on=TODAY, at=NOON) == 0
