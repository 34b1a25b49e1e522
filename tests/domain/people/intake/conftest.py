"""Files of staff and units, already read, and everything that is on record as one comparable whole."""

import pytest
from django.db import connection

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.people.enums import ImportKind, PositionKind, Status
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.intake.checking import check
from pembina.domain.people.intake.rows import StaffRow, UnitRow

TABLES = ("people_unit", "people_unitancestry", "people_person", "people_assignment", "people_delegation")
SERVED = "200501"


def nip(number):
    """Return the NIP of somebody who does not exist."""
    month, day = number // 900 % 12 + 1, number // 10_800 + 1
    return f"1980{month:02}{day:02}{SERVED}1{number % 900 + 1:03}"


def staff(row, number=None, **said):
    """Return a row of staff that says little: the person with a number, 1 in row 2."""
    known = {"nip": nip(number or row - 1), "name": f"Pegawai {number or row - 1}", "status": Status.PNS}
    return StaffRow(row=row, **(known | said))


def working(row, number=None, **said):
    """Return a row of staff with a position in unit 1 since 2020."""
    held = {
        "unit": "1", "position": "Pranata", "position_kind": PositionKind.FUNCTIONAL, "position_since": BEGAN,
    }  # fmt: skip
    return staff(row, number, **(held | said))


def unit_row(row, code, name=None, **said):
    """Return a row of units."""
    return UnitRow(row=row, code=code, name=name or f"Dinas {code}", **said)


def dump():
    """Return every row of the tables of people, numbers included."""
    with connection.cursor() as cursor:
        found = {}
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
            found[table] = cursor.fetchall()
        return found


@pytest.fixture
def check_file(rina):
    """Return a maker of checked batches: ``check_file([row, ...], complete=True)``."""

    def make(rows, findings=(), on=TODAY, complete=False, kind=ImportKind.STAFF, at=NOON, **more):
        received = {"file_name": "berkas.xlsx", "file_sha256": "0" * 64, "complete": complete}
        batch = receive(kind=kind, on=on, by=rina, at=at, **received)
        check(batch, rows, findings, at=at, **more)
        return batch

    return make


@pytest.fixture
def import_file(check_file, rina):
    """Return a maker of applied batches."""

    def make(*args, at=NOON, **more):
        batch = check_file(*args, at=at, **more)
        apply(batch, by=rina, at=at)
        return batch

    return make
