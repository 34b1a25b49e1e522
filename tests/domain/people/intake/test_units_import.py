"""Units from a file: the tree, what is guessed, what is refused, and the way back."""

import csv
from datetime import date

import pytest

from domain.people.conftest import BEGAN, NOON, TODAY
from domain.people.intake.conftest import dump, unit_row
from needed import shared
from pembina.domain.access.audit import events_on
from pembina.domain.people import ancestry
from pembina.domain.people.enums import ImportKind, Sector, TimeZone, UnitKind
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.refusals import (
    ChangedAfterwardsError,
    ChangedSinceError,
    CircleSinceError,
    InUseSinceError,
)
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.operations import close_unit, move_unit, open_unit
from pembina.domain.people.queries import units_at_or_below


@pytest.fixture
def check_units(check_file):
    return lambda rows, **more: check_file(rows, kind=ImportKind.UNITS, **more)


@pytest.fixture
def import_units(import_file):
    return lambda rows, **more: import_file(rows, kind=ImportKind.UNITS, **more)


def codes(batch):
    return {(finding.row, finding.code) for finding in batch.findings.exclude(code="guessed")}


def below(code):
    return {unit.code for unit in units_at_or_below(Unit.objects.get(code=code))}


def test_the_units_of_a_real_regency(import_units, check_units, rina):
    with shared("opd_meranti/opd_kepulauan_meranti.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [unit_row(number, row["kode"], row["nama"]) for number, row in enumerate(csv.DictReader(file), 2)]
    before = dump()
    batch = import_units(rows, government="Pemerintah Kabupaten Kepulauan Meranti")
    assert (batch.counts.total, batch.counts.new, batch.counts.refused) == (46, 47, 0)
    root = Unit.objects.get(parent=None)
    assert root.name == "Pemerintah Kabupaten Kepulauan Meranti"
    hospital = Unit.objects.get(name__contains="RSUD")
    assert hospital.code.startswith(Unit.objects.get(name="Dinas Kesehatan").code)
    assert (hospital.parent, hospital.kind, hospital.sector) == (root, UnitKind.HOSPITAL, Sector.HEALTH)
    assert units_at_or_below(root).count() == 47
    again = check_units(rows)
    assert (again.counts.unchanged, again.counts.changes) == (46, 0)
    undo(batch, by=rina, at=NOON)
    assert dump() == before


@pytest.mark.parametrize(
    ("name", "kind", "sector"),
    [
        ("Dinas Kesehatan", UnitKind.OFFICE, Sector.HEALTH),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", UnitKind.AGENCY, Sector.STAFF),
        ("Kecamatan Tebing Tinggi", UnitKind.DISTRICT, Sector.TERRITORY),
        ("Kelurahan Selat Panjang", UnitKind.WARD, Sector.TERRITORY),
        ("UPT Puskesmas Alai", UnitKind.HEALTH_CENTRE, Sector.HEALTH),
        ("RSUD", UnitKind.HOSPITAL, Sector.HEALTH),
        ("SD Negeri 1 Merbau", UnitKind.SCHOOL, Sector.EDUCATION),
        ("UPTD SMPN 2 Rangsang", UnitKind.SCHOOL, Sector.EDUCATION),
        ("BAGIAN HUKUM", UnitKind.DIVISION, Sector.GENERAL),
        ("Inspektorat Daerah", UnitKind.INSPECTORATE, Sector.SUPERVISION),
        ("Sekretariat DPRD", UnitKind.SECRETARIAT, Sector.GENERAL),
        ("Dinas Kependudukan dan Pencatatan Sipil", UnitKind.OFFICE, Sector.CIVIL_REGISTRY),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", UnitKind.OFFICE, Sector.PERMITS),
        ("UPTD Laboratorium", UnitKind.TECHNICAL_UNIT, Sector.GENERAL),
        ("Pemerintah Kabupaten Contoh", UnitKind.GOVERNMENT, Sector.GENERAL),
    ],
)
def test_kind_and_sector_are_guessed_and_the_guess_is_told(import_units, name, kind, sector):
    batch = import_units([unit_row(2, "x", name)])
    unit = Unit.objects.get(code="x")
    assert (unit.kind, unit.sector) == (kind, sector)
    (finding,) = batch.findings.all()
    assert (finding.code, finding.severity, finding.row) == ("guessed", "warning", 2)
    assert f"jenis dikira {kind.label}" in finding.reason_id


def test_what_the_file_says_is_not_guessed(import_units):
    said = {"kind": UnitKind.AGENCY, "sector": Sector.SOCIAL, "time_zone": TimeZone.WIT, "opened_on": BEGAN}
    batch = import_units([unit_row(2, "1", "Dinas Kesehatan", **said)])
    unit = Unit.objects.get(code="1")
    assert {field: getattr(unit, field) for field in said} == said
    assert not batch.findings.exists()


def test_a_division_works_on_what_its_office_does_and_keeps_its_time(import_units, unit):
    unit("0")
    rows = [
        unit_row(2, "1.1", "Bidang Mutasi", parent="1"),
        unit_row(3, "1", "Badan Kepegawaian", time_zone=TimeZone.WITA),
    ]
    import_units(rows)
    division = Unit.objects.get(code="1.1")
    assert (division.sector, division.time_zone, division.parent.code) == (Sector.STAFF, TimeZone.WITA, "1")


def test_children_may_stand_before_their_parents_and_hang_on_units_on_record(import_units, unit):
    unit("0")
    import_units([unit_row(2, "1.1", parent="1"), unit_row(3, "1", parent="0"), unit_row(4, "1.1.1", parent="1.1")])
    assert below("1") == {"1", "1.1", "1.1.1"}
    assert below("0") == {"0", "1", "1.1", "1.1.1"}


def test_the_government_of_the_file_is_its_root(import_units):
    import_units([unit_row(2, "a", "Dinas A"), unit_row(3, "k", "Pemerintah Kabupaten Contoh")], government="Other")
    assert Unit.objects.get(parent=None).code == "k"
    assert below("k") == {"k", "a"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([unit_row(2, "1"), unit_row(3, "1", "Lain")], {(3, "duplicate_code")}),
        ([unit_row(2, "1", parent="9")], {(2, "unknown_parent")}),
        ([unit_row(2, "1", parent="1")], {(2, "cycle")}),
        ([unit_row(2, "1", parent="2"), unit_row(3, "2", parent="3"), unit_row(4, "3", parent="1")],
         {(2, "cycle"), (3, "cycle"), (4, "cycle")}),
        ([unit_row(2, "1", parent="9"), unit_row(3, "2", parent="1"), unit_row(4, "3", parent="2")],
         {(2, "unknown_parent"), (3, "parent_left_out"), (4, "parent_left_out")}),
        ([unit_row(2, "x" * 65)], {(2, "too_long")}),
        ([unit_row(2, "")], {(2, "empty")}),
    ],
    ids=["duplicate", "unknown", "own parent", "circle", "orphans", "long", "empty"],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_where_it_stands(import_units, rows, expected):
    batch = import_units([*rows, unit_row(9, "fine")])
    assert codes(batch) == expected
    assert batch.counts.refused == len({row for row, _ in expected})
    assert Unit.objects.filter(code="fine").exists()


def test_a_circle_with_the_tree_on_record_is_refused(check_units, unit):
    root = unit("0")
    unit("0.1.1", unit("0.1", root))
    batch = check_units([unit_row(2, "0.1", parent="0.1.1")])
    assert codes(batch) == {(2, "cycle")}


def test_a_closed_unit_takes_neither_its_code_again_nor_a_child(check_units, unit):
    unit("0")
    closed = unit("1")
    close_unit(unit=closed, on=date(2025, 1, 1), by=None, at=NOON)
    batch = check_units([unit_row(2, "1"), unit_row(3, "1.1", parent="1")])
    assert codes(batch) == {(2, "closed_unit"), (3, "closed_parent")}


def test_a_move_and_a_new_name_are_changes_and_go_back_with_every_link(import_units, check_units, unit, rina):
    root = unit("0")
    first, second = unit("1", root), unit("2", root)
    unit("1.1.1", unit("1.1", first))
    before = dump()
    rows = [unit_row(2, "1.1", "Bidang Baru", parent="2"), unit_row(3, "1.1.2", "Seksi", parent="1.1")]
    batch = import_units(rows)
    assert below("2") == {"2", "1.1", "1.1.1", "1.1.2"}
    assert below("1") == {"1"}
    assert check_units(rows).counts.changes == 0
    moved = Unit.objects.get(code="1.1")
    event = events_on(moved)[0]
    assert (event.operation, event.changes) == (
        "import_unit",
        {"name": ["Unit 1.1", "Bidang Baru"], "parent": ["1", "2"]},
    )
    undo(batch, by=rina, at=NOON)
    assert dump() == before
    assert second.pk == Unit.objects.get(code="2").pk
    assert UnitAncestry.objects.filter(ancestor=first).count() == 3


def test_units_in_use_are_not_taken_back(import_units, civil_servant, put, rina):
    batch = import_units([unit_row(2, "1"), unit_row(3, "2")])
    put(civil_servant(), Unit.objects.get(code="1"))
    after = dump()
    with pytest.raises(InUseSinceError, match="Dinas 1"):
        undo(batch, by=rina, at=NOON)
    assert dump() == after
    batch.refresh_from_db()
    assert batch.state == "applied"


def test_a_unit_opened_below_an_imported_one_keeps_it(import_units, rina):
    batch = import_units([unit_row(2, "1")])
    new = {"code": "1.1", "name": "Bidang", "kind": UnitKind.DIVISION, "sector": Sector.GENERAL, "on": TODAY}
    open_unit(**new, parent=Unit.objects.get(code="1"), by=rina, at=NOON)
    with pytest.raises(InUseSinceError, match="Dinas 1"):
        undo(batch, by=rina, at=NOON)


def test_a_unit_changed_since_the_check_or_since_the_import_stops_either(check_units, unit, rina):
    root = unit("0")
    office, other = unit("1", root), unit("2", root)
    batch = check_units([unit_row(2, "1", "Nama Baru", parent="2")])
    move_unit(unit=other, to=office, on=TODAY, by=rina, at=NOON)
    Unit.objects.filter(code="1").update(name="Lain")
    with pytest.raises(ChangedSinceError, match="Unit 1"):
        apply(batch, by=rina, at=NOON)
    Unit.objects.filter(code="1").update(name="Unit 1")
    move_unit(unit=other, to=root, on=TODAY, by=rina, at=NOON)
    apply(batch, by=rina, at=NOON)
    Unit.objects.filter(code="1").update(name="Lain")
    with pytest.raises(ChangedAfterwardsError, match="Unit 1"):
        undo(batch, by=rina, at=NOON)


def test_a_file_that_would_close_a_circle_by_now_is_not_applied(check_units, unit, rina):
    root = unit("0")
    first, second = unit("1", root), unit("2", root)
    batch = check_units([unit_row(2, "1", parent="2")])
    move_unit(unit=second, to=first, on=TODAY, by=rina, at=NOON)
    before = dump()
    with pytest.raises(CircleSinceError, match="Unit 2 → Unit 1 → Unit 2"):
        apply(batch, by=rina, at=NOON)
    assert dump() == before
    batch.refresh_from_db()
    assert batch.state == "checked"


def test_an_import_that_would_close_a_circle_by_now_is_not_taken_back(import_units, unit, rina):
    root = unit("0")
    below = unit("1.1", unit("1", root))
    unit("2", root)
    batch = import_units([unit_row(2, "1.1", parent="2")])
    move_unit(unit=Unit.objects.get(code="1"), to=Unit.objects.get(pk=below.pk), on=TODAY, by=rina, at=NOON)
    before = dump()
    with pytest.raises(CircleSinceError, match=r"Unit 1 → Dinas 1\.1 → Unit 1"):
        undo(batch, by=rina, at=NOON)
    assert dump() == before
    batch.refresh_from_db()
    assert batch.state == "applied"


def test_parents_in_a_circle_end_the_writing_of_the_tree(unit):
    first = unit("1")
    second = unit("2", first)
    Unit.objects.filter(pk=first.pk).update(parent=second)
    with pytest.raises(ancestry.CircleError):
        ancestry.settle()
    with pytest.raises(ancestry.CircleError):
        ancestry.links_of(list(Unit.objects.all()))
