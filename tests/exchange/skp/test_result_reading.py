"""Results are read from both shapes of SIASN; what contradicts itself is refused in its row, and nothing else is."""

from datetime import date

import pytest

from pembina.core.rules.appraisal_rating import Rating
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.skp import Period, read_results, results_template
from pembina.exchange.tables import UnreadableFileError

ON = date(2026, 11, 22)
SARI, BUDI = "198503152010012001", "197803152005011001"
PNS_ID = "a" * 32
KNOWN = {SARI: 1, PNS_ID: 1}
RATERS = {SARI: 1, BUDI: 2}
HISTORY = "id;hasilKinerja;hasilKinerjaNilai;kuadranKinerja;KuadranKinerjaNilai;namaPenilai;nipNrpPenilai;perilakuKerja;PerilakuKerjaNilai;pnsDinilaiId;statusPenilai;tahun"  # noqa: E501
PERIODIC = "nip;tahun;periodikId;bulanMulaiPenilaian;bulanSelesaiPenilaian;hasilKinerjaNilai;perilakuKerjaNilai;kuadranKinerjaNilai;penilaiNipNrp"  # noqa: E501


def read(head, *rows, **more):
    data = "\n".join([head, *rows]).encode()
    return read_results(data, name="skp.csv", on=ON, **{"known": KNOWN, "raters": RATERS, **more})


def periodic(**told):
    """Return a good row of the first quarter, changed as told."""
    row = dict(zip(PERIODIC.split(";"), (SARI, "2026", "2", "1", "3", "2", "2", "2", BUDI), strict=True))
    return ";".join((row | told).values())


def reasons(file):
    return [found.reason.id for found in file.findings if found.is_refusal]


def test_the_history_of_siasn_is_read_with_its_spelling_and_capitals():
    row = f"x1;DIATAS ESPEKTASI;1;SANGAT BAIK;1;Budi;'{BUDI};DIATAS ESPEKTASI;1;{PNS_ID};ASN;2025"
    (found,) = read(HISTORY, row).rows
    assert (found.person, found.rater, found.predicate) == (1, 2, "very_good")
    assert found.period == Period(2025, "annual", 1, 12)
    assert found.words["external_id"] == "x1"
    assert found.words["rater_name"] == "Budi"


@pytest.mark.parametrize(
    ("written", "rating"),
    [
        ("Di Atas Ekspektasi", Rating.ABOVE), ("DIATAS ESPEKTASI", Rating.ABOVE), ("'1", Rating.ABOVE),
        ("sesuai ekspektasi", Rating.AS_EXPECTED), ("2.0", Rating.AS_EXPECTED), ("Di bawah espektasi", Rating.BELOW),
    ],
)  # fmt: skip
def test_a_rating_is_known_by_code_and_by_every_spelling(written, rating):
    file = read(PERIODIC, periodic(hasilKinerjaNilai=written, kuadranKinerjaNilai="null"))
    assert [row.results for row in file.rows] == [rating]


def test_the_periodic_shape_tells_its_months():
    (found,) = read(PERIODIC, periodic()).rows
    assert found.period == Period(2026, "quarterly", 1, 3)
    (month,) = read(PERIODIC, periodic(periodikId="1", bulanMulaiPenilaian="08", bulanSelesaiPenilaian="Agustus")).rows
    assert month.period == Period(2026, "monthly", 8, 8)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"kuadranKinerjaNilai": "1"}, "Kuadran ini tidak sesuai"),
        ({"kuadranKinerjaNilai": "9"}, "Isinya bukan kode atau kata kuadran"),
        ({"hasilKinerjaNilai": "4"}, "Isinya bukan kode atau kata rating"),
        ({"perilakuKerjaNilai": ""}, "Isinya bukan kode atau kata rating"),
        ({"nip": "199912312020121009"}, "Tidak ada pegawai dalam jangkauan"),
        ({"nip": "123"}, "NIP"),
        ({"tahun": "2021"}, "Sebelum 2022"),
        ({"tahun": "x"}, "Tahun kosong"),
        ({"tahun": "2027"}, "Periode ini belum tiba"),
        ({"periodikId": "3"}, "Isinya bukan periodik"),
        ({"bulanMulaiPenilaian": "13"}, "Isinya bukan bulan"),
        ({"bulanMulaiPenilaian": "3", "bulanSelesaiPenilaian": "1"}, "Bulannya tidak cocok"),
        ({"bulanSelesaiPenilaian": "4"}, "Bulannya tidak cocok"),
        ({"bulanMulaiPenilaian": "10", "bulanSelesaiPenilaian": "12"}, "Periode ini belum tiba"),
        ({"penilaiNipNrp": SARI}, "Penilainya pegawai itu sendiri"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_reason_and_the_others_are_kept(told, reason):
    file = read(PERIODIC, periodic(**told), periodic(bulanMulaiPenilaian="4", bulanSelesaiPenilaian="6"))
    assert len(file.rows) == 1
    assert any(reason in found for found in reasons(file)), reasons(file)
    assert {found.row for found in file.findings if found.is_refusal} == {2}


def test_code_and_word_that_disagree_are_refused():
    row = f"x1;SESUAI ESPEKTASI;1;;;Budi;{BUDI};;1;{PNS_ID};ASN;2025"
    assert reasons(read(HISTORY, row)) == ["Kode dan katanya menyebut rating yang berbeda."]


def test_an_unknown_rater_is_a_remark_and_never_a_refusal():
    file = read(PERIODIC, periodic(penilaiNipNrp="NRP 7788"))
    assert [row.rater for row in file.rows] == [None]
    assert file.rows[0].words["rater_nip"] == "NRP 7788"
    assert [found.is_refusal for found in file.findings] == [False]


def test_the_same_period_twice_is_refused_once():
    file = read(PERIODIC, periodic(), periodic(perilakuKerjaNilai="1"))
    assert len(file.rows) == 1
    assert reasons(file) == ["Hasil orang ini untuk periode yang sama sudah ada di baris sebelumnya."]


@pytest.mark.parametrize("head", ["tahun;hasilKinerjaNilai;perilakuKerjaNilai", "nip;tahun;perilakuKerjaNilai", "nip"])
def test_a_file_without_person_year_or_rating_is_no_file_of_results(head):
    with pytest.raises(UnreadableFileError):
        read(head, ";".join("1" for _ in head.split(";")))


def test_the_example_of_the_template_is_nobody():
    file = read_results(results_template(), name="templat.xlsx", known=KNOWN, raters=RATERS, on=ON)
    assert (file.row_count, file.rows, file.findings) == (0, (), ())


def test_ten_thousand_rows_with_raters_from_elsewhere_are_read_within_the_limits():
    known = {f"19800101200501{number:04}": number for number in range(10_000)}
    rows = [f"{nip};2025;;;;2;2;2;NRP {number}" for nip, number in known.items()]
    data = "\n".join([PERIODIC, *rows]).encode()
    file = read_within_limits(read_results, data, name="skp.csv", known=known, raters=RATERS, on=ON)
    assert (file.row_count, len(file.rows), len(file.findings)) == (10_000, 10_000, 10_000)


@pytest.mark.parametrize(
    ("unfinished", "told", "predicate"),
    [
        ({(1, 2026)}, "4", "poor"), ({(1, 2026)}, "5", "very_poor"), ({(1, 2026)}, "2", "good"),
        ({(1, 2026)}, "3", None), ({(1, 2025)}, "4", None), (set(), "5", None),
    ],
)  # fmt: skip
def test_who_did_not_finish_a_study_on_duty_may_have_a_predicate_beside_the_matrix(unfinished, told, predicate):
    file = read(PERIODIC, periodic(kuadranKinerjaNilai=told), unfinished=unfinished)
    assert [row.predicate for row in file.rows] == ([predicate] if predicate else [])
    assert bool(reasons(file)) is (predicate is None)
    remarked = any("tugas belajar" in found.reason.id for found in file.findings if not found.is_refusal)
    assert remarked is (predicate in ("poor", "very_poor"))
