"""What the national service would refuse of a row, and why: better known before it is sent.

The service publishes no list of its checks. These are what its field types and its clients' own checks ask for, and
what cannot be true; each is told with the field as SIASN names it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pembina.core.text import Text
from pembina.exchange.learning.forms import FORMS, STRUCTURAL_TRAININGS
from pembina.exchange.learning.ledger import LedgerRow
from pembina.exchange.learning.shapes import Shape, field_named, shape_of

LONGEST = 255
MOST_HOURS = 65_535
"""Both of the column types in which clients of the service keep its answers."""
FIRST_YEAR = 1945
_PERSON_ID = re.compile(r"[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
Found = tuple[str, str, Text, Text]


@dataclass(frozen=True, slots=True)
class SiasnFinding:
    """What would be refused: the `key` of the row, whose it is, the shape and field of SIASN, the value, and why."""

    key: str
    nip: str
    name: str
    shape: Shape
    field: str
    value: str
    reason: Text
    remedy: Text


def refused_by_siasn(rows: Iterable[LedgerRow], *, on: date) -> tuple[SiasnFinding, ...]:
    """Return all that would be refused, row by row; `on` is the day after which nothing can have been learned."""
    found: list[SiasnFinding] = []
    seen: dict[tuple[str, str, str, date | None], str] = {}
    for row in rows:
        shape = shape_of(row)
        for name, value, reason, remedy in (*_found(row, shape, on), *_again(row, seen)):
            field = field_named(shape, name)
            found.append(SiasnFinding(row.key, row.nip, row.name, shape, field, value[:80], reason, remedy))
    return tuple(found)


def is_person_id(written: str) -> bool:
    """Say whether something has the form of an id of SIASN."""
    return _PERSON_ID.fullmatch(written) is not None


def _found(row: LedgerRow, shape: Shape, on: date) -> Iterator[Found]:
    yield from _person(row)
    yield from _form(row, shape)
    told = [("organiser", row.organiser), ("number", row.number)]
    for name, value in [*told, ("title", row.title)] if shape is Shape.KURSUS else told:
        if not value.strip():
            yield name, "", *_EMPTY[name]
        elif len(value) > LONGEST:
            yield name, value, _TOO_LONG, _SHORTEN
    yield from _hours(row)
    yield from _days(row, on)


def _person(row: LedgerRow) -> Iterator[Found]:
    if not row.nip:
        yield "nip", "", _NO_NIP, _ADD_NIP
    if not row.pns_id:
        yield "pns_id", "", _NO_ID, _ADD_ID
    elif not is_person_id(row.pns_id):
        yield "pns_id", row.pns_id, _BAD_ID, _ADD_ID


def _form(row: LedgerRow, shape: Shape) -> Iterator[Found]:
    if shape is Shape.DIKLAT and row.structural_id not in STRUCTURAL_TRAININGS:
        yield "form", _shown(row.structural_id), _NO_STRUCTURAL, _ADD_STRUCTURAL
    elif shape is Shape.KURSUS and row.form not in FORMS:
        yield "form", _shown(row.form), _NO_FORM, _ADD_FORM


def _hours(row: LedgerRow) -> Iterator[Found]:
    if row.hours is None:
        yield "hours", "", _NO_HOURS, _ADD_HOURS
    elif not float(row.hours).is_integer():
        yield "hours", str(row.hours), _NOT_WHOLE, _WHOLE
    elif not 0 < row.hours <= MOST_HOURS:
        yield "hours", str(row.hours), _IMPOSSIBLE_HOURS, _ADD_HOURS


def _days(row: LedgerRow, on: date) -> Iterator[Found]:
    first, last, year = row.first_day, row.last_day, row.told_year
    for name, day in (("first_day", first), ("last_day", last)):
        if day is None:
            yield name, "", _NO_DAY, _ADD_DAY
        elif day > on:
            yield name, day.strftime("%d-%m-%Y"), _FUTURE, _WAIT
        elif day.year < FIRST_YEAR:
            yield name, day.strftime("%d-%m-%Y"), _TOO_EARLY, _CHECK_YEAR
    if first and last and last < first:
        yield "last_day", last.strftime("%d-%m-%Y"), _REVERSED, _CHECK_DAYS
    if year is None:
        yield "year", "", _NO_YEAR, _ADD_DAY
    elif year not in {day.year for day in (first, last) if day} and (first or last):
        yield "year", str(year), _OTHER_YEAR, _CHECK_YEAR


def _again(row: LedgerRow, seen: dict[tuple[str, str, str, date | None], str]) -> Iterator[Found]:
    """Tell of a row whose person, certificate, title and begin another row has told already."""
    if not (row.number.strip() and (row.pns_id or row.nip)):
        return
    told = (row.pns_id or row.nip, row.number.strip().casefold(), row.title.strip().casefold(), row.first_day)
    if told in seen:
        yield "number", row.number, _TWICE, _KEEP_ONE
    seen.setdefault(told, row.key)


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


T = Text
_EMPTY = {
    "organiser": (T(id="Penyelenggara kosong.", en="The organiser is missing."),
                  T(id="Isi lembaga yang menyelenggarakan.", en="Fill in who held it.")),
    "number": (T(id="Nomor sertifikat kosong.", en="The number of the certificate is missing."),
               T(id="Isi nomor pada sertifikat, atau terbitkan sertifikatnya dulu.",
                 en="Fill in the number, or issue the certificate first.")),
    "title": (T(id="Nama kegiatan kosong.", en="The title is missing."),
              T(id="Isi nama kegiatan seperti pada sertifikat.", en="Fill in the title as on the certificate.")),
}  # fmt: skip
_TOO_LONG = T(id=f"Lebih panjang dari {LONGEST} huruf.", en=f"Longer than {LONGEST} letters.")
_SHORTEN = T(id="Singkat tanpa mengubah artinya.", en="Shorten it without changing what it says.")
_NO_NIP = T(id="NIP kosong.", en="The NIP is missing.")
_ADD_NIP = T(id="Lengkapi NIP pada data pegawai.", en="Complete the NIP in the record of the person.")
_NO_ID = T(id="ID pegawai di SIASN (pns_id) belum diketahui.", en="The id of the person in SIASN (pns_id) is unknown.")
_BAD_ID = T(id="Ini bukan ID pegawai SIASN; NIP bukan ID itu.", en="This is no id of SIASN; the NIP is not that id.")
_ADD_ID = T(id="Impor ekspor pegawai SIASN yang memuat kolom pns_id.",
            en="Import the staff export of SIASN, which has the column pns_id.")  # fmt: skip
_NO_FORM = T(id="Bentuk pengembangan bukan salah satu dari 25 bentuk SIASN.",
             en="The form of development is none of the 25 of SIASN.")  # fmt: skip
_ADD_FORM = T(id="Pilih bentuknya pada kegiatan ini.", en="Choose the form of this activity.")
_NO_STRUCTURAL = T(id="Jenis pelatihan struktural belum dipilih.", en="The structural training is not chosen.")
_ADD_STRUCTURAL = T(id="Pilih salah satu: Sepada, PIM IV sampai PIM I, Sespim, Sespati, atau lainnya.",
                    en="Choose one: Sepada, PIM IV to PIM I, Sespim, Sespati, or another.")  # fmt: skip
_NO_HOURS = T(id="Jumlah jam (JP) kosong.", en="The number of hours (JP) is missing.")
_ADD_HOURS = T(id="Isi jumlah JP pada sertifikat.", en="Fill in the hours on the certificate.")
_NOT_WHOLE = T(id="Jumlah jam bukan bilangan bulat.", en="The number of hours is not whole.")
_WHOLE = T(id="Tulis JP bulat seperti pada sertifikat; jangan dibulatkan ke atas.",
           en="Write whole hours as on the certificate; do not round up.")  # fmt: skip
_IMPOSSIBLE_HOURS = T(id="Jumlah jam nol, negatif, atau terlalu besar.", en="Hours of zero, less, or too many.")
_NO_DAY = T(id="Tanggal kosong.", en="The day is missing.")
_ADD_DAY = T(id="Isi tanggal mulai dan selesai.", en="Fill in the first and the last day.")
_FUTURE = T(id="Tanggal ini belum tiba.", en="This day has not come yet.")
_WAIT = T(id="Kirim setelah kegiatan selesai, atau perbaiki tanggalnya.",
          en="Send it once it is over, or correct the day.")  # fmt: skip
_TOO_EARLY = T(id="Tahun ini tidak mungkin.", en="This year cannot be.")
_CHECK_YEAR = T(id="Periksa tahunnya.", en="Check the year.")
_REVERSED = T(id="Tanggal selesai mendahului tanggal mulai.", en="The last day comes before the first.")
_CHECK_DAYS = T(id="Periksa kedua tanggalnya.", en="Check both days.")
_NO_YEAR = T(id="Tahun tidak diketahui.", en="The year is unknown.")
_OTHER_YEAR = T(id="Tahun tidak sama dengan tahun tanggalnya.", en="The year is not that of its days.")
_TWICE = T(id="Sertifikat yang sama sudah ada di baris lain.", en="Another row tells of the same certificate.")
_KEEP_ONE = T(id="Kirim satu saja.", en="Send one of them only.")
