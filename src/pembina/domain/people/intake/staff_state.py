"""Does the record still say what a planned change expects, or what an applied one wrote?"""

from datetime import date, timedelta

from pembina.domain.people.enums import AssignmentStep, ChangeKind
from pembina.domain.people.intake.fields import PERSON_FIELDS
from pembina.domain.people.intake.plan import Applied, Values
from pembina.domain.people.intake.record import Held, StaffRecord, read_day

Step = AssignmentStep
ONE_DAY = timedelta(days=1)


class StaffState:
    """Compares changes with the record as it is now; `new` are the NIPs that the import itself brings."""

    def __init__(self, record: StaffRecord, *, new: frozenset[str], on: date) -> None:
        self._record, self._new, self._on = record, new, on

    def is_before(self, change: Applied) -> bool:
        """Say whether the change can be made as it was planned."""
        if not self._can_be_placed(change):
            return False
        if change.kind == ChangeKind.NEW:
            return change.key not in self._record.persons
        if not self._says(change, change.before):
            return False
        if change.step == Step.BEGIN:
            return not self._others_within(change, change.after)
        return change.step == Step.NONE or self._holds(change, change.assignment or change.ended, change.before)

    def is_after(self, change: Applied) -> bool:
        """Say whether the change stands as it was made, and can be taken back."""
        if not self._says(change, change.after):
            return False
        if change.step == Step.NONE:
            return True
        if not self._holds(change, change.assignment or change.ended, change.after):
            return False
        if change.step == Step.SUCCEED and not self._holds(change, change.ended, _ended(change)):
            return False
        return change.step == Step.BEGIN or not self._others_within(change, change.before)

    def _says(self, change: Applied, values: Values) -> bool:
        """Say whether the person has the given values, so far as they are of the person."""
        person = self._record.persons.get(change.key)
        if person is None or person.id != change.record:
            return False
        present = zip(PERSON_FIELDS, person.values, strict=True)
        return all(values[field] == str(value) for field, value in present if field in values)

    def _holds(self, change: Applied, number: int | None, values: Values) -> bool:
        """Say whether an assignment of the person is written as given."""
        held = next((each for each in self._history(change) if each.id == number), None)
        if held is None:
            return False
        return all(values[field] == value for field, value in self._record.written(held).items())

    def _others_within(self, change: Applied, values: Values) -> bool:
        """Say whether an assignment that the change does not know of is held on one of the days in `values`."""
        first, last = read_day(values["starts_on"]), read_day(values["ends_on"])
        return any(
            (last is None or other.starts_on <= last)
            and (other.ends_on is None or other.ends_on >= (first or date.min))
            for other in self._history(change)
            if other.id not in (change.assignment, change.ended)
        )

    def _can_be_placed(self, change: Applied) -> bool:
        """Say whether the unit is open still, and the superior on record or new in the same import."""
        if change.step in (Step.NONE, Step.END):
            return True
        superior = change.after["superior"]
        if superior is not None and superior not in self._record.persons and superior not in self._new:
            return False
        unit = self._record.units.by_code.get(change.after["unit"] or "")
        if unit is None:
            return False
        starts_on = read_day(change.after["starts_on"]) or self._on
        is_open = unit.closed_on is None or unit.closed_on >= max(self._on, starts_on)
        return is_open or change.after["unit"] == change.before.get("unit")

    def _history(self, change: Applied) -> list[Held]:
        return self._record.history(change.record) if change.record is not None else []


def last_day_before(values: Values) -> date:
    """Return the day before an assignment begins."""
    return date.fromisoformat(values["starts_on"] or "") - ONE_DAY


def _ended(change: Applied) -> Values:
    """Return the former assignment as the import has left it."""
    former = {field: value for field, value in change.before.items() if field not in PERSON_FIELDS}
    return former | {"ends_on": last_day_before(change.after).isoformat()}
