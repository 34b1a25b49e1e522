"""What a file says about a service, what would become of it, and what is wrong with it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pembina.core.text import Text
from pembina.domain.people.models import Unit
from pembina.domain.services.components import StandardContent
from pembina.domain.services.models import PublicService, ServiceStandard

Row = tuple[int, dict[str, str]]
"""The number of a row in its file, and its cells by the names of our fields; an empty cell is left out."""


class Change(StrEnum):
    """What a row does."""

    OPENS = "opens"
    RENAMES = "renames"
    SETS = "sets"
    CORRECTS = "corrects"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that cannot be used: the field that is to blame, its value, and what to do."""

    row: int
    field: str
    value: str
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One row that can be used. `standard` is the version that is corrected, None where a new one is set."""

    row: int
    code: str
    name: str
    unit: Unit
    changes: tuple[Change, ...]
    service: PublicService | None = None
    standard: ServiceStandard | None = None
    starts_on: date | None = None
    content: StandardContent | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of a file: what would be done, and what is wrong."""

    steps: list[Step] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def changing(self) -> list[Step]:
        """Return the steps that change anything."""
        return [step for step in self.steps if step.changes != (Change.NOTHING,)]
