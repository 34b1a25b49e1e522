"""The locked text of a design as a file: read back, or refused where it is none."""

import json
from typing import Any

from pembina.core.effect.frozen_study import FORMAT
from pembina.core.text import Text
from pembina.exchange.tables.unreadable import UnreadableFileError

KEYS = ("outcomes", "units", "comparison", "order", "computation")


def read_design(content: bytes, *, name: str) -> dict[str, Any]:
    """Return the object that was locked; raises ``UnreadableFileError`` for anything else."""
    try:
        told = json.loads(content)
    except ValueError:
        raise _no_design(name) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT or any(key not in told for key in KEYS):
        raise _no_design(name)
    return told


def _no_design(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"{name} bukan rancangan evaluasi yang dikunci ({FORMAT}).",
            en=f"{name} is not a locked design of an evaluation ({FORMAT}).",
        ),
        Text(
            id="Unduh rancangannya dari halaman evaluasi di Pembina.",
            en="Download the design from the page of the evaluation in Pembina.",
        ),
    )
