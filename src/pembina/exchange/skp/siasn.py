"""Results in the field names of SIASN, and what it would refuse of them: better known before it is sent.

A row comes from wherever a result is on record: read from the national record, or of an appraisal of our own. A month
or a quarter has the periodic shape; a year that of the history (`skp22`), mixed capitals included.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import Predicate, Rating, predicates, ratings
from pembina.core.text import Language, Text
from pembina.exchange.learning.refusals import is_person_id
from pembina.exchange.skp.periods import Period, fits_cycle
from pembina.exchange.skp.words import ANNUAL, MONTHLY, QUARTERLY
from pembina.exchange.staff.workbook import guarded
from pembina.exchange.survey_files.result_workbook import Sheet, result_workbook

PERIODIC_FIELDS = (
    "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "hasilKinerjaNilai", "koefisienId", "kuadranKinerjaNilai",
    "penilaiGolongan", "penilaiJabatanNama", "penilaiNama", "penilaiNipNrp", "penilaiUnorNama", "perilakuKerjaNilai",
    "periodikId", "pnsDinilaiId", "statusPenilai", "tahun", "tahunMulaiPenilaian", "tahunSelesaiPenilaian",
)  # fmt: skip
ANNUAL_FIELDS = (
    "hasilKinerjaNilai", "KuadranKinerjaNilai", "namaPenilai", "nipNrpPenilai", "penilaiGolonganId",
    "penilaiJabatanNm", "penilaiUnorNm", "PerilakuKerjaNilai", "pnsDinilaiId", "statusPenilai", "tahun",
)  # fmt: skip
CYCLE_CODES = {MONTHLY: "1", QUARTERLY: "2"}
STATUSES = ("ASN", "NON ASN")
REFUSED = {
    "id": ("Ditolak", ("NIP", "Nama", "Periode", "Kolom", "Isi", "Alasan", "Perbaikan")),
    "en": ("Refused", ("NIP", "Name", "Period", "Column", "Value", "Reason", "Remedy")),
}
_RATER_NUMBER = re.compile(r"\d{5,18}")


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """One result as it is handed over; what is not known is empty, never made up.

    Attributes
    ----------
    key : by which the caller knows the row again
    name, nip : of the person, for the list of refused rows; SIASN is told `pns_id`
    rater_status : ASN or NON ASN
    coefficient_id : SIASN's id of the coefficient of a functional position; may be empty
    """

    key: str
    name: str
    nip: str
    pns_id: str
    period: Period
    results: Rating
    behaviour: Rating
    predicate: Predicate
    rater_nip: str
    rater_name: str
    rater_position: str
    rater_unit: str
    rater_rank: str
    rater_status: str
    coefficient_id: str = ""


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """What would be refused of one row: the field as SIASN names it, the value, why, and what to do."""

    row: AppraisalRow
    field: str
    value: str
    reason: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class AppraisalExport:
    """The rows that nothing speaks against, by their field names, and what is wrong with the others."""

    periodic: tuple[Mapping[str, str], ...]
    annual: tuple[Mapping[str, str], ...]
    findings: tuple[RefusedCell, ...]
    refused_count: int


def appraisal_export(rows: Iterable[AppraisalRow], *, on: date) -> AppraisalExport:
    """Return rows in the shapes of SIASN; a row with a finding is left out, in whole. `on` is the day of the export."""
    periodic: list[dict[str, str]] = []
    annual: list[dict[str, str]] = []
    findings, refused = list[RefusedCell](), 0
    for row in rows:
        wrong = list(_refused(row, on))
        findings += wrong
        refused += bool(wrong)
        if not wrong:
            (annual if row.period.cycle == ANNUAL else periodic).append(siasn_fields(row))
    return AppraisalExport(tuple(periodic), tuple(annual), tuple(findings), refused)


def siasn_fields(row: AppraisalRow) -> dict[str, str]:
    """Return the row under the field names of its shape, in their order."""
    day = date(row.period.year, 12, 31)
    codes = {step.rating: str(step.siasn_code) for step in ratings(on=day)}
    results, behaviour = codes[row.results], codes[row.behaviour]
    predicate = next(str(step.siasn_code) for step in predicates(on=day) if step.predicate is row.predicate)
    year, period = str(row.period.year), row.period
    rater = (row.rater_rank, row.rater_position, row.rater_name, row.rater_nip, row.rater_unit)
    if period.cycle == ANNUAL:
        rank, position, name, nip, unit = rater
        of_year = (results, predicate, name, nip, rank, position, unit, behaviour, row.pns_id, row.rater_status, year)
        return dict(zip(ANNUAL_FIELDS, of_year, strict=True))
    months = (str(period.first_month), str(period.last_month))
    ends = (CYCLE_CODES[period.cycle], row.pns_id, row.rater_status, year, year, year)
    told = (*months, results, row.coefficient_id, predicate, *rater, behaviour, *ends)
    return dict(zip(PERIODIC_FIELDS, told, strict=True))


def export_workbook(export: AppraisalExport, *, language: Language = "id") -> bytes:
    """Return a workbook with a sheet for each shape and one for what would be refused; nothing in it is a formula."""
    name, head = REFUSED[language]
    return result_workbook(
        [
            Sheet("periodik", PERIODIC_FIELDS, [list(row.values()) for row in export.periodic]),
            Sheet("tahunan", ANNUAL_FIELDS, [list(row.values()) for row in export.annual]),
            Sheet(name, head, [_told(found, language) for found in export.findings]),
        ]
    )


def export_csv(fields: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the rows of one shape as CSV, as a spreadsheet in Indonesian opens it in columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(fields)
    writer.writerows([guarded(cell) for cell in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def period_words(period: Period) -> str:
    """Return the period in figures: 2025, or 01-03/2025."""
    if period.cycle == ANNUAL:
        return str(period.year)
    first, last = f"{period.first_month:02}", f"{period.last_month:02}"
    return f"{first if first == last else f'{first}-{last}'}/{period.year}"


def _told(found: RefusedCell, language: Language) -> list[str]:
    row = found.row
    reason, remedy = found.reason.in_language(language), found.remedy.in_language(language)
    return [row.nip, row.name, period_words(row.period), found.field, found.value, reason, remedy]


def _refused(row: AppraisalRow, on: date) -> Iterator[RefusedCell]:
    is_annual = row.period.cycle == ANNUAL
    if not row.pns_id:
        yield RefusedCell(row, "pnsDinilaiId", "", _NO_ID, _ADD_ID)
    elif not is_person_id(row.pns_id):
        yield RefusedCell(row, "pnsDinilaiId", row.pns_id, _BAD_ID, _ADD_ID)
    if not fits_cycle(row.period):
        yield RefusedCell(row, "bulanSelesaiPenilaian", period_words(row.period), _WRONG_MONTHS, _CHECK_PERIOD)
    elif date(row.period.year, row.period.last_month, 1) > on:
        yield RefusedCell(row, "tahun", period_words(row.period), _TO_COME, _CHECK_PERIOD)
    if not row.rater_name:
        yield RefusedCell(row, "namaPenilai" if is_annual else "penilaiNama", "", _NO_RATER, _ADD_RATER)
    if not _RATER_NUMBER.fullmatch(row.rater_nip):
        field = "nipNrpPenilai" if is_annual else "penilaiNipNrp"
        yield RefusedCell(row, field, row.rater_nip, _NO_RATER_NUMBER, _ADD_RATER)
    if row.rater_status not in STATUSES:
        yield RefusedCell(row, "statusPenilai", row.rater_status, _NO_STATUS, _ADD_STATUS)


T = Text
_NO_ID = T(id="ID pegawai di SIASN (pns_id) belum diketahui.", en="The id of the person in SIASN (pns_id) is unknown.")
_BAD_ID = T(id="Ini bukan ID pegawai SIASN.", en="This is no id of SIASN.")
_ADD_ID = T(id="Unggah ID pegawai dari ekspor SIASN di halaman JP untuk SIASN.",
            en="Upload the ids from the staff export of SIASN on the page of hours for SIASN.")  # fmt: skip
_WRONG_MONTHS = T(id="Bulannya tidak cocok dengan siklusnya.", en="The months do not fit the cycle.")
_TO_COME = T(id="Periode ini belum berakhir.", en="This period is not over.")
_CHECK_PERIOD = T(id="Periksa tahun dan bulannya.", en="Check year and months.")
_NO_RATER = T(id="Nama penilai kosong.", en="The name of the rater is missing.")
_NO_RATER_NUMBER = T(id="NIP/NRP penilai kosong atau bukan nomor.", en="The number of the rater is missing or none.")
_ADD_RATER = T(id="Lengkapi penilai di e-Kinerja, lalu impor ulang.",
               en="Complete the rater in e-Kinerja, then import it anew.")  # fmt: skip
_NO_STATUS = T(id="Status penilai bukan ASN atau NON ASN.", en="The status of the rater is neither ASN nor NON ASN.")
_ADD_STATUS = T(id="Isi ASN atau NON ASN.", en="Fill in ASN or NON ASN.")
