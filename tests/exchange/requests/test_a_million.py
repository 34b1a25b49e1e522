"""A million rows, three in a hundred broken, read by a process that may use no more memory than an upload may."""

import os

import pytest

from exchange.requests.conftest import SERVICES
from pembina.exchange.bounded import within_limits
from pembina.exchange.requests.receiving import read_copy, received

ROWS = int(os.environ.get("PEMBINA_TEST_ROWS", "1000000"))
BROKEN = {
    0: ";IZIN-01;2024-03-01 08:00;2024-03-04 09:00;Loket",
    1: "{n};TIDAK-ADA;2024-03-01 08:00;2024-03-04 09:00;Loket",
    2: "{n};IZIN-01;2024-13-45 08:00;2024-03-04 09:00;Loket",
}


def line(n):
    return BROKEN[n % 100].format(n=n) if n % 100 in BROKEN else f"{n};IZIN-01;2024-03-01 08:00;2024-03-04 09:00;😀"


@pytest.mark.slow
def test_a_file_of_a_million_rows_is_read_whole_and_its_broken_rows_are_told():
    data = "\n".join(["nomor;layanan;diterima;selesai;kanal", *map(line, range(ROWS))]).encode()
    got = within_limits(received, data, "besar.csv", None, seconds=600)
    found = within_limits(read_copy, got.copy, got.guess.reading, SERVICES, seconds=600)
    each = ROWS // 100
    assert found.read.refused == {"no_number": each, "unknown_service": each, "bad_received": each}
    assert found.read.rows.count == ROWS - 3 * each
    assert found.figures.count == ROWS - 3 * each
    assert found.read.findings[0].row == 2
