"""What one row of a file says about a person or a unit, and what is wrong with a row.

The reader of files makes these, whatever the layout of the file was; planning and applying know only these. None means
that the file does not say: nothing is changed then, since an empty cell must not erase what is on record.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pembina.core.text import Text
from pembina.domain.people.enums import PositionKind, Sector, Sex, Status, TimeZone, UnitKind


class Severity(StrEnum):
    """Whether a row is left out of an import, or only to be looked at."""

    REFUSED = "refused"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RowFinding:
    """One thing about one row: where it stands, what was found there, why that is wrong and what to do.

    ``row`` counts as a person does, the header included; ``column`` is the name in the header, empty for a whole row.
    """

    row: int
    column: str
    value: str
    code: str
    severity: Severity
    reason: Text
    remedy: Text


class StaffRow(NamedTuple):
    """One person as a file tells it. ``nip``, ``name`` and ``status`` are always there; the number has been read.

    ``unit`` is the code or the name of a unit, and ``unit_above`` that of a unit somewhere above it, for names that
    occur more than once. ``superior`` is a NIP. A tuple, which is made faster than a frozen record of so many fields.
    """

    row: int
    nip: str
    name: str
    status: Status
    birth_date: date | None = None
    sex: Sex | None = None
    title_before: str | None = None
    title_after: str | None = None
    rank: str | None = None
    education: str | None = None
    legal_position: str | None = None
    email: str | None = None
    phone: str | None = None
    unit: str | None = None
    unit_above: str | None = None
    position: str | None = None
    position_code: str | None = None
    position_kind: PositionKind | None = None
    position_since: date | None = None
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as a file tells it. ``parent`` is a code; a code that begins like another says nothing."""

    row: int
    code: str
    name: str
    kind: UnitKind | None = None
    sector: Sector | None = None
    time_zone: TimeZone | None = None
    parent: str | None = None
    opened_on: date | None = None
