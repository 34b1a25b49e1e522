"""The copy that stays: without what may not be held, every row where it was, unchanged or not given."""

import hashlib
import io
import stat
from datetime import date

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from pembina.exchange.staff.kept_files import FOLDER, KeptFile, KeptFileError, copy_without, forget, keep, kept_content
from pembina.exchange.staff.text_sheet import LONGEST_CELL, letters, text_sheet
from pembina.exchange.tables import read_rows, read_table

READ = ("nip", "nama", "telepon")
CSV = "\nnip;nik;nama;agama;telepon\n'198511022010012001;3201;Rina;Islam;+6281\n\n197808172003121002;3202;=1+1;null;-\n"


def cells(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def workbook(rows):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet()
        dates = book.add_format({"num_format": "dd-mm-yyyy"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                page.write(number, column, value, *([dates] if isinstance(value, date) else []))
    return content.getvalue()


def column(table, name):
    return [row[table.columns.index(name)] for row in table.first_rows(100)]


def test_columns_that_may_not_be_held_are_gone_and_rows_stand_where_they_stood():
    copy = cells(copy_without(read_rows(CSV.encode(), name="staf.csv"), keep=READ))
    assert copy == [
        ["", "", ""],
        ["nip", "nama", "telepon"],
        ["'198511022010012001", "Rina", "'+6281"],
        ["", "", ""],
        ["197808172003121002", "'=1+1", "'-"],
    ]


def test_the_copy_of_a_workbook_reads_as_the_workbook_does():
    rows = [
        ["Daftar pegawai"],
        [],
        ["nip", "nik", "nama", "tmt", "nilai"],
        [198511022010012001, "3201", "Rina", date(2020, 1, 2), 1.5],
        [],
        ["197808172003121002", "3202", "Budi", date(2019, 3, 1), 2],
    ]
    original = read_table(workbook(rows), name="staf.xlsx")
    kept = [name for name in original.columns if name != "nik"]
    content = copy_without(read_rows(workbook(rows), name="staf.xlsx"), keep=kept)
    copy = read_table(content, name="salinan.xlsx")
    assert copy.columns == tuple(kept)
    for name in kept:
        assert column(copy, name) == column(original, name)
    taken = [[row for row, _ in read_rows(data, name="x").take(["nip"])] for data in (workbook(rows), content)]
    assert taken == [[4, 6]] * 2


def test_the_same_table_gives_the_same_bytes():
    one, other = (copy_without(read_rows(CSV.encode(), name="staf.csv"), keep=READ) for _ in range(2))
    assert one == other


def test_a_copy_is_for_its_owner_only_and_named_by_its_hash(tmp_path):
    kept = keep(b"content", home=tmp_path)
    path = tmp_path / kept.path
    assert kept.sha256 == hashlib.sha256(b"content").hexdigest() == path.stem
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert keep(b"content", home=tmp_path) == kept
    assert [found.name for found in (tmp_path / FOLDER).iterdir()] == [path.name]
    assert kept_content(kept, home=tmp_path) == b"content"


def test_a_copy_that_was_changed_is_not_given(tmp_path):
    kept = keep(b"content", home=tmp_path)
    (tmp_path / kept.path).write_bytes(b"contents")
    with pytest.raises(KeptFileError, match="tidak sama lagi") as refused:
        kept_content(kept, home=tmp_path)
    assert "pengelola sistem" in refused.value.remedy.id


def test_a_copy_that_is_gone_is_said_to_be_gone(tmp_path):
    kept = keep(b"content", home=tmp_path)
    forget(kept, home=tmp_path)
    forget(kept, home=tmp_path)
    with pytest.raises(KeptFileError, match="tidak ada lagi"):
        kept_content(kept, home=tmp_path)
    with pytest.raises(KeptFileError, match="tidak ada lagi"):
        kept_content(KeptFile("imports/none.xlsx", "0" * 64), home=tmp_path)


def test_cells_are_text_whatever_they_look_like():
    cell = "<b> & ]]> \u00e9 \U0001f600 'x' _x0041_ \x01\x1f\uffff\r\n2 "
    found = cells(text_sheet([(1, ["a", None]), (3, ["=1+1", cell])], sheet="S", width=2))
    assert found == [["a", ""], ["", ""], ["=1+1", cell.replace("\uffff", "")]]


def test_a_cell_is_no_longer_than_the_format_allows():
    assert len(cells(text_sheet([(1, ["x" * 40_000])], sheet="S", width=1))[0][0]) == LONGEST_CELL


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_name_them(place, name):
    assert letters(place) == name
