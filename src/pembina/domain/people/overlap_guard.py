"""The database refuses two assignments of one kind that overlap for one person (ADR 7).

A trigger on both databases, put back after every migrate: SQLite drops triggers whenever Django rebuilds a table.
On PostgreSQL it first locks the person, so that two writers at the same moment wait for each other; SQLite has one
writer at a time anyway.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models import Model

NAME = "assignment_no_overlap"
MESSAGE = f"{NAME}: two assignments of one kind overlap for one person"

OVERLAPPING = """
    SELECT 1 FROM people_assignment other
    WHERE other.person_id = NEW.person_id AND other.kind = NEW.kind AND other.id <> NEW.id
      AND (NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
      AND (other.ends_on IS NULL OR other.ends_on >= NEW.starts_on)
"""
# After the write, when the row has its number.
SQLITE = [
    statement
    for moment, name in (("INSERT", "insert"), ("UPDATE OF person_id, kind, starts_on, ends_on", "update"))
    for statement in (
        f"DROP TRIGGER IF EXISTS {NAME}_{name}",
        f"CREATE TRIGGER {NAME}_{name} AFTER {moment} ON people_assignment "
        f"WHEN EXISTS ({OVERLAPPING}) BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    )
]
POSTGRESQL = [
    f"""
    CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM people_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
      IF EXISTS ({OVERLAPPING}) THEN
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'exclusion_violation', CONSTRAINT = '{NAME}';
      END IF;
      RETURN NEW;
    END $$
    """,
    f"DROP TRIGGER IF EXISTS {NAME} ON people_assignment",
    f"""
    CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE OF person_id, kind, starts_on, ends_on ON people_assignment
    FOR EACH ROW EXECUTE FUNCTION {NAME}()
    """,
]
BY_VENDOR = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def install(using: str) -> None:
    """Put the trigger in place; it may be there already."""
    with connections[using].cursor() as cursor:
        for statement in BY_VENDOR[connections[using].vendor]:
            cursor.execute(statement)


def install_after_migrating(*, sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Answer Django's ``post_migrate``; does nothing where the table has been migrated away."""
    table = _table_of(sender.get_model("Assignment"))
    if table in connections[using].introspection.table_names():
        install(using)


def _table_of(model: type[Model]) -> str:
    return model._meta.db_table
