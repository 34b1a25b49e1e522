"""A session's day on two phones: the code, the list, a dead line; a test that survives a reload; grades."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.attendance_codes import shown_code
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, TestMoment
from pembina.domain.development.models import Attendance, TestAttempt, Trainer
from pembina.domain.development.operations.attendance import Sending, correct_attendance, mark_attendance
from pembina.domain.development.operations.learning_tests import TestPlan, plan_test
from pembina.domain.development.operations.questions import Asked, add_question
from training import Training

PHONE = {"width": 390, "height": 844}
STORED = """async () => {
    await navigator.serviceWorker.ready;
    const store = await caches.open("attendance-1");
    while (!await store.match("/hadir/tanpa-jaringan/")) await new Promise(done => setTimeout(done, 50));
}"""


@pytest.fixture
def training(transactional_db, rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def session(training):
    made = training.session()
    Trainer.objects.create(session=made, name="Dr. Wahyu")
    return made


@pytest.fixture
def seat(training, sari):
    return training.enrol(training.person(sari))


@pytest.fixture
def open_test(training):
    told = {"by": training.rina, "at": training.at}
    questions = [
        add_question(curriculum=training.version.curriculum, asked=Asked(f"Berapa? {n}", ("Satu", "Dua"), 0), **told)
        for n in (1, 2)
    ]
    hour = timedelta(hours=1)
    plan = TestPlan(training.at - hour, training.at + hour, questions)
    return plan_test(batch=training.batch, moment=TestMoment.BEFORE, plan=plan, **told)


@pytest.fixture
def corrected(training, session):
    """Somebody whose record was corrected."""
    tono = training.enrol(training.person())
    told = {"by": training.rina, "at": training.at}
    taken = mark_attendance(session=session, seat=tono, status=AttendanceStatus.ABSENT, sending=Sending(), **told)
    means, reason = AttendanceMeans.LIST, "Datang terlambat"
    correct_attendance(attendance=taken.attendance, status=AttendanceStatus.PRESENT, means=means, reason=reason, **told)
    return tono


@pytest.fixture
def addresses(training, session, seat, corrected, open_test):
    batch, at = f"/tes/angkatan/{training.batch.pk}/", f"/hadir/{session.pk}/"
    bank = f"/tes/bank/{training.version.curriculum_id}/"
    return [
        "/hadir/", at, f"{at}layar/", f"{at}peserta/{corrected.pk}/", f"{at}sisanya/", batch, f"{batch}peserta/",
        f"{batch}soal/", f"{batch}nilai/", f"{batch}nilai/impor/", f"{batch}susun/pre/", "/tes/bank/", bank,
        f"{bank}baru/", f"{bank}impor/", f"/tes/program/{training.programme.pk}/",
    ]  # fmt: skip


@pytest.fixture
def own_addresses(training, session, seat, open_test):
    Attendance.objects.create(session=session, enrolment=seat, status="excused", means="list", received_at=training.at)
    earlier = training.session(begins=training.at - timedelta(days=1))
    Attendance.objects.create(session=earlier, enrolment=seat, status="present", means="list", received_at=training.at)
    return [
        f"/hadir/{session.pk}/masuk/", "/hadir/tanpa-jaringan/", "/tes/", f"/tes/{open_test.pk}/kerjakan/",
        f"/tes/{training.batch.pk}/evaluasi/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page, address, sign_in_as, rina, addresses, width, scheme):
    sign_in_as(rina)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_the_pages_of_participants(page, address, sign_in_as, sari, own_addresses, width):
    sign_in_as(sari)
    for path in own_addresses:
        axe_check(page, address(path), width, "light")


def test_targets_fit_a_finger(page, address, sign_in_as, rina, addresses):
    page.set_viewport_size(PHONE)
    sign_in_as(rina)
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_the_list_is_kept_on_a_dead_line(page, address, sign_in_as, rina, session, seat):
    page.set_viewport_size(PHONE)
    sign_in_as(rina)
    page.goto(address(f"/hadir/{session.pk}/"))
    page.context.set_offline(True)
    page.get_by_role("button", name="Hadir: Sari Wulandari", exact=True).click()
    page.get_by_text("Hadir · menunggu dikirim").wait_for()
    assert not Attendance.objects.exists()
    refuse_violations(page, "waiting for a line")
    page.context.set_offline(False)
    page.get_by_text("Semua sudah terkirim.").wait_for()
    assert page.locator("#headcount").inner_text().split()[1] == "1"
    assert Attendance.objects.get().key is not None


def test_a_check_in_made_on_a_dead_line_arrives_later(page, address, sign_in_as, sari, session, seat):
    page.set_viewport_size(PHONE)
    sign_in_as(sari)
    code = shown_code(session, at=timezone.now()).text
    page.goto(address(f"/hadir/{session.pk}/masuk/?kode={code}"))
    page.context.set_offline(True)
    page.get_by_role("button", name="Saya hadir").click()
    page.get_by_text("Menunggu dikirim: 1").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Kode sesi").wait_for()
    kept = Attendance.objects.get()
    assert kept.status == AttendanceStatus.PRESENT
    assert kept.device_at < kept.received_at


def test_a_refused_check_in_is_shown_and_mended(page, address, sign_in_as, sari, session, seat):
    sign_in_as(sari)
    page.goto(address(f"/hadir/{session.pk}/masuk/"))
    page.get_by_label("Kode di layar ruangan").fill("AAAA-AAAA")
    page.get_by_role("button", name="Saya hadir").click()
    page.get_by_text("Kode ini bukan kode sesi ini.").wait_for()
    page.get_by_role("button", name="Perbaiki").click()
    page.locator("[name=kode]:focus").wait_for()
    page.get_by_label("Kode di layar ruangan").fill(shown_code(session, at=timezone.now()).text)
    page.get_by_role("button", name="Saya hadir").click()
    page.get_by_text("Kode sesi").wait_for()
    assert Attendance.objects.count() == 1


def test_without_scripts_everything_works(page_without_scripts, address, sari, session, seat):
    page = page_without_scripts
    page.goto(address(f"/hadir/{session.pk}/masuk/?kode={shown_code(session, at=timezone.now()).text}"))
    page.get_by_label("NIP").fill(sari.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.get_by_role("button", name="Saya hadir").click()
    assert "Kehadiran Anda tercatat." in page.content()


def test_what_was_ticked_survives_a_reload(page, address, sign_in_as, sari, training, seat, open_test):
    page.set_viewport_size(PHONE)
    sign_in_as(sari)
    page.goto(address(f"/tes/{open_test.pk}/kerjakan/"))
    page.get_by_label("Satu").first.check()
    page.get_by_text("1 belum dijawab").wait_for()
    page.reload()
    page.get_by_text("1 belum dijawab").wait_for()
    assert page.get_by_label("Satu").first.is_checked()
    page.get_by_label("Satu").last.check()
    page.get_by_role("button", name="Kumpulkan").click()
    page.get_by_text("100,00").wait_for()
    assert TestAttempt.objects.get().score == 100


def test_the_phone_opens_the_page_where_there_is_no_line(page, address, sign_in_as, sari, session, seat):
    """The QR picture is scanned in a room without a line: the page comes from the store of the phone."""
    page.set_viewport_size(PHONE)
    sign_in_as(sari)
    at = address(f"/hadir/{session.pk}/masuk/")
    page.goto(at)
    page.evaluate(STORED)
    page.goto("about:blank")
    page.context.set_offline(True)
    page.goto(f"{at}?kode={shown_code(session, at=timezone.now()).text}")
    assert page.get_by_role("heading", name="Catat kehadiran tanpa jaringan").is_visible()
    page.get_by_role("button", name="Saya hadir").click()
    page.get_by_text("Menunggu dikirim: 1").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Semua sudah terkirim.").wait_for()
    assert Attendance.objects.get().status == AttendanceStatus.PRESENT
