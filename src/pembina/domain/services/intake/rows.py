"""What a file says about requests, as columns: a million of them fit into memory this way."""

from collections.abc import Sequence
from dataclasses import dataclass

from pembina.core.rules.service_time.ledger import Flags
from pembina.core.rules.service_time.timeline import Integers
from pembina.domain.people.intake.rows import RowFinding


@dataclass(frozen=True)
class RequestRows:
    """N requests and P pauses of a file; instants are microseconds since 1970 or MISSING.

    Attributes
    ----------
    row : (N,) where each begins in the file, as a person counts
    service : (N,) its number on record
    number : N, as the office numbers requests
    channel : N, a value of `Channel`, empty where the file does not say
    received, ended : (N,)
    withdrawn, dates_only : (N,)
    says_open : (N,) whether the file says that it is open, rather than nothing about an end
    pause_of, pause_began, pause_ended : (P,) position of the request, and two instants
    pause_reason : P, a value of `PauseReason`
    says_pauses : whether the file knows of pauses; if not, those on record stay
    """

    row: Integers
    service: Integers
    number: Sequence[str]
    channel: Sequence[str]
    received: Integers
    ended: Integers
    withdrawn: Flags
    dates_only: Flags
    says_open: Flags
    pause_of: Integers
    pause_began: Integers
    pause_ended: Integers
    pause_reason: Sequence[str]
    says_pauses: bool

    @property
    def count(self) -> int:
        """N."""
        return int(self.row.size)


@dataclass(frozen=True)
class RequestsRead:
    """A file that was read: what can be taken, what is wrong, and the figures of the file as it stands.

    Attributes
    ----------
    row_count : rows with data, the refused ones included
    refused : how many rows are left out, by the code of the reason; a row may have several
    refused_rows : how many rows are left out
    findings : what is wrong, row by row, at most `LISTED` of each code
    spans : (M,) microseconds from the first to the last instant of every request that has both, flaws or not
    """

    rows: RequestRows
    row_count: int
    refused: dict[str, int]
    findings: tuple[RowFinding, ...]
    spans: Integers
    refused_rows: int = 0


@dataclass(frozen=True, slots=True)
class KnownService:
    """A service that a file may name, by its code or its name; `zone` is minutes east of Greenwich at its unit."""

    pk: int
    code: str
    name: str
    zone: int
