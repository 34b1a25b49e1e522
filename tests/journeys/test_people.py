"""A superior finds a person, reads the record and walks the tree, at a desk and on a phone."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SARI = PERSONAS["sari"]


@pytest.fixture
def government(transactional_db):
    return load_demo_government(size=300, on=timezone.localdate(), at=NOON)


def addresses():
    person = Person.objects.get(nip=SARI.nip)
    return ["/pegawai/", "/pegawai/?q=zzzz", f"/pegawai/{person.pk}/", "/unit-kerja/"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, government, width, scheme):
    sign_in_as(rina)
    for path in addresses():
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, government):
    sign_in_as(rina)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses():
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_superior_finds_a_person_and_takes_the_list_along(page, address, sign_in_as, budi, government, tmp_path):
    sign_in_as(budi)
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Pegawai").click()
    page.get_by_label("Nama atau NIP").fill("sari")
    page.get_by_role("button", name="Terapkan").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.get_by_role("link", name=SARI.display_name).click()
    assert "Penata Perizinan Ahli Pertama" in page.locator("main").inner_text()
    page.get_by_text("Yang disimpan dan alasannya").click()
    refuse_violations(page, "record with what is held opened")


def test_from_the_tree_one_comes_to_the_people_of_a_unit(page, address, sign_in_as, budi, government):
    sign_in_as(budi)
    page.goto(address("/unit-kerja/"))
    page.get_by_role("link", name="Bidang Pelayanan Perizinan", exact=True).click()
    page.get_by_role("link", name="Lihat pegawainya").click()
    assert page.get_by_label("Unit kerja").input_value() == "01.06.01"
    assert page.get_by_role("link", name=SARI.display_name).is_visible()
