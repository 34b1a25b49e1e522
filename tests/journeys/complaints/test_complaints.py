"""A citizen writes on a phone, an officer sorts and answers, the citizen reads it, contradicts it and is satisfied."""

import re

import pytest
from django.utils import timezone

from domain.services.complaints.conftest import minor
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.services.models import Complaint
from pembina.domain.services.operations.complaint_handling import (
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)
from pembina.domain.services.operations.complaint_publications import Wording, publish_answer
from pembina.domain.services.operations.complaints import Contact

TEXT = "Antre tiga jam di loket 2."


@pytest.fixture
def case(transactional_db, send, permit, joko):
    """A complaint that Joko handles, with a contact."""
    made = send(service=permit, contact=Contact(name="Tono"), at=timezone.now()).complaint
    return take_over_complaint(complaint=made, by=joko, at=timezone.now()).pk


@pytest.fixture
def citizen(chromium, address):
    """The phone of a citizen."""
    context = chromium.new_context(locale="id-ID", viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def write(phone, address):
    """Write as a citizen who comes from the page of the service, and return the follow-up code."""
    phone.goto(address("/pengaduan/?layanan=IZIN"))
    phone.get_by_label("Ceritakan").fill(TEXT)
    phone.get_by_role("button", name="Kirim").click()
    return phone.locator("#code").inner_text()


def answer(page, address):
    """Sort, take over and answer as the officer who is signed in."""
    page.goto(address("/pengaduan-masuk/"))
    page.locator("tbody th a").first.click()
    page.get_by_role("button", name="Ambil alih").click()
    page.get_by_role("link", name="Pilah").click()
    page.get_by_label(re.compile("Ringan")).check()
    page.get_by_role("button", name="Simpan").click()
    page.get_by_label("Jawaban", exact=True).fill("Loket ketiga dibuka.")
    page.get_by_role("button", name="Lihat dahulu").click()
    refuse_violations(page, "preview of a reply")
    page.get_by_role("button", name="Kirim").click()
    page.get_by_text("Jawaban terkirim.").wait_for()


def test_from_the_citizen_to_the_officer_and_back(transactional_db, page, citizen, address, sign_in_as, permit, joko):
    code = write(citizen, address)
    refuse_violations(citizen, "the code")
    assert small_targets(citizen) == []
    sign_in_as(joko)
    answer(page, address)
    citizen.goto(address("/pengaduan/lacak/"))
    citizen.get_by_label("Kode tindak lanjut").fill(code.lower())
    citizen.get_by_role("button", name="Buka").click()
    citizen.get_by_text("Loket ketiga dibuka.").wait_for()
    refuse_violations(citizen, "the answer")
    citizen.get_by_role("button", name="Belum").click()
    citizen.get_by_label("Apa yang belum selesai?").fill("Masih antre.")
    citizen.get_by_role("button", name="Buka kembali").click()
    citizen.get_by_text("Masih antre.").wait_for()
    assert Complaint.objects.get().state == "in_progress"


def test_it_is_written_by_keyboard_alone_and_without_scripts(transactional_db, page_without_scripts, address, permit):
    page = page_without_scripts
    page.goto(address("/pengaduan/"))
    page.get_by_label("Cari nama layanan atau kantor").focus()
    page.keyboard.type("izin")
    page.get_by_role("button", name="Cari").press("Enter")
    page.get_by_label("Izin usaha").press("Space")
    page.get_by_label("Ceritakan").focus()
    page.keyboard.type(TEXT)
    page.get_by_role("button", name="Kirim").press("Enter")
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", page.locator("#code").inner_text())
    assert Complaint.objects.get().text == TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, joko, case, width, scheme):
    for path in ("/pengaduan/", "/pengaduan/lacak/"):
        axe_check(page, address(path), width, scheme)
    sign_in_as(joko)
    desk = f"/pengaduan-masuk/{case}/"
    pages = ("/pengaduan-masuk/?sort=unit", desk, f"{desk}pilah/", f"{desk}tugaskan/", f"{desk}teruskan/")
    for path in (*pages, f"{desk}akhiri/", "/pengaduan-masuk/angka/", "/pengaduan-masuk/impor/"):
        axe_check(page, address(path), width, scheme)
    page.goto(address(desk))
    page.get_by_role("button", name="Buka kontak").click()
    page.get_by_text("Tono").wait_for()
    refuse_violations(page, "the contact")


@pytest.fixture
def answered(case, joko):
    """The same, answered."""
    complaint = Complaint.objects.get(pk=case)
    triage_complaint(complaint=complaint, triage=minor(), by=joko, at=timezone.now())
    reply_to_complaint(complaint=complaint, text="Hubungi 0812 3456 7890.", is_final=True, by=joko, at=timezone.now())
    return case


def test_an_answer_is_published_after_its_number_is_out(page, address, sign_in_as, joko, answered):
    sign_in_as(joko)
    page.goto(address(f"/pengaduan-masuk/{answered}/"))
    page.get_by_role("link", name="Terbitkan jawaban").click()
    page.get_by_role("button", name="Lihat dahulu").click()
    page.get_by_text("“0812 3456 7890”").first.wait_for()
    refuse_violations(page, "a number is left")
    page.get_by_label("Jawaban kantor").fill("Loket ketiga dibuka.")
    page.get_by_role("button", name="Lihat dahulu").click()
    page.get_by_text("Belum terbit.").wait_for()
    refuse_violations(page, "preview of a public answer")
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_text("Jawaban diterbitkan.").wait_for()
    refuse_violations(page, "the case of a public answer")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_where_answers_are_published(page, address, sign_in_as, joko, answered, width, scheme):
    wording, at = Wording("Antrean lama.", "Loket ketiga dibuka."), timezone.now()
    axe_check(page, address("/pengaduan/jawaban/"), width, scheme)
    publish_answer(complaint=Complaint.objects.get(pk=answered), wording=wording, by=joko, at=at)
    for path in ("/pengaduan/jawaban/", "/pengaduan/jawaban/?q=tidakada", "/warga/unit/1.1/", "/warga/layanan/IZIN/"):
        axe_check(page, address(path), width, scheme)
    sign_in_as(joko)
    for path in ("", "terbitkan/", "tarik/"):
        axe_check(page, address(f"/pengaduan-masuk/{answered}/{path}"), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, joko, case):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(joko)
    desk = f"/pengaduan-masuk/{case}/"
    for path in ("/pengaduan/", "/pengaduan/lacak/", "/pengaduan-masuk/", desk, f"{desk}pilah/", f"{desk}teruskan/"):
        page.goto(address(path))
        assert small_targets(page) == [], path
