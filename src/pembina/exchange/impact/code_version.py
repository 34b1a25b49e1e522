"""Which program computed a result: its version, and the very source of what draws and computes figures.

A version number stays while the code is worked on; the hash of the source does not.
"""

import platform
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

import pembina

SOURCE = "source "
DIGITS = 16
# What the figures of a panel and the result of a run are made by, below the package.
JUDGING = (
    "core/effect/**/*.py", "core/rules/satisfaction_index/**/*", "core/rules/service_time/**/*",
    "domain/impact/freezing.py", "domain/impact/found.py", "domain/impact/panel*.py", "domain/impact/questions.py",
)  # fmt: skip
NOT_SOURCE = "__pycache__"


def code_version() -> str:
    """Return what a result depends on besides design and data."""
    versions = f"pembina {pembina.__version__}, numpy {np.__version__}, python {platform.python_version()}"
    return f"{versions}, {SOURCE}{source_hash()}"


def source_of(version: str) -> str:
    """Return the hash in a text of `code_version`, or in the hash alone; empty in an older text, which had none."""
    found = version.rpartition(SOURCE)[2].strip().lower()
    return found if len(found) == DIGITS and "," not in found else ""


@cache
def source_hash() -> str:
    """Return the first digits of the SHA-256 over the files that judge, by their names; read once."""
    return hash_of(Path(pembina.__file__).parent)


def hash_of(root: Path) -> str:
    """Return the same of the package in a folder."""
    found = {path for pattern in JUDGING for path in root.glob(pattern) if path.is_file()}
    told = sha256()
    for path in sorted(found, key=lambda path: path.relative_to(root).as_posix()):
        if NOT_SOURCE not in path.parts:
            told.update(path.relative_to(root).as_posix().encode() + b"\0")
            told.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return told.hexdigest()[:DIGITS]
