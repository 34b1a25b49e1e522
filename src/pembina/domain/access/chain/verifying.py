"""Reading the chain back, one link at a time, however long it has become."""

from collections.abc import Iterator, Mapping

from pembina.domain.access.chain.links import Fault, Link, faults
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.trail import trail_faults

AT_A_TIME = 2_000


def verify(heads: Mapping[int, str]) -> Iterator[Fault]:
    """Yield each fault of the chain, then of the days of the audit trail that it seals."""
    yield from faults(links(), heads)
    yield from trail_faults()


def links() -> Iterator[Link]:
    """Yield the links in their order."""
    for entry in ChainEntry.objects.order_by("sequence").iterator(chunk_size=AT_A_TIME):
        yield entry.link


def head() -> Link | None:
    """Return the last link: written down elsewhere, it vouches for all before it."""
    last = ChainEntry.objects.order_by("-sequence").first()
    return last.link if last else None
