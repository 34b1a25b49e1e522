"""Files of staff of a government that does not exist, in the shapes of SIASN: to try an import with, and to measure it.

The same arguments make the same file. Nobody in it is real (`domain.people.demonstration`).
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle, islice
from random import Random
from typing import Literal

import xlsxwriter

from pembina.domain.people.demonstration import draft_government, draft_units
from pembina.domain.people.enums import AssignmentKind, PositionKind, Sector, Sex, Status, UnitKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.ranks import rank_name
from pembina.exchange.staff.defects import Defect, Record, spoil
from pembina.exchange.staff.sample_shapes import SHAPES
from pembina.exchange.staff.unit_rows import KINDS, SECTORS

Shape = Literal["export", "sheet"]
Form = Literal["csv", "xlsx"]
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook without a clock is the same every day
# SIASN writes "null" where there is nothing, and puts an apostrophe before what a spreadsheet would take for a number.
NULL, APOSTROPHE = "null", "'"
_APOSTROPHES = {"nip", "unit_code", "superior"}
_POSITION_IDS = {PositionKind.STRUCTURAL: "1", PositionKind.FUNCTIONAL: "2", PositionKind.EXECUTIVE: "4"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, and what is wrong in which of its rows (as a person counts, the header being 1)."""

    content: bytes
    defects: tuple[tuple[int, Defect], ...]


def staff_sample(
    *,
    size: int,
    seed: int,
    on: date,
    shape: Shape = "export",
    form: Form = "csv",
    defects: int = 0,
    kinds: Sequence[Defect] = tuple(Defect),
) -> Sample:
    """Return a file of `size` persons in a shape, `defects` of its rows spoiled, each in one of `kinds` in turn."""
    draft = draft_government(size=size, seed=seed, on=on, units=draft_units())
    held = [each for each in draft.assignments if each.ends_on is None and each.kind == AssignmentKind.MAIN]
    records = [_record(each) for each in held]
    spoiled = _spoiled(records, defects, kinds, Random(seed))  # noqa: S311 - nothing secret is drawn
    head, fields, constants = SHAPES[shape]
    rows = (_written(record, fields, constants) for record in records)
    content = _csv(head, rows, ";" if shape == "sheet" else ",") if form == "csv" else _workbook(head, rows)
    return Sample(content, spoiled)


def unit_sample() -> bytes:
    """Return the units of the same government, as CSV with the columns of our template."""
    rows = (
        [
            unit.code,
            unit.name,
            KINDS[UnitKind(unit.kind)][0],
            SECTORS[Sector(unit.sector)][0],
            "WIB",
            unit.parent.code if unit.parent else "",
            f"{unit.opened_on:%d-%m-%Y}",
        ]
        for unit in draft_units().values()
    )
    head = ["Kode", "Nama", "Jenis", "Bidang", "Zona waktu", "Kode induk", "Dibentuk"]
    return _csv(head, rows, ";")


def _record(held: Assignment) -> Record:
    person, unit = held.person, held.unit
    return {
        **_identity(person),
        "unit_code": unit.code,
        "unit": unit.name,
        "unit_above": unit.parent.name if unit.parent else "",
        "position": held.position,
        "position_kind": _POSITION_IDS[PositionKind(held.position_kind)],
        "position_kind_name": held.position_kind,
        "position_since": f"{held.starts_on:%d-%m-%Y}",
        "superior": held.superior.nip if held.superior else "",
    }


def _identity(person: Person) -> Record:
    return {
        "nip": person.nip,
        "name": person.name,
        "title_before": person.title_before,
        "title_after": person.title_after,
        "birth_date": f"{person.birth_date:%d-%m-%Y}",
        "sex": "M" if person.sex == Sex.MALE else "F",
        "status": "PNS" if person.status == Status.PNS else "PPPK",
        "legal_id": "01" if person.status == Status.PNS else "71",
        "legal": "Aktif" if person.status == Status.PNS else "PPPK Aktif",
        "rank": person.rank,
        "rank_name": rank_name(person.rank),
        "education": person.education,
        "email_gov": f"{person.nip}@contoh.go.id",
    }


def _spoiled(
    records: list[Record], defects: int, kinds: Sequence[Defect], rng: Random
) -> tuple[tuple[int, Defect], ...]:
    """Spoil records of people who lead nobody: that somebody's superior is refused would be a second thing wrong."""
    leading = {record["superior"] for record in records}
    free = [place for place, record in enumerate(records) if place and record["nip"] not in leading]
    chosen = sorted(rng.sample(free, defects))
    whole = [record for place, record in enumerate(records[: chosen[0]])] if chosen else []
    found = []
    for place, kind in zip(chosen, islice(cycle(kinds), defects), strict=True):
        spoil(records[place], kind, rng.choice(whole))
        found.append((place + 2, kind))
    return tuple(found)


def _written(record: Record, fields: Sequence[str], constants: Sequence[str]) -> list[str]:
    """Return the cells of a row in the order of the header."""
    cells = []
    for field, constant in zip(fields, constants, strict=True):
        text = record.get(field, "") if field else constant
        cells.append(APOSTROPHE + text if text and field in _APOSTROPHES else text or NULL)
    return cells


def _csv(head: Sequence[str], rows: Iterator[list[str]], separator: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _workbook(head: Sequence[str], rows: Iterator[list[str]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet("Pegawai")
        for number, cells in enumerate([list(head), *rows]):
            for place, text in enumerate(cells):
                page.write_string(number, place, text)
    return content.getvalue()
