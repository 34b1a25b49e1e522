"""Each ended day of the trail is sealed; an old event that is changed, removed or slipped in is found."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType

from pembina.domain.access import append_only
from pembina.domain.access.audit import record
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.trail import seal_trail
from pembina.domain.access.chain.verifying import head, verify
from pembina.domain.access.events import AuditEvent

# Five o'clock UTC is noon in Jakarta.
NOON = datetime(2025, 11, 18, 5, 0, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = NOON + 4 * DAY


@pytest.fixture
def trail(sari, rina):
    """Two events on the first day, none on the second, one on the third, one today; the ended days are sealed."""
    append_only.lift("default")
    AuditEvent.objects.all().delete()
    for at in (NOON, NOON + timedelta(minutes=1), NOON + 2 * DAY, TODAY):
        record("close_account", on=sari, by=rina, at=at, changes={"is_active": ("True", "False")})
    return seal_trail(by=None, at=TODAY)


def problems():
    return [fault.problem.en for fault in verify({})]


def test_each_day_with_events_is_sealed_once(trail):
    assert [entry.sequence for entry in trail] == [1, 2]
    assert seal_trail(by=None, at=TODAY + timedelta(hours=1)) == []
    assert problems() == []
    assert head() == trail[-1].link


def test_the_next_day_follows_the_one_before(trail):
    (entry,) = seal_trail(by=None, at=TODAY + DAY)
    assert entry.sequence == 3
    assert problems() == []


def test_a_day_is_sealed_some_hours_after_its_end(trail):
    midnight = TODAY.replace(hour=17, minute=0)
    assert seal_trail(by=None, at=midnight + timedelta(hours=5, minutes=59)) == []
    assert len(seal_trail(by=None, at=midnight + timedelta(hours=6))) == 1


def test_sealing_is_itself_on_record(trail):
    assert AuditEvent.objects.filter(operation="seal_trail").count() == 2


FORGED = {
    "timestamp": NOON + timedelta(seconds=1),
    "operation": "assign",
    "concerns": "1" * 18,
    "acting_as": "auditor",
    "why": "because",
    "object_pk": "7",
    "object_id": 7,
    "object_repr": "Dewi",
    "action": 3,
    "changes": {"is_active": ["True", "True"]},
    "changes_text": "x",
    "additional_data": {},
    "actor_id": None,
    "remote_addr": "10.0.0.1",
    "content_type_id": None,
}


@pytest.mark.parametrize("field", sorted(FORGED))
def test_a_changed_event_is_found(trail, field):
    oldest = AuditEvent.objects.order_by("timestamp").first()
    value = ContentType.objects.get_for_model(ChainEntry).pk if field == "content_type_id" else FORGED[field]
    AuditEvent.objects.filter(pk=oldest.pk).update(**{field: value})
    assert problems() == ["Audit trail of 2025-11-18: one or more of its 2 events were changed."]


def test_a_removed_event_is_found(trail):
    AuditEvent.objects.order_by("timestamp").first().delete()
    assert problems() == ["Audit trail of 2025-11-18: 2 events were sealed, 1 are there now."]


@pytest.mark.parametrize("at", [NOON - 30 * DAY, NOON, NOON + DAY])
def test_an_event_slipped_in_is_found(trail, sari, at):
    record("sign_in", on=sari, by=sari, at=at)
    (problem,) = problems()
    assert problem.endswith("are there now.")


def test_an_event_of_today_is_not_sealed_yet(trail, sari):
    record("sign_in", on=sari, by=sari, at=TODAY)
    assert problems() == []


def test_a_changed_digest_breaks_the_chain(trail):
    AuditEvent.objects.order_by("timestamp").first().delete()
    entry = ChainEntry.objects.get(sequence=1)
    ChainEntry.objects.filter(pk=1).update(content=entry.content.replace('"events":2', '"events":1'))
    assert any("do not match its hash" in problem for problem in problems())


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"from":1,"until":"x"}', '{"from":null,"until":7}'])
def test_a_digest_that_cannot_be_read_is_a_fault_and_no_crash(trail, content):
    ChainEntry.objects.filter(pk=1).update(content=content)
    assert "Its fields do not match its hash: they were changed after it was written." in problems()


def test_verifying_asks_once_for_each_sealed_day(trail, django_assert_num_queries):
    chain, kinds, days = 1, 1, 1
    with django_assert_num_queries(chain + kinds + days + len(trail)):
        assert problems() == []
