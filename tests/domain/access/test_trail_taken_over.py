"""An installation that kept its trail in the table of django-auditlog keeps its events."""

from importlib import import_module

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from pembina.domain.access.events import AuditEvent

migration = import_module("pembina.domain.access.migrations.0003_trail_and_chain")
TABLE = migration.LEGACY


def a_legacy_table(user):
    columns = ", ".join(f"{name} {kind}" for name, kind in zip(migration.COLUMNS.split(", "), kinds(), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (id integer PRIMARY KEY, {columns})")
        number = ContentType.objects.get_for_model(user).pk
        row = [1, number, str(user.pk), user.pk, "Sari", 3, "{}", "", user.pk, None, None, "2026-11-20 05:00:00+00:00"]
        places = ", ".join(["%s"] * 14)
        cursor.execute(f"INSERT INTO {TABLE} VALUES ({places})", [*row, '{"operation": "sign_in"}', None])  # noqa: S608


def kinds():
    if connection.vendor == "sqlite":
        return ["blob"] * 13
    return [
        "integer", "text", "bigint", "text", "smallint", "jsonb", "text", "bigint", "inet", "integer",
        "timestamptz", "jsonb", "text",
    ]  # fmt: skip


def test_the_events_of_the_former_table_are_taken_over(sari):
    a_legacy_table(sari)
    migration.take_over_the_trail(None, connection.schema_editor())
    event = AuditEvent.objects.get(operation="sign_in")
    assert (event.actor, event.object_id, event.timestamp.day) == (sari, sari.pk, 20)
    assert TABLE not in connection.introspection.table_names()


def test_a_new_installation_has_nothing_to_take_over(db):
    before = AuditEvent.objects.count()
    migration.take_over_the_trail(None, connection.schema_editor())
    assert AuditEvent.objects.count() == before
