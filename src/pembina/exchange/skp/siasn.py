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
from enum import StrEnum

from pembina.core.rules.appraisal_rating import Predicate, Rating, predicates, ratings
from pembina.core.text import Language, Text
from pembina.exchange.learning.refusals import is_person_id
from pembina.exchange.skp import siasn_wording as wording
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


class Source(StrEnum):
    """Where a result is on record: an appraisal of our own, or what was read of the national record."""

    OWN = "own"
    KEPT = "kept"


class Standing(StrEnum):
    """How far a result has come. One of the national record is always final."""

    FINAL = "final"
    UNSIGNED = "unsigned"
    UNDELIVERED = "undelivered"
    OBJECTED = "objected"


SOURCES = {
    "id": ("Sumber", ("NIP", "Nama", "Periode", "Sumber", "koefisienId", "Sebab koefisienId kosong")),
    "en": ("Source", ("NIP", "Name", "Period", "Source", "koefisienId", "Why koefisienId is empty")),
}
DIFFERENT = {
    "id": ("Berbeda", ("NIP", "Nama", "Periode", "Evaluasi di sini", "Catatan e-Kinerja")),
    "en": ("Different", ("NIP", "Name", "Period", "Appraisal here", "Record of e-Kinerja")),
}
SOURCE_WORDS = {
    Source.OWN: Text(id="Evaluasi di sini", en="Appraisal here"),
    Source.KEPT: Text(id="Catatan e-Kinerja", en="Record of e-Kinerja"),
}


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """One result as it is handed over; what is not known is empty, never made up.

    Attributes
    ----------
    key : by which the caller knows the row again
    name, nip : of the person, for the list of refused rows; SIASN is told `pns_id`
    rater_status : ASN or NON ASN
    coefficient_id : SIASN's code of the level of a functional position; may be empty, and `no_coefficient` says why
    results, behaviour, predicate : None where the appraisal is not signed
    """

    key: str
    name: str
    nip: str
    pns_id: str
    period: Period
    results: Rating | None
    behaviour: Rating | None
    predicate: Predicate | None
    rater_nip: str
    rater_name: str
    rater_position: str
    rater_unit: str
    rater_rank: str
    rater_status: str
    coefficient_id: str = ""
    no_coefficient: Text | None = None
    source: Source = Source.KEPT
    standing: Standing = Standing.FINAL

    @property
    def rated(self) -> tuple[Rating | None, Rating | None, Predicate | None]:
        """Return what two records of one period are compared by."""
        return self.results, self.behaviour, self.predicate


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
    ready: tuple[AppraisalRow, ...] = ()


def appraisal_export(rows: Iterable[AppraisalRow], *, on: date) -> AppraisalExport:
    """Return rows in the shapes of SIASN; a row with a finding is left out, in whole. `on` is the day of the export."""
    periodic: list[dict[str, str]] = []
    annual: list[dict[str, str]] = []
    findings, ready, refused = list[RefusedCell](), list[AppraisalRow](), 0
    for row in rows:
        wrong = list(_refused(row, on))
        findings += wrong
        refused += bool(wrong)
        if not wrong:
            ready.append(row)
            (annual if row.period.cycle == ANNUAL else periodic).append(siasn_fields(row))
    return AppraisalExport(tuple(periodic), tuple(annual), tuple(findings), refused, tuple(ready))


def siasn_fields(row: AppraisalRow) -> dict[str, str]:
    """Return the row under the field names of its shape, in their order."""
    day = date(row.period.year, 12, 31)
    codes: dict[Rating | None, str] = {step.rating: str(step.siasn_code) for step in ratings(on=day)}
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


def export_workbook(
    export: AppraisalExport, *, differences: Sequence[Sequence[str]] = (), language: Language = "id"
) -> bytes:
    """Return a workbook with a sheet for each shape, the source of each row, what would be refused and what differs.

    Nothing in it is a formula.
    """
    name, head = REFUSED[language]
    source, source_head = SOURCES[language]
    different, different_head = DIFFERENT[language]
    return result_workbook(
        [
            Sheet("periodik", PERIODIC_FIELDS, [list(row.values()) for row in export.periodic]),
            Sheet("tahunan", ANNUAL_FIELDS, [list(row.values()) for row in export.annual]),
            Sheet(source, source_head, [_source(row, language) for row in export.ready]),
            Sheet(name, head, [_told(found, language) for found in export.findings]),
            Sheet(different, different_head, [list(cells) for cells in differences]),
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


def _source(row: AppraisalRow, language: Language) -> list[str]:
    why = row.no_coefficient.in_language(language) if row.no_coefficient else ""
    source = SOURCE_WORDS[row.source].in_language(language)
    return [row.nip, row.name, period_words(row.period), source, row.coefficient_id, why]


def _told(found: RefusedCell, language: Language) -> list[str]:
    row = found.row
    reason, remedy = found.reason.in_language(language), found.remedy.in_language(language)
    return [row.nip, row.name, period_words(row.period), found.field, found.value, reason, remedy]


def _refused(row: AppraisalRow, on: date) -> Iterator[RefusedCell]:
    is_annual = row.period.cycle == ANNUAL
    add_rater = wording.ADD_OWN_RATER if row.source is Source.OWN else wording.ADD_RATER
    if row.standing is not Standing.FINAL or row.predicate is None:
        field = "KuadranKinerjaNilai" if is_annual else "kuadranKinerjaNilai"
        yield RefusedCell(row, field, "", *_UNFINISHED.get(row.standing, _UNFINISHED[Standing.UNSIGNED]))
    if not row.pns_id:
        yield RefusedCell(row, "pnsDinilaiId", "", wording.NO_ID, wording.ADD_ID)
    elif not is_person_id(row.pns_id):
        yield RefusedCell(row, "pnsDinilaiId", row.pns_id, wording.BAD_ID, wording.ADD_ID)
    if not fits_cycle(row.period):
        yield RefusedCell(
            row, "bulanSelesaiPenilaian", period_words(row.period), wording.WRONG_MONTHS, wording.CHECK_PERIOD
        )
    elif date(row.period.year, row.period.last_month, 1) > on:
        yield RefusedCell(row, "tahun", period_words(row.period), wording.TO_COME, wording.CHECK_PERIOD)
    if not row.rater_name:
        yield RefusedCell(row, "namaPenilai" if is_annual else "penilaiNama", "", wording.NO_RATER, add_rater)
    if not _RATER_NUMBER.fullmatch(row.rater_nip):
        field = "nipNrpPenilai" if is_annual else "penilaiNipNrp"
        yield RefusedCell(row, field, row.rater_nip, wording.NO_RATER_NUMBER, add_rater)
    if row.rater_status not in STATUSES:
        yield RefusedCell(row, "statusPenilai", row.rater_status, wording.NO_STATUS, wording.ADD_STATUS)


_UNFINISHED = {
    Standing.UNSIGNED: (wording.UNSIGNED, wording.HAVE_IT_RATED),
    Standing.UNDELIVERED: (wording.UNDELIVERED, wording.HAVE_IT_DELIVERED),
    Standing.OBJECTED: (wording.OBJECTED, wording.WAIT_FOR_RULING),
}
