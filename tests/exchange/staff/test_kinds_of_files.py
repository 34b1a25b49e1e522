"""Files as they come: any encoding, separator and kind of workbook; what cannot be used is refused with a remedy."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.staff.conftest import HEAD, SARI, line, staff_of, told
from pembina.exchange.staff import read_units
from pembina.exchange.tables import UnreadableFileError

TEXT = "\n".join([HEAD, line(name="Renée Sari"), line(nip="1")])
CELLS = (SARI, "Sari", "PNS", "15-03-1992", "P", "III/b", "Dinas Sosial", "Penata", "01-07-2022", "")


def workbook(rows, **options):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, options) as book:
        page = book.add_worksheet("Data")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(number, place, cell, day)
                else:
                    page.write(number, place, cell)
    return content.getvalue()


def with_member(content, name, data):
    into = io.BytesIO(content)
    with zipfile.ZipFile(into, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return into.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_encoding_and_separator(encoding, separator):
    file = staff_of(TEXT.replace(";", separator).encode(encoding))
    assert [row.name for row in file.rows] == ["Renée Sari"]
    assert told(file) == [(3, "number_length", True)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_ends(ends):
    assert told(staff_of(TEXT.replace("\n", ends))) == [(3, "number_length", True)]


def test_dates_of_a_workbook_are_days_whether_shown_as_dates_or_as_numbers():
    born = datetime(1992, 3, 15, tzinfo=UTC).replace(tzinfo=None)
    for cell in (born, 33678):
        file = staff_of(workbook([HEAD.split(";"), [*CELLS[:3], cell, *CELLS[4:]]]), name="a.xlsx")
        assert (file.rows[0].birth_date, file.findings) == (date(1992, 3, 15), ())


@pytest.mark.parametrize("others", [(), (2.5,)])
def test_a_number_kept_as_a_figure_has_lost_digits_and_says_so(others):
    figures = [[float(SARI), *CELLS[1:]], *[[figure, *CELLS[1:]] for figure in others]]
    file = staff_of(workbook([HEAD.split(";"), *figures]), name="a.xlsx")
    assert file.rows == ()
    found = file.findings[0]
    assert (found.row, found.column, found.code) == (2, "NIP", "number_spreadsheet")
    assert found.value.startswith("1.99203152019033")
    assert "Teks" in found.remedy.id


def test_codes_of_units_that_a_workbook_keeps_as_figures_are_pointed_out():
    file = read_units(workbook([["kode", "nama"], [1.1, "Dinas"], [1.2, "Badan"]]), name="unit.xlsx")
    assert [row.code for row in file.rows] == ["1.1", "1.2"]
    assert any("1.10 menjadi 1.1" in note.id for note in file.notes)
    assert read_units(workbook([["kode", "nama"], ["1.10", "Dinas"]]), name="unit.xlsx").notes == ()


def test_rows_of_a_workbook_keep_their_number_across_empty_and_blank_rows():
    file = staff_of(workbook([["Daftar"], [], HEAD.split(";"), CELLS, [" "], [], ["1", *CELLS[1:]]]), name="a.xlsx")
    assert [row.row for row in file.rows] == [4]
    assert told(file) == [(7, "number_length", True)]


def test_the_result_of_a_formula_is_taken_and_no_formula_is_run():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD.split(";"))
        page.write_row(1, 0, CELLS)
        page.write_formula(1, 1, '="Sari "&"Wulandari"', None, "Sari Wulandari")
    assert staff_of(content.getvalue()).rows[0].name == "Sari Wulandari"


def test_a_workbook_with_macros_is_read_and_its_macros_are_not():
    plain = workbook([HEAD.split(";"), CELLS])
    assert len(staff_of(with_member(plain, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro"), name="a.xlsm").rows) == 1


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("pembina.exchange.tables.workbook._LARGEST_UNPACKED", 1 << 24)
    bomb = with_member(workbook([HEAD.split(";"), CELLS]), "xl/media/a.bin", b"\0" * ((1 << 24) + 1))
    assert len(bomb) < 1 << 16
    with pytest.raises(UnreadableFileError, match="16 MB setelah dibuka"):
        staff_of(bomb)


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n", b"PK\x03\x04damaged", b"%PDF-1.7", b"<html><table>", b"\x89PNG\r\n",
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"NIP;NAMA\n", b"1;2\n3;4\n", b"NIP;NIP;NAMA\n1;2;3\n"],
)  # fmt: skip
def test_what_is_no_file_of_staff_is_refused_with_a_remedy(content):
    with pytest.raises(UnreadableFileError) as refused:
        staff_of(content)
    assert refused.value.remedy.id
    assert refused.value.remedy.en


def test_another_sheet_can_be_named():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("Sampul").write(0, 0, "Daftar pegawai")
        page = book.add_worksheet("Data")
        page.write_row(0, 0, HEAD.split(";"))
        page.write_row(1, 0, CELLS)
    assert len(staff_of(content.getvalue(), sheet="Data").rows) == 1
    with pytest.raises(UnreadableFileError, match="“Sampul”"):
        staff_of(content.getvalue(), sheet="Lain")


def usable(read, data):
    try:
        file = read(data)
    except UnreadableFileError:
        return
    refused_rows = {found.row for found in file.findings if found.severity == "refused"}
    assert not refused_rows & {row.row for row in file.rows}
    assert len(file.rows) + len(refused_rows) == file.row_count


ODD = st.one_of(
    st.sampled_from(
        ["", "'", "null", "1.98E+17", "\0", "=1+1", '"', "½", "1e400", "31-02-2020", "\u202e", SARI, "9" * 30]
    ),
    st.text(max_size=30),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(ODD, min_size=10, max_size=10), min_size=1, max_size=8))
def test_any_table_gives_rows_and_findings_or_a_clear_refusal(rows):
    quoted = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    usable(staff_of, f"{HEAD}\n{quoted}\n".encode("utf-8", "replace"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.integers(0, 200))
def test_any_bytes_give_rows_and_findings_or_a_clear_refusal(noise, at):
    data = TEXT.encode()
    usable(staff_of, data[:at] + noise + data[at:])
    usable(lambda content: read_units(content, name="unit"), b"kode;nama\n" + noise)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60), st.integers(0, 4000))
def test_a_damaged_workbook_gives_rows_or_a_clear_refusal(noise, at):
    content = workbook([HEAD.split(";"), CELLS])
    usable(staff_of, content[:at] + noise + content[at + len(noise) :])
