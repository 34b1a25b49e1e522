"""Which version of a table stands now, and since when this server has known it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import cache

from pembina import __version__
from pembina.exchange.open_data.shapes import OpenTable


@dataclass(frozen=True, slots=True)
class Version:
    """The state of the rows as a short text, and when it was first seen."""

    state: str
    since: datetime

    def etag_of(self, form: str, language: str) -> str:
        """Return the weak validator of one format: the same rows, not always the same bytes."""
        told = f"{self.state} {form} {language} {__version__}"
        return f'W/"{sha256(told.encode()).hexdigest()[:32]}"'


def version_of_table(table: OpenTable, *, at: datetime) -> Version:
    """Return the version; its day is that on which this server met it, since a removal leaves no date behind."""
    state, name = table.state(at), f"open-data-{table.name}"
    known: Version | None = cache.get(name)
    if known is not None and known.state == state:
        return known
    met = Version(state, at.replace(microsecond=0))
    cache.set(name, met, None)
    return met
