"""The columns that several tables share, and the state of a table as a short text."""

from collections.abc import Iterable
from hashlib import sha256

from pembina.core.text import Text
from pembina.exchange.open_data.shapes import Column, Kind

UNIT_CODE = Column(
    "kode_unit",
    Text(id="Kode unit kerja", en="Code of the unit"),
    Text(
        id="Kode unit yang menyelenggarakan, dalam daftar unit pemerintah ini.",
        en="Code of the unit that is in charge.",
    ),
    required=True,
)
UNIT_NAME = Column(
    "nama_unit",
    Text(id="Nama unit kerja", en="Name of the unit"),
    Text(id="Nama unit itu hari ini.", en="Its name today."),
)
SERVICE_CODE = Column(
    "kode_layanan",
    Text(id="Kode layanan", en="Code of the service"),
    Text(id="Kode jenis layanan; tidak berubah selama layanan ada.", en="Code of the service; it never changes."),
    required=True,
)
SERVICE_NAME = Column(
    "nama_layanan",
    Text(id="Nama layanan", en="Name of the service"),
    Text(id="Nama jenis layanan itu hari ini.", en="Its name today."),
)


def month_column(definition: Text) -> Column:
    """Return the column of the month, written 2026-10."""
    return Column("bulan", Text(id="Bulan", en="Month"), definition, Kind.MONTH, required=True)


def count_column(name: str, label: Text, definition: Text, unit: Text) -> Column:
    """Return a column that counts."""
    return Column(name, label, definition, Kind.WHOLE, unit, least=0)


def fingerprint(parts: Iterable[object]) -> str:
    """Return a text that differs where any of the parts does."""
    digest = sha256()
    for part in parts:
        digest.update(repr(part).encode())
    return digest.hexdigest()[:32]
