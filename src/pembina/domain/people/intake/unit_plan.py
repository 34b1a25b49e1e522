"""Comparing a file of units with the tree on record."""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils import timezone

from pembina.domain.people.enums import ChangeKind, Sector, TimeZone, UnitKind
from pembina.domain.people.intake.circles import circles_among
from pembina.domain.people.intake.columns import Columns
from pembina.domain.people.intake.plan import Change, Plan, Values
from pembina.domain.people.intake.record import KnownUnit, UnitRecord
from pembina.domain.people.intake.rows import RowFinding, UnitRow
from pembina.domain.people.intake.unit_findings import UnitFindings
from pembina.domain.people.intake.unit_kinds import kind_of, sector_of

Progress = Callable[[int, int], None]
LONGEST = {"code": 64, "name": 200}
ROOT_CODE, ROOT_NAME = "PEMDA", "Pemerintah Daerah"
# A file that does not say when a unit was opened must not make it younger than the careers in it.
SINCE_EVER = date(1945, 8, 17)


class UnitPlanner:
    """Plans one file of units. What hangs on nothing hangs on the government's own root."""

    def __init__(self, record: UnitRecord, *, on: date, columns: Columns, government: str) -> None:
        self._record, self._on, self._government = record, on, government
        self._say = UnitFindings(columns)
        self._rows: dict[str, UnitRow] = {}
        self.plan = Plan()

    def compare(self, rows: Sequence[UnitRow], findings: Sequence[RowFinding], *, progress: Progress | None) -> Plan:
        """Return the plan for `rows`; a row that a finding of the reader refuses is left out."""
        self.plan.note_all(findings)
        for row in rows:
            self._judge(row)
        self._refuse_circles()
        self._refuse_orphans()
        accepted = [row for row in self._rows.values() if row.row not in self.plan.refused]
        root = self._root(accepted)
        for row in accepted:
            self._compare(row, root)
        if progress is not None:
            progress(len(accepted), len(accepted))
        return self.plan

    def _judge(self, row: UnitRow) -> None:
        first = self._rows.setdefault(row.code, row)
        if first is not row:
            self.plan.note(self._say.duplicate(row, first.row))
            return
        if row.row in self.plan.refused:
            return
        for field, limit in LONGEST.items():
            value = getattr(row, field)
            if not value:
                self.plan.note(self._say.empty(row, field))
            elif len(value) > limit:
                self.plan.note(self._say.too_long(row, field, value, limit))
        known = self._record.by_code.get(row.code)
        opened_on = row.opened_on or self._on
        if known is not None and known.closed_on is not None and known.closed_on < max(self._on, opened_on):
            self.plan.note(self._say.closed(row, known.closed_on))

    def _refuse_circles(self) -> None:
        """Refuse each row of the file that stands in a circle of parents."""
        parents = {
            unit.code: self._record.by_id[unit.parent].code
            for unit in self._record.by_id.values()
            if unit.parent is not None
        }
        parents |= {code: row.parent for code, row in self._rows.items() if row.parent}
        for circle in circles_among(parents):
            for code in circle:
                row = self._rows.get(code)
                if row is not None and row.parent and row.row not in self.plan.refused:
                    self.plan.note(self._say.cycle(row, (*circle, circle[0])))

    def _refuse_orphans(self) -> None:
        """Refuse what would hang on nothing, and what hangs on that."""
        waiting = [row for row in self._rows.values() if row.parent and row.row not in self.plan.refused]
        found = True
        while found:
            findings = {row.code: self._without_parent(row) for row in waiting}
            found = any(findings.values())
            self.plan.note_all(finding for finding in findings.values() if finding)
            waiting = [row for row in waiting if not findings[row.code]]

    def _without_parent(self, row: UnitRow) -> RowFinding | None:
        known, named = self._record.by_code.get(row.parent or ""), self._rows.get(row.parent or "")
        if known is not None:
            is_closed = known.closed_on is not None and known.closed_on < self._on
            return self._say.closed_parent(row, known.closed_on) if is_closed and known.closed_on else None
        if named is None:
            return self._say.unknown_parent(row)
        return self._say.parent_left_out(row, named.row) if named.row in self.plan.refused else None

    def _root(self, accepted: Sequence[UnitRow]) -> str:
        """Return the code of the government's root: on record, in the file, or made now if something has to hang."""
        if root := self._root_on_record():
            return root.code
        loose = [row for row in accepted if row.parent is None and row.code not in self._record.by_code]
        for row in loose:
            if (row.kind or kind_of(row.name)) is UnitKind.GOVERNMENT:
                return row.code
        if not loose:
            return ""
        return self._make_root()

    def _root_on_record(self) -> KnownUnit | None:
        roots = [unit for unit in self._record.by_id.values() if unit.parent is None and unit.closed_on is None]
        if len(roots) == 1:
            return roots[0]
        return next((unit for unit in roots if unit.kind == UnitKind.GOVERNMENT), None)

    def _make_root(self) -> str:
        code = ROOT_CODE
        while code in self._rows or code in self._record.by_code:
            code += "-"
        name = self._government or ROOT_NAME
        after = _values(name, UnitKind.GOVERNMENT, Sector.GENERAL, _own_time_zone(), None, SINCE_EVER)
        self.plan.changes.append(Change(None, ChangeKind.NEW, code, name, {}, after))
        return code

    def _compare(self, row: UnitRow, root: str) -> None:
        known = self._record.by_code.get(row.code)
        change = self._new(row, root) if known is None else self._changed(row, known)
        if change.after:
            self.plan.changes.append(change)
        else:
            self.plan.unchanged += 1

    def _new(self, row: UnitRow, root: str) -> Change:
        parent = row.parent or (None if row.code == root else root)
        kind, sector = row.kind or kind_of(row.name), row.sector or self._sector(row)
        if row.kind is None or row.sector is None:
            self.plan.note(
                self._say.guessed(row, None if row.kind else kind, None if row.sector else sector)
            )  # fmt: skip
        time_zone = row.time_zone or self._time_zone(parent)
        after = _values(row.name, kind, sector, time_zone, parent, row.opened_on or SINCE_EVER)
        return Change(row.row, ChangeKind.NEW, row.code, row.name, {}, after)

    def _sector(self, row: UnitRow) -> Sector:
        """Guess by the name; a division whose name says nothing works on what its office does."""
        sector, above = sector_of(row.name), row.parent
        seen = {row.code}
        while sector is Sector.GENERAL and above and above not in seen:
            seen.add(above)
            known, named = self._record.by_code.get(above), self._rows.get(above)
            if known is not None:
                return Sector(known.sector)
            sector = (named.sector or sector_of(named.name)) if named else sector
            above = named.parent if named else None
        return sector

    def _time_zone(self, parent: str | None) -> TimeZone:
        """Return the time zone of the nearest unit above that tells one."""
        while parent is not None:
            if known := self._record.by_code.get(parent):
                return TimeZone(known.time_zone)
            named = self._rows.get(parent)
            if named is None:
                break
            if named.time_zone:
                return named.time_zone
            parent = named.parent
        return _own_time_zone()

    def _changed(self, row: UnitRow, known: KnownUnit) -> Change:
        present = unit_values(known, self._record)
        said: Values = {
            "name": row.name, "kind": row.kind, "sector": row.sector, "time_zone": row.time_zone,
            "parent": row.parent, "opened_on": row.opened_on.isoformat() if row.opened_on else None,
        }  # fmt: skip
        after = {field: str(value) for field, value in said.items() if value is not None and value != present[field]}
        before = {field: present[field] for field in after}
        return Change(row.row, ChangeKind.CHANGED, row.code, known.name, before, dict(after), record=known.id)


def unit_values(unit: KnownUnit, record: UnitRecord) -> Values:
    """Return a unit as a change keeps it."""
    parent = None if unit.parent is None else record.by_id[unit.parent].code
    return _values(unit.name, unit.kind, unit.sector, unit.time_zone, parent, unit.opened_on)


def _values(name: str, kind: str, sector: str, time_zone: str, parent: str | None, opened_on: date) -> Values:
    return {
        "name": name, "kind": str(kind), "sector": str(sector), "time_zone": str(time_zone), "parent": parent,
        "opened_on": opened_on.isoformat(),
    }  # fmt: skip


def _own_time_zone() -> TimeZone:
    """Return the time zone in which this installation runs, as far as it is one of the country."""
    name = timezone.get_default_timezone_name()
    return TimeZone(name) if name in TimeZone.values else TimeZone.WIB
