"""What stays of a file: every row under its number, nothing about people."""

import csv
import gzip
import io

from exchange.requests.conftest import SERVICES
from pembina.domain.services.intake.reading import Reading, Shape
from pembina.exchange.requests.copying import to_take_along
from pembina.exchange.requests.receiving import Received, narrowed, read_copy, received
from pembina.exchange.staff.receiving import Refusal

FILE = b"""Laporan;;;
nomor;nama pemohon;NIK;diterima;catatan

A;Budi;3201;2024-03-01 08:00;x
=1+1;Sari;3202;salah;y
"""


def test_a_copy_holds_no_applicant_and_keeps_the_numbers_of_rows():
    got = received(FILE, "izin.csv", None)
    assert isinstance(got, Received)
    rows = list(csv.reader(io.StringIO(gzip.decompress(got.copy).decode())))
    assert rows == [["baris", "nomor", "diterima", "catatan"], ["4", "A", "2024-03-01 08:00", "x"],
                    ["5", "=1+1", "salah", "y"]]  # fmt: skip
    assert got.guess.columns == ("nomor", "diterima", "catatan")
    assert "NIK" in got.notes[-1].id
    assert received(FILE, "izin.csv", None).copy == got.copy


def test_a_finding_of_the_copy_stands_in_the_row_of_the_original():
    copy = received(FILE, "izin.csv", None).copy
    reading = Reading(Shape.ROWS, {"number": "nomor", "received": "diterima"}, {}, "IZIN-01")
    found = read_copy(copy, reading, SERVICES)
    assert found.read.rows.row.tolist() == [4]
    assert [(f.row, f.column) for f in found.read.findings] == [(5, "diterima")]
    assert b"catatan" not in gzip.decompress(narrowed(copy, reading))


def test_a_copy_that_is_taken_along_begins_no_formula():
    taken = b"".join(to_take_along(received(FILE, "izin.csv", None).copy)).decode("utf-8-sig")
    assert "'=1+1" in taken


def test_what_is_missing_is_said_before_anything_is_read():
    copy = received(FILE, "izin.csv", None).copy
    refused = read_copy(copy, Reading(Shape.ROWS, {"number": "nomor", "received": "diterima"}), SERVICES)
    assert isinstance(refused, Refusal)
    assert "layanan" in refused.message.id
    refused = read_copy(copy, Reading(Shape.ROWS, {"number": "nomor"}, {}, "IZIN-01"), SERVICES)
    assert "diterima" in refused.message.id
    assert isinstance(received(b"%PDF-1.4", "a.pdf", None), Refusal)
