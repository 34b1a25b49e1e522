"""A position changes while the person stays: another unit or title from a day on, or a wrong entry put right."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations.assignments import begin_checked, end_checked, hold
from pembina.domain.people.refusals import ReasonMissingError


@dataclass(frozen=True, slots=True)
class Post:
    """What an assignment says about the work, without its days."""

    unit: Unit
    position: str
    position_kind: PositionKind | str
    superior: Person | None
    position_code: str = ""

    @classmethod
    def of(cls, assignment: Assignment) -> "Post":
        return cls(
            unit=assignment.unit,
            position=assignment.position,
            position_kind=assignment.position_kind,
            superior=assignment.superior,
            position_code=assignment.position_code,
        )

    def write_on(self, assignment: Assignment) -> None:
        assignment.unit, assignment.superior = self.unit, self.superior
        assignment.position, assignment.position_code = self.position, self.position_code
        assignment.position_kind = self.position_kind

    def changes_from(self, other: "Post") -> Changes:
        """Return what differs, for the audit trail."""
        before, after = other._told(), self._told()
        return {field: (before[field], after[field]) for field in after if before[field] != after[field]}

    def _told(self) -> dict[str, str]:
        return {
            "unit": self.unit.code,
            "position": self.position,
            "position_kind": str(self.position_kind),
            "superior": self.superior.nip if self.superior else "",
            "position_code": self.position_code,
        }


def transfer(*, assignment: Assignment, to: Post, from_day: date, by: User | None, at: datetime) -> Assignment:
    """Let the person hold another post from a day on; the former one stays in the history, ended the day before.

    Raises
    ------
    DatesReversedError : the assignment does not run on the day before `from_day`
    OverlapError, OwnSuperiorError, UnitClosedError
    """
    with one_event():
        hold(assignment)
        before, last_day = Post.of(assignment), assignment.ends_on
        end_checked(assignment, from_day - timedelta(days=1))
        following = Assignment(person=assignment.person, kind=assignment.kind, starts_on=from_day, ends_on=last_day)
        to.write_on(following)
        begin_checked(following)
        record("transfer", on=following, by=by, at=at, changes=to.changes_from(before))
    return following


def correct_assignment(
    *,
    assignment: Assignment,
    to: Post,
    starts_on: date,
    ends_on: date | None,
    reason: str,
    by: User | None,
    at: datetime,
) -> None:
    """Put right an entry that was wrong from the beginning. What stood there before goes into the audit trail.

    Raises
    ------
    ReasonMissingError : a history is not rewritten without saying why
    OverlapError, OwnSuperiorError, UnitClosedError, DatesReversedError
    """
    if not reason.strip():
        raise ReasonMissingError
    changes = to.changes_from(Post.of(assignment))
    if starts_on != assignment.starts_on:
        changes["starts_on"] = (assignment.starts_on.isoformat(), starts_on.isoformat())
    if ends_on != assignment.ends_on:
        changes["ends_on"] = (_told(assignment.ends_on), _told(ends_on))
    with one_event():
        to.write_on(assignment)
        assignment.starts_on, assignment.ends_on = starts_on, ends_on
        begin_checked(assignment)
        record("correct_assignment", on=assignment, by=by, at=at, changes=changes, why=reason.strip())


def _told(day: date | None) -> str:
    return day.isoformat() if day else ""
