"""Rina brings a file of results in, Budi reads that of Sari, Sari her own: in a browser, at a desk and on a phone."""

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.performance.models import PerformanceResult
from training import Training

HEAD = "nip;tahun;hasilKinerja;perilakuKerja;kuadranKinerjaNilai;nipNrpPenilai;namaPenilai;statusPenilai"


@pytest.fixture
def training(transactional_db, rina):
    return Training(rina=rina, at=timezone.localtime())


@pytest.fixture
def pupil(training, sari, budi):
    return training.person(sari, superior=training.person(budi))


@pytest.fixture
def file(pupil, tmp_path):
    """Return a file with a good row, one of a stranger, and one whose rater nobody here knows."""
    year = timezone.localdate().year - 1
    rows = [
        f"{pupil.nip};{year};DIATAS ESPEKTASI;SESUAI ESPEKTASI;2;NRP 77;Penilai Luar;NON ASN",
        f"199912312020121009;{year};1;1;1;NRP 77;Penilai Luar;NON ASN",
    ]
    path = tmp_path / "skp.csv"
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return path


def test_a_file_is_brought_in_and_read_by_those_it_is_about(page, address, sign_in_as, training, file, pupil):
    sign_in_as(training.rina)
    page.goto(address("/hasil-kinerja/impor/"))
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Periksa berkas").click()
    page.get_by_text("Tidak ada pegawai dalam jangkauan Anda").wait_for()
    refuse_violations(page, "a file that was looked at")
    page.get_by_role("button", name="Terapkan").click()
    page.get_by_text("1 hasil kinerja ditulis.").wait_for()
    assert PerformanceResult.objects.get().predicate == "good"
    with page.expect_download():
        page.goto(address("/hasil-kinerja/siasn/"))
        page.get_by_role("button", name="Unduh CSV").click()


@pytest.fixture
def addresses(training, pupil):
    """Return what each of the three opens; Sari has a result."""
    told = {"year": timezone.localdate().year - 1, "cycle": "annual", "first_month": 1, "last_month": 12}
    words = {"results": "above", "behaviour": "as_expected", "predicate": "good", "rater_name": "Penilai Luar"}
    PerformanceResult.objects.create(person=pupil, noted_by=training.rina, noted_at=training.at, **told, **words)
    of_sari = f"/hasil-kinerja/pegawai/{pupil.pk}/"
    return {
        "rina": ["/hasil-kinerja/pegawai/", "/hasil-kinerja/impor/", "/hasil-kinerja/siasn/"],
        "budi": [of_sari, f"{of_sari}ip-asn/"],
        "sari": ["/hasil-kinerja/", "/hasil-kinerja/ip-asn/"],
    }


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
            assert small_targets(page) == [], path
