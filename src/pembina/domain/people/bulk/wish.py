"""What is to happen to everybody who was chosen."""

from dataclasses import dataclass
from datetime import date

from pembina.domain.people.enums import BulkKind
from pembina.domain.people.models import BulkChange, Person, Unit


@dataclass(frozen=True, slots=True)
class Wish:
    """One change for all. `day` is the first under the new superior or in the new unit, or the last of all.

    A transfer leaves the superior as it is unless one is named; a change of superior without one takes it away.
    """

    kind: BulkKind
    day: date
    superior: Person | None = None
    unit: Unit | None = None
    reason: str = ""

    @classmethod
    def of(cls, change: BulkChange) -> "Wish | None":
        """Return what a change wishes, or None while that has not been said."""
        if not change.kind or change.day is None:
            return None
        return cls(
            kind=BulkKind(change.kind),
            day=change.day,
            superior=change.superior,
            unit=change.unit,
            reason=change.reason,
        )
