"""Where this installation keeps its data, and the secret it signs with."""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def data_directory(environ: Mapping[str, str]) -> Path:
    """Return ``PEMBINA_HOME``, or else the place where the operating system keeps a user's data."""
    if chosen := environ.get("PEMBINA_HOME"):
        return Path(chosen).expanduser().absolute()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "pembina"
    if sys.platform == "win32" and (local := environ.get("LOCALAPPDATA")):
        return Path(local) / "pembina"
    shared = environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(shared) / "pembina"


def prepared(directory: Path) -> Path:
    """Make ``directory`` if it is missing, readable by its owner only, and return it."""
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The data directory {directory} cannot be made ({error.strerror}). "
            "Set PEMBINA_HOME to a directory this user may write."
        ) from error
    return directory


def secret_key(directory: Path, environ: Mapping[str, str]) -> str:
    """Return ``PEMBINA_SECRET_KEY``, or the key kept in ``directory``, made at the first call.

    Several web hosts of one deployment must share a key, hence the variable.
    """
    if given := environ.get("PEMBINA_SECRET_KEY"):
        return given
    path = directory / "secret.key"
    try:
        return _existing_key(path) or _new_key(path)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key {path} cannot be read or made ({error.strerror}). "
            "Give this user the right to read and write it, or set PEMBINA_SECRET_KEY."
        ) from error


def _existing_key(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _new_key(path: Path) -> str:
    """Write a key beside ``path`` and link it into place: of two starting at once one wins, and both read its key."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
