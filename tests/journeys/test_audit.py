"""An employee finds out who looked at the record; an auditor searches, takes the trail along and checks the chain."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.access.audit import record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person
from pembina.domain.people.operations import change_superior

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


@pytest.fixture
def sari_on_record(transactional_db, rina):
    """Sari, at whom Rina looked, and whose superior she changed."""
    load_demo_government(size=300, on=timezone.localdate(), at=NOON)
    sari = Person.objects.get(nip=PERSONAS["sari"].nip)
    record("look_at_person", on=sari, by=rina, at=NOON, address="203.0.113.9")
    held, to = sari.assignments.get(ends_on=None), Person.objects.get(nip=PERSONAS["dewi"].nip)
    change_superior(assignment=held, to=to, from_day=timezone.localdate(), by=rina, at=NOON)
    for role in ("mentor", "evaluator"):
        content = {"role": role, "to": sari.nip, "from": "2026-11-20"}
        seal(kind=ChainKind.ROLE_GRANTED, subject=sari, content=content, by=rina, at=NOON)
    return sari


@pytest.fixture
def auditor(transactional_db):
    user = User.objects.create_user("198001012005012999", password="a-password-for-tests", display_name="Ratih Kusuma")
    RoleGrant.objects.create(user=user, role_code="auditor", starts_on=NOON.date())
    return user


def addresses(person):
    return ["/audit/", "/audit/?by=zzzz", f"/pegawai/{person.pk}/jejak/", "/audit/rantai/", "/akun/jejak/"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, auditor, sari_on_record, width, scheme):
    sign_in_as(auditor)
    for path in addresses(sari_on_record):
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, auditor, sari_on_record):
    sign_in_as(auditor)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses(sari_on_record):
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_an_employee_sees_who_looked(page, address, sign_in_as, sari, sari_on_record):
    sign_in_as(sari)
    page.goto(address("/akun/saya/"))
    page.get_by_role("link", name="Siapa melihat dan mengubah data saya").click()
    page.get_by_role("link", name="Dilihat atau diunduh").click()
    main = page.locator("main").inner_text()
    assert "membuka data pegawai" in main
    assert "mengganti atasan" not in main
    page.get_by_text("Ada yang tidak Anda kenali?").click()
    refuse_violations(page, "own trail with the advice opened")


def test_an_auditor_searches_and_takes_the_trail_along(page, address, sign_in_as, auditor, sari_on_record):
    sign_in_as(auditor)
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Jejak audit").click()
    page.get_by_label("Menyangkut (nama, NIP, atau unit)").fill("sari wul")
    page.get_by_label("Perbuatan").select_option(label="mengganti atasan")
    page.get_by_role("button", name="Terapkan").click()
    assert "Atasan:" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_an_auditor_checks_the_chain(page, address, sign_in_as, auditor, sari_on_record):
    sign_in_as(auditor)
    page.goto(address("/audit/"))
    page.get_by_role("link", name="Rantai hash").click()
    page.get_by_role("button", name="Periksa rantai sekarang").click()
    assert "Rantai utuh" in page.locator("main").inner_text()
    page.get_by_text("Lihat isi").first.click()
    refuse_violations(page, "chain with an entry opened")
