"""What a test needs and not every machine has: it is skipped there, and fails where continuous integration runs it."""

import os
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def missing(what, remedy):
    """Skip where a user's machine lacks something; fail where the machine is meant to have it."""
    message = f"{what} is missing. {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def shared(path):
    """Return a published file, or directory, that lies beside the repository because its terms forbid to commit it."""
    found = DATA / path
    if not found.exists():
        missing(f"../shared/data/{path}", f"It is published data, not part of the repository; put it at {found}.")
    return found
