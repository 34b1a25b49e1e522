"""A whole government in a file with 200 defects of all 12 kinds: read, compared with the record, written, undone."""

from datetime import UTC, datetime

import pytest
from django.core import serializers

from exchange.staff.conftest import TODAY, staff_of
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.intake.checking import check
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.models import Assignment, ImportBatch, Person, Unit, UnitAncestry
from pembina.exchange.staff import read_units
from pembina.exchange.staff.defects import ON_RECORD_ONLY, Defect
from pembina.exchange.staff.samples import staff_sample, unit_sample

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
TABLES = (Unit, UnitAncestry, Person, Assignment)


def checked(kind, file):
    batch = receive(
        kind=kind, file_name=file.name, file_sha256=file.sha256, on=TODAY, by=None, at=NOON, complete=True
    )  # fmt: skip
    check(batch, file.rows, file.findings, at=NOON, total=file.row_count, headers=file.headers)
    return ImportBatch.objects.get(pk=batch.pk)


def dump():
    return {model.__name__: serializers.serialize("json", model.objects.order_by("pk")) for model in TABLES}


def staff_file(made):
    return staff_of(made.content, unit_codes=set(Unit.objects.values_list("code", flat=True)))


@pytest.fixture
def units(db):
    batch = checked(ImportKind.UNITS, read_units(unit_sample(), name="unit.csv"))
    apply(batch, by=None, at=NOON)
    return batch


@pytest.mark.parametrize(("shape", "form"), [("export", "csv"), ("sheet", "xlsx")])
def test_each_of_200_defects_of_12_kinds_is_reported_at_its_row_and_none_else(units, shape, form):
    made = staff_sample(size=25_000, seed=11, on=TODAY, shape=shape, form=form, defects=200)
    batch = checked(ImportKind.STAFF, staff_file(made))
    kinds = dict(made.defects)
    assert set(kinds.values()) == set(Defect)
    found = list(batch.findings.filter(row__gt=0).order_by("row").values_list("row", "severity", "column", "code"))
    assert [row for row, *_ in found] == sorted(kinds)
    warned = {Defect.OTHER_BIRTH_DATE, Defect.UNKNOWN_RANK}
    assert {kinds[row] for row, severity, *_ in found if severity == "warning"} <= warned | set(ON_RECORD_ONLY)
    assert all(column.isupper() == (shape == "sheet") for _, _, column, _ in found)
    assert batch.counts.new + batch.counts.refused == batch.counts.total == 25_000


def test_a_second_import_changes_nothing_and_undoing_restores_every_table(units):
    file = staff_file(staff_sample(size=2_000, seed=11, on=TODAY, defects=60))
    before = dump()
    batch = checked(ImportKind.STAFF, file)
    apply(batch, by=None, at=NOON)
    assert checked(ImportKind.STAFF, file).counts.changes == 0
    undo(ImportBatch.objects.get(pk=batch.pk), by=None, at=NOON)
    assert dump() == before
