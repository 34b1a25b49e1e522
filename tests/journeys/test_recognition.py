"""Rina publishes criteria, Budi nominates Sari on a phone, a jury judges with one barred, and Sari reads the reason."""

import pytest

from awarding import Awarding
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award, Nomination, NominationSupport, ServiceCheck

DAYS = {"opens_on": "2026-09-28", "closes_on": "2026-10-10", "decides_on": "2026-10-20"}


@pytest.fixture
def awarding(transactional_db, person, monkeypatch):
    made = Awarding(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def enter(page, address, sign_in_as):
    def go(user, path):
        page.context.clear_cookies()
        sign_in_as(user)
        page.goto(address(path))

    return go


def publish(page, enter, awarding):
    """Let Rina make a round, give it a criterion and a jury, and publish it."""
    enter(awarding.rina, "/penghargaan/buat/")
    page.get_by_label("Nama penghargaan").fill("Pelayanan tercepat")
    for area in page.locator("textarea").all():
        area.fill("Menghargai layanan yang menjadi lebih cepat")
    page.locator("input[name=kind][value=person]").check()
    page.locator("select[name=guard]").select_option("satisfaction")
    page.locator("input[name=tolerated]").fill("2")
    for name, day in DAYS.items():
        page.locator(f"input[name={name}]").fill(day)
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_label("Kriteria").first.fill("Perbaikan layanan")
    page.get_by_label("Cara menilai").fill("Angka layanan")
    page.get_by_label("Bobot").fill("100")
    page.get_by_role("button", name="Tambah kriteria").click()
    page.get_by_role("link", name="Periksa dan terbitkan").click()
    refuse_violations(page, "publishing")
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_text("Kriteria terbit dan terkunci.").wait_for()
    return Award.objects.get()


def nominate(page, enter, awarding, award, service):
    """Let Budi nominate Sari on a phone, citing the waiting time."""
    enter(awarding.budi_user, f"/penghargaan/{award.pk}/")
    page.get_by_role("link", name="Nominasikan").click()
    page.get_by_label("Cari nama pegawai").fill("sari")
    page.get_by_role("button", name="Cari").click()
    page.get_by_label("Sari Wulandari").check()
    page.get_by_role("button", name="Lanjut").click()
    for area in page.locator("textarea").all():
        area.fill("Antrean dipecah menurut jenis berkas")
    page.locator("select[name=service]").select_option(str(service.pk))
    page.locator("select[name=figure]").select_option("median_time")
    for name, month in (("before_first", 5), ("before_last", 5), ("after_first", 8), ("after_last", 8)):
        page.locator(f"select[name={name}]").select_option(f"2026-{month:02}")
    refuse_violations(page, "a nomination")
    page.get_by_role("button", name="Kirim nominasi").click()
    page.get_by_text("3 hari kerja lebih baik").wait_for()
    refuse_violations(page, "what was read of the service")
    return Nomination.objects.get()


def judge(page, enter, awarding, made):
    """Let Budi see that he is barred, and three others judge."""
    enter(awarding.budi_user, f"/penghargaan/{made.award_id}/nominasi/")
    page.get_by_text("Juri ini yang mengusulkan nominasinya.").wait_for()
    for juror in awarding.jurors:
        enter(awarding.user_of(juror), f"/penghargaan/{made.award_id}/nominasi/")
        page.get_by_role("link", name="Nilai Sari Wulandari").click()
        page.locator("input[type=radio][value='4']").check()
        for area in page.locator("textarea").all():
            area.fill("Angkanya jelas")
        page.get_by_role("button", name="Simpan penilaian").click()
        page.get_by_text("Penilaian disimpan.").wait_for()


def test_an_award_is_published_nominated_for_judged_and_given(page, address, enter, awarding, monkeypatch):
    page.set_viewport_size({"width": 390, "height": 844})
    service = awarding.service()
    award = publish(page, enter, awarding)
    awarding.jury(award, *awarding.jurors, awarding.budi)
    made = nominate(page, enter, awarding, award, service)
    awarding.judging(award)
    monkeypatch.setattr("django.utils.timezone.now", lambda: awarding.judged)
    judge(page, enter, awarding, made)
    enter(awarding.rina, f"/penghargaan/{award.pk}/putuskan/")
    refuse_violations(page, "a decision")
    page.get_by_label("Penerima: Sari Wulandari").check()
    page.get_by_label("Alasan bagi Sari Wulandari").fill("Waktu tunggu turun dan cara kerjanya dapat ditiru")
    page.get_by_role("button", name="Putuskan").click()
    page.get_by_text("Belum ada yang berubah.").wait_for()
    page.get_by_role("button", name="Putuskan").click()
    page.get_by_text("Penghargaan diputus.").wait_for()
    assert Award.objects.get().state == AwardState.DECIDED
    enter(awarding.sari_user, f"/penghargaan/{award.pk}/")
    page.get_by_text("Waktu tunggu turun dan cara kerjanya dapat ditiru").wait_for()


@pytest.fixture
def addresses(awarding):
    """Return what each of the three opens."""
    award, draft = awarding.opened(), awarding.draft(title="Konsep")
    made = awarding.nominated(award, **awarding.citing(awarding.service()))
    awarding.jury(award, *awarding.jurors, awarding.budi)
    at, one, said = f"/penghargaan/{award.pk}/", f"/penghargaan/nominasi/{made.pk}/", awarding.budi.pk
    return {
        "sari": ["/penghargaan/", "/penghargaan/saya/", at, one, f"{one}tolak/", f"{one}perlihatkan-upaya/"],
        "dewi": [f"{at}dukung/{awarding.sari.pk}/"],
        "budi": [f"{at}nominasikan/", f"{at}nominasikan/{awarding.dewi.pk}/", f"{at}nominasi/", f"{one}ubah/"],
        "rina": [
            "/penghargaan/buat/", f"/penghargaan/{draft.pk}/", f"/penghargaan/{draft.pk}/kriteria/", f"{at}juri/",
            f"{at}nominasi/", f"{at}putuskan/", "/penghargaan/satyalancana/", f"/penghargaan/satyalancana/{said}/",
            f"/penghargaan/satyalancana/{said}/periksa/", f"/penghargaan/satyalancana/{said}/catat/",
            "/penghargaan/satyalancana/impor/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["sari", "budi", "dewi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
    for path in addresses[name]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_checks_come_in_from_a_file_with_a_mistake_and_are_taken_back(page, enter, awarding, tmp_path):
    head = "nip;diperiksa_pada;hukuman_disiplin;cltn;sumber;catatan;satyalancana;tanggal_keputusan;nomor_keputusan"
    file = tmp_path / "riwayat.csv"
    rows = [f"{awarding.budi.nip};01-09-2026;tidak ada;tidak;Berkas;;;;", "1.98E+17;01-09-2026;tidak ada;;Berkas;;;;"]
    file.write_text("\n".join([head, *rows]), encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    enter(awarding.rina, "/penghargaan/satyalancana/impor/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Periksa berkas").click()
    page.get_by_text("1.98E+17").first.wait_for()
    refuse_violations(page, "what a file would do")
    page.get_by_role("button", name="Terapkan").click()
    page.get_by_role("button", name="Urungkan").wait_for()
    assert ServiceCheck.objects.get().person == awarding.budi
    refuse_violations(page, "what was brought in")
    page.get_by_role("button", name="Urungkan").click()
    page.get_by_text("Diurungkan", exact=True).wait_for()
    assert not ServiceCheck.objects.exists()


def test_a_second_nomination_becomes_support_on_a_phone(page, enter, awarding):
    page.set_viewport_size({"width": 390, "height": 844})
    award = awarding.opened()
    awarding.nominated(award)
    enter(awarding.user_of(awarding.dewi), f"/penghargaan/{award.pk}/nominasikan/{awarding.sari.pk}/")
    page.get_by_text("Sudah dinominasikan pada babak ini").wait_for()
    for area in page.locator("textarea").all():
        area.fill("Antreannya lebih pendek")
    page.get_by_role("button", name="Dukung").click()
    page.get_by_text("Dukungan dari saya").wait_for()
    assert NominationSupport.objects.get().nomination.award == award
