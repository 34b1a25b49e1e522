"""The ledger in the two shapes of SIASN, and every reason for which the national service would refuse a row."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from exchange.learning.conftest import BUDI, PNS_ID, SARI, TODAY
from needed import shared
from pembina.exchange.learning import (
    DIKLAT_FIELDS,
    FORMS,
    KURSUS_FIELDS,
    STRUCTURAL_TRAININGS,
    Shape,
    export_csv,
    export_workbook,
    refused_by_siasn,
    shape_of,
    siasn_export,
    siasn_fields,
)
from pembina.exchange.tables import read_rows


def test_a_kursus_has_the_fields_of_siasn(ledger):
    told = siasn_fields(ledger(place_id="3375"), agency_id="A5EB")
    assert told == {
        "instansiId": "A5EB", "institusiPenyelenggara": "BKPSDM", "jenisDiklatId": "3", "jenisKursus": "",
        "jenisKursusSertipikat": "T", "jumlahJam": 24, "lokasiId": "3375", "namaKursus": "Manajemen waktu",
        "nomorSertipikat": "800/12/2026", "pnsOrangId": PNS_ID, "tahunKursus": 2026, "tanggalKursus": "03-11-2026",
        "tanggalSelesaiKursus": "05-11-2026",
    }  # fmt: skip
    assert tuple(told) == KURSUS_FIELDS


def test_a_diklat_has_the_fields_of_siasn(ledger):
    told = siasn_fields(ledger(form=1, structural_id=3, weight=2, competence="Manajerial"))
    assert told == {
        "bobot": 2, "institusiPenyelenggara": "BKPSDM", "jenisKompetensi": "Manajerial", "jumlahJam": 24,
        "latihanStrukturalId": "3", "nomor": "800/12/2026", "pnsOrangId": PNS_ID, "tahun": 2026,
        "tanggal": "03-11-2026", "tanggalSelesai": "05-11-2026",
    }  # fmt: skip
    assert tuple(told) == DIKLAT_FIELDS


def test_only_structural_training_is_a_diklat(ledger):
    assert {form for form in FORMS if shape_of(ledger(form=form)) is Shape.DIKLAT} == {1}
    assert shape_of(ledger(form=5, structural_id=2)) is Shape.DIKLAT
    assert [FORMS[form].certificate for form in (2, 3, 9, 16)] == ["F", "T", "P", "T"]
    assert (len(FORMS), len(STRUCTURAL_TRAININGS)) == (25, 8)


def test_the_published_columns_hold_our_fields():
    """Of a client's tables for what the service answers; posting has a few fields more and another word or two."""
    columns = {}
    for line in shared("siasn_referensi_schema/siasn_simpeg_columns.csv").read_text("utf-8").splitlines():
        table, name = line.split(",")[:2]
        columns.setdefault(table, set()).add(name)
    assert set(DIKLAT_FIELDS) - columns["siasn_simpeg_pns_rw_diklat"] == {"bobot", "jenisKompetensi", "pnsOrangId"}
    assert set(KURSUS_FIELDS) - columns["siasn_simpeg_pns_rw_kursus"] == {
        "instansiId", "jenisKursus", "jenisKursusSertipikat", "lokasiId", "nomorSertipikat", "pnsOrangId"
    }  # fmt: skip


def test_a_good_row_is_not_refused(ledger):
    assert refused_by_siasn([ledger(), ledger(key="2", pns_id="4d16dbbd-340a-11ee-96e3-0a580a830008")], on=TODAY) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"nip": ""}, "nip"), ({"pns_id": ""}, "pnsOrangId"), ({"pns_id": SARI}, "pnsOrangId"),
        ({"form": None}, "jenisDiklatId"), ({"form": 26}, "jenisDiklatId"), ({"form": 1}, "latihanStrukturalId"),
        ({"form": 1, "structural_id": 9}, "latihanStrukturalId"), ({"title": " "}, "namaKursus"),
        ({"title": "x" * 256}, "namaKursus"), ({"organiser": ""}, "institusiPenyelenggara"),
        ({"organiser": "x" * 256}, "institusiPenyelenggara"), ({"number": ""}, "nomorSertipikat"),
        ({"number": "", "form": 1, "structural_id": 2}, "nomor"), ({"hours": None}, "jumlahJam"),
        ({"hours": Decimal(0)}, "jumlahJam"), ({"hours": -3}, "jumlahJam"), ({"hours": Decimal("1.5")}, "jumlahJam"),
        ({"hours": float("nan")}, "jumlahJam"), ({"hours": 70_000}, "jumlahJam"),
        ({"first_day": None}, "tanggalKursus"), ({"last_day": None}, "tanggalSelesaiKursus"),
        ({"last_day": date(2026, 11, 2)}, "tanggalSelesaiKursus"), ({"year": 2025}, "tahunKursus"),
        ({"last_day": date(2026, 11, 23)}, "tanggalSelesaiKursus"),
        ({"first_day": date(1926, 11, 3), "year": 2026}, "tanggalKursus"),
    ],
)  # fmt: skip
def test_what_would_be_refused_is_told_with_its_field(ledger, change, field):
    found = refused_by_siasn([ledger(**change)], on=TODAY)
    assert [each.field for each in found] == [field]
    assert all(each.key == "1" and each.reason.id and each.reason.en and each.remedy.id for each in found)


def test_a_year_of_either_day_is_right(ledger):
    over = {"first_day": date(2025, 12, 30), "last_day": date(2026, 1, 2)}
    assert refused_by_siasn([ledger(**over, year=2025), ledger(**over, number="2")], on=TODAY) == ()


def test_a_row_with_nothing_is_told_of_all_it_lacks(ledger):
    empty = ledger(pns_id="", nip="", form=None, title="", organiser="", number="", hours=None, first_day=None,
                   last_day=None)  # fmt: skip
    assert len(refused_by_siasn([empty], on=TODAY)) == 10


def test_the_same_certificate_twice_is_told_once(ledger):
    found = refused_by_siasn([ledger(), ledger(key="2"), ledger(key="3", pns_id="B" * 32)], on=TODAY)
    assert [(each.key, each.field) for each in found] == [("2", "nomorSertipikat")]


def test_a_refused_row_is_in_no_sheet_but_the_last(ledger):
    rows = [ledger(), ledger(key="2", form=1, structural_id=2, number="b"), ledger(key="3", hours=0, number="c")]
    export = siasn_export(rows, agency_id="A5EB", on=TODAY)
    assert (len(export.diklat), len(export.kursus), export.refused_count) == (1, 1, 1)
    content = export_workbook(export)
    for sheet, head in (("diklat", DIKLAT_FIELDS), ("kursus", KURSUS_FIELDS)):
        table = read_rows(content, name="siasn.xlsx", sheet=sheet)
        assert (table.columns, table.row_count) == (head, 1)
    refused = read_rows(content, name="siasn.xlsx", sheet="Ditolak")
    ((_, cells),) = refused.take(refused.columns)
    assert list(cells)[:4] == [SARI, "Sari", "kursus", "jumlahJam"]
    assert content == export_workbook(export)


def test_numbers_are_numbers_and_days_are_day_month_year(ledger):
    (row,) = csv.DictReader(
        io.StringIO(export_csv(siasn_export([ledger()], agency_id="", on=TODAY), Shape.KURSUS).decode("utf-8-sig")),
        delimiter=";",
    )
    assert (row["jumlahJam"], row["tanggalKursus"], row["tahunKursus"]) == ("24", "03-11-2026", "2026")


@pytest.mark.parametrize("typed", ["=1+1", "+62", "-x", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_nothing_becomes_a_formula(ledger, typed):
    rows = [ledger(title=typed, organiser=typed, number=typed), ledger(key="2", title=typed, name=typed, hours=0)]
    export = siasn_export(rows, agency_id=typed, on=TODAY)
    written = export_csv(export, Shape.KURSUS).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written), delimiter=";")
    assert {row["namaKursus"], row["institusiPenyelenggara"], row["nomorSertipikat"], row["instansiId"]} == {
        f"'{typed}"
    }
    book = zipfile.ZipFile(io.BytesIO(export_workbook(export)))
    assert not [name for name in book.namelist() if name.startswith("xl/worksheets/") and b"<f>" in book.read(name)]


def test_ten_thousand_rows_take_no_time(ledger):
    rows = [ledger(key=str(n), nip=BUDI, number=str(n), hours=n % 7) for n in range(10_000)]
    assert siasn_export(rows, agency_id="A", on=TODAY).refused_count == 1_429
