"""Neither the trail nor the chain can be changed or emptied, whoever asks the database."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from pembina.domain.access import append_only
from pembina.domain.access.accounts import close_account
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.events import AuditEvent

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
REFUSAL = r"append_only: what is written here is never changed and never removed"
TABLES = ("access_auditevent", "access_chainentry")


@pytest.fixture
def written(sari, rina):
    """Write one event and one link."""
    close_account(of=sari, by=rina, at=NOON)
    seal(kind=ChainKind.TRAIL, subject=sari, content={"n": 1}, by=rina, at=NOON)


def refused(statement):
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
        statement()


def sql(text):
    def execute():
        with connection.cursor() as cursor:
            cursor.execute(text)

    return execute


def test_an_event_cannot_be_changed(written):
    refused(lambda: AuditEvent.objects.update(why="for no reason"))
    event = AuditEvent.objects.latest("id")
    event.why = "for no reason"
    refused(event.save)


def test_an_event_cannot_be_removed(written):
    refused(lambda: AuditEvent.objects.all().delete())
    refused(lambda: call_command("auditlogflush", yes=True, verbosity=0))
    assert AuditEvent.objects.exists()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "DELETE FROM {} WHERE 1 = 1"])
def test_nor_past_the_models(written, table, statement):
    column = "why" if table == TABLES[0] else "kind"
    refused(sql(statement.format(table, column, column)))


@pytest.mark.parametrize("table", TABLES)
def test_nor_all_at_once_on_postgresql(written, table):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no TRUNCATE")
    sql("SET CONSTRAINTS ALL IMMEDIATE")()
    refused(sql(f"TRUNCATE {table} CASCADE"))


def test_who_stands_in_the_trail_cannot_be_deleted(written, rina):
    with pytest.raises(ProtectedError):
        rina.delete()


def test_the_triggers_are_put_back_by_migrating(written):
    append_only.lift("default")
    call_command("migrate", verbosity=0)
    refused(lambda: ChainEntry.objects.all().delete())


def test_after_lifting_a_database_can_be_emptied(written):
    append_only.lift("default")
    AuditEvent.objects.all().delete()
    append_only.put("default")
    assert not AuditEvent.objects.exists()
