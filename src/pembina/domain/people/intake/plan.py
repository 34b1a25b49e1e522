"""What an import would do: changes and findings, before any of it is kept."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pembina.domain.people.enums import AssignmentStep, ChangeKind
from pembina.domain.people.intake.fields import READING_ORDER
from pembina.domain.people.intake.rows import RowFinding, Severity

Values = dict[str, str | None]
ORDER = tuple(READING_ORDER)


@dataclass(slots=True)
class Change:
    """One row of ``ImportChange``; the names and their meaning are the same there."""

    row: int | None
    kind: ChangeKind
    key: str
    name: str
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    step: AssignmentStep = AssignmentStep.NONE
    record: int | None = None
    assignment: int | None = None
    ended: int | None = None


@dataclass(slots=True)
class Applied:
    """One row of ``ImportChange`` as it is written and taken back, without the weight of a model."""

    pk: int
    kind: str
    step: str
    key: str
    name: str
    before: Values
    after: Values
    record: int | None
    assignment: int | None
    ended: int | None


AnyChange = TypeVar("AnyChange", Change, Applied)


@dataclass(slots=True)
class Plan:
    """Changes and findings in the order in which they were found, and the rows that would change nothing."""

    findings: list[RowFinding] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    refused: set[int] = field(default_factory=set)

    def note(self, finding: RowFinding) -> None:
        """Keep a finding; one that refuses takes its row out of the import."""
        self.findings.append(finding)
        if finding.severity is Severity.REFUSED:
            self.refused.add(finding.row)

    def note_all(self, findings: Iterable[RowFinding]) -> None:
        """Keep several."""
        for finding in findings:
            self.note(finding)

    def count(self, kind: ChangeKind) -> int:
        """Return how many changes are of a kind."""
        return sum(1 for change in self.changes if change.kind is kind)


class Fingerprint:
    """The fingerprint of a plan: whoever applies it can say which one they have looked at."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def through(self, changes: Iterable[AnyChange]) -> Iterator[AnyChange]:
        """Hand on the changes one by one, each after it was taken down."""
        for change in changes:
            self._digest.update(_told(change).encode())
            yield change

    def __str__(self) -> str:
        return self._digest.hexdigest()


def _told(change: Change | Applied) -> str:
    before = tuple(map(change.before.get, ORDER)) if change.before else ()
    return repr((str(change.kind), str(change.step), change.key, before, *map(change.after.get, ORDER)))
