"""From a spreadsheet to an honest answer, in a real browser."""

import pytest

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from web.effect_tool_files import changed, panel_csv

EVERY_SCREEN = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture
def complaints(page):
    """Collect what the browser blocks, misses or stumbles over."""
    found = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def file_of(content, name="data.csv"):
    return {"name": name, "mimeType": "text/csv", "buffer": content.encode()}


def choose_file(page, content):
    page.get_by_label("Pilih atau jatuhkan berkas").set_input_files(file_of(content))


def answer_questions(page):
    page.get_by_label("angkanya turun").check()
    page.get_by_label("Satuan angkanya").fill("hari")
    page.get_by_label("Perubahan terkecil").fill("1")


def test_in_place_the_file_is_chosen_once(page, address, transactional_db, complaints):
    page.goto(address("/alat/dampak/"))
    choose_file(page, panel_csv())
    page.get_by_label("Angka layanan").wait_for()
    assert page.evaluate("document.activeElement.id") == "columns"
    assert page.locator(".steps [aria-current]").inner_text() == "2. Kolom dan pertanyaan"
    answer_questions(page)
    page.get_by_role("button", name="Hitung dampaknya").click()
    page.get_by_role("heading", level=1, name="Hasil uji dampak").wait_for()
    assert page.url == address("/alat/dampak/hasil/")
    assert page.title().startswith("Berdampak berarti")
    assert "Program berdampak berarti" in page.locator(".verdict").inner_text()
    assert complaints == []


def test_in_place_an_error_leads_to_its_field_and_the_file_stays(page, address, transactional_db):
    page.goto(address("/alat/dampak/"))
    choose_file(page, panel_csv())
    page.get_by_role("button", name="Hitung dampaknya").click()
    page.get_by_role("alert").wait_for()
    refuse_violations(page, "columns with an error")
    page.get_by_role("alert").get_by_role("link").click()
    answer_questions(page)
    page.get_by_role("button", name="Hitung dampaknya").click()
    page.locator(".verdict").wait_for()


def test_in_place_a_corrected_file_keeps_the_answers(page, address, transactional_db):
    page.goto(address("/alat/dampak/"))
    choose_file(page, changed(panel_csv(), 3, {2: "banyak"}))
    page.get_by_label("Angka layanan").wait_for()
    answer_questions(page)
    page.get_by_role("button", name="Hitung dampaknya").click()
    assert "baris 3" in page.get_by_role("alert").inner_text()
    with page.expect_response("**/alat/dampak/kolom/"):
        choose_file(page, panel_csv())
    page.get_by_role("alert").wait_for(state="detached")
    page.get_by_role("button", name="Hitung dampaknya").click()
    page.locator(".verdict").wait_for()


def test_without_scripts_the_file_is_asked_for_twice(page_without_scripts, address, transactional_db):
    page = page_without_scripts
    page.goto(address("/alat/dampak/"))
    choose_file(page, panel_csv())
    page.get_by_role("button", name="Periksa kolomnya").click()
    assert "tidak menyimpan berkas Anda" in page.locator("main").inner_text()
    answer_questions(page)
    choose_file(page, panel_csv())
    page.get_by_role("button", name="Hitung dampaknya").click()
    assert "Program berdampak berarti" in page.locator(".verdict").inner_text()


def test_the_report_and_the_data_can_be_taken_along(page, address, transactional_db):
    page.goto(address("/alat/dampak/"))
    page.get_by_role("link", name="Coba dengan contoh").click()
    for button, name in (("Unduh PDF", "uji-dampak.pdf"), ("Unduh JSON", "uji-dampak.json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename == name


@pytest.mark.parametrize(("width", "scheme"), EVERY_SCREEN)
def test_the_result_is_accessible_and_fits_every_screen(page, address, transactional_db, width, scheme):
    axe_check(page, address("/alat/dampak/contoh/"), width, scheme)
    for summary in page.locator("main summary").all():
        summary.click()
    refuse_violations(page, f"result, opened, {width} px, {scheme}")


@pytest.mark.parametrize(("width", "scheme"), EVERY_SCREEN)
def test_the_columns_are_accessible_and_fit_every_screen(page, address, transactional_db, width, scheme):
    axe_check(page, address("/alat/dampak/"), width, scheme)
    choose_file(page, panel_csv())
    page.get_by_label("Angka layanan").wait_for()
    refuse_violations(page, f"columns, {width} px, {scheme}")
    assert small_targets(page) == []


def test_the_keyboard_alone_reaches_the_answer(page, address, transactional_db):
    page.goto(address("/alat/dampak/"))
    choose_file(page, panel_csv())
    page.get_by_label("Angka layanan").wait_for()
    page.locator("input[name=direction][value=lower]").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Hitung dampaknya").focus()
    page.keyboard.press("Enter")
    page.locator(".verdict").wait_for()
