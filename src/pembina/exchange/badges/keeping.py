"""The keys of an installation: one file that its owner alone may read, or the environment where hosts share them.

The file is a JSON Web Key Set. Its first key signs; the others only let badges that they signed before be verified.
So a new key is put in front, and no key is ever taken out while a badge of it should verify.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from pembina.exchange.badges.keys import Jwk, imported, new_key

FILE_NAME = "badge-keys.json"


class BadgeKeysError(RuntimeError):
    """The keys cannot be read or made; badges are neither signed nor verifiable until that is put right."""


def installation_keys(directory: Path, given: str = "") -> list[Jwk]:
    """Return the private keys, the signing one first; those in `given` (JSON) come before the file in `directory`.

    The file is made at the first call, with mode 0600. Of two processes at once one makes it, and both read its key.

    Raises
    ------
    BadgeKeysError : with what is wrong
    """
    if given:
        return _read(given, "PEMBINA_BADGE_KEYS")
    path = directory / FILE_NAME
    try:
        if not path.exists():
            _make(path)
        return _read(path.read_text(encoding="ascii"), str(path))
    except OSError as error:
        raise BadgeKeysError(
            f"The keys of badges {path} cannot be read or made ({error.strerror}). "
            "Give this user the right to read and write the file, or set PEMBINA_BADGE_KEYS."
        ) from error


def _read(text: str, place: str) -> list[Jwk]:
    try:
        told: Any = json.loads(text)
        keys: list[Jwk] = [dict(key) for key in told["keys"]]
        if not keys or not imported(keys[0]).is_private:
            raise ValueError("the first key cannot sign")
        for key in keys[1:]:
            imported(key)
    except (ValueError, KeyError, TypeError) as error:
        raise BadgeKeysError(
            f"{place} holds no keys of badges ({error}). Put the file back from a backup: with a new key, badges "
            "issued so far would no longer verify."
        ) from error
    return keys


def _make(path: Path) -> None:
    """Write a key beside ``path`` and link it into place: whoever comes second keeps the key of the first."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump({"keys": [new_key()]}, file)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
