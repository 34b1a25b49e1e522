"""The database refuses two dated records of one kind that overlap for one owner (ADR 7).

A trigger on both databases, put back after every migrate: SQLite drops triggers whenever Django rebuilds a table.
On PostgreSQL it first locks the owner, so that two writers at the same moment wait for each other; SQLite has one
writer at a time anyway.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.db import connections


@dataclass(frozen=True)
class OverlapGuard:
    """What must not overlap: the rows of `model` that agree in `alike`, of which the first column leads to `owner`.

    `name` is that of the trigger and of the broken rule; `message` says the rule in words. Without an `owner` the first
    column leads to no table: a lock by its number keeps two writers apart then.
    """

    name: str
    model: str
    alike: tuple[str, ...]
    owner: str
    message: str

    def install(self, using: str) -> None:
        """Put the trigger in place; it may be there already."""
        statements = {"sqlite": self._sqlite, "postgresql": self._postgresql}[connections[using].vendor]
        with connections[using].cursor() as cursor:
            for statement in statements():
                cursor.execute(statement)

    def install_after_migrating(self, *, sender: AppConfig, using: str, **kwargs: Any) -> None:
        """Answer Django's ``post_migrate``; does nothing where the table has been migrated away."""
        if self.table in connections[using].introspection.table_names():
            self.install(using)

    @property
    def table(self) -> str:
        """Return the table of the model, which follows Django's naming."""
        return self.model.lower().replace(".", "_")

    def _overlapping(self, row: str) -> str:
        """Return the query for another row that overlaps the one called `row`."""
        alike = " AND ".join(f"other.{column} = {row}.{column}" for column in self.alike)
        return (
            f"SELECT 1 FROM {self.table} other WHERE {alike} AND other.id <> {row}.id "  # noqa: S608
            f"AND ({row}.ends_on IS NULL OR other.starts_on <= {row}.ends_on) "
            f"AND (other.ends_on IS NULL OR other.ends_on >= {row}.starts_on)"
        )

    def _sqlite(self) -> list[str]:
        """Return the triggers that run after the write, when the row has its number."""
        moments = (("INSERT", "insert"), (f"UPDATE OF {', '.join(self.alike)}, starts_on, ends_on", "update"))
        return [
            statement
            for moment, name in moments
            for statement in (
                f"DROP TRIGGER IF EXISTS {self.name}_{name}",
                f"CREATE TRIGGER {self.name}_{name} AFTER {moment} ON {self.table} "
                f"WHEN EXISTS ({self._overlapping('NEW')}) "
                f"BEGIN SELECT RAISE(ABORT, '{self.name}: {self.message}'); END",
            )
        ]

    def _waiting(self) -> str:
        """Return what makes a second writer wait for the first."""
        column = self.alike[0]
        if not self.owner:
            numbers = f"(SELECT DISTINCT {column} AS number FROM written ORDER BY 1) numbers"  # noqa: S608
            return f"PERFORM pg_advisory_xact_lock(hashtext('{self.name}'), number) FROM {numbers};"
        return (
            f"PERFORM 1 FROM {self.owner} WHERE id IN (SELECT {column} FROM written) ORDER BY id "  # noqa: S608
            "FOR NO KEY UPDATE;"
        )

    def _postgresql(self) -> list[str]:
        """Return the triggers that look once at all rows of a statement: of an import these are tens of thousands.

        Owners are locked in the order of their numbers, so that no two writers wait for each other for ever. The query
        is lateral to be asked row by row by way of the index, whatever number of rows the plan was made for.
        """
        overlapping = f"SELECT 1 FROM written CROSS JOIN LATERAL ({self._overlapping('written')} LIMIT 1) found"  # noqa: S608
        statements = [
            f"""
            CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              {self._waiting()}
              IF EXISTS ({overlapping}) THEN
                RAISE EXCEPTION '{self.name}: {self.message}'
                  USING ERRCODE = 'exclusion_violation', CONSTRAINT = '{self.name}';
              END IF;
              RETURN NULL;
            END $$
            """,
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
        ]
        for moment in ("insert", "update"):
            statements += [
                f"DROP TRIGGER IF EXISTS {self.name}_{moment} ON {self.table}",
                f"CREATE TRIGGER {self.name}_{moment} AFTER {moment.upper()} ON {self.table} "
                f"REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION {self.name}()",
            ]
        return statements


ASSIGNMENTS = OverlapGuard(
    "assignment_no_overlap",
    "people.Assignment",
    ("person_id", "kind"),
    "people_person",
    "two assignments of one kind overlap for one person",
)
