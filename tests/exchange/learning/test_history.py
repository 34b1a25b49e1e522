"""What was learned before, in the field names of SIASN and near them."""

from datetime import date
from decimal import Decimal

import pytest

from exchange.learning.conftest import BUDI, DEWI, PNS_ID, SARI, TODAY
from pembina.exchange.learning import export_csv, history_template, history_template_csv, read_history, siasn_export
from pembina.exchange.learning.shapes import Shape
from pembina.exchange.tables import UnreadableFileError

KNOWN = {SARI: 1, BUDI: 2, PNS_ID: 1}
HEAD = "nip;jenisDiklatId;namaKursus;nomorSertipikat;jumlahJam;tanggalKursus;tanggalSelesaiKursus;tahunKursus"
GOOD = f"{SARI};3;Manajemen waktu;800/1;24;03-11-2025;05-11-2025;2025"


def read(*rows, head=HEAD):
    return read_history("\n".join([head, *rows]).encode(), name="riwayat.csv", known=KNOWN, on=TODAY)


def test_a_good_row_is_read():
    file = read(GOOD)
    (row,) = file.rows
    assert (row.nip, row.person, row.form, row.structural_id, row.title) == (SARI, 1, 3, None, "Manajemen waktu")
    assert (row.hours, row.year, row.first_day, row.last_day) == (
        Decimal(24), 2025, date(2025, 11, 3), date(2025, 11, 5)
    )  # fmt: skip
    assert file.findings == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (GOOD.replace(SARI, DEWI), "nip"), (GOOD.replace(SARI, "123"), "nip"),
        (GOOD.replace("Manajemen waktu", ""), "namaKursus"), (GOOD.replace(";24;", ";;"), "jumlahJam"),
        (GOOD.replace(";24;", ";0;"), "jumlahJam"), (GOOD.replace(";24;", ";dua;"), "jumlahJam"),
        (GOOD.replace("05-11-2025", "02-11-2025"), "tanggalSelesaiKursus"),
        (GOOD.replace("05-11-2025", "kapan"), "tanggalSelesaiKursus"),
        (GOOD.replace("05-11-2025", "05-11-2027"), "tanggalSelesaiKursus"), (GOOD[:-4] + "2024", "tahunKursus"),
        (GOOD[:-4] + "2030", "tahunKursus"), (f"{SARI};3;Tanpa hari;1;20;;;", "tahunKursus"),
        (GOOD.replace("Manajemen waktu", "x" * 256), "namaKursus"),
    ],
)  # fmt: skip
def test_a_bad_row_is_left_out_and_named(row, column):
    file = read(f"{BUDI};3;Lain;2;20;;;2024", row)
    assert [each.person for each in file.rows] == [2]
    refused = [found for found in file.findings if found.is_refusal]
    assert [(found.row, found.column) for found in refused] == [(3, column)]
    assert refused[0].remedy.id


def test_what_is_not_known_is_left_open_with_a_remark():
    file = read(f"{SARI};kelas ajaib;Judul;;20;;;2024")
    (row,) = file.rows
    assert (row.form, row.number, row.year, row.last_day) == (None, "", 2024, None)
    assert {found.column for found in file.findings} == {"jenisDiklatId", "nomorSertipikat"}
    assert not any(found.is_refusal for found in file.findings)


def test_a_structural_training_needs_no_title():
    head = "idPns;latihanStrukturalNama;nomor;jumlahJam;tanggal;tanggalSelesai;tahun"
    (row,) = read(f"{PNS_ID};Diklat PIM III;77;285;'01-03-2019;30-06-2019;2019", head=head).rows
    assert (row.person, row.nip, row.form, row.structural_id, row.title) == (1, "", 1, 3, "PIM III")


def test_both_shapes_may_stand_side_by_side():
    head = "nip;namaKursus;noSertipikat;nomor;jp;tanggalKursus;tanggal;latihanStrukturalId"
    file = read(f"{SARI};Kursus A;K1;;12;01-02-2024;;", f"{SARI};;;D1;285;;01-02-2020;2", head=head)
    assert [(row.number, row.year, row.structural_id) for row in file.rows] == [("K1", 2024, None), ("D1", 2020, 2)]


def test_the_same_twice_counts_once():
    file = read(GOOD, GOOD.replace("Manajemen", "MANAJEMEN"))
    assert len(file.rows) == 1
    assert [(found.row, found.is_refusal) for found in file.findings] == [(3, True)]


def test_private_columns_are_not_read():
    file = read(f"3275010101900001;{GOOD}", head=f"NIK;{HEAD}")
    assert file.private == ("NIK",)
    assert "3275010101900001" not in str(file)


@pytest.mark.parametrize("head", ["namaKursus;jumlahJam", "nip;namaKursus"])
def test_a_file_without_its_columns_is_refused(head):
    with pytest.raises(UnreadableFileError) as refused:
        read("x;y", head=head)
    assert refused.value.remedy.id


def test_our_templates_hold_nothing_to_read():
    for content, name in ((history_template(), "t.xlsx"), (history_template_csv(), "t.csv")):
        file = read_history(content, name=name, known=KNOWN, on=TODAY)
        assert (file.row_count, file.findings) == (0, ())


def test_what_we_write_for_siasn_can_be_read_again(ledger):
    export = siasn_export([ledger(), ledger(key="2", form=1, structural_id=2, number="b")], agency_id="A", on=TODAY)
    for shape, title in ((Shape.KURSUS, "Manajemen waktu"), (Shape.DIKLAT, "PIM IV")):
        (row,) = read_history(export_csv(export, shape), name="siasn.csv", known=KNOWN, on=TODAY).rows
        assert (row.person, row.title, row.hours, row.year) == (1, title, 24, 2026)
