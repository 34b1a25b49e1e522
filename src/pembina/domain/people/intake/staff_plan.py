"""Comparing a file of staff with the record, row by row."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from pembina.core.rules.civil_servant_number import read_number
from pembina.domain.people.enums import AssignmentStep, ChangeKind, LegalPosition, PositionKind
from pembina.domain.people.intake.circles import circles_among
from pembina.domain.people.intake.columns import Columns
from pembina.domain.people.intake.fields import PERSON_FIELDS
from pembina.domain.people.intake.plan import Change, Plan, Values
from pembina.domain.people.intake.positions import Outcome, Position, Wanted, outcome_of
from pembina.domain.people.intake.record import (
    KnownPerson,
    KnownUnit,
    StaffRecord,
    written_day,
)
from pembina.domain.people.intake.rows import RowFinding, StaffRow
from pembina.domain.people.intake.staff_findings import StaffFindings, leaving_unknown
from pembina.domain.people.intake.staff_values import wrong_values
from pembina.domain.people.intake.unit_names import UnitNames
from pembina.domain.people.operations.persons import NUMBERED_AS

Progress = Callable[[int, int], None]
EVERY = 500
SAID = attrgetter(*PERSON_FIELDS)


class StaffPlanner:
    """Plans one file. First every row is judged by itself, so that it is known whom the others may name as superior.

    Whoever is not on record is refused before anything is compared: after that only a history can refuse a row, and
    whoever has one leads others all the same.
    """

    def __init__(self, record: StaffRecord, *, on: date, columns: Columns) -> None:
        self._record, self._on, self._columns = record, on, columns
        self._names = UnitNames(record.units, on=on)
        self._say = StaffFindings(columns)
        self._rows: dict[str, StaffRow] = {}
        self._units: dict[str, KnownUnit] = {}
        self.plan = Plan()

    def compare(
        self, rows: Sequence[StaffRow], findings: Sequence[RowFinding], *, complete: bool, progress: Progress | None
    ) -> Plan:
        """Return the plan for `rows`; a row that a finding of the reader refuses is left out."""
        self.plan.note_all(findings)
        unread = self.plan.refused - {row.row for row in rows}
        for row in rows:
            self._judge(row)
        self._refuse_unknown_superiors()
        accepted = [row for row in self._rows.values() if row.row not in self.plan.refused]
        for done, row in enumerate(accepted, 1):
            self._compare(row)
            if progress is not None and (done % EVERY == 0 or done == len(accepted)):
                progress(done, len(accepted))
        self._warn_of_circles()
        if complete:
            self._let_go(unread)
        return self.plan

    def _judge(self, row: StaffRow) -> None:
        """Refuse what is wrong whatever the other rows say."""
        first = self._rows.setdefault(row.nip, row)
        if first is not row:
            self.plan.note(self._say.duplicate(row, first.row))
            return
        if row.row in self.plan.refused:
            return
        self.plan.note_all(wrong_values(row, self._say))
        known = self._record.persons.get(row.nip)
        if known is not None and known.values[PERSON_FIELDS.index("status")] != row.status:
            self.plan.note(self._say.status_changed(row, known.values[PERSON_FIELDS.index("status")]))
        if row.superior == row.nip:
            self.plan.note(self._say.own_superior(row))
        if row.unit:
            self._find_unit(row, known)

    def _find_unit(self, row: StaffRow, known: KnownPerson | None) -> None:
        found = self._names.find(row.unit or "", row.unit_above)
        if len(found.units) > 1:
            return self.plan.note(self._say.ambiguous_unit(row, found.units))
        if not found.units:
            return self.plan.note(self._say.unknown_unit(row, found.closest))
        (unit,) = found.units
        day = max(self._on, row.position_since or self._on)
        if unit.closed_on is not None and unit.closed_on < day and not self._works_there(known, unit, day):
            into = None if unit.merged_into is None else self._record.units.by_id[unit.merged_into]
            return self.plan.note(self._say.closed_unit(row, unit, into))
        self._units[row.nip] = unit
        return None

    def _works_there(self, known: KnownPerson | None, unit: KnownUnit, day: date) -> bool:
        history = self._record.history(known.id) if known else []
        return any(held.unit == unit.id and held.holds_on(day) for held in history)

    def _compare(self, row: StaffRow) -> None:
        superior = self._superior(row)
        known = self._record.persons.get(row.nip)
        outcome = self._outcome(row, known, superior)
        if outcome.note:
            self.plan.note(self._finding(row, outcome))
        if row.row in self.plan.refused:
            return
        change = self._change(row, known, outcome)
        if change is None:
            self.plan.unchanged += 1
        else:
            self.plan.changes.append(change)

    def _refuse_unknown_superiors(self) -> None:
        for row in self._rows.values():
            named, is_standing = row.superior, row.row not in self.plan.refused
            if named is not None and is_standing and named not in self._record.persons and named not in self._rows:
                self.plan.note(self._say.unknown_superior(row))

    def _superior(self, row: StaffRow) -> str | None:
        """Return the superior to be written; none, with a warning, where the row of the one named was refused."""
        if row.superior is None or row.superior in self._record.persons:
            return row.superior
        named = self._rows[row.superior]
        if named.row not in self.plan.refused:
            return row.superior
        self.plan.note(self._say.superior_left_out(row, named.row))
        return None

    def _outcome(self, row: StaffRow, known: KnownPerson | None, superior: str | None) -> Outcome:
        unit = self._units.get(row.nip)
        wanted = Wanted(
            unit=unit.id if unit else None,
            position=row.position or None,
            position_code=row.position_code,
            position_kind=row.position_kind,
            superior=superior,
            since=row.position_since,
        )
        history = self._record.history(known.id) if known else []
        return outcome_of(
            wanted, history, on=self._on, superior_of=self._record.nips, kind_if_unknown=PositionKind.EXECUTIVE
        )

    def _finding(self, row: StaffRow, outcome: Outcome) -> RowFinding:
        if outcome.note == "overlap" and outcome.other is not None:
            return self._say.overlap(row, outcome.other)
        if outcome.note == "since_differs" and outcome.other is not None:
            return self._say.since_differs(row, outcome.other)
        if outcome.note == "resumed":
            return self._say.resumed(row, self._on)
        return self._say.kind_assumed(row) if outcome.note == "kind_assumed" else self._say.incomplete(row)

    def _change(self, row: StaffRow, known: KnownPerson | None, outcome: Outcome) -> Change | None:
        before, after = _of_new(row, self._on) if known is None else _of_known(row, known)
        change = Change(
            row=row.row,
            kind=ChangeKind.NEW if known is None else ChangeKind.CHANGED,
            key=row.nip,
            name=row.name if known is None else known.name,
            before=before,
            after=after,
            record=known.id if known else None,
        )
        self._add_step(change, outcome)
        return change if change.after else None

    def _add_step(self, change: Change, outcome: Outcome) -> None:
        if outcome.to is None:
            return
        change.step = outcome.step
        if outcome.running is not None:
            change.before |= self._record.written(outcome.running)
        change.after |= self._written(outcome.to)
        if outcome.running is not None and outcome.step is AssignmentStep.SUCCEED:
            change.ended = outcome.running.id
        elif outcome.running is not None:
            change.assignment = outcome.running.id

    def _written(self, position: Position) -> Values:
        return {
            "unit": self._record.units.by_id[position.unit].code,
            "position": position.position,
            "position_code": position.position_code,
            "position_kind": str(position.position_kind),
            "superior": position.superior,
            "starts_on": position.starts_on.isoformat(),
            "ends_on": written_day(position.ends_on),
        }

    def _warn_of_circles(self) -> None:
        """Point at each row of the file whose superiors lead back to the person."""
        superiors = {
            self._record.nips[person]: self._record.nips[held.superior]
            for person, history in self._record.histories().items()
            for held in history
            if held.superior is not None and held.holds_on(self._on)
        }
        for change in self.plan.changes:
            if change.step is not AssignmentStep.NONE and change.after["superior"]:
                superiors[change.key] = change.after["superior"]
        for circle in circles_among(superiors):
            for nip in circle:
                row = self._rows.get(nip)
                if row is not None and row.row not in self.plan.refused:
                    self.plan.note(self._say.circle(row, [self._name(each) for each in (*circle, circle[0])]))

    def _name(self, nip: str) -> str:
        return self._rows[nip].name if nip in self._rows else self._record.persons[nip].name

    def _let_go(self, unread: set[int]) -> None:
        """Let everybody leave who is on record and not in the file; who has begun on its day is newer than the file."""
        if unread:
            self.plan.note(leaving_unknown(len(unread)))
            return
        for nip, person in self._record.persons.items():
            if nip in self._rows:
                continue
            for held in self._record.history(person.id):
                if held.starts_on < self._on and held.holds_on(self._on):
                    before = self._record.written(held)
                    after = before | {"ends_on": (self._on - timedelta(days=1)).isoformat()}
                    self.plan.changes.append(
                        Change(None, ChangeKind.LEAVING, nip, person.name, before, after,
                               AssignmentStep.END, person.id, None, held.id)
                    )  # fmt: skip


def _of_known(row: StaffRow, known: KnownPerson) -> tuple[Values, Values]:
    """Return what differs of the person, before and after."""
    before: Values = {}
    after: Values = {}
    for field, present, said in zip(PERSON_FIELDS, known.values, SAID(row), strict=True):
        if said is not None and said != present:
            before[field], after[field] = _text(present), _text(said)
    return before, after


def _of_new(row: StaffRow, on: date) -> tuple[Values, Values]:
    """Return the whole of somebody new; birth date and sex come from the number where the file does not say."""
    after: Values = dict(zip(PERSON_FIELDS, SAID(row), strict=True))
    if row.birth_date is None or row.sex is None:
        number = read_number(row.nip, on=on, status=NUMBERED_AS[row.status])
        after["birth_date"] = after["birth_date"] or number.birth_date.isoformat()
        after["sex"] = after["sex"] or number.sex
    after["legal_position"] = after["legal_position"] or LegalPosition.ACTIVE.value
    for field, value in after.items():
        if type(value) is not str:
            after[field] = _text(value)
    return {}, after


@lru_cache(maxsize=1 << 12)
def _text(value: Hashable) -> str:
    """Return a value as a change writes it; kept, for the same words and days stand in many rows."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
