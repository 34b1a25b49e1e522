"""Tables as people have them are read; what is no table is refused with a remedy."""

import datetime
import io

import duckdb
import pytest
import xlsxwriter

from pembina.exchange.tables import UnreadableFileError, coded_column, read_table

PLAIN = "unit;bulan;hari\nDinas A;2024-01;1,5\nDinas B;2024-01;2,5\n"
CELLS = [("Dinas A", "2024-01", "1,5"), ("Dinas B", "2024-01", "2,5")]


def workbook(*sheets):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        date = book.add_format({"num_format": "dd/mm/yyyy"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(i, j, datetime.datetime.combine(cell, datetime.time()), date)
                    else:
                        sheet.write(i, j, cell)
    return file.getvalue()


def refusal(data, name="data.csv", **options):
    with pytest.raises(UnreadableFileError) as refused:
        read_table(data, name=name, **options)
    assert refused.value.remedy.id
    assert refused.value.remedy.en
    return refused.value


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(";", "\t").encode(),
        PLAIN.replace(";", "|").encode(),
        b'unit,bulan,hari\n"Dinas A",2024-01,"1,5"\n"Dinas B",2024-01,"2,5"\n',
    ],
    ids=["semicolon", "bom", "utf-16", "crlf", "cr", "tab", "pipe", "quoted comma"],
)
def test_every_usual_text_form_reads_the_same(data):
    table = read_table(data, name="data.csv")
    assert table.columns == ("unit", "bulan", "hari")
    assert table.first_rows(9) == CELLS


def test_windows_1252_text_keeps_its_letters():
    table = read_table("unit;nilai\nKafé “A”;1\n".encode("cp1252"), name="data.csv")
    assert table.first_rows(1) == [("Kafé “A”", "1")]


def test_a_path_and_its_bytes_read_the_same(tmp_path):
    path = tmp_path / "it's data.csv"
    path.write_text(PLAIN)
    assert read_table(path, name=path.name).first_rows(9) == CELLS


def test_content_decides_not_the_name():
    assert read_table(workbook([["unit", "y"], ["A", 1]]), name="x.csv").first_rows(1) == [("A", "1")]
    assert read_table(b"unit,y\nA,1\n", name="x.xlsx").first_rows(1) == [("A", "1")]


def test_workbook_dates_and_fractions_keep_their_meaning():
    table = read_table(workbook([["u", "t", "y"], ["A", datetime.date(2024, 3, 1), 1.234]]), name="x.xlsx")
    assert table.first_rows(1)[0][1].startswith("2024-03-01")
    assert table.numeric == {"y"}


def test_first_sheet_with_data_is_used_and_said():
    table = read_table(workbook([], [["u", "y"], ["A", 1]]), name="x.xlsx")
    assert "Sheet2" in table.notes[0].id
    assert read_table(workbook([["a", "b"], [1, 2]], [["u", "y"], ["A", 1]]), name="x", sheet="Sheet2").columns == (
        "u",
        "y",
    )
    assert "Sheet1" in refusal(workbook([["a", "b"], [1, 2]]), sheet="Sheet9").remedy.id


def test_title_rows_above_the_header_are_passed_over_and_said():
    table = read_table(b"Laporan waktu layanan;;\n;;\nunit;bulan;hari\nA;2024-01;2\n", name="x.csv")
    assert table.columns == ("unit", "bulan", "hari")
    assert "baris 3" in table.notes[0].id
    assert table.file_rows([0]) == [4]


def test_rows_are_counted_as_in_the_file_across_blank_lines():
    table = read_table(b"u,y\nA,1\n\n\nB,2\n,\nC,3\n", name="x.csv")
    assert table.file_rows([0, 1, 2]) == [2, 5, 7]
    book = workbook([["judul"], [], ["u", "y", "z"], ["A", 1, 1], [], ["B", 2, 2]])
    assert read_table(book, name="x.xlsx").file_rows([0, 1]) == [4, 6]


def test_parquet_reads_with_its_numbers(tmp_path):
    path = tmp_path / "x.parquet"
    duckdb.sql("SELECT 'A' AS u, DATE '2024-01-01' AS t, 1.234::DOUBLE AS y").write_parquet(str(path))
    for data in (path, path.read_bytes()):
        table = read_table(data, name="x")
        assert table.first_rows(1) == [("A", "2024-01-01", "1.234")]
        assert table.numeric == {"y"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "kosong"),
        (b"\n \n", "kosong"),
        (b"unit,y\n", "tanpa data"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<!DOCTYPE html><table>", "HTML"),
        (b"PK\x03\x04 cut off", "terpotong"),
        (b"\x00\x01\x02\x03unit", "bukan tabel"),
        (b"PAR1 not really", "Parquet"),
        (b"1,2\n3,4\n", "bukan nama kolom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "tidak terbaca"),
    ],
)
def test_what_is_no_table_is_refused_saying_what_it_is(data, says):
    assert says in refusal(data).message.id


def test_a_zip_that_is_no_workbook_is_refused():
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert "ZIP" in refusal(file.getvalue()).message.id


def test_an_empty_workbook_is_refused():
    assert "kosong" in refusal(workbook([])).message.id


def test_twin_column_names_are_refused_with_both_places():
    error = refusal(b"unit,y,Y\nA,1,2\n")
    assert (error.column, error.row) == ("Y", 1)
    assert "ke-2 dan ke-3" in error.message.id


def test_a_nameless_column_gets_a_name_and_a_note():
    table = read_table(b",unit\n1,A\n2,B\n", name="x.csv")
    assert table.columns == ("kolom 1", "unit")
    assert table.notes


@pytest.mark.parametrize(("data", "row"), [(b"u,y\nA,1\n\nB\n", 4), (b"u,y\nA,1\nB,2,3\n", 3)])
def test_a_ragged_row_is_refused_by_its_number(data, row):
    assert refusal(data).row == row


def test_size_limits_name_the_limit():
    assert "0 MB" in refusal(b"u,y\nA,1\n", limit_bytes=5).message.id
    assert "batas 1 baris" in refusal(b"u,y\nA,1\nB,1\n", max_rows=1).message.id


def test_files_that_cannot_be_opened_are_refused(tmp_path):
    assert "folder" in refusal(tmp_path).message.id
    assert "tidak ditemukan" in refusal(tmp_path / "none.csv").message.id


def test_an_unknown_column_is_refused_with_the_likely_one():
    table = read_table(b"unit,waktu\nA,1\n", name="x.csv")
    with pytest.raises(UnreadableFileError, match="waktu"):
        table.named("wakt")
    assert table.named(" UNIT ") == "unit"


def test_column_names_cannot_become_queries():
    table = read_table(b'"x""; DROP TABLE data; --",y\n1,2\n', name="x.csv")
    assert coded_column(table, table.columns[0]).values == ("1",)
    assert table.row_count == 1


def test_the_reader_reaches_no_other_file(tmp_path):
    other = tmp_path / "secret.csv"
    other.write_text("a\n1\n")
    table = read_table(b"u,y\nA,1\n", name="x.csv")
    with pytest.raises(duckdb.PermissionException):
        table.query("SELECT * FROM read_csv(?)", [str(other)])


def test_codes_follow_first_appearance_and_mark_empty_cells():
    coded = coded_column(read_table(b"u,y\nB,1\nA,1\nB,\n,1\n", name="x.csv"), "u")
    assert coded.values == ("B", "A")
    assert coded.codes.tolist() == [0, 1, 0, -1]
