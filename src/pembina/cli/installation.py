"""What a working installation has. Each function returns what it found, or raises ``BrokenError`` with the remedy."""

import importlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ENOUGH_FREE_BYTES = 1_000_000_000
# No file of this release is younger than this; a clock before it is wrong.
RELEASED = datetime(2026, 1, 1, tzinfo=UTC)


class BrokenError(Exception):
    """Something does not work: ``reason`` says what, ``remedy`` what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def python_is_supported() -> str:
    """The interpreter is the one that Pembina is tested on."""
    found = "Python {}.{}.{}".format(*sys.version_info[:3])
    if sys.version_info[:2] != (3, 11):
        raise BrokenError(f"{found} runs this.", "Install Pembina into an environment of Python 3.11.")
    return found


def home_is_writable() -> str:
    """Files can be made in PEMBINA_HOME, and nobody else can read there."""
    home = _home()
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise BrokenError(
            f"{home} cannot be written ({error.strerror}).",
            "Give this user the right to write it, or set PEMBINA_HOME.",
        ) from error
    return str(home)


def disk_has_space() -> str:
    """There is room for the database to grow and for a backup."""
    free = shutil.disk_usage(_home()).free
    found = f"{free / 1e9:.1f} GB free"
    if free < ENOUGH_FREE_BYTES:
        raise BrokenError(f"Only {found} in {_home()}.", "Make room, or move PEMBINA_HOME to a larger disk.")
    return found


def secret_is_private() -> str:
    """The key that signs sessions can be read by its owner only."""
    path = _home() / "secret.key"
    if os.environ.get("PEMBINA_SECRET_KEY") or not path.exists():
        return "from PEMBINA_SECRET_KEY"
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        raise BrokenError(f"{path} can be read by others (mode {mode:o}).", f"Run: chmod 600 {path}")
    return f"{path}, mode {mode:o}"


def database_answers() -> str:
    """The database can be reached."""
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise BrokenError(
            f"The database does not answer: {str(error).strip()}",
            "Start the server, or correct PEMBINA_DATABASE_URL; without it the embedded SQLite is used.",
        ) from error
    return str(connection.vendor)


def database_is_migrated() -> str:
    """Every table has the form that this version expects."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise BrokenError("The state of the database is unknown.", "Make it answer first.") from error
    if waiting:
        raise BrokenError(f"{len(waiting)} migrations wait.", "Run: pembina manage migrate")
    return "all migrations applied"


def static_files_are_collected() -> str:
    """Style sheets and scripts lie where the web server looks for them."""
    from django.conf import settings

    root = Path(settings.STATIC_ROOT)
    manifest = root / "staticfiles.json"
    if not manifest.exists():
        raise BrokenError(f"No style sheets in {root}.", "Run: pembina manage collectstatic --noinput")
    return str(root)


def clock_is_plausible() -> str:
    """Deadlines and audit events need the right time."""
    from django.utils import timezone

    now = timezone.localtime()
    found = f"{now:%Y-%m-%d %H:%M} {timezone.get_current_timezone_name()}"
    if now < RELEASED:
        raise BrokenError(
            f"The clock says {found}, before this release was made.", "Set the clock, for example with NTP."
        )
    return found


def papers_can_be_written() -> str:
    """The compiler of PDF papers can be loaded."""
    try:
        importlib.import_module("typst")
    except ImportError as error:
        raise BrokenError(
            f"Typst cannot be loaded ({error}).", "Install Pembina again: pip install --force-reinstall typst"
        ) from error
    return "typst"


def _home() -> Path:
    from django.conf import settings

    return Path(settings.PEMBINA_HOME)


CHECKS: dict[str, Callable[[], str]] = {
    "Python": python_is_supported,
    "PEMBINA_HOME": home_is_writable,
    "Disk": disk_has_space,
    "Secret key": secret_is_private,
    "Database": database_answers,
    "Migrations": database_is_migrated,
    "Static files": static_files_are_collected,
    "Clock": clock_is_plausible,
    "Papers": papers_can_be_written,
}
