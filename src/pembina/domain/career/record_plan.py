"""What a file of service checks and medals would do, before it does anything.

A check is known by person and day, a medal by person and medal. Another word about a check of the same day is put
beside it and counts from then on; another day or decree of a medal replaces the entry. What is lighter than the record
without a note, older than the latest check, or not possible by the NIP, is a problem of its row and is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from pembina.core.blocks import in_blocks
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.career.medal_refusals import LighterCheckError, MedalTooEarlyError, OwnRecordError
from pembina.domain.career.medal_soundness import require_served, require_sound
from pembina.domain.career.models import HeldMedal, ServiceCheck
from pembina.domain.career.standings import HARMLESS, ON_UNPAID_LEAVE, PUNISHED
from pembina.domain.people.models import Person

AT_ONCE = 500
DAYS = (2, 8)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """One row as a file tells it; without `checked_on` it holds no check, without `medal` no medal."""

    row: int
    person: int
    checked_on: date | None
    discipline: str
    leave: bool | None
    source: str
    note: str
    medal: str
    awarded_on: date | None
    decree: str

    @property
    def told(self) -> list[Any]:
        """Return it as JSON can say it."""
        return [value.isoformat() if isinstance(value, date) else value for value in astuple(self)]

    @classmethod
    def of(cls, told: Sequence[Any]) -> "ReadRecord":
        """Return what was `told`."""
        values: list[Any] = [
            date.fromisoformat(value) if place in DAYS and value else value for place, value in enumerate(told)
        ]
        return cls(*values)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is left out."""

    row: int
    column: str
    value: str
    refused: RefusedError


@dataclass(frozen=True, slots=True)
class Planned:
    """One check or one medal that would be written; `replaces` is the number of a medal's earlier entry."""

    row: ReadRecord
    is_change: bool
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What would be written, how much is on record already, and which rows are left out or contradict a position."""

    checks: tuple[Planned, ...]
    medals: tuple[Planned, ...]
    same: int
    problems: tuple[Problem, ...]
    contradicting: tuple[ReadRecord, ...]

    @property
    def does_anything(self) -> bool:
        return bool(self.checks or self.medals)

    @property
    def changed(self) -> int:
        return sum(one.is_change for one in (*self.checks, *self.medals))

    @property
    def added(self) -> int:
        return len(self.checks) + len(self.medals) - self.changed


class _Record:
    """What is on record of the people of some rows."""

    def __init__(self, people: Iterable[int]) -> None:
        self.people: dict[int, Person] = {}
        self.checks: dict[int, ServiceCheck] = {}
        self.of_day: dict[tuple[int, date], ServiceCheck] = {}
        self.medals: dict[tuple[int, str], HeldMedal] = {}
        for some in in_blocks(sorted(set(people)), AT_ONCE):
            self.people |= {one.pk: one for one in Person.objects.filter(pk__in=some)}
            for check in ServiceCheck.objects.filter(person__in=some).order_by("checked_on", "pk"):
                self.checks[check.person_id] = self.of_day[(check.person_id, check.checked_on)] = check
            for held in HeldMedal.objects.filter(person__in=some, taken_back_at__isnull=True):
                self.medals[(held.person_id, held.medal)] = held


def plan_records(rows: Iterable[ReadRecord], *, by: User, on: date) -> RecordPlan:
    """Return what the rows of a file would do now. The queries grow with blocks of people alone."""
    wanted = list(rows)
    known = _Record(row.person for row in wanted)
    checks: list[Planned] = []
    medals: list[Planned] = []
    problems: list[Problem] = []
    sound: list[ReadRecord] = []
    same = 0
    for row in wanted:
        problem = _problem(row, known, by, on)
        if problem is not None:
            problems.append(problem)
            continue
        sound.append(row)
        if row.checked_on is not None:
            earlier = known.of_day.get((row.person, row.checked_on))
            if earlier is not None and _says_same(earlier, row):
                same += 1
            else:
                checks.append(Planned(row, earlier is not None))
        if row.medal:
            held = known.medals.get((row.person, row.medal))
            if held is not None and (held.awarded_on, held.decree) == (row.awarded_on, row.decree):
                same += 1
            else:
                medals.append(Planned(row, held is not None, held.pk if held else None))
    contradicting = tuple(row for row in sound if _contradicts(row, known.people[row.person]))
    return RecordPlan(tuple(checks), tuple(medals), same, tuple(problems), contradicting)


def _problem(row: ReadRecord, known: _Record, by: User, on: date) -> Problem | None:
    person = known.people[row.person]
    if person.nip == by.username:
        return Problem(row.row, "nip", person.nip, OwnRecordError())
    day = row.checked_on
    try:
        last = known.checks.get(row.person)
        if day is not None and last is not None and not _is_on_record(row, day, known):
            require_sound(last, checked_on=day, discipline=row.discipline, leave=row.leave, note=row.note)
        if row.awarded_on is not None:
            require_served(person, row.medal, row.awarded_on, on=on)
    except LighterCheckError as refused:
        return Problem(row.row, "hukuman_disiplin", "", refused)
    except MedalTooEarlyError as refused:
        return Problem(row.row, "tanggal_keputusan", f"{row.awarded_on:%d-%m-%Y}", refused)
    except RefusedError as refused:
        return Problem(row.row, "diperiksa_pada", f"{day:%d-%m-%Y}", refused)
    return None


def _is_on_record(row: ReadRecord, day: date, known: _Record) -> bool:
    earlier = known.of_day.get((row.person, day))
    return earlier is not None and _says_same(earlier, row)


def _says_same(check: ServiceCheck, row: ReadRecord) -> bool:
    said = (check.discipline, check.had_unpaid_leave, check.source, check.note)
    return said == (row.discipline, row.leave, row.source, row.note)


def _contradicts(row: ReadRecord, person: Person) -> bool:
    punished = person.legal_position in PUNISHED and bool(row.discipline) and row.discipline in HARMLESS
    return punished or (person.legal_position in ON_UNPAID_LEAVE and row.leave is False)
