"""Results of the national record from a file: SIASN's history (`skp22`) or its periodic shape. No Django here.

Both shapes are read alike: without months a row tells of a whole year. The predicate follows from the two ratings; a
row whose `kuadran` says otherwise is refused, for nobody here can tell which of the three is wrong. Rows of the years
before 2022 are refused too: they were numbers without ratings, and stay where they are kept.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pembina.core.rules.appraisal_rating import Cycle, Rating, derived_predicate, predicates_after_drop_out
from pembina.core.rules.civil_servant_number import UnreadableNumberError, read_number
from pembina.core.text import Text
from pembina.exchange.learning import CellFinding
from pembina.exchange.learning.findings import RowCheck
from pembina.exchange.skp import wording
from pembina.exchange.skp.periods import FIRST_YEAR, Period, period_of
from pembina.exchange.skp.words import ANNUAL, predicate_named, rating_named
from pembina.exchange.staff import example
from pembina.exchange.staff.columns import Aliases, matched
from pembina.exchange.tables import UnreadableFileError, read_rows

__all__ = ["COLUMNS", "FIRST_YEAR", "MAX_ROWS", "ResultFile", "ResultRow", "read_results"]

MAX_ROWS = 50_000
Numbers = Mapping[str, int | str]
Unfinished = Collection[tuple[int | str | None, int]]
COLUMNS: Aliases = {
    "nip": ("nipBaru", "nip", "nip_pegawai", "pnsDinilaiNip", "nipDinilai", "nomor_induk_pegawai"),
    "pns_id": ("pnsDinilaiId", "pnsDinilai", "pnsOrangId", "idPns", "pns_id"),
    "year": ("tahun", "tahunMulaiPenilaian"),
    "last_year": ("tahunSelesaiPenilaian",),
    "cycle": ("periodikId", "periodik"),
    "first_month": ("bulanMulaiPenilaian", "bulan_mulai"),
    "last_month": ("bulanSelesaiPenilaian", "bulan_selesai"),
    "results": ("hasilKinerjaNilai", "hasil_kerja_nilai"),
    "results_word": ("hasilKinerja", "hasil_kerja", "rating_hasil_kerja"),
    "behaviour": ("PerilakuKerjaNilai",),
    "behaviour_word": ("perilakuKerja", "rating_perilaku_kerja", "perilaku"),
    "predicate": ("KuadranKinerjaNilai", "kuadranNilai"),
    "predicate_word": ("kuadranKinerja", "predikat_kinerja", "predikat"),
    "rater_nip": ("nipNrpPenilai", "penilaiNipNrp", "nip_penilai"),
    "rater_name": ("namaPenilai", "penilaiNama"),
    "rater_position": ("penilaiJabatanNm", "penilaiJabatanNama", "jabatan_penilai"),
    "rater_unit": ("penilaiUnorNm", "penilaiUnorNama", "unit_penilai"),
    "rater_rank": ("penilaiGolonganId", "penilaiGolongan"),
    "rater_status": ("statusPenilai",),
    "external_id": ("id", "idSkp", "id_riwayat"),
}
LONGEST = {
    "rater_nip": 40, "rater_name": 200, "rater_position": 255, "rater_unit": 255, "rater_rank": 20,
    "rater_status": 20, "external_id": 64,
}  # fmt: skip
_EITHER = {"results": "results_word", "behaviour": "behaviour_word"}
_PERSON = Text(id="NIP atau ID pegawai SIASN", en="the NIP or the id in SIASN")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result; `person` and `rater` as told by the mappings of the reader, `rater` None where nobody has it."""

    row: int
    person: int | str
    period: Period
    results: Rating
    behaviour: Rating
    predicate: str
    rater: int | str | None
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ResultFile:
    """What a file of results holds: the rows that can be taken over, and what is wrong with the others."""

    name: str
    sha256: str
    row_count: int
    rows: tuple[ResultRow, ...]
    findings: tuple[CellFinding, ...]
    private: tuple[str, ...]


def read_results(
    data: bytes | Path,
    *,
    name: str,
    known: Numbers,
    raters: Numbers,
    on: date,
    sheet: str | None = None,
    unfinished: Unfinished = frozenset(),
) -> ResultFile:
    """Read results; no period may begin after `on`.

    Parameters
    ----------
    known : whose results may come in, by NIP and, where known, by their id in SIASN
    raters : by NIP, whoever is on record at all
    unfinished : whose study on duty ended without a degree, and in which year

    Raises
    ------
    UnreadableFileError : no table, no column with a person, a year or a rating, or more than `MAX_ROWS`
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, COLUMNS, name=name, required={"year": Text(id="tahun", en="the year")})
    headers = columns.headers
    _check_columns(headers, name)
    wanted = [(field, column) for field, found in columns.of.items() for column in found]
    rows: dict[tuple[object, ...], ResultRow] = {}
    findings: list[CellFinding] = []
    count = 0
    for number, cells in table.take([column for _, column in wanted]):
        told: dict[str, str | None] = {}
        for (field, _), cell in zip(wanted, cells, strict=True):
            told[field] = told.get(field) or cell
        check = RowCheck(number, told, headers)
        if example.is_example(check.said("nip")):
            continue
        count += 1
        read = _row(check, known, raters, on, unfinished)
        if read is not None and (read.person, read.period) in rows:
            check.refuse("year", wording.TWICE, wording.KEEP_ONE)
        elif read is not None:
            rows[(read.person, read.period)] = read
        findings += check.findings
    content = data if isinstance(data, bytes) else data.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return ResultFile(name, digest, count, tuple(rows.values()), tuple(findings), columns.private)


def _row(check: RowCheck, known: Numbers, raters: Numbers, on: date, unfinished: Unfinished) -> ResultRow | None:
    """Return what a row says, None where something in it is refused."""
    whose = _person(check, known, on)
    period = period_of(check, on)
    if period is None:
        return None
    last_day = date(period.year, 12, 31)
    results, behaviour = (_rating(check, field, last_day) for field in _EITHER)
    stopped = (whose, period.year) in unfinished
    predicate = _predicate(check, results, behaviour, period, last_day, stopped=stopped)
    rater = _rater(check, whose, raters)
    words = {field: _cut(check, field, most) for field, most in LONGEST.items()}
    if whose is None or results is None or behaviour is None or check.is_refused:
        return None
    return ResultRow(check.number, whose, period, results, behaviour, predicate, rater, words)


def _person(check: RowCheck, known: Numbers, on: date) -> int | str | None:
    written = "".join(check.said("nip").split())
    field = "nip" if written else "pns_id"
    written = written or check.said("pns_id")
    if written in known:
        return known[written]
    if field == "nip":
        try:
            read_number(written, on=on)
        except UnreadableNumberError as refused:
            check.refuse(field, refused.message, refused.remedy)
            return None
    check.refuse(field, wording.UNKNOWN_PERSON, wording.CHECK_PERSON)
    return None


def _rating(check: RowCheck, field: str, on: date) -> Rating | None:
    """Return the rating of code and word, which must not contradict each other."""
    told = {name: check.said(name) for name in (field, _EITHER[field])}
    found = {name: rating_named(written, on=on) for name, written in told.items() if written}
    for name, rating in found.items():
        if rating is None:
            check.refuse(name, wording.NO_RATING, wording.GIVE_RATING)
            return None
    if not found:
        check.refuse(field, wording.NO_RATING, wording.GIVE_RATING)
        return None
    if len(set(found.values())) > 1:
        check.refuse(field, wording.TWO_RATINGS, wording.CHECK_RECORD)
        return None
    return next(iter(found.values()))


def _predicate(
    check: RowCheck, results: Rating | None, behaviour: Rating | None, period: Period, on: date, *, stopped: bool
) -> str:
    """Return the predicate of the matrix; refuse a file that tells another one.

    Of who did not finish a study on duty the file may tell one that the rule allows then (`stopped`).
    """
    told = {name: check.said(name) for name in ("predicate", "predicate_word") if check.said(name)}
    found = {name: predicate_named(written, on=on) for name, written in told.items()}
    for name, predicate in found.items():
        if predicate is None:
            check.refuse(name, wording.NO_PREDICATE, wording.GIVE_PREDICATE)
    if results is None or behaviour is None:
        return ""
    cycle = Cycle.ANNUAL if period.cycle == ANNUAL else Cycle.PERIODIC
    derived = derived_predicate(results=results, behaviour=behaviour, cycle=cycle, on=on).predicate
    allowed = predicates_after_drop_out(on=on)
    told_last = {predicate for predicate in found.values() if predicate is not None}
    if stopped and len(told_last) == 1 and (chosen := next(iter(told_last))) in allowed.predicates:
        if chosen is not derived:
            check.remark("predicate" if "predicate" in found else "predicate_word", allowed.because, wording.MAY_STAY)
        return chosen.value
    for name, predicate in found.items():
        if predicate is not None and predicate is not derived:
            check.refuse(name, wording.CONTRADICTS, wording.CHECK_RECORD)
    return derived.value


def _rater(check: RowCheck, whose: int | str | None, raters: Numbers) -> int | str | None:
    """Return the rater where the NIP is on record; one that is not is no reason to refuse the row."""
    rater = raters.get("".join(check.said("rater_nip").split()))
    if rater is None:
        check.remark("rater_nip", wording.NO_RATER_HERE, wording.CHECK_RATER)
    elif rater == whose:
        check.refuse("rater_nip", wording.RATED_ONESELF, wording.CORRECT_RATER)
    return rater


def _cut(check: RowCheck, field: str, most: int) -> str:
    written = check.said(field)
    if len(written) > most:
        check.remark(field, wording.SHORTENED, wording.MAY_STAY)
    return written[:most]


def _check_columns(headers: Mapping[str, str], name: str) -> None:
    if not headers.keys() & {"nip", "pns_id"}:
        raise _lacking(name, _PERSON, "nip", "pnsDinilaiId")
    if not headers.keys() & {"results", "results_word"}:
        raise _lacking(
            name, Text(id="rating hasil kerja", en="the rating of results"), "hasilKinerjaNilai", "hasilKinerja"
        )
    if not headers.keys() & {"behaviour", "behaviour_word"}:
        what = Text(id="rating perilaku kerja", en="the rating of behaviour")
        raise _lacking(name, what, "perilakuKerjaNilai", "perilakuKerja")


def _lacking(name: str, what: Text, first: str, second: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(id=f"{name} tidak mempunyai kolom {what.id}.", en=f"{name} has no column with {what.en}."),
        Text(id=f"Beri nama kolom itu “{first}” atau “{second}”.", en=f"Call that column “{first}” or “{second}”."),
    )
