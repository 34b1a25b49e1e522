"""What one thing that can be done is called in the trail."""

from dataclasses import dataclass
from enum import StrEnum

from pembina.core.text import Text


class Kind(StrEnum):
    """What somebody who asks the trail looks for first."""

    LOOKED = "looked"
    CHANGED = "changed"
    SIGNED_IN = "signed_in"

    @property
    def label(self) -> Text:
        """Return the kind as pages name it."""
        return KINDS[self]


KINDS = {
    Kind.LOOKED: Text(id="Dilihat atau diunduh", en="Looked at or downloaded"),
    Kind.CHANGED: Text(id="Diubah", en="Changed"),
    Kind.SIGNED_IN: Text(id="Masuk dan keluar", en="Signing in and out"),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be done, as it is told."""

    kind: Kind
    sentence: Text


def looked(indonesian: str, english: str) -> Operation:
    return Operation(Kind.LOOKED, Text(id=indonesian, en=english))


def changed(indonesian: str, english: str) -> Operation:
    return Operation(Kind.CHANGED, Text(id=indonesian, en=english))


def signed(indonesian: str, english: str) -> Operation:
    return Operation(Kind.SIGNED_IN, Text(id=indonesian, en=english))
