"""Results in the field names of SIASN, and the rows it would refuse with every reason."""

import io
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest

from pembina.core.rules.appraisal_rating import Predicate, Rating
from pembina.exchange.skp import (
    ANNUAL_FIELDS,
    PERIODIC_FIELDS,
    AppraisalRow,
    Period,
    appraisal_export,
    export_csv,
    export_workbook,
    read_results,
)

ON = date(2026, 11, 22)
SARI, BUDI = "198503152010012001", "197803152005011001"
QUARTER = AppraisalRow(
    key="1", name="Sari", nip=SARI, pns_id="a" * 32, period=Period(2026, "quarterly", 1, 3), results=Rating.ABOVE,
    behaviour=Rating.AS_EXPECTED, predicate=Predicate.GOOD, rater_nip=BUDI, rater_name="Budi",
    rater_position="Kepala Bidang", rater_unit="Dinas", rater_rank="IV/a", rater_status="ASN",
)  # fmt: skip
YEAR = replace(QUARTER, key="2", period=Period(2025, "annual", 1, 12))


def test_a_quarter_has_the_periodic_field_names_and_codes():
    (told,) = appraisal_export([QUARTER], on=ON).periodic
    assert tuple(told) == PERIODIC_FIELDS
    assert (told["hasilKinerjaNilai"], told["perilakuKerjaNilai"], told["kuadranKinerjaNilai"]) == ("1", "2", "2")
    assert (told["periodikId"], told["bulanMulaiPenilaian"], told["bulanSelesaiPenilaian"]) == ("2", "1", "3")
    assert (told["pnsDinilaiId"], told["penilaiNipNrp"], told["koefisienId"]) == ("a" * 32, BUDI, "")


def test_a_year_has_the_mixed_capitals_of_the_history():
    (told,) = appraisal_export([YEAR], on=ON).annual
    assert tuple(told) == ANNUAL_FIELDS
    assert (told["KuadranKinerjaNilai"], told["PerilakuKerjaNilai"], told["tahun"]) == ("2", "2", "2025")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"pns_id": ""}, "pnsDinilaiId"),
        ({"pns_id": SARI}, "pnsDinilaiId"),
        ({"rater_nip": ""}, "penilaiNipNrp"),
        ({"rater_name": ""}, "penilaiNama"),
        ({"rater_status": ""}, "statusPenilai"),
        ({"period": Period(2026, "quarterly", 2, 4)}, "bulanSelesaiPenilaian"),
        ({"period": Period(2026, "monthly", 12, 12)}, "tahun"),
    ],
)
def test_what_would_be_refused_is_left_out_and_told(told, field):
    made = appraisal_export([replace(QUARTER, **told), YEAR], on=ON)
    assert (len(made.periodic), len(made.annual), made.refused_count) == (0, 1, 1)
    assert [found.field for found in made.findings] == [field]


def test_the_workbook_and_the_csv_hold_no_formula():
    made = appraisal_export([replace(QUARTER, rater_name="=1+1"), replace(YEAR, pns_id="")], on=ON)
    with ZipFile(io.BytesIO(export_workbook(made))) as packed:
        content = b"".join(packed.read(name) for name in packed.namelist())
    assert all(name in content for name in (b"periodik", b"tahunan", b"Ditolak", b"'=1+1"))
    assert b"<f>" not in content
    assert b";'=1+1;" in export_csv(PERIODIC_FIELDS, made.periodic)


def test_what_is_written_is_read_again():
    written = export_csv(ANNUAL_FIELDS, appraisal_export([YEAR], on=ON).annual)
    file = read_results(written, name="skp.csv", known={"a" * 32: 1}, raters={BUDI: 2}, on=ON)
    assert [(row.person, row.rater, row.predicate) for row in file.rows] == [(1, 2, "good")]
    assert file.findings == ()
