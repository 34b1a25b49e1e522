"""A complaint of SP4N-LAPOR! as one row of a file says it, and what is wrong with a row."""

from dataclasses import dataclass, field
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState


@dataclass(frozen=True, slots=True)
class LaporRow:
    """One row that could be read; `row` as a person counts it. `answered_at` is missing where the file does not say."""

    row: int
    tracking_id: str
    title: str
    text: str
    category: str
    agency: str
    kind: ComplaintKind
    state: ComplaintState
    status: str
    received_at: datetime
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class LaporFinding:
    """What is wrong with a row, where, and what to do; a refused row is left out, a remark is not."""

    row: int
    column: str
    value: str
    reason: Text
    remedy: Text
    is_refusal: bool = True


@dataclass(frozen=True, slots=True)
class LaporFile:
    """What a file holds: the rows that could be read, and findings about the others."""

    name: str
    sha256: str
    row_count: int
    rows: tuple[LaporRow, ...]
    findings: tuple[LaporFinding, ...]
    private: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[Text, ...] = field(default=())
