"""Files of SP4N-LAPOR!: columns by their many names, times as they are written, and each bad row named."""

from datetime import UTC, datetime

import pytest

from pembina.exchange.complaints import read_lapor
from pembina.exchange.complaints.moments import moment_of
from pembina.exchange.tables import UnreadableFileError

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
HEAD = (
    "Tracking ID;Nama Pelapor;Judul;Isi Laporan;Kategori;Instansi;Tanggal Laporan;Status;Tindak Lanjut;"
    "Tgl Tindak Lanjut"
)
GOOD = "7001;Tono;Antre;Antre lama;Perizinan;Dinas A;2026-11-02 09:15:00;Selesai;Sudah;05/11/2026 10.00 WIB"


def read(*rows, head=HEAD):
    return read_lapor("\n".join([head, *rows]).encode(), name="lapor.csv", zone="Asia/Jakarta", on=NOW)


def test_a_good_row_is_read_and_who_wrote_is_not():
    file = read(GOOD)
    (row,) = file.rows
    assert (row.tracking_id, row.title, row.agency, row.state, row.kind) == (
        "7001", "Antre", "Dinas A", "closed", "complaint"
    )  # fmt: skip
    assert row.received_at.isoformat() == "2026-11-02T09:15:00+07:00"
    assert row.answered_at.isoformat() == "2026-11-05T10:00:00+07:00"
    assert file.private == ("Nama Pelapor",)
    assert "Tono" not in str(file.rows)
    assert file.findings == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";x;J;Isi;K;A;2026-11-02;Proses;;", "Tracking ID"), ("1;x;J;;K;A;2026-11-02;Proses;;", "Isi Laporan"),
        ("1;x;J;Isi;K;A;kemarin;Proses;;", "Tanggal Laporan"), ("1;x;J;Isi;K;A;1900-01-01;Proses;;", "Tanggal Laporan"),
        ("1;x;J;Isi;K;A;2027-01-01;Proses;;", "Tanggal Laporan"), ("1;x;J;Isi;K;A;2026-11-02;Entah;;", "Status"),
        ("1;x;J;Isi;K;A;2026-11-02;Selesai;ok;2026-11-01", "Tgl Tindak Lanjut"),
        ("1;x;J;Isi;K;A;2026-11-02;Dijawab;ok;", "Tgl Tindak Lanjut"),
        (f"1;x;J;{'y' * 5001};K;A;2026-11-02;Proses;;", "Isi Laporan"),
    ],
)  # fmt: skip
def test_a_bad_row_is_left_out_and_named(row, column):
    file = read(GOOD, row)
    assert [found.row for found in file.rows] == [2]
    found = next(found for found in file.findings if found.is_refusal)
    assert (found.row, found.column) == (3, column)
    assert found.remedy.id


def test_an_end_without_its_day_comes_in_with_a_remark():
    file = read("1;x;J;Isi;K;A;2026-11-02;Selesai;ok;")
    assert len(file.rows) == 1
    assert [found.is_refusal for found in file.findings] == [False]


def test_other_names_of_columns_and_kinds_are_understood():
    file = read("8;Saran saya;dinas a;3 November 2026;aspirasi;belum terverifikasi",
                head="no tiket;uraian;opd;tanggal;klasifikasi;status laporan")  # fmt: skip
    assert [(row.kind, row.state) for row in file.rows] == [("suggestion", "received")]


def test_a_file_without_its_key_is_refused():
    with pytest.raises(UnreadableFileError) as refused:
        read("x", head="Judul")
    assert "ID pelacakan" in refused.value.message.id


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-03 14:22", "2026-11-03T14:22:00+07:00"), ("03/11/2026 14.22 WITA", "2026-11-03T14:22:00+08:00"),
        ("3 November 2026", "2026-11-03T00:00:00+07:00"), ("2026-11-03T14:22:05.000Z", "2026-11-03T14:22:05+07:00"),
        ("2026-11-03 25:00", None), ("", None), ("besok", None),
    ],
)  # fmt: skip
def test_moments(text, moment):
    found = moment_of(text, zone="Asia/Jakarta", ends=False)
    assert (found and found.isoformat()) == moment
