"""The head of region publishes a decision after a look, a citizen reads it, and it is withdrawn: in a browser."""

import pytest
from django.utils import timezone

from impact import Impact
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from pembina.domain.impact.enums import Capacity
from pembina.domain.impact.models import DecisionPublication
from pembina.domain.impact.operations.publications import publish_decision
from training import Training

MESSAGE = "Loket kedua dibuka bulan depan."


@pytest.fixture
def decision(transactional_db, rina, person):
    at = timezone.now()
    impact = Impact(programme=Training(rina=rina, at=at).programme, maker=person("lia"), at=at)
    design = impact.locked()
    impact.signer(design, person("bupati"), Capacity.HEAD_OF_REGION)
    return impact.decision(impact.run(design), by=person("bupati"), action="fix", reason="Anggaran belum ada.")


def sends(page, button):
    """Press a button and wait for the answer."""
    with page.expect_navigation(wait_until="load"):
        page.locator("main").get_by_role("button", name=button).click()


def test_published_after_a_look_read_by_a_citizen_and_withdrawn(
    page, page_without_scripts, address, sign_in_as, person, decision
):
    sign_in_as(person("bupati"))
    page.goto(address(f"/keputusan/{decision.pk}/kabar/"))
    page.get_by_label("Pesan kepada warga").fill(MESSAGE)
    sends(page, "Lihat dengan pesan ini")
    assert page.get_by_text(MESSAGE).last.is_visible()
    assert not DecisionPublication.objects.exists()
    sends(page, "Terbitkan untuk umum")
    page.get_by_text("Kabar keputusan terbit.").wait_for()
    citizen = page_without_scripts
    citizen.goto(address("/warga/"))
    citizen.get_by_role("link", name="Lihat hasil program").click()
    citizen.get_by_label("Program atau ukuran").fill("izin")
    citizen.locator("main").get_by_role("button", name="Cari").click()
    citizen.get_by_role("link", name="Izin lebih cepat").click()
    said = citizen.locator("main").inner_text()
    for told in ("Ya. Karena program ini", "Sebelum dan sesudah saja", MESSAGE, "Anggaran belum ada.", "Kepala daerah"):
        assert told in said, told
    page.get_by_role("link", name="Tarik").click()
    page.get_by_label("Alasan ditarik").fill("Angkanya diperbaiki.")
    sends(page, "Tarik dari umum")
    page.get_by_text("Kabar keputusan ditarik.").wait_for()
    citizen.reload()
    assert citizen.get_by_text("Angkanya diperbaiki.").is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, person, decision, width, scheme):
    axe_check(page, address("/program-berhasil/"), width, scheme)
    sign_in_as(person("bupati"))
    axe_check(page, address(f"/keputusan/{decision.pk}/kabar/"), width, scheme)
    made = publish_decision(decision=decision, by=person("bupati"), at=timezone.now(), message=MESSAGE)
    for path in ("/program-berhasil/", f"/program-berhasil/{made.pk}/", f"/keputusan/{decision.pk}/kabar/tarik/"):
        axe_check(page, address(path), width, scheme)
        assert width != WIDTHS[-1] or small_targets(page) == [], path
