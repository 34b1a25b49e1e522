"""An officer computes the index in a browser, with and without JavaScript, at a desk and on a phone."""

import pytest

from journeys.accessibility import HEIGHT, SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets

START = "/alat/skm/"
HEAD = "Cap waktu;U1;U2;U3;U4;U5;U6;U7;U8;U9"
ROWS = [f"2026-09-{day:02};3;3;{2 + day % 2};4;3;4;3;{'' if day == 4 else 2};3" for day in range(1, 29)]


@pytest.fixture
def answers(tmp_path):
    """Return a file of 28 respondents, one of whom left U8 empty."""
    path = tmp_path / "jawaban loket.csv"
    path.write_text("\n".join([HEAD, *ROWS]), "utf-8")
    return path


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request, chromium):
    """Return an empty page of a visitor whose browser runs JavaScript, or not."""
    context = chromium.new_context(locale="id-ID", java_script_enabled=request.param == "with scripts")
    yield context.new_page()
    context.close()


def upload(page, address, answers):
    page.goto(address(START))
    page.get_by_label("Pilih atau jatuhkan berkas jawaban").set_input_files(answers)
    page.get_by_role("button", name="Lanjut ke kolom").click()
    page.wait_for_load_state()


def test_a_file_becomes_an_index_and_a_mistake_loses_nothing(visitor, address, answers):
    upload(visitor, address, answers)
    visitor.get_by_label("Nama layanan atau unit").fill("Puskesmas Sukamaju")
    visitor.get_by_role("button", name="Hitung indeks").click()

    assert "kosong di 1 baris, yang pertama baris 5" in visitor.get_by_role("alert").inner_text()
    visitor.get_by_text("Rata-rata tiap unsur atas yang menjawab").click()
    visitor.get_by_role("button", name="Hitung indeks").click()

    assert visitor.get_by_label("Indeks kepuasan masyarakat").get_by_text("76,39").is_visible()
    assert visitor.get_by_text("Puskesmas Sukamaju").is_visible()
    assert visitor.get_by_text("1 responden tidak menjawab").is_visible()


def test_the_link_in_the_error_summary_leads_to_the_field(page, address, answers):
    upload(page, address, answers)
    page.get_by_role("button", name="Hitung indeks").click()
    page.get_by_role("alert").get_by_role("link").click()
    assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "id_element_pengaduan"


def test_the_result_survives_a_reload_and_a_change_of_language(page, address):
    page.goto(address(START))
    page.get_by_role("link", name="Coba dengan contoh").click()
    shown = page.locator(".verdict-figure").inner_text()
    page.reload()
    assert page.locator(".verdict-figure").inner_text() == shown
    page.get_by_role("button", name="English").click()
    assert page.locator(".verdict-figure").inner_text() == shown.replace(",", ".")


def test_the_paper_and_the_data_can_be_downloaded(page, address):
    page.goto(address(START + "contoh/"))
    for name, file in (("Unduh PDF", "skm.pdf"), ("Unduh JSON", "skm.json")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == file


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_state_is_accessible_and_fits_the_screen(page, address, answers, width, scheme):
    axe_check(page, address(START), width, scheme)
    axe_check(page, address(START + "contoh/"), width, scheme)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    upload(page, address, answers)
    refuse_violations(page, f"columns at {width} px, {scheme}")
    page.get_by_role("button", name="Hitung indeks").click()
    refuse_violations(page, f"columns with an error at {width} px, {scheme}")


def test_targets_fit_a_finger(page, address, answers):
    page.set_viewport_size({"width": 390, "height": 844})
    upload(page, address, answers)
    assert small_targets(page) == []
    page.goto(address(START + "contoh/"))
    assert small_targets(page) == []
