"""Which of the two shapes of SIASN a row belongs to, and the row in that shape's field names.

``diklat`` has no field for a title: what was learned is told by `latihanStrukturalId` alone. So it can only hold a
structural training; all else, functional and technical training too, is a ``kursus``, which has a title, the form
(`jenisDiklatId`) and the kind of certificate (T, F or P, of which F is that of functional training). The tables that
clients of the service keep (``rw_diklat``, ``rw_kursus``) and the programs of agencies that send to it do the same.
No document of BKN itself that says so was read.
"""

from datetime import date
from enum import StrEnum

from pembina.exchange.learning.forms import FORMS, STRUCTURAL
from pembina.exchange.learning.ledger import LedgerRow

Field = str | int


class Shape(StrEnum):
    """The two histories of learning in SIASN."""

    DIKLAT = "diklat"
    KURSUS = "kursus"


DIKLAT_FIELDS = (
    "bobot", "institusiPenyelenggara", "jenisKompetensi", "jumlahJam", "latihanStrukturalId", "nomor", "pnsOrangId",
    "tahun", "tanggal", "tanggalSelesai",
)  # fmt: skip
KURSUS_FIELDS = (
    "instansiId", "institusiPenyelenggara", "jenisDiklatId", "jenisKursus", "jenisKursusSertipikat", "jumlahJam",
    "lokasiId", "namaKursus", "nomorSertipikat", "pnsOrangId", "tahunKursus", "tanggalKursus", "tanggalSelesaiKursus",
)  # fmt: skip
# By what is said: the name of the field in each shape.
NAMED = {
    Shape.DIKLAT: {"number": "nomor", "year": "tahun", "first_day": "tanggal", "last_day": "tanggalSelesai",
                   "form": "latihanStrukturalId", "title": "latihanStrukturalId"},
    Shape.KURSUS: {"number": "nomorSertipikat", "year": "tahunKursus", "first_day": "tanggalKursus",
                   "last_day": "tanggalSelesaiKursus", "form": "jenisDiklatId", "title": "namaKursus"},
}  # fmt: skip
SAME = {"pns_id": "pnsOrangId", "organiser": "institusiPenyelenggara", "hours": "jumlahJam", "nip": "nip"}


def shape_of(row: LedgerRow) -> Shape:
    """Return the shape: structural training is a ``diklat``, everything else a ``kursus``."""
    return Shape.DIKLAT if row.form == STRUCTURAL or row.structural_id is not None else Shape.KURSUS


def field_named(shape: Shape, name: str) -> str:
    """Return the name that SIASN has for what a row calls `name`."""
    return NAMED[shape].get(name) or SAME[name]


def siasn_fields(row: LedgerRow, *, agency_id: str = "") -> dict[str, Field]:
    """Return the row under the field names of its shape, in their order; days as d-m-Y, what is unknown as ''.

    `agency_id` is the id of the agency in SIASN; only a ``kursus`` tells it.
    """
    shared: dict[str, Field] = {
        "institusiPenyelenggara": row.organiser,
        "jumlahJam": "" if row.hours is None else int(row.hours),
        "pnsOrangId": row.pns_id,
    }
    if shape_of(row) is Shape.DIKLAT:
        return _in_order(shared | _diklat(row), DIKLAT_FIELDS)
    return _in_order(shared | _kursus(row, agency_id), KURSUS_FIELDS)


def _diklat(row: LedgerRow) -> dict[str, Field]:
    return {
        "bobot": "" if row.weight is None else row.weight,
        "jenisKompetensi": row.competence,
        "latihanStrukturalId": "" if row.structural_id is None else str(row.structural_id),
        "nomor": row.number,
        "tahun": _year(row),
        "tanggal": _day(row.first_day),
        "tanggalSelesai": _day(row.last_day),
    }


def _kursus(row: LedgerRow, agency_id: str) -> dict[str, Field]:
    form = FORMS.get(row.form or 0)
    return {
        "instansiId": agency_id,
        "jenisDiklatId": "" if form is None else str(form.id),
        # The service takes it empty; its list of courses is a table of its own that few fill.
        "jenisKursus": "",
        "jenisKursusSertipikat": "" if form is None else form.certificate,
        "lokasiId": row.place_id,
        "namaKursus": row.title,
        "nomorSertipikat": row.number,
        "tahunKursus": _year(row),
        "tanggalKursus": _day(row.first_day),
        "tanggalSelesaiKursus": _day(row.last_day),
    }


def _in_order(told: dict[str, Field], fields: tuple[str, ...]) -> dict[str, Field]:
    return {name: told[name] for name in fields}


def _year(row: LedgerRow) -> Field:
    return "" if row.told_year is None else row.told_year


def _day(day: date | None) -> str:
    return day.strftime("%d-%m-%Y") if day else ""
