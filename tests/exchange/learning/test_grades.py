"""Grades from a partner: what can be read is, and whatever is wrong is told with its row, column and remedy."""

import time
from decimal import Decimal

import pytest

from exchange.learning.conftest import BUDI, DEWI, SARI, TODAY
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.learning import grades_template, grades_template_csv, read_grades
from pembina.exchange.staff import staff_workbook
from pembina.exchange.tables import UnreadableFileError

KNOWN = {SARI: 1, BUDI: 2}


def read(*rows, head="NIP;Nilai;Hadir;Catatan", known=KNOWN, **more):
    return read_grades("\n".join([head, *rows]).encode(), name="nilai.csv", known=known, on=TODAY, **more)


def test_good_rows_are_read():
    file = read(f"{SARI};86,5;ya;bagus", f"'{BUDI};;tidak;sakit")
    assert [(row.row, row.person, row.score, row.attended, row.note) for row in file.rows] == [
        (2, 1, Decimal("86.50"), True, "bagus"), (3, 2, None, False, "sakit"),
    ]  # fmt: skip
    assert (file.findings, file.row_count) == ((), 2)


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (f"{DEWI};80;ya;", "NIP", "peserta"), ("12345;80;ya;", "NIP", "18"), (";80;ya;", "NIP", ""),
        ("1.99001E+17;80;ya;", "NIP", "Angka terakhirnya"), (f"{SARI};;;", "Nilai", "kosong"),
        (f"{SARI};;ya;", "Nilai", "kosong"), (f"{SARI};A;ya;", "Nilai", "bukan angka"),
        (f"{SARI};-5;ya;", "Nilai", "bukan angka"), (f"{SARI};101;ya;", "Nilai", "lebih dari 100"),
        (f"{SARI};1e2;ya;", "Nilai", "bukan angka"), (f"{SARI};80;tidak;", "Nilai", "tidak hadir"),
        (f"{SARI};80;ya;{'x' * 501}", "Catatan", "panjang"),
    ],
)  # fmt: skip
def test_a_bad_row_is_left_out_and_named(row, column, word):
    file = read(f"{BUDI};70;;", row)
    assert [each.person for each in file.rows] == [2]
    (found,) = file.findings
    assert (found.row, found.column, found.is_refusal) == (3, column, True)
    assert word in found.reason.id + found.remedy.id
    assert found.remedy.en


def test_a_person_has_one_grade():
    file = read(f"{SARI};80;;", f"{SARI[:8]} {SARI[8:14]} {SARI[14]} {SARI[15:]};90;;")
    assert [(row.row, row.score) for row in file.rows] == [(2, Decimal(80))]
    assert [(found.row, found.column) for found in file.findings] == [(3, "NIP")]


def test_an_unknown_word_for_attendance_is_a_remark():
    file = read(f"{SARI};80;mungkin;")
    assert [(row.attended, row.score) for row in file.rows] == [(None, Decimal(80))]
    assert [found.is_refusal for found in file.findings] == [False]


def test_other_names_of_columns_are_understood():
    file = read(f"Sari;{SARI};88;Hadir;x", head="Nama;NIP BARU;Skor Akhir;Status Kehadiran;Instansi")
    assert [(row.score, row.attended) for row in file.rows] == [(Decimal(88), True)]
    assert file.unread == ("Nama", "Instansi")


@pytest.mark.parametrize("head", ["NIP;Catatan", "Nilai;Catatan", "Nama"])
def test_a_file_without_its_columns_is_refused(head):
    with pytest.raises(UnreadableFileError) as refused:
        read("x;y", head=head)
    assert refused.value.remedy.id


def test_a_scale_of_four_is_kept():
    file = read(f"{SARI};3,75;;", f"{BUDI};5;;", highest=Decimal(4))
    assert [row.score for row in file.rows] == [Decimal("3.75")]
    assert "4" in file.findings[0].reason.id


def test_workbooks_with_fractions_are_read():
    book = staff_workbook(["nip", "nilai"], [[SARI, "86.33333333333333"]], sheet="Nilai")
    file = read_grades(book, name="nilai.xlsx", known=KNOWN, on=TODAY)
    assert [row.score for row in file.rows] == [Decimal("86.33")]


def test_the_template_reads_as_nothing_and_takes_rows():
    for content, name in ((grades_template(), "t.xlsx"), (grades_template_csv(), "t.csv")):
        file = read_grades(content, name=name, known=KNOWN, on=TODAY)
        assert (file.row_count, file.rows, file.findings) == (0, (), ())


def test_ten_thousand_unknown_people_are_told_quickly():
    """All are named, each with its row, in a bounded process; about a tenth of a second of work."""
    rows = [f"{19600101 + n % 28:08}{1985 + n % 30}03{1 + n % 2}{1 + n % 998:03};{n % 100};;" for n in range(10_000)]
    content = "\n".join(["NIP;Nilai;Hadir;Catatan", *rows, f"{SARI};90;ya;"]).encode()
    begun = time.process_time()
    file = read_within_limits(read_grades, content, name="nilai.csv", known=KNOWN, on=TODAY)
    assert time.process_time() - begun < 5
    assert [row.person for row in file.rows] == [1]
    assert [found.row for found in file.findings] == list(range(2, 10_002))
