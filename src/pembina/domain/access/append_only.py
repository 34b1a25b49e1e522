"""The database itself refuses to change or remove what was written down: the audit trail and the hash chain.

Triggers on both databases, put back after every migrate: SQLite drops them whenever Django rebuilds a table. Whoever
administers the database can take them away; the chain is there to show that somebody did (docs/audit.md).
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import AppConfig
from django.db import connections

PROTECTED = ("AuditEvent", "ChainEntry")
MESSAGE = "append_only: what is written here is never changed and never removed"


def _sqlite(table: str) -> Iterator[str]:
    for verb in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )


def _sqlite_lifted(table: str) -> Iterator[str]:
    for verb in ("update", "delete"):
        yield f"DROP TRIGGER IF EXISTS {table}_no_{verb}"


def _postgresql(table: str) -> Iterator[str]:
    yield f"""
        CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
        END $$
    """
    for kind, moment in (("rows", "UPDATE OR DELETE"), ("table", "TRUNCATE")):
        each = "ROW" if kind == "rows" else "STATEMENT"
        yield (
            f"CREATE TRIGGER {table}_no_change_of_{kind} BEFORE {moment} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION append_only()"
        )


def _postgresql_lifted(table: str) -> Iterator[str]:
    for kind in ("rows", "table"):
        yield f"DROP TRIGGER IF EXISTS {table}_no_change_of_{kind} ON {table}"


Statements = Callable[[str], Iterator[str]]
PUT: dict[str, Statements] = {"sqlite": _sqlite, "postgresql": _postgresql}
LIFT: dict[str, Statements] = {"sqlite": _sqlite_lifted, "postgresql": _postgresql_lifted}


def put(using: str) -> None:
    """Put the triggers in place; they may be there already."""
    lift(using)
    _execute(using, PUT)


def lift(using: str) -> None:
    """Take the triggers away, for tests that empty the database and for an erasure ordered by law."""
    _execute(using, LIFT)


def put_after_migrating(*, sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Answer Django's ``post_migrate``."""
    put(using)


def _execute(using: str, statements: dict[str, Statements]) -> None:
    connection = connections[using]
    present = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in filter(present.__contains__, _tables()):
            for statement in statements[connection.vendor](table):
                cursor.execute(statement)


def _tables() -> list[str]:
    from django.apps import apps

    return [apps.get_model("access", name)._meta.db_table for name in PROTECTED]
