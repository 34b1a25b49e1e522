"""Rina plans a batch of two sessions, Budi nominates, Sari accepts on a phone, with and without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.enums import BatchState, BulkEnrolmentState, EnrolmentState
from pembina.domain.development.models import Batch, BulkEnrolment, Enrolment
from training import Training

PHONE = {"width": 390, "height": 844}
E = EnrolmentState


@pytest.fixture
def training(transactional_db, rina, budi, sari):
    made = Training(rina=rina, at=timezone.now())
    leader = made.person(budi)
    made.employee = made.person(sari, superior=leader)
    for _ in range(6):
        made.person(superior=leader)
    return made


@pytest.fixture
def filled(training, rina):
    """A batch with something in every list."""
    training.session(begins=training.day(2))
    training.session(begins=training.day(3), state="cancelled", cancel_reason="Listrik padam")
    training.enrol(training.person())
    training.enrol(training.person(), state=E.WAITING)
    training.enrol(training.employee, state=E.OFFERED)
    asks = training.enrol(training.employee.assignments.get().superior.led_assignments.last().person)
    Enrolment.objects.filter(pk=asks.pk).update(state=E.REQUESTED, seated_at=None)
    now = training.at
    training.bulk = BulkEnrolment.objects.create(batch=training.batch, by=rina, made_at=now, touched_at=now)
    training.running = BulkEnrolment.objects.create(
        batch=training.batch, by=rina, made_at=now, touched_at=now, state=BulkEnrolmentState.RUNNING, progress_total=50
    )
    return training


def addresses(filled):
    """Return the pages by who opens them."""
    at, mine = f"/angkatan/{filled.batch.pk}/", f"/belajar/angkatan/{filled.batch.pk}/"
    session = f"/angkatan/sesi/{filled.batch.sessions.first().pk}/"
    return {
        "rina": [
            "/angkatan/", "/angkatan/baru/", f"/angkatan/baru/{filled.programme.pk}/", at, f"{at}ubah/", f"{at}sesi/",
            f"{at}rangkaian/", f"{at}peserta/", f"{at}peserta/keluarkan/?semua=1", f"{at}massal/", session,
            f"{at}peserta/pindahkan/?semua=1", f"/angkatan/massal/{filled.bulk.pk}/",
            f"/angkatan/massal/{filled.running.pk}/",
        ],
        "budi": ["/belajar/tim/", f"/belajar/tim/angkatan/{filled.batch.pk}/usulkan/"],
        "sari": ["/belajar/", mine, "/belajar/kalender/"],
    }  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, person, filled, width, scheme):
    for name, paths in addresses(filled).items():
        page.context.clear_cookies()
        sign_in_as(person(name))
        for path in paths:
            axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, person, filled):
    page.set_viewport_size(PHONE)
    for name, paths in addresses(filled).items():
        page.context.clear_cookies()
        sign_in_as(person(name))
        for path in paths:
            page.goto(address(path))
            assert small_targets(page) == [], path


def test_from_a_plan_to_a_seat(page, address, sign_in_as, training, rina, budi, sari):
    sign_in_as(rina)
    page.goto(address(f"/angkatan/baru/{training.programme.pk}/"))
    page.get_by_label("Nama angkatan").fill("Angkatan tiga")
    page.get_by_label("Kurikulum").select_option(index=1)
    page.get_by_label("Pendaftaran dibuka").fill(training.today.isoformat())
    page.get_by_label("Pendaftaran ditutup").fill((training.today + timedelta(days=5)).isoformat())
    page.get_by_role("button", name="Simpan angkatan").click()
    page.wait_for_url("**/angkatan/*/")
    batch = Batch.objects.get(title="Angkatan tiga")
    for number in (4, 5):
        page.get_by_role("link", name="Tambah sesi").click()
        page.get_by_label("Judul sesi").fill(f"Hari {number}")
        page.get_by_label("Tanggal").fill(training.day(number).date().isoformat())
        page.get_by_label("Mulai pukul").fill("09:00")
        page.get_by_label("Selesai pukul").fill("11:00")
        page.get_by_label("Ruang").fill("Aula barat")
        page.get_by_role("button", name="Simpan sesi").click()
        page.get_by_role("link", name=f"Hari {number}").wait_for()
    page.get_by_role("button", name="Buka pendaftaran").click()
    page.get_by_text("Pendaftaran dibuka.").wait_for()
    page.context.clear_cookies()
    sign_in_as(budi)
    page.goto(address(f"/belajar/tim/angkatan/{batch.pk}/usulkan/"))
    page.get_by_label(training.employee.name).check()
    page.get_by_role("button", name="Usulkan", exact=True).click()
    page.get_by_text("Usulan terkirim").wait_for()
    page.context.clear_cookies()
    page.set_viewport_size(PHONE)
    sign_in_as(sari)
    page.goto(address("/belajar/"))
    refuse_violations(page, "an offer on a phone")
    page.get_by_role("button", name="Saya ikut").click()
    page.get_by_text("Anda mendapat kursi.").wait_for()
    batch.refresh_from_db()
    assert batch.state == BatchState.OPEN
    assert Enrolment.objects.get(batch=batch).state == E.ENROLLED


def test_a_filter_is_applied_without_scripts(page_without_scripts, address, training, rina):
    page = page_without_scripts
    page.goto(address("/akun/masuk/"))
    page.get_by_label("NIP").fill(rina.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.goto(address(f"/angkatan/{training.batch.pk}/massal/"))
    page.get_by_role("button", name="Lihat siapa saja").click()
    page.get_by_role("button", name="Daftarkan").click()
    page.get_by_role("button", name="Urungkan pendaftaran ini").wait_for()
    assert Enrolment.objects.filter(state=E.OFFERED).count() == 9
