"""Writing the planned changes of units, the tree of ancestors with them, and taking them back."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pembina.domain.access.audit import Known, Touched, record_many
from pembina.domain.access.bulk_rows import add_rows, remove_rows, rewrite_rows
from pembina.domain.access.models import User
from pembina.domain.people import ancestry
from pembina.domain.people.enums import ChangeKind
from pembina.domain.people.intake.circles import circles_among
from pembina.domain.people.intake.hanging import refuse_if_needed
from pembina.domain.people.intake.plan import Applied, Values
from pembina.domain.people.intake.record import UnitRecord, read_day
from pembina.domain.people.intake.refusals import ChangedAfterwardsError, ChangedSinceError, CircleSinceError
from pembina.domain.people.intake.unit_plan import unit_values
from pembina.domain.people.models import ImportBatch, ImportChange, Unit, UnitAncestry
from pembina.domain.people.operations.unit_changes import tell_hours

WRITTEN = ("name", "kind", "sector", "time_zone", "parent_id", "opened_on")
Row = tuple[Any, ...]


class UnitWriter:
    """Writes the changes of one batch, forth or back, inside a transaction that the caller holds with its locks."""

    def __init__(self, batch: ImportBatch, changes: Sequence[Applied]) -> None:
        self._batch, self._changes = batch, changes
        self._why = f"{batch.file_name} (#{batch.pk})"
        self._new = [change for change in changes if change.kind == ChangeKind.NEW]
        self._changed = [change for change in changes if change.kind == ChangeKind.CHANGED]
        self._record = UnitRecord()
        self._numbers = {code: unit.id for code, unit in self._record.by_code.items()}

    def apply(self, *, by: User | None, at: datetime) -> None:
        """Write every change.

        Raises ``ChangedSinceError`` where the record is not what it was, ``CircleSinceError`` where what was moved
        meanwhile would lie below itself.
        """
        if stale := [change.name for change in self._changes if not self._is_before(change)]:
            raise ChangedSinceError(stale)
        self._refuse_circles(forth=True)
        for level in _levels(self._new):
            add_rows(Unit, ("code", *WRITTEN), ((change.key, *self._values(change.after)) for change in level))
            self._numbers |= dict(Unit.objects.values_list("code", "pk"))
        rewrite_rows(Unit, WRITTEN, self._rewritten(forth=True))
        self._batch.links_removed = ancestry.settle()
        self._batch.save(update_fields=["links_removed"])
        self._tell_hours()
        for change in self._new:
            change.record = self._numbers[change.key]
        rewrite_rows(ImportChange, ("record",), ((change.record, change.pk) for change in self._new))
        record_many("import_unit", subjects=self._events(forth=True), by=by, at=at, why=self._why)

    def undo(self, *, by: User | None, at: datetime) -> None:
        """Put everything back.

        Raises ``ChangedAfterwardsError`` where the record is not what was written, ``CircleSinceError`` as `apply`.
        """
        if stale := [change.name for change in self._changes if not self._is(change, change.after)]:
            raise ChangedAfterwardsError(stale)
        self._refuse_circles(forth=False)
        rewrite_rows(Unit, WRITTEN, self._rewritten(forth=False))
        made = Unit.objects.filter(pk__in=self._batch.changes.filter(kind=ChangeKind.NEW).values("record"))
        refuse_if_needed(made, but=[UnitAncestry])
        record_many("undo_import_unit", subjects=self._events(forth=False), by=by, at=at, why=self._why)
        remove_rows(UnitAncestry.objects.filter(descendant__in=made))
        remove_rows(made)
        ancestry.settle(known=self._batch.links_removed)
        self._tell_hours()

    def _refuse_circles(self, *, forth: bool) -> None:
        """Judge the parents as they would be: also those that the file does not name may have moved since."""
        parents = {
            unit.code: self._record.by_id[unit.parent].code for unit in self._record.by_id.values() if unit.parent
        }
        for change in self._changes:
            values = change.after if forth else change.before
            if "parent" in values:
                parents.pop(change.key, None)
            if parent := values.get("parent"):
                parents[change.key] = parent
        if circles := circles_among(parents):
            known, new = self._record.by_code, {change.key: change.name for change in self._new}
            raise CircleSinceError([known[code].name if code in known else new[code] for code in circles[0]])

    def _tell_hours(self) -> None:
        """Tell which units stand elsewhere or keep another time, forth as back."""
        moved = [change.record for change in self._changed if change.record and "parent" in change.after]
        rezoned = [change.record for change in self._changed if change.record and "time_zone" in change.after]
        tell_hours(moved, rezoned=rezoned)

    def _is_before(self, change: Applied) -> bool:
        parent = change.after.get("parent")
        if parent and parent not in self._numbers and parent not in {each.key for each in self._new}:
            return False
        if parent and parent in self._numbers and self._record.by_code[parent].closed_on is not None:
            return False
        if change.kind == ChangeKind.NEW:
            return change.key not in self._numbers
        return self._is(change, change.before)

    def _is(self, change: Applied, values: Values) -> bool:
        unit = self._record.by_code.get(change.key)
        if unit is None or unit.id != change.record:
            return False
        present = unit_values(unit, self._record)
        return all(present[field] == value for field, value in values.items())

    def _rewritten(self, *, forth: bool) -> Iterator[Row]:
        for change in self._changed:
            unit = self._record.by_code[change.key]
            values = unit_values(unit, self._record) | (change.after if forth else change.before)
            yield (*self._values(values), unit.id)

    def _values(self, values: Values) -> Row:
        parent = values["parent"]
        return (
            values["name"],
            values["kind"],
            values["sector"],
            values["time_zone"],
            None if parent is None else self._numbers[parent],
            read_day(values["opened_on"]),
        )

    def _events(self, *, forth: bool) -> Iterator[Touched]:
        return (_touched(change, forth) for change in self._changes)


def _levels(new: Sequence[Applied]) -> Iterator[list[Applied]]:
    """Yield the new units from the top down, so that each finds its parent written."""
    waiting = {change.key: change for change in new}
    while waiting:
        level = [change for change in waiting.values() if change.after["parent"] not in waiting]
        yield level
        for change in level:
            del waiting[change.key]


def _touched(change: Applied, forth: bool) -> Touched:
    """Return the event of one record: what changed, or what was put back."""
    before, after = (change.before, change.after) if forth else (change.after, change.before)
    said = {
        field: (before.get(field) or "", after.get(field) or "")
        for field in change.after
        if (before.get(field) or "") != (after.get(field) or "")
    }
    known = Known(Unit, change.record or 0, change.name)
    return Touched(known, said, created=forth and change.kind == ChangeKind.NEW)
