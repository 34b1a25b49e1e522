"""One import at a time writes, and nobody else writes meanwhile what it compares."""

from django.db import connection

from pembina.domain.people.models import Assignment, Person, Unit, UnitAncestry

# So that the indexes of tens of thousands of rows are changed in memory and written once.
SQLITE_CACHE_KIB = 64 * 1024
TABLES = (Unit, UnitAncestry, Person, Assignment)


def lock_people() -> None:
    """Let every other writer wait until this transaction ends; readers go on.

    SQLite has one writer at a time from the beginning of each transaction. On PostgreSQL the mode also stops the
    ``SELECT ... FOR UPDATE`` with which the operations on people begin.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{SQLITE_CACHE_KIB}")
        return
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN EXCLUSIVE MODE")
