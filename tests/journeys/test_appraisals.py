"""Budi rates Sari on a phone and delivers it, she objects, both are heard, the head decides; Rina keeps the board."""

import pytest

from appraising import AS_EXPECTED, BELOW, Appraising
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.performance.models import Appraisal, Objection


@pytest.fixture
def appraising(transactional_db, person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def addresses(appraising):
    """Return what each of the three opens."""
    period = appraising.made()
    sari = appraising.received(appraising.sari, BELOW, on=appraising.at.date())
    appraising.rated(appraising.staff[0], AS_EXPECTED)
    rated, waiting = appraising.of(appraising.staff[0]), appraising.of(appraising.staff[1])
    return {
        "sari": [
            "/penilaian/", f"/penilaian/{sari.pk}/", f"/penilaian/{sari.pk}/kembalikan/", "/keberatan/",
            f"/keberatan/ajukan/{sari.pk}/", "/keberatan/rekap/",
        ],
        "budi": [
            "/penilaian/staf/", f"/penilaian/{rated.pk}/", f"/penilaian/{waiting.pk}/nilai/",
            f"/penilaian/staf/{period.pk}/alasan/",
        ],
        "rina": [
            "/penilaian/periode/", "/penilaian/periode/buka/", f"/penilaian/periode/{period.pk}/", "/penilaian/semua/",
            f"/penilaian/periode/{period.pk}/organisasi/", f"/penilaian/periode/{period.pk}/kerjakan/close/",
            f"/penilaian/periode/{period.pk}/perbarui/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
    for path in addresses[name]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_result_is_rated_delivered_objected_to_and_decided_on_a_phone(page, address, sign_in_as, appraising):
    def enter(user, path):
        page.context.clear_cookies()
        sign_in_as(user)
        page.goto(address(path))

    page.set_viewport_size({"width": 390, "height": 844})
    appraising.made()
    one = appraising.of(appraising.sari)
    enter(appraising.user_of(appraising.budi), f"/penilaian/{one.pk}/")
    page.get_by_role("link", name="Nilai sekarang").click()
    page.locator("input[name=results][value=below]").check()
    page.get_by_label("Alasan rating hasil kerja").fill("Tiga berkas terlambat")
    page.locator("input[name=behaviour][value=as_expected]").check()
    page.get_by_label("Catatan dan rekomendasi").fill("Susun jadwal harian")
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_text("Butuh Perbaikan").first.wait_for()
    refuse_violations(page, "a draft to sign")
    page.get_by_role("button", name="Tandatangani").click()
    page.get_by_role("button", name="Sampaikan kepada pegawai").click()
    page.get_by_text("Dokumen disampaikan kepada pegawai.").wait_for()
    enter(appraising.sari_user, f"/penilaian/{one.pk}/")
    page.get_by_role("button", name="Saya sudah menerima").click()
    page.goto(address(f"/keberatan/ajukan/{one.pk}/"))
    page.locator("textarea").first.fill("Sistem padam tiga hari")
    page.locator("textarea").nth(1).fill("Catatan gangguan")
    page.get_by_role("button", name="Ajukan").click()
    page.get_by_text("Keberatan diajukan kepada atasan penilai.").wait_for()
    assert Objection.objects.get().appraisal == one
    decide(enter, page, appraising)
    assert Appraisal.objects.get(pk=one.pk).predicate == "good"


def decide(enter, page, appraising):
    """Let both be heard and the head change the result."""
    objection = f"/keberatan/{Objection.objects.get().pk}/"
    for user, said in ((appraising.user_of(appraising.budi), "penjelasan"), (appraising.sari_user, "keterangan")):
        enter(user, objection + said + "/")
        page.locator("textarea").fill("Padam sejak Senin")
        page.get_by_role("button", name="Simpan").click()
        page.get_by_text("Keterangan dicatat.").wait_for()
    enter(appraising.user_of(appraising.head), objection)
    page.get_by_role("link", name="Putuskan").click()
    page.locator("input[name=ruling][value=changed]").check()
    page.locator("select[name=results]").select_option("as_expected")
    page.locator("select[name=behaviour]").select_option("as_expected")
    for area in page.locator("textarea").all():
        area.fill("Gangguan bukan kelalaian")
    page.get_by_role("button", name="Putuskan").click()
    page.get_by_text("Keberatan diputus dan disegel.").wait_for()
