"""What an event says, written one by one and in bulk."""

from datetime import UTC, datetime

from django.contrib.contenttypes.models import ContentType

from domain.people.conftest import civil_servant, put, unit  # noqa: F401
from pembina.domain.access.audit import Touched, events_on, record, record_many
from pembina.domain.access.events import AuditEvent, concerned_nip
from pembina.domain.access.role_grants import RoleGrant

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
WRITTEN = ("operation", "concerns", "acting_as", "why", "object_pk", "object_id", "object_repr", "action", "changes")
WRITTEN += ("actor_id", "remote_addr", "timestamp", "content_type_id", "changes_text", "additional_data")


def told(operation):
    return AuditEvent.objects.filter(operation=operation).order_by("id")


def test_an_event_says_who_in_which_role_did_what_to_whom_and_why(sari, rina):
    record("close_account", on=sari, by=rina, at=NOON, changes={"is_active": ("True", "False")}, why="SK 800/12")
    event = events_on(sari)[0]
    assert (event.actor, event.acting_as, event.operation) == (rina, "human_resources", "close_account")
    assert (event.concerns, event.why, event.timestamp) == (sari.username, "SK 800/12", NOON)


def test_many_events_are_what_single_ones_would_be(sari, budi, rina):
    changes = {"name": ('Sari\'s "old"\tname', "n\\new\n")}
    for user in (sari, budi):
        record("edit_person", on=user, by=rina, at=NOON, changes=changes, address="192.0.2.1", why="a\\.b")
    subjects = [Touched(sari, changes), Touched(budi, changes)]
    record_many("edit_person", subjects=iter(subjects), by=rina, at=NOON, address="192.0.2.1", why="a\\.b")
    one, two, three, four = told("edit_person").values(*WRITTEN)
    assert [one, two] == [three, four]


def test_the_kind_of_many_events_follows_from_what_was_touched(sari, budi, dewi):
    subjects = [Touched(sari, created=True), Touched(budi, {"name": ("a", "b")}), Touched(dewi)]
    record_many("import_person", subjects=subjects, by=None, at=NOON)
    actions = AuditEvent.Action
    assert list(told("import_person").values_list("action", flat=True)) == [
        actions.CREATE,
        actions.UPDATE,
        actions.ACCESS,
    ]


def test_many_events_cost_as_many_queries_as_few(sari, django_assert_num_queries):
    ContentType.objects.get_for_model(sari)
    for count in (1, 3_000):
        with django_assert_num_queries(1):
            record_many("look", subjects=[Touched(sari)] * count, by=None, at=NOON)


def test_nothing_is_written_of_nobody(db):
    record_many("look", subjects=[], by=None, at=NOON)
    assert not AuditEvent.objects.exists()


def test_a_record_concerns_its_person(sari, civil_servant, unit, put):  # noqa: F811
    person = civil_servant(sari)
    held = put(person, unit("1"))
    assert concerned_nip(sari) == concerned_nip(person) == concerned_nip(held) == sari.username
    assert concerned_nip(held.unit) == ""
    concerning = AuditEvent.objects.filter(concerns=sari.username).exclude(operation="")
    assert list(concerning.values_list("operation", flat=True)) == ["enrol_person", "assign"]


def test_what_the_net_catches_concerns_its_person_too(sari, civil_servant):  # noqa: F811
    person = civil_servant(sari)
    person.phone = "0812"
    person.save()
    event = told("").latest("id")
    assert (event.operation, event.concerns, event.changes) == ("", sari.username, {"phone": ["", "0812"]})


def test_a_role_is_kept_as_it_was_when_somebody_acted(sari, budi):
    record("close_account", on=sari, by=budi, at=NOON)
    RoleGrant.objects.update(revoked_on=NOON.date())
    budi.refresh_from_db()
    record("close_account", on=sari, by=budi, at=NOON)
    assert [event.acting_as for event in events_on(sari)[:2]] == ["employee", "superior"]


def test_all_roles_of_somebody_are_kept(sari, budi):
    RoleGrant.objects.create(user=budi, role_code="mentor", starts_on=NOON.date())
    record("close_account", on=sari, by=budi, at=NOON)
    assert events_on(sari)[0].acting_as == "superior mentor"
