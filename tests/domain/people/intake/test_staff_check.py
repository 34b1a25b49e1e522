"""What a file of staff would change, and what is wrong with which row."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.people.conftest import BEGAN, NOON, TODAY
from domain.people.intake.conftest import dump, nip, staff, working
from pembina.core.text import Text
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import Sex, Status
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.checking import check
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.domain.people.models import ImportChange, Unit
from pembina.domain.people.operations import close_unit, merge_units

PROBLEM = Text(id="Salah.", en="Wrong.")


@pytest.fixture
def office(unit):
    return unit("1", unit("0"))


def found(batch):
    return {(finding.row, finding.code) for finding in batch.findings.all()}


def refused_by_reader(row):
    return RowFinding(row, "NIP", "1.98E+17", "damaged", Severity.REFUSED, PROBLEM, PROBLEM)


def test_a_check_counts_and_leaves_the_record_alone(check_file, import_file, office):
    import_file([working(2), working(3), working(4)])
    before = dump()
    rows = [working(2), working(3, name="Nama Baru"), working(5, 9), working(6, 9)]
    batch = check_file(rows, complete=True)
    counts = batch.counts
    assert (counts.total, counts.new, counts.changed, counts.unchanged) == (4, 1, 1, 1)
    assert (counts.leaving, counts.refused, counts.warnings, counts.changes) == (1, 1, 0, 3)
    assert dump() == before
    assert events_on(batch)[0].changes["leaving"] == ["", "1"]
    assert (batch.state, len(batch.digest)) == ("checked", 64)


def test_a_change_tells_each_field_before_and_after(check_file, import_file, office):
    import_file([working(2, rank="III/a", email="a@b.id")])
    batch = check_file([working(2, rank="III/b", birth_date=date(1980, 1, 2), phone="0761")])
    (change,) = batch.changes.all()
    assert change.differences == [
        ("rank", "III/a", "III/b"), ("birth_date", "1980-01-01", "1980-01-02"), ("phone", "", "0761"),
    ]  # fmt: skip
    assert (change.kind, change.step, change.row, change.name) == ("changed", "", 2, "Pegawai 1")


def test_what_a_new_row_leaves_out_comes_from_the_number(check_file):
    batch = check_file([staff(2)])
    (change,) = batch.changes.all()
    assert (change.after["birth_date"], change.after["sex"]) == ("1980-01-01", Sex.MALE)
    assert (change.after["legal_position"], change.after["rank"], change.before) == ("01", "", {})


def test_checking_again_replaces_what_was_found(check_file, office):
    batch = check_file([working(2, unit="9")])
    first = batch.digest
    check(batch, [working(2)], [], at=NOON)
    assert (batch.counts.new, batch.counts.refused, batch.findings.count()) == (1, 0, 0)
    assert batch.digest != first
    assert ImportChange.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"unit": "tidak ada"}, "unknown_unit"),
        ({"superior": nip(99)}, "unknown_superior"),
        ({"superior": nip(1)}, "own_superior"),
        ({"name": "x" * 201}, "too_long"),
        ({"position": "x" * 201}, "too_long"),
        ({"rank": "V/z"}, "unknown_value"),
        ({"education": "77"}, "unknown_value"),
        ({"legal_position": ""}, "unknown_value"),
        ({"name": ""}, "unknown_value"),
    ],
    ids=str,
)
def test_a_row_that_cannot_be_is_refused_alone(import_file, office, said, code):
    batch = import_file([working(2, **said), working(3)])
    assert found(batch) == {(2, code)}
    assert (batch.counts.refused, batch.counts.new) == (1, 1)


def test_a_finding_names_the_column_as_the_file_does(check_file, office):
    batch = check_file([working(2, unit="x")], headers={"unit": "UNOR NAMA"})
    assert batch.findings.get().column == "UNOR NAMA"


def test_the_closest_names_help_with_an_unknown_unit(check_file, office, unit):
    unit("9")
    finding = check_file([working(2, unit="Unti 1")]).findings.get()
    assert "Unit 1 (1)" in finding.remedy_id
    assert (finding.value, finding.reason_en) == ("Unti 1", "This unit is not on record.")


def test_a_name_that_two_units_bear_needs_the_unit_above(check_file, office, unit):
    first, second = unit("1.1", office), unit("2.1", unit("2"))
    Unit.objects.filter(pk__in=[first.pk, second.pk]).update(name="Tata Usaha")
    batch = check_file([working(2, unit="tata usaha."), working(3, unit="TATA  USAHA", unit_above="Unit 2")])
    assert found(batch) == {(2, "ambiguous_unit")}
    assert "1.1, 2.1" in batch.findings.get().remedy_id
    assert batch.changes.get().after["unit"] == "2.1"


def test_a_closed_unit_takes_nobody_and_tells_where_it_went(check_file, office, unit):
    closed, merged = unit("2"), unit("3")
    close_unit(unit=closed, on=date(2025, 1, 1), by=None, at=NOON)
    merge_units(unit=merged, into=office, on=date(2025, 1, 1), by=None, at=NOON)
    batch = check_file([working(2, unit="2"), working(3, unit="3")])
    assert found(batch) == {(2, "closed_unit"), (3, "closed_unit")}
    assert "Unit 1 (1)" in batch.findings.get(row=3).remedy_id


def test_a_status_does_not_change_under_the_same_number(import_file, check_file, office):
    import_file([working(2)])
    assert found(check_file([working(2, status=Status.PPPK)])) == {(2, "status_changed")}


def test_a_superior_may_stand_anywhere_in_the_file(import_file, office):
    batch = import_file([working(2, superior=nip(2)), working(3)])
    assert not batch.findings.exists()
    assert batch.changes.get(key=nip(1)).after["superior"] == nip(2)


def test_one_refused_superior_does_not_refuse_the_subordinates(import_file, office):
    rows = [working(2, superior=nip(3)), working(3, superior=nip(3), number=2), working(4, unit="?")]
    batch = import_file(rows)
    assert found(batch) == {(2, "superior_left_out"), (3, "superior_left_out"), (4, "unknown_unit")}
    assert {change.after["superior"] for change in batch.changes.all()} == {None}


def test_a_superior_refused_further_down_is_left_out_too(import_file, office):
    rows = [working(2, superior=nip(2)), working(3, superior=nip(3)), working(4, superior=nip(9))]
    batch = import_file(rows)
    assert found(batch) == {(3, "superior_left_out"), (4, "unknown_superior")}
    assert {change.key: change.after["superior"] for change in batch.changes.all()} == {nip(1): nip(2), nip(2): None}


def test_superiors_in_a_circle_are_warned_of_and_imported(import_file, check_file, office):
    rows = [working(2, superior=nip(2)), working(3, superior=nip(3)), working(4, superior=nip(1)), working(5)]
    batch = import_file(rows)
    assert found(batch) == {(2, "superior_circle"), (3, "superior_circle"), (4, "superior_circle")}
    assert "Pegawai 1 → Pegawai 2 → Pegawai 3 → Pegawai 1" in batch.findings.get(row=2).reason_id
    assert check_file(rows).counts.changes == 0


def test_a_position_without_a_unit_leaves_the_person_without_either(import_file, check_file, office):
    rows = [working(2, unit=None), working(3, position=None), staff(4), working(5, position_kind=None)]
    batch = import_file(rows)
    assert found(batch) == {(2, "position_incomplete"), (3, "position_incomplete"), (5, "position_kind_assumed")}
    assert [change.step for change in batch.changes.order_by("row")] == ["", "", "", "begin"]
    assert check_file(rows).counts.changes == 0


def test_who_is_not_in_a_complete_file_leaves_the_day_before(import_file, check_file, office):
    import_file([working(2), working(3), staff(4)])
    assert check_file([working(2)]).counts.leaving == 0
    batch = import_file([working(2)], complete=True)
    (change,) = batch.changes.all()
    assert (change.key, change.differences) == (nip(2), [("ends_on", "", "2026-11-21")])
    assert check_file([working(2)], complete=True).counts.changes == 0


def test_nobody_leaves_while_a_row_cannot_be_read(import_file, check_file, office):
    import_file([working(2), working(3)])
    batch = check_file([working(2)], [refused_by_reader(3)], complete=True)
    assert (batch.counts.leaving, batch.counts.refused, batch.counts.total) == (0, 1, 2)
    assert found(batch) == {(0, "leaving_unknown"), (3, "damaged")}


def test_whose_row_is_refused_does_not_leave(import_file, check_file, office):
    import_file([working(2), working(3)])
    batch = check_file([working(2), working(3, unit="?")], complete=True)
    assert (batch.counts.leaving, batch.counts.refused) == (0, 1)
    batch = check_file([working(2), working(3)], [refused_by_reader(3)], complete=True)
    assert (batch.counts.leaving, batch.counts.refused, batch.counts.unchanged) == (0, 1, 1)


def test_who_began_on_the_day_of_the_file_is_newer_than_it(import_file, check_file, office):
    import_file([working(2), working(3, position_since=TODAY), working(4, position_since=TODAY + timedelta(days=9))])
    assert check_file([working(2)], complete=True).counts.leaving == 0


def test_progress_ends_with_the_last_row(check_file, office):
    told = []
    check_file([working(row) for row in range(2, 1003)], progress=lambda done, total: told.append((done, total)))
    assert told == [(500, 1001), (1000, 1001), (1001, 1001)]


def test_a_long_list_costs_as_many_queries_as_a_short_one(check_file, import_file, office, rina):
    import_file([staff(2, 30_000)])
    counted = []
    for size in (47, 1_997):
        first = 10_000 if size == 47 else 1
        rows = [working(row, row + first, superior=nip(first + 2), name=f"Nama {size}") for row in range(3, size)]
        rows += [working(2, first + 2), *(working(size + row, 20_000 + row, unit=f"? {row}") for row in range(size))]
        with CaptureQueriesContext(connection) as queries:
            batch = check_file(rows)
            apply(batch, by=rina, at=NOON)
        assert (batch.counts.new, batch.counts.refused) == (size - 2, size)
        counted.append(len(queries))
    assert counted[0] == counted[1] < 60


def test_the_first_day_counts_where_the_file_gives_none(import_file, office):
    batch = import_file([working(2, position_since=None), working(3)])
    assert [change.after["starts_on"] for change in batch.changes.order_by("row")] == [
        TODAY.isoformat(), BEGAN.isoformat(),
    ]  # fmt: skip
