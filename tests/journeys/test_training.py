"""The whole loop of learning in a browser: from two waves to a certificate that a stranger verifies, then revoked.

The days between the sessions pass by moving the sessions; everything else is done on the pages.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import refuse_violations
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.roles import SUPERIOR
from pembina.domain.development.attendance_codes import shown_code
from pembina.domain.development.enums import EnrolmentState, TestMoment
from pembina.domain.development.models import Attendance, Batch, Certificate, Enrolment, LearningTest, Session, Wave
from pembina.domain.development.operations.questions import Asked, add_question
from training import Training

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1366, "height": 900}
HOUR = timedelta(hours=1)


@pytest.fixture
def training(transactional_db, rina, budi, sari):
    RoleGrant.objects.get_or_create(user=budi, role_code=SUPERIOR.code, defaults={"starts_on": "2020-01-01"})
    made = Training(rina=rina, at=timezone.now())
    led_by = made.person(budi)
    made.person(sari, superior=led_by)
    return made


@pytest.fixture
def visit(chromium, address):
    """Return a function that opens a browser of one's own: ``visit(sari, PHONE)``; without a user as a stranger."""
    opened = []

    def enter(user=None, screen=DESK):
        context = chromium.new_context(locale="id-ID", reduced_motion="reduce", viewport=screen)
        opened.append(context)
        page = context.new_page()
        if user is not None:
            page.goto(address("/akun/masuk/"))
            page.get_by_label("NIP").fill(user.username)
            page.get_by_label("Kata sandi").fill("a-password-for-tests")
            page.locator("main").get_by_role("button", name="Masuk").click()
            page.wait_for_url(address("/"))
        return page

    yield enter
    for context in opened:
        context.close()


def press(page, name):
    """Press a button that sends a form, and wait for the page that answers it."""
    with page.expect_navigation(wait_until="load"):
        button(page, name).click()


def button(page, name):
    return page.locator("main").get_by_role("button", name=name, exact=True)


def draw_two_waves(page, address, training):
    """Rina draws the order of the two offices from a published text, looks at it and keeps it."""
    page.goto(address(f"/program/{training.programme.pk}/gelombang/undi/"))
    page.get_by_label("Perizinan").check()
    days = [training.today + timedelta(days=days) for days in (5, 60)]
    page.get_by_label("Hari mulai").fill("\n".join(day.isoformat() for day in days))
    page.get_by_label("Teks undian").fill("angka undian 4 1 7 2")
    page.locator("main form button.button-primary, main form .button").last.click()
    if page.locator("main").get_by_role("button", name=re.compile("Simpan|Pakai|Tetapkan")).count():
        page.locator("main").get_by_role("button", name=re.compile("Simpan|Pakai|Tetapkan")).first.click()
    page.goto(address(f"/program/{training.programme.pk}/gelombang/"))
    assert Wave.objects.filter(programme=training.programme).count() == 2
    refuse_violations(page, "two waves")


def plan_batch_of_three(page, address, training):
    """Rina plans a batch with three sessions and opens it."""
    tomorrow = training.today + timedelta(days=1)
    page.goto(address(f"/angkatan/baru/{training.programme.pk}/"))
    page.get_by_label("Nama angkatan").fill("Angkatan loket")
    page.get_by_label("Kurikulum").select_option(index=1)
    page.get_by_label("Kursi").fill("5")
    page.get_by_label("Pendaftaran dibuka").fill(training.today.isoformat())
    page.get_by_label("Pendaftaran ditutup").fill(training.today.isoformat())
    page.get_by_label("Paling banyak dari satu unit (%)").fill("100")
    press(page, "Simpan angkatan")
    batch = Batch.objects.get(title="Angkatan loket")
    for number, hour in enumerate((8, 10, 13), start=1):
        page.goto(address(f"/angkatan/{batch.pk}/sesi/"))
        page.get_by_label("Judul sesi").fill(f"Pertemuan {number}")
        page.get_by_label("Tanggal").fill(tomorrow.isoformat())
        page.get_by_label("Mulai pukul").fill(f"{hour:02}:00")
        page.get_by_label("Selesai pukul").fill(f"{hour + 2:02}:00")
        page.get_by_label("Ruang").fill(f"Aula {number}")
        page.locator("main form .button").last.click()
    page.goto(address(f"/angkatan/{batch.pk}/"))
    press(page, "Buka pendaftaran")
    assert batch.sessions.count() == 3
    refuse_violations(page, "a batch")
    return batch


def plan_test(page, address, batch, moment):
    """Rina lays out a test that is open now; the second asks what the first asked."""
    page.goto(address(f"/tes/angkatan/{batch.pk}/susun/{moment}/"))
    now = timezone.now().astimezone(batch.zone)
    page.get_by_label("Dibuka tanggal").fill((now - 24 * HOUR).date().isoformat())
    page.get_by_label("Dibuka pukul").fill("00:00")
    page.get_by_label("Ditutup tanggal").fill((now + 48 * HOUR).date().isoformat())
    page.get_by_label("Ditutup pukul").fill("23:00")
    if moment == TestMoment.BEFORE:
        page.get_by_label("Diacak dari bank soal").check()
        page.get_by_label("Jumlah soal").fill("2")
    else:
        page.get_by_label("Sama dengan tes yang lain").check()
    page.locator("main form .button").last.click()
    page.get_by_text("tersusun").wait_for()
    return LearningTest.objects.get(batch=batch, moment=moment)


def take_test(page, address, test, answer):
    page.goto(address(f"/tes/{test.pk}/kerjakan/"))
    for choice in page.get_by_label(answer, exact=True).all():
        choice.check()
    press(page, "Kumpulkan")
    page.wait_for_load_state("networkidle")


def goes_on_now(session):
    """Let the hours of a session be those around now, and nobody else's."""
    now = timezone.now()
    Session.objects.filter(pk=session.pk).update(starts_at=now - HOUR / 2, ends_at=now + HOUR)
    session.refresh_from_db()


def is_over(session, days):
    begun = timezone.now() - timedelta(days=days)
    Session.objects.filter(pk=session.pk).update(starts_at=begun, ends_at=begun + 2 * HOUR)


def check_in(page, address, session, *, offline=False):
    """Sari scans the code in the room, on a line that may be dead."""
    goes_on_now(session)
    code = shown_code(session, at=timezone.now()).text
    page.goto(address(f"/hadir/{session.pk}/masuk/?kode={code}"))
    page.context.set_offline(offline)
    button(page, "Saya hadir").click()
    if offline:
        page.get_by_text("Menunggu dikirim: 1").wait_for()
        assert not Attendance.objects.filter(session=session).exists()
        page.context.set_offline(False)
    page.get_by_text("Kehadiran Anda tercatat").or_(page.get_by_text("Kode sesi")).first.wait_for()
    # What the server still reads would lock the table that the passing of days changes.
    page.wait_for_load_state("networkidle")
    assert Attendance.objects.get(session=session).status == "present"


def test_from_two_waves_to_a_certificate_that_is_revoked(visit, address, training, rina, budi, sari):
    desk = visit(rina)
    draw_two_waves(desk, address, training)
    batch = plan_batch_of_three(desk, address, training)
    for number in (1, 2):
        asked = Asked(f"Berapa hari? {number}", ("Satu", "Dua"), 0)
        add_question(curriculum=training.version.curriculum, asked=asked, by=rina, at=timezone.now())
    leader = visit(budi)
    leader.goto(address("/belajar/tim/"))
    leader.get_by_role("link", name="Angkatan loket").click()
    leader.get_by_label("Sari Wulandari").check()
    press(leader, "Usulkan")
    leader.get_by_text("Usulan terkirim").wait_for()
    phone = visit(sari, PHONE)
    phone.goto(address("/belajar/"))
    refuse_violations(phone, "an offer on a phone")
    press(phone, "Saya ikut")
    phone.wait_for_load_state()
    seat = Enrolment.objects.get(batch=batch)
    assert seat.state == EnrolmentState.ENROLLED
    take_test(phone, address, plan_test(desk, address, batch, TestMoment.BEFORE), "Dua")
    first, second, third = batch.sessions.order_by("starts_at")
    check_in(phone, address, first)
    is_over(first, 3)
    check_in(phone, address, second, offline=True)
    is_over(second, 2)
    goes_on_now(third)
    desk.goto(address(f"/hadir/{third.pk}/"))
    desk.get_by_role("button", name="Hadir: Sari Wulandari", exact=True).click()
    desk.locator("#headcount").get_by_text("1").first.wait_for()
    desk.wait_for_load_state("networkidle")
    is_over(third, 1)
    take_test(phone, address, plan_test(desk, address, batch, TestMoment.AFTER), "Satu")
    assert sorted(seat.attempts.values_list("score", flat=True)) == [0, 100]
    certificate = issued(desk, address, batch)
    verified_and_revoked(desk, visit(screen=PHONE), address, certificate)


def issued(page, address, batch):
    page.goto(address(f"/sertifikat/angkatan/{batch.pk}/"))
    page.get_by_label("Nama penanda tangan").fill("Dr. Hj. Aminah, M.Si.")
    page.get_by_label("Jabatan penanda tangan").fill("Kepala BKPSDM")
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Terbitkan yang dicentang")
    page.wait_for_load_state()
    return Certificate.objects.get(enrolment__batch=batch)


def verified_and_revoked(desk, stranger, address, certificate):
    """A stranger reads name, title, hours and standing and nothing else; afterwards that it no longer holds."""
    public = address(f"/sertifikat/periksa/{certificate.code}/")
    stranger.goto(public)
    told = stranger.locator("main").inner_text()
    assert "Sari Wulandari" in told
    assert "Berlaku" in told
    assert certificate.enrolment.person.nip not in stranger.content()
    refuse_violations(stranger, "a certificate verified")
    desk.goto(address(f"/sertifikat/{certificate.pk}/cabut/"))
    desk.get_by_label("Alasan").fill("Terbit untuk orang yang salah.")
    press(desk, "Cabut sertifikat")
    desk.wait_for_load_state()
    stranger.goto(public)
    assert "Dicabut" in stranger.locator("main").inner_text()
    assert "salah" not in stranger.content()
