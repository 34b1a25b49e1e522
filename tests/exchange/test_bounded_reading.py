"""A file that would take all memory ends its own process only, whoever reads it."""

import io
from datetime import UTC, date, datetime

import pytest
import xlsxwriter

from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.complaints import read_lapor
from pembina.exchange.staff import read_staff
from pembina.exchange.tables import UnreadableFileError

STAFF = {"name": "pegawai.xlsx", "on": date(2026, 11, 22)}
LAPOR = {"name": "lapor.xlsx", "zone": "Asia/Jakarta", "on": datetime(2026, 11, 22, tzinfo=UTC)}


def workbook(*cells):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, column, text in cells:
            sheet.write_string(row, column, text)
    return content.getvalue()


@pytest.fixture
def far_apart():
    """Five kilobytes whose first and last cells span a sheet of half a terabyte."""
    return workbook((0, 0, "NIP"), (0, 1, "NAMA"), (1_048_575, 16_383, "x"))


@pytest.mark.parametrize(("read", "wishes"), [(read_staff, STAFF), (read_lapor, LAPOR)])
def test_cells_far_apart_end_the_process_that_reads_them_and_nothing_else(far_apart, read, wishes):
    assert len(far_apart) < 1 << 13
    with pytest.raises(ComputationStoppedError, match="memori"):
        read_within_limits(read, far_apart, **wishes)


def test_what_can_be_read_comes_back_whole(tmp_path):
    path = tmp_path / "pegawai.xlsx"
    path.write_bytes(workbook((0, 0, "NIP"), (0, 1, "NAMA"), (1, 0, "x"), (1, 1, "Sari")))
    assert read_within_limits(read_staff, path, **STAFF) == read_staff(path, **STAFF)


def test_a_refusal_keeps_what_it_says(tmp_path):
    for given in (b"a;b\n1;2\n", tmp_path / "none.xlsx", workbook((0, 0, "NIP"), (0, 1, "NAMA"), (1, 2, "x"))):
        with pytest.raises(UnreadableFileError) as here:
            read_staff(given, **STAFF)
        with pytest.raises(UnreadableFileError) as there:
            read_within_limits(read_staff, given, **STAFF)
        assert vars(there.value) == vars(here.value)
