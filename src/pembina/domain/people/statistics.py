"""What the database knows of its tables, on which it plans how to answer."""

from django.db import connection, models


def refresh_statistics(*tables: type[models.Model]) -> None:
    """Let PostgreSQL look at tables that were just filled; what does so by itself comes a minute too late.

    Until then it takes them for empty, and answers a question about a few hundred people by comparing each with each.
    """
    if connection.vendor != "postgresql":
        return
    names = ", ".join(connection.ops.quote_name(table._meta.db_table) for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {names}")
