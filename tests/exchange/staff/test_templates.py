"""What we hand out is read back without a word, and the example in it never becomes a person."""

import io
import zipfile

import pytest
from python_calamine import load_workbook

from exchange.staff.conftest import SARI, one, staff_of
from pembina.exchange.staff import (
    Layout,
    findings_csv,
    findings_workbook,
    read_units,
    staff_template,
    staff_template_csv,
    unit_template,
    unit_template_csv,
)
from pembina.exchange.staff.columns import STAFF, UNITS, matched
from pembina.exchange.staff.template_columns import STAFF_COLUMNS, UNIT_COLUMNS


def sheets(content):
    book = load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize(
    ("template", "read"),
    [(staff_template(), staff_of), (staff_template_csv(), staff_of),
     (unit_template(), lambda data: read_units(data, name="unit")),
     (unit_template_csv(), lambda data: read_units(data, name="unit"))],
    ids=["staff.xlsx", "staff.csv", "units.xlsx", "units.csv"],
)  # fmt: skip
def test_the_example_left_in_is_passed_over_and_said(template, read):
    file = read(template)
    assert (file.rows, file.findings, file.row_count, file.layout) == ((), (), 0, Layout.TEMPLATE)
    assert any("Baris 2 adalah contoh" in note.id for note in file.notes)


@pytest.mark.parametrize(("columns", "aliases"), [(STAFF_COLUMNS, STAFF), (UNIT_COLUMNS, UNITS)])
def test_every_column_of_a_template_is_read(columns, aliases):
    found = matched([column.name for column in columns], aliases, name="t", required={})
    assert (found.private, found.unread) == ((), ())


def test_every_word_a_template_offers_is_read():
    head = ";".join(column.name for column in STAFF_COLUMNS)
    for place, column in enumerate(STAFF_COLUMNS):
        for word in column.words:
            status = "PPPK" if column.name == "Golongan" and "/" not in word else "PNS"
            cells = [SARI, "Sari", "", "", status, *[""] * (len(STAFF_COLUMNS) - 5)]
            cells[place] = word
            codes = {found.code for found in staff_of(f"{head}\n{';'.join(cells)}\n").findings}
            assert codes <= {"sex_differs"}, (column.name, word)


@pytest.mark.parametrize(("template", "columns"), [(staff_template, STAFF_COLUMNS), (unit_template, UNIT_COLUMNS)])
def test_the_second_sheet_explains_every_column_in_either_language(template, columns):
    for language, title in (("id", "Petunjuk"), ("en", "Explanations")):
        rows = sheets(template(language))[title]
        assert [row[0] for row in rows[2:]] == [column.name for column in columns]
        assert all(row[2] and row[3] for row in rows[2:])


def test_every_cell_to_fill_is_text_so_that_a_number_keeps_its_digits():
    package = zipfile.ZipFile(io.BytesIO(staff_template()))
    assert 'formatCode="@"' in package.read("xl/styles.xml").decode()
    assert sheets(staff_template())["Pegawai"][1][0] == STAFF_COLUMNS[0].example


@pytest.mark.parametrize(("language", "head", "severity"), [("id", "Baris", "Ditolak"), ("en", "Row", "Refused")])
def test_findings_become_a_list_to_work_through(language, head, severity):
    file = one(nip="=1+1")
    ((name, rows),) = sheets(findings_workbook(file.findings, language=language)).items()
    assert name in ("Temuan", "Findings")
    assert rows[0][0] == head
    assert rows[1][:4] == [2, "NIP", "'=1+1", severity]
    assert all(rows[1])


def test_findings_as_csv_hold_the_same_and_no_formula():
    lines = findings_csv(one(nip="=1+1").findings).decode("utf-8-sig").splitlines()
    assert lines[1].startswith("2;NIP;'=1+1;Ditolak;")


def test_no_findings_make_a_list_that_opens():
    assert len(sheets(findings_workbook([]))["Temuan"]) == 1
