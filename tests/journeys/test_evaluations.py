"""Lia designs an evaluation step by step and locks it: in a browser, desk and phone."""

import pytest
from django.utils import timezone

from designing import Designing
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.models import Wave, WavePlan, WaveUnit
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.operations.locking import revise_design
from training import Training


@pytest.fixture
def lia(transactional_db, person):
    return person("lia")


@pytest.fixture
def training(transactional_db, person):
    return Training(rina=person("rina"), at=timezone.now())


@pytest.fixture
def addresses(training, lia):
    """Every page with something on it: one evaluation in its second version, beside another programme."""
    made = Designing(training, lia)
    other = training.planned("P-2")
    wave = Wave.objects.create(programme=other, number=1, planned_on=training.today, due_on=training.today)
    for unit in (made.units[0], made.units[5]):
        WaveUnit.objects.create(programme=other, wave=wave, unit=unit)
    locked = made.lock()
    revise_design(design=locked, reason="Satu layanan ditutup", by=lia, at=timezone.now())
    at = f"/evaluasi/{made.evaluation.pk}/"
    steps = ("ukuran", "ukuran/tambah", "satuan", "jangka-waktu", "aturan", "penanda-tangan", "periksa", "bersama")
    return [
        "/evaluasi/", "/evaluasi/baru/", at, *(f"{at}{step}/" for step in steps), f"{at}hentikan/",
        f"{at}versi-baru/", f"{at}bersama/{other.pk}/",
        f"/evaluasi/versi/{locked.pk}/", f"/evaluasi/versi/{made.design.pk}/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, lia, addresses, width, scheme):
    sign_in_as(lia)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, lia, addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(lia)
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def sent(page, name):
    """Press a button that sends the form, and wait for the answer."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=name, exact=True).click()


def test_a_design_is_made_and_locked(page, address, sign_in_as, lia, training):
    training.wave(1, training.unit("5.1"), training.unit("5.2"))
    training.wave(2, training.unit("5.3"), training.unit("5.4"))
    WavePlan.objects.create(
        programme=training.programme, order="random", seed="undian 4711", decided_by=lia, decided_at=timezone.now()
    )
    sign_in_as(lia)
    page.goto(address(f"/evaluasi/baru/?program={training.programme.pk}"))
    page.get_by_label("Izin lebih cepat").check()
    page.get_by_label("Pertanyaan").fill("Apakah izin menjadi lebih cepat?")
    page.get_by_label("Dampak terkecil yang berarti").fill("1,5")
    sent(page, "Buka rancangan")
    page.get_by_role("link", name="Tambah ukuran").click()
    page.get_by_label("Angka", exact=True).select_option("satisfaction")
    page.get_by_label("Arah yang baik").select_option("up")
    page.get_by_label("Boleh memburuk sampai").fill("2")
    sent(page, "Simpan ukuran")
    page.get_by_role("link", name="Unit dan pembanding").click()
    page.get_by_label("Tambahkan semua unit lain").check()
    sent(page, "Simpan dan lanjut")
    sent(page, "Simpan dan lanjut")
    sent(page, "Simpan dan lanjut")
    page.get_by_role("link", name="Langkah berikutnya").click()
    page.get_by_role("heading", name="Periksa dan kunci").wait_for()
    for box in page.locator("input[name=read]").all():
        box.check()
    sent(page, "Kunci rancangan")
    page.get_by_text("Hash-nya tercatat dalam rantai").wait_for()
    refuse_violations(page, "the locked evaluation")
    assert Evaluation.objects.get().state == "locked"


def test_lia_sets_an_outcome_of_performance_and_joins_two_programmes(page, address, sign_in_as, lia, training):
    made = Designing(training, lia)
    other = training.planned("P-2")
    day = made.programme.waves.get(number=1).planned_on
    wave = Wave.objects.create(programme=other, number=1, planned_on=day, due_on=day)
    WaveUnit.objects.create(programme=other, wave=wave, unit=made.units[0])
    sign_in_as(lia)
    page.goto(address(f"/evaluasi/{made.evaluation.pk}/ukuran/tambah/"))
    page.get_by_label("Peran").select_option("secondary")
    page.get_by_label("Angka", exact=True).select_option("feedback_share")
    sent(page, "Simpan ukuran")
    assert "Bagian pegawai yang menerima umpan balik" in page.locator("main").inner_text()
    page.goto(address(f"/evaluasi/{made.evaluation.pk}/bersama/"))
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Buat rancangan bersama").click()
    assert "Mulai yang dihitung" in page.locator("main").inner_text()
    sent(page, "Buat rancangan bersama")
    joint = Evaluation.objects.get(joined_programme=other)
    page.goto(address(f"/evaluasi/{made.evaluation.pk}/"))
    assert page.get_by_role("link", name=joint.title).is_visible()
