"""Files as bytes, read against two services of one unit."""

import dataclasses

import pytest

from pembina.domain.services.intake.reading import Shape
from pembina.domain.services.intake.rows import KnownService
from pembina.exchange.requests.guessing import guessed
from pembina.exchange.requests.reading import read_requests
from pembina.exchange.tables import read_table

SERVICES = (KnownService(7, "IZIN-01", "Izin Lingkungan", 420), KnownService(8, "IZIN-02", "Izin Usaha", 480))


@pytest.fixture
def read():
    """Return a reader: ``read("header", "row", …, service="IZIN-01")``, its guess corrected by what is given."""

    def reader(*lines, **corrections):
        table = read_table("\n".join(lines).encode(), name="berkas.csv")
        corrections = {"service": "IZIN-01"} | corrections
        reading = guessed(table).reading
        if "shape" in corrections:
            assert reading.shape is Shape(corrections["shape"])
        return read_requests(table, reading=dataclasses.replace(reading, **corrections), services=SERVICES)

    return reader
