"""The two databases Pembina runs on, chosen by ``PEMBINA_DATABASE_URL``."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# WAL lets readers go on while one process writes; with NORMAL a power cut can lose the last commits but never
# corrupts the file (sqlite.org/wal.html). Foreign keys are off in SQLite until asked for. What a statement needs to
# take itself back stays in memory: many rows at once would otherwise make a file of it each time.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
SECONDS_TO_WAIT_FOR_A_LOCK = 20
# Opening the embedded file and folding its journal back on closing takes longer than most pages do.
SECONDS_A_CONNECTION_STAYS = 60


def database(url: str, directory: Path) -> dict[str, Any]:
    """Return Django's settings of the database at ``url``; without one, of the embedded file in ``directory``."""
    if not url:
        return sqlite(directory / "pembina.sqlite3")
    if url.startswith("sqlite:///"):
        return sqlite(Path(unquote(url.removeprefix("sqlite:///"))))
    if url.startswith(("postgresql://", "postgres://")):
        return postgresql(url)
    raise ImproperlyConfigured(
        "PEMBINA_DATABASE_URL is not understood. "
        "Write postgresql://user:password@host:5432/name or sqlite:////absolute/path, or leave it out."
    )


def sqlite(path: Path) -> dict[str, Any]:
    """Return settings of an embedded database: writers queue instead of failing half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": SECONDS_A_CONNECTION_STAYS,
        "OPTIONS": {
            # A transaction that starts by reading and then writes cannot wait for the lock; IMMEDIATE takes it first.
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT_FOR_A_LOCK,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """Return settings of a PostgreSQL server; query parameters of the address go to libpq."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": SECONDS_A_CONNECTION_STAYS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
