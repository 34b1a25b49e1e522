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

    `name` is that of the trigger and of the broken rule; `message` says the rule in words.
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

    def _overlapping(self) -> str:
        alike = " AND ".join(f"other.{column} = NEW.{column}" for column in self.alike)
        return (
            f"SELECT 1 FROM {self.table} other WHERE {alike} AND other.id <> NEW.id "  # noqa: S608
            "AND (NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on) "
            "AND (other.ends_on IS NULL OR other.ends_on >= NEW.starts_on)"
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
                f"WHEN EXISTS ({self._overlapping()}) BEGIN SELECT RAISE(ABORT, '{self.name}: {self.message}'); END",
            )
        ]

    def _postgresql(self) -> list[str]:
        columns = ", ".join(self.alike)
        return [
            f"""
            CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM 1 FROM {self.owner} WHERE id = NEW.{self.alike[0]} FOR NO KEY UPDATE;
              IF EXISTS ({self._overlapping()}) THEN
                RAISE EXCEPTION '{self.name}: {self.message}'
                  USING ERRCODE = 'exclusion_violation', CONSTRAINT = '{self.name}';
              END IF;
              RETURN NEW;
            END $$
            """,
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
            f"CREATE TRIGGER {self.name} AFTER INSERT OR UPDATE OF {columns}, starts_on, ends_on ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


ASSIGNMENTS = OverlapGuard(
    "assignment_no_overlap",
    "people.Assignment",
    ("person_id", "kind"),
    "people_person",
    "two assignments of one kind overlap for one person",
)
