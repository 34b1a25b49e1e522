"""Writing many rows at the speed of the database: `bulk_create` spends twenty times as long in Python.

No signal is sent and nothing is checked but what the database itself checks (constraints and triggers, which hold for
every row), so only operations that do both may use it. SQLite gets ``executemany``, PostgreSQL ``COPY``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, islice
from json import JSONEncoder
from typing import Any, cast

from django.db import connections, models, router

Row = Sequence[Any]
Column = models.Field[Any, Any]
# Instants of one operation are one and the same, and dates recur: each is translated once.
REMEMBERED = 20_000
AT_ONCE, AT_ONCE_IN_ARRAYS = 20, 5_000


class AskedWhileWritingError(RuntimeError):
    """A row that is made while others are written asks the database for something: it would wait for ever."""


def add_rows(
    model: type[models.Model], fields: Sequence[str], rows: Iterable[Row], *, while_made: bool = False
) -> None:
    """Add `rows`, whose values stand in the order of `fields` (names of attributes: ``unit_id``).

    All rows are made before the first is written, for making one may ask the database for something. With
    `while_made` PostgreSQL writes the first rows while the next are made, which then must not ask it: that raises
    ``AskedWhileWritingError``.
    """
    connection = connections[router.db_for_write(model)]
    chosen, quote = _columns(model, fields), connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(quote(str(field.column)) for field in chosen)
    made = _prepared(chosen, rows, connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            ready = made if while_made else list(made)
            with connection.wrap_database_errors, connection.execute_wrapper(_refuse_to_be_asked):
                _copy(cursor, f"COPY {table} ({names}) FROM STDIN", ready)
        else:
            _insert(cursor, f"INSERT INTO {table} ({names}) VALUES ", list(made))  # noqa: S608


def reserve_numbers(model: type[models.Model], count: int) -> int:
    """Return the first of `count` numbers in a row for new rows of `model`, to be added in the present transaction."""
    connection = connections[router.db_for_write(model)]
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return _next_in_a_row(cursor, table, count)
        # Nobody else writes in this transaction. A number once given is not given again, though its row is gone.
        cursor.execute(
            f"SELECT 1 + max(coalesce((SELECT max(id) FROM {table}), 0), "  # noqa: S608
            "coalesce((SELECT seq FROM sqlite_sequence WHERE name = %s), 0))",
            [model._meta.db_table],
        )
        return int(cursor.fetchone()[0])


def _next_in_a_row(cursor: Any, table: str, count: int) -> int:
    """Draw numbers until nobody has drawn one in between; those passed over stay unused."""
    while True:
        cursor.execute(
            "SELECT min(number), max(number) FROM (SELECT nextval((SELECT pg_get_serial_sequence(%s, 'id'))) AS number "
            "FROM generate_series(1, %s)) AS drawn",
            [table, count],
        )
        first, last = cursor.fetchone()
        if last - first == count - 1:
            return int(first)


def add_row_once(model: type[models.Model], values: Mapping[str, Any], *, unless: str) -> int | None:
    """Add one row, unless there is one with the same value in the column `unless`; return its number, or None.

    One statement and no transaction around it: SQLite lets one write at a time, and a thread that has to wait for the
    interpreter between the beginning and the end of a transaction holds all others up.
    """
    alias = router.db_for_write(model)
    connection = connections[alias]
    statement, translated = _insertion(alias, model, tuple(values), unless)
    row = list(values.values())
    for place, column in translated:
        row[place] = column.get_db_prep_save(row[place], connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(statement + " RETURNING id", row)
            return next((added for (added,) in cursor), None)
        # SQLite would hold its only write lock until the number had been fetched, which waits for the interpreter.
        cursor.execute(statement, row)
        return cursor.lastrowid if cursor.rowcount else None


@cache
def _insertion(
    alias: str, model: type[models.Model], fields: tuple[str, ...], unless: str
) -> tuple[str, list[tuple[int, Column]]]:
    """Return the statement that adds one row, and the columns whose values the driver does not take as they are."""
    connection = connections[alias]
    chosen, quote = _columns(model, fields), connection.ops.quote_name
    names, places = ", ".join(quote(str(field.column)) for field in chosen), ", ".join(["%s"] * len(chosen))
    into, key = quote(model._meta.db_table), quote(unless)
    statement = f"INSERT INTO {into} ({names}) VALUES ({places}) ON CONFLICT ({key}) DO NOTHING"  # noqa: S608
    return statement, [(place, column) for place, column in enumerate(chosen) if _translation(column, connection)]


def rewrite_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Write `fields` of rows that exist; after the values of the fields each tuple ends with the number of its row."""
    connection = connections[router.db_for_write(model)]
    chosen, table = _columns(model, [*fields, "id"]), connection.ops.quote_name(model._meta.db_table)
    made = _prepared(chosen, rows, connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            statement = _update_from_arrays(table, chosen, connection)
            while several := list(islice(made, AT_ONCE_IN_ARRAYS)):
                cursor.execute(statement, [list(values) for values in zip(*several, strict=True)])
        else:
            cursor.executemany(_update(table, chosen, connection), cast(Any, made))


def _update(table: str, columns: Sequence[Column], connection: Any) -> str:
    *written, number = (connection.ops.quote_name(str(column.column)) for column in columns)
    return f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in written)} WHERE {number} = %s"  # noqa: S608


def _update_from_arrays(table: str, columns: Sequence[Column], connection: Any) -> str:
    """Return one statement for many rows: sent one by one, each would wait for the server."""
    *written, number = (connection.ops.quote_name(str(column.column)) for column in columns)
    arrays = ", ".join(f"%s::{column.cast_db_type(connection)}[]" for column in columns)
    return (
        f"UPDATE {table} SET {', '.join(f'{name} = new.{name}' for name in written)} "  # noqa: S608
        f"FROM unnest({arrays}) AS new({', '.join([*written, number])}) WHERE {table}.{number} = new.{number}"
    )


def remove_rows(rows: "models.QuerySet[Any]") -> int:
    """Remove rows unread. Nothing cascades: where another row needs one of them the database refuses."""
    return rows._raw_delete(rows.db)


def remove_numbered(model: type[models.Model], numbers: Sequence[int]) -> None:
    """Remove the rows with these numbers, as `remove_rows` does."""
    for at in range(0, len(numbers), AT_ONCE_IN_ARRAYS):
        remove_rows(model._default_manager.filter(pk__in=numbers[at : at + AT_ONCE_IN_ARRAYS]))


def _columns(model: type[models.Model], fields: Sequence[str]) -> list[Column]:
    columns = {field.attname: field for field in model._meta.concrete_fields}
    return [columns[name] for name in fields]


def _prepared(columns: Sequence[Column], rows: Iterable[Row], connection: Any) -> Iterator[list[Any]]:
    """Yield the rows as the driver takes them; numbers and text it takes as they are."""
    translations = [(place, _translation(column, connection)) for place, column in enumerate(columns)]
    needed = [(place, translate) for place, translate in translations if translate is not None]
    for row in rows:
        values = list(row)
        for place, translate in needed:
            if values[place] is not None:
                values[place] = translate(values[place])
        yield values


def _translation(column: Column, connection: Any) -> Callable[[Any], Any] | None:
    translate = partial(column.get_db_prep_save, connection=connection)
    if isinstance(column, models.JSONField):
        # One encoder for all rows; both databases take the text. Most of what a new record was before is nothing.
        encode = (column.encoder or JSONEncoder)(check_circular=False).encode
        return lambda value: "{}" if value == {} else encode(value)
    if isinstance(column, models.DateField):
        remembered = lru_cache(REMEMBERED)(translate)
        # A day written in ISO form is what both databases take.
        return remembered if isinstance(column, models.DateTimeField) else partial(_day, translate=remembered)
    if isinstance(column, models.CharField | models.TextField | models.IntegerField | models.ForeignKey):
        return None
    return translate


def _day(value: Any, *, translate: Callable[[Any], Any]) -> Any:
    return value if type(value) is str else translate(value)


def _insert(cursor: Any, statement: str, rows: Sequence[Row]) -> None:
    """Insert several rows at once: a table with a trigger pays for every statement, not for every row."""
    whole = len(rows) // AT_ONCE * AT_ONCE
    for count, several in (
        (AT_ONCE, (chain.from_iterable(rows[at : at + AT_ONCE]) for at in range(0, whole, AT_ONCE))),
        (1, iter(rows[whole:])),
    ):
        if (count == 1 and whole < len(rows)) or (count > 1 and whole):
            places = f"({', '.join(['%s'] * len(rows[0]))})"
            cursor.executemany(statement + ", ".join([places] * count), (list(values) for values in several))


def _refuse_to_be_asked(*asked: Any) -> Any:
    raise AskedWhileWritingError


def _copy(cursor: Any, statement: str, rows: Iterable[Row]) -> None:
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
