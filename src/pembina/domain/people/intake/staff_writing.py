"""Writing the planned changes of staff in bulk, and taking them back."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from operator import itemgetter
from typing import Any

from pembina.domain.access.audit import Known, Touched, record_many
from pembina.domain.access.bulk_rows import add_rows, remove_numbered, remove_rows, reserve_numbers, rewrite_rows
from pembina.domain.access.models import User
from pembina.domain.people.enums import AssignmentKind, AssignmentStep, ChangeKind
from pembina.domain.people.intake.fields import PERSON_FIELDS
from pembina.domain.people.intake.hanging import refuse_if_needed
from pembina.domain.people.intake.plan import Applied, Values
from pembina.domain.people.intake.record import StaffRecord, read_day
from pembina.domain.people.intake.refusals import ChangedAfterwardsError, ChangedSinceError
from pembina.domain.people.intake.staff_state import StaffState, last_day_before
from pembina.domain.people.models import Assignment, ImportBatch, Person

Step = AssignmentStep
BEGINNING = (Step.BEGIN, Step.SUCCEED)
POSITION = ("unit_id", "position", "position_code", "position_kind", "superior_id", "starts_on", "ends_on")
BEGINNINGS = ("unit", "position", "superior", "starts_on")
pick = itemgetter(*PERSON_FIELDS)
Row = tuple[Any, ...]


class StaffWriter:
    """Writes the changes of one batch, forth or back, inside a transaction that the caller holds with its locks."""

    def __init__(self, batch: ImportBatch, changes: Sequence[Applied]) -> None:
        self._batch, self._changes = batch, changes
        self._why = f"{batch.file_name} (#{batch.pk})"
        self._record = StaffRecord()
        new = frozenset(change.key for change in changes if change.kind == ChangeKind.NEW)
        self._state = StaffState(self._record, new=new, on=batch.on)
        self._numbers = {nip: person.id for nip, person in self._record.persons.items()}

    def apply(self, *, by: User | None, at: datetime) -> None:
        """Write every change; raises ``ChangedSinceError`` where the record is not what it was."""
        if stale := [change.name for change in self._changes if not self._state.is_before(change)]:
            raise ChangedSinceError(stale)
        self._number_new()
        add_rows(Person, ("id", "nip", *PERSON_FIELDS), self._new_persons(), while_made=True)
        rewrite_rows(Person, PERSON_FIELDS, self._changed_persons(forth=True))
        # What ends makes room for what begins: the database refuses two at a time, row by row.
        rewrite_rows(Assignment, ("ends_on",), self._ends())
        rewrite_rows(Assignment, POSITION, self._corrections(forth=True))
        add_rows(Assignment, ("id", "person_id", "kind", *POSITION), self._beginnings(), while_made=True)
        record_many("import_staff", subjects=self._events(forth=True), by=by, at=at, why=self._why, known=Person)

    def undo(self, *, by: User | None, at: datetime) -> None:
        """Put everything back; raises ``ChangedAfterwardsError`` where the record is not what was written."""
        self._give_numbers()
        if stale := [change.name for change in self._changes if not self._state.is_after(change)]:
            raise ChangedAfterwardsError(stale)
        begun = [each.assignment for each in self._changes if each.step in BEGINNING and each.assignment]
        remove_numbered(Assignment, begun)
        rewrite_rows(Assignment, ("ends_on",), self._ends_before())
        rewrite_rows(Assignment, POSITION, self._corrections(forth=False))
        rewrite_rows(Person, PERSON_FIELDS, self._changed_persons(forth=False))
        # Each of them has the number that the import has given: that is asked above.
        made = Person.objects.filter(nip__in=self._batch.changes.filter(kind=ChangeKind.NEW).values("key"))
        refuse_if_needed(made)
        record_many("undo_import_staff", subjects=self._events(forth=False), by=by, at=at, why=self._why, known=Person)
        remove_rows(made)

    def _new_persons(self) -> Iterator[Row]:
        for change in self._changes:
            if change.kind == ChangeKind.NEW:
                yield (change.record, change.key, *pick(change.after))

    def _changed_persons(self, *, forth: bool) -> Iterator[Row]:
        """Yield all that is known of each person whose own fields change, with the values of after, or of before."""
        for change in self._changes:
            values = change.after if forth else change.before
            if change.kind == ChangeKind.CHANGED and any(field in values for field in PERSON_FIELDS):
                person = self._record.persons[change.key]
                present = zip(PERSON_FIELDS, person.values, strict=True)
                yield (*(values.get(field, value) for field, value in present), person.id)

    def _ends(self) -> Iterator[Row]:
        for change in self._changes:
            if change.step == Step.SUCCEED:
                yield (last_day_before(change.after), change.ended)
            elif change.step == Step.END:
                yield (read_day(change.after["ends_on"]), change.ended)

    def _ends_before(self) -> Iterator[Row]:
        for change in self._changes:
            if change.step in (Step.SUCCEED, Step.END):
                yield (read_day(change.before["ends_on"]), change.ended)

    def _corrections(self, *, forth: bool) -> Iterator[Row]:
        for change in self._changes:
            if change.step == Step.CORRECT:
                yield (*self._position(change.after if forth else change.before), change.assignment)

    def _beginnings(self) -> Iterator[Row]:
        for change in self._changes:
            if change.step in BEGINNING:
                yield (change.assignment, change.record, AssignmentKind.MAIN.value, *self._position(change.after))

    def _position(self, values: Values) -> Row:
        superior = values["superior"]
        return (
            self._record.units.by_code[values["unit"] or ""].id,
            values["position"],
            values["position_code"],
            values["position_kind"],
            None if superior is None else self._numbers[superior],
            values["starts_on"],
            values["ends_on"],
        )

    def _number_new(self) -> None:
        """Let the new rows have numbers in a row: two of them tell an undo later which rows came of which change."""
        new = sum(change.kind == ChangeKind.NEW for change in self._changes)
        begun = sum(change.step in BEGINNING for change in self._changes)
        self._batch.first_person = reserve_numbers(Person, new) if new else None
        self._batch.first_assignment = reserve_numbers(Assignment, begun) if begun else None
        self._batch.save(update_fields=["first_person", "first_assignment"])
        self._give_numbers()
        self._numbers |= {each.key: each.record for each in self._changes if each.record}

    def _give_numbers(self) -> None:
        """Number the rows that the changes make, in their order; older imports have the numbers in the changes."""
        persons, assignments = count(self._batch.first_person or 0), count(self._batch.first_assignment or 0)
        for change in self._changes:
            if change.record is None:
                change.record = next(persons)
            if change.step in BEGINNING and change.assignment is None:
                change.assignment = next(assignments)

    def _events(self, *, forth: bool) -> Iterator[Touched]:
        return (_touched(change, forth) for change in self._changes)


def _touched(change: Applied, forth: bool) -> Touched:
    """Return the event of one person: what changed, or what was put back; of somebody new, where they begin.

    All else that a new record says stands in the record, and in the changes of the import.
    """
    about, is_new = Known(Person, change.record or 0, change.name, change.key), change.kind == ChangeKind.NEW
    if is_new:
        told = {"nip": change.key} | {field: value for field in BEGINNINGS if (value := change.after.get(field))}
        said = {field: ("", value) if forth else (value, "") for field, value in told.items()}
        return Touched(about, said, created=forth)
    before, after = (change.before, change.after) if forth else (change.after, change.before)
    said = {
        field: (before.get(field) or "", after.get(field) or "")
        for field in change.after
        if before.get(field) != after.get(field)
    }
    return Touched(about, said)
