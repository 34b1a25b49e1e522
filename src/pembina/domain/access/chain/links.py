"""One link and its hash, and what does not fit in a row of them. Knows no database."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from pembina.core.text import Text

# Goes into every hash: a later way of hashing cannot be passed off as this one.
FORMAT = "pembina-chain-1"
BEFORE_THE_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """What the hash is taken over, in its order, and the hash."""

    sequence: int
    kind: str
    subject: str
    content: str
    by: str
    at: datetime
    previous_hash: str
    hash: str = ""

    def digest(self) -> str:
        """Return the hash that these fields have; JSON keeps one field from running into the next."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        fields = [FORMAT, self.sequence, self.kind, self.subject, self.content, self.by, at, self.previous_hash]
        return sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()


def canonical(content: Mapping[str, Any]) -> str:
    """Return `content` as the one JSON text it has: keys in order, no spaces, nothing outside ASCII."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place at which the chain, or what it seals, is not as it was written."""

    sequence: int
    kind: str
    problem: Text


def faults(links: Iterable[Link], heads: Mapping[int, str]) -> Iterator[Fault]:
    """Yield each fault of a chain read in order, holding one link at a time.

    `heads` are hashes that were written down elsewhere, by their sequence: only they can show that links at the end
    are missing or that the whole chain was computed anew.
    """
    last, hash_of_last = 0, BEFORE_THE_FIRST
    for link in links:
        yield from _faults_of(link, last, hash_of_last, heads)
        last, hash_of_last = link.sequence, link.hash
    for sequence in sorted(heads):
        if sequence > last:
            yield Fault(sequence, "", _cut_off(last))


def _faults_of(link: Link, last: int, hash_of_last: str, heads: Mapping[int, str]) -> Iterator[Fault]:
    if link.sequence != last + 1:
        yield Fault(link.sequence, link.kind, _missing(last + 1, link.sequence - 1))
    elif link.previous_hash != hash_of_last:
        yield Fault(link.sequence, link.kind, DOES_NOT_FOLLOW)
    if link.hash != link.digest():
        yield Fault(link.sequence, link.kind, CHANGED)
    if heads.get(link.sequence, link.hash) != link.hash:
        yield Fault(link.sequence, link.kind, NOT_THE_HEAD)


DOES_NOT_FOLLOW = Text(
    id="Tidak menyambung mata rantai sebelumnya: salah satunya diubah, disisipkan, atau dipindahkan.",
    en="Does not continue the link before it: one of the two was changed, inserted or moved.",
)
CHANGED = Text(
    id="Isinya tidak cocok dengan hash-nya: sesudah ditulis, isinya diubah.",
    en="Its fields do not match its hash: they were changed after it was written.",
)
NOT_THE_HEAD = Text(
    id="Hash-nya bukan yang dicatat di luar: rantai sampai di sini dihitung ulang.",
    en="Its hash is not the one written down elsewhere: the chain up to here was computed anew.",
)


def _missing(first: int, last: int) -> Text:
    if last < first:
        return Text(id="Nomornya tidak menyusul nomor sebelumnya.", en="Its number does not follow the one before.")
    span = str(first) if first == last else f"{first}-{last}"
    return Text(id=f"Mata rantai {span} sebelum ini hilang.", en=f"Link {span} before this one is missing.")


def _cut_off(last: int) -> Text:
    return Text(
        id=f"Dicatat di luar, tetapi rantai berakhir pada nomor {last}: ekornya dipotong.",
        en=f"Written down elsewhere, but the chain ends at {last}: its tail was cut off.",
    )
