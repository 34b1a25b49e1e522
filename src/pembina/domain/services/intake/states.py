"""One request as an import compares, writes and restores it."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from pembina.core.rules.service_time import MISSING

# Beginning, end or MISSING, and for whom it waits.
Rest = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class State:
    """What is recorded of a request; instants are microseconds since 1970 or MISSING. `flaw` is empty where sound."""

    channel: str
    received: int
    ended: int
    withdrawn: bool
    dates_only: bool
    rests: tuple[Rest, ...] = ()
    flaw: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it has not ended."""
        return self.ended == MISSING

    @property
    def mark(self) -> int:
        """Return a fingerprint that fits a column of whole numbers."""
        told = (self.channel, self.received, self.ended, self.withdrawn, self.dates_only, self.rests, self.flaw)
        return int.from_bytes(hashlib.blake2b(repr(told).encode(), digest_size=8).digest(), "big", signed=True)

    def as_json(self) -> dict[str, Any]:
        """Return the state as JSON keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "State":
        """Return the state that was kept; what else was kept with it is left out."""
        told = {field.name: kept[field.name] for field in fields(cls)}
        return cls(**{**told, "rests": tuple((began, ended, reason) for began, ended, reason in kept["rests"])})


@dataclass(frozen=True, slots=True)
class Known:
    """A request on record: its number there, its state, its promise, and when that state was written down."""

    pk: int
    state: State
    promised: int
    recorded: int
