"""Which of the known shapes a file of staff has."""

from collections.abc import Iterable
from enum import Enum

from pembina.core.text import Text
from pembina.exchange.staff.cells import key_of


class Layout(Enum):
    """A shape, as it is told to the person who brings the file."""

    TEMPLATE = Text(id="templat Pembina", en="Pembina's template")
    EXPORT = Text(id="ekspor pegawai SIASN", en="SIASN employee export")
    SHEET = Text(id="lembar kerja SIASN", en="SIASN spreadsheet")
    SERVICE = Text(id="data utama dari API SIASN", en="main data from the SIASN API")
    HEADERS = Text(id="dikenali dari nama kolom", en="recognised by the names of its columns")

    @property
    def code(self) -> str:
        """Return the name for programs."""
        return self.name.lower()


_SIGNS = (
    (Layout.EXPORT, {"nip_baru", "unor_nama", "jabatan_nama", "status_cpns_pns"}),
    (Layout.SHEET, {"nip_baru", "unit_organisasi_nama", "golongan_nama"}),
    (Layout.SERVICE, {"nip_baru", "gol_ruang_akhir", "unor_nama"}),
)


def layout_of(columns: Iterable[str], *, template: Iterable[str]) -> Layout:
    """Return the shape whose tell-tale columns are all there."""
    columns = list(columns)
    if columns == list(template):
        return Layout.TEMPLATE
    keys = {key_of(column) for column in columns}
    fitting = (layout for layout, signs in _SIGNS if {key_of(sign) for sign in signs} <= keys)
    return next(fitting, Layout.HEADERS)
