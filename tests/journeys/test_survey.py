"""A citizen answers on a phone: by keyboard alone, without JavaScript, and while the server dies."""

import json

import pytest
from django.utils import timezone

from domain.services.surveys.survey_world import SurveyWorld, open_now
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from journeys.survey_server import SurveyServer
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.operations.survey_setup import edit_place, make_codes

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def survey(transactional_db):
    return SurveyWorld(open_now(timezone.localdate()))


@pytest.fixture
def counter(survey, address):
    return address(f"/survei/{survey.place.token}/")


def choose_all(page, score=3):
    for element in ELEMENTS:
        page.locator(f"#{element}-{score}").check()


def fill_in(page, suggestion, score=3):
    page.locator("#service").select_option(index=1)
    choose_all(page, score)
    page.get_by_label("Saran").fill(suggestion)


def send(page):
    page.get_by_role("button", name="Kirim jawaban").click()


def test_the_keyboard_alone_is_enough(page, counter):
    page.set_viewport_size(PHONE)
    page.goto(counter)
    press = page.keyboard.press
    press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press("Tab")
    press("Tab")
    assert page.evaluate("document.activeElement.id") == "service"
    press("ArrowDown")
    for element in ELEMENTS:
        press("Tab")
        assert page.evaluate("document.activeElement.name") == element
        press("Space")
        press("ArrowDown")
    for name in ("sex", "age_band", "education", "occupation"):
        press("Tab")
        assert page.evaluate("document.activeElement.id") == name
        press("ArrowDown")
    press("Tab")
    page.keyboard.type("Antrean lebih cepat")
    press("Tab")
    press("Enter")
    page.wait_for_url("**/terima-kasih/**")
    stored = SurveyResponse.objects.get()
    assert set(stored.answers.values()) == {2}
    assert (stored.sex, stored.suggestion) == ("male", "Antrean lebih cepat")


def test_without_scripts_sending_and_going_back_stores_once(page_without_scripts, counter):
    page = page_without_scripts
    page.goto(counter)
    fill_in(page, "Tanpa skrip")
    send(page)
    page.wait_for_url("**/terima-kasih/**")
    page.reload()
    assert page.get_by_role("heading", name="Terima kasih").is_visible()
    assert SurveyResponse.objects.count() == 1


def test_a_missing_answer_is_pointed_at(page, counter):
    page.goto(counter)
    page.locator("#service").select_option(index=1)
    send(page)
    assert page.evaluate("document.activeElement.name") == ELEMENTS[0]
    assert not SurveyResponse.objects.exists()


def test_an_answer_whose_receipt_was_lost_is_stored_once(page, counter):
    """The server stores it, the line dies before its word arrives, and the page sends again."""
    page.goto(counter)
    lost = []

    def lose_first(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    page.route("**/kirim/**", lose_first)
    fill_in(page, "Sekali saja")
    send(page)
    page.get_by_text("Semua jawaban sudah terkirim").wait_for(timeout=10_000)
    assert lost == [201]
    assert SurveyResponse.objects.count() == 1


def test_an_answer_given_while_another_is_being_sent_goes_out_with_it(page, counter):
    """The first waits, its second try hangs; the next citizen answers meanwhile, and nobody touches the page again."""
    page.goto(counter)
    tried, hanging = [], []

    def fail_then_hang(route):
        tried.append(route)
        if len(tried) == 1:
            route.abort()
        elif len(tried) == 2:
            hanging.append(route)
        else:
            route.continue_()

    page.route("**/kirim/**", fail_then_hang)
    fill_in(page, "pertama")
    with page.expect_event("requestfailed"):
        send(page)
    with page.expect_request("**/kirim/**"):
        page.get_by_text("Jawaban yang menunggu jaringan: 1").wait_for()
    fill_in(page, "kedua")
    send(page)
    page.get_by_text("Jawaban yang menunggu jaringan: 2").wait_for()
    hanging.pop().continue_()
    page.get_by_text("Semua jawaban sudah terkirim").wait_for(timeout=10_000)
    assert SurveyResponse.objects.count() == 2


def test_a_refused_answer_can_be_mended(page, survey, counter):
    page.goto(counter)
    fill_in(page, "Perlu diperbaiki")
    page.locator("[name=ticket]").evaluate("field => { field.value = 'forged' }")
    send(page)
    note = page.locator(".refused")
    note.get_by_text("tidak berasal dari halaman survei yang sah").wait_for()
    refuse_violations(page, "a refused answer")
    page.reload()
    note.get_by_role("button", name="Perbaiki").click()
    assert page.get_by_label("Saran").input_value() == "Perlu diperbaiki"
    send(page)
    page.wait_for_url("**/terima-kasih/**")
    assert SurveyResponse.objects.get().suggestion == "Perlu diperbaiki"


def test_where_too_many_answered_a_code_from_the_counter_goes_through(page, survey, counter):
    code = make_codes(place=survey.place, number=1, expires_on=timezone.localdate(), by=None, at=timezone.now())[0]
    refusal = {"stored": False, "message": "Terlalu banyak jawaban.", "remedy": "Minta kode sekali pakai di loket."}

    def crowd(route):
        if route.request.post_data_json["code"]:
            route.continue_()
        else:
            route.fulfill(status=429, json=refusal)

    page.route("**/kirim/**", crowd)
    page.goto(counter)
    assert not page.get_by_label("Kode dari loket").is_visible()
    fill_in(page, "Ramai")
    send(page)
    page.get_by_text("Minta kode sekali pakai di loket.").wait_for()
    page.get_by_role("button", name="Isi kode dari loket").click()
    page.locator("#code:focus").wait_for()
    page.keyboard.type(code)
    send(page)
    page.wait_for_url("**/terima-kasih/**")
    assert [each.suggestion for each in SurveyResponse.objects.all()] == ["Ramai"]


def test_a_counter_out_of_use_says_so(page, survey, counter):
    edit_place(
        place=survey.place, name="x", service=None, needs_code=False, is_active=False, by=None, at=timezone.now()
    )
    page.goto(counter)
    assert page.get_by_text("Survei di sini sedang tidak dibuka").is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_the_public_pages(page, survey, counter, address, width, scheme):
    coded = survey.counter("Loket 2", needs_code=True)
    for path in (counter, f"{counter}?bahasa=en", f"{counter}terima-kasih/", address(f"/survei/{coded.token}/")):
        axe_check(page, path, width, scheme)


def test_targets_fit_a_finger(page, survey, counter):
    page.set_viewport_size(PHONE)
    page.goto(counter)
    assert small_targets(page) == []
    heights = page.locator(".choice").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert len(heights) == 36
    assert min(heights) >= 44


@pytest.fixture
def server(tmp_path):
    server = SurveyServer(tmp_path / "home")
    server.start()
    yield server
    server.kill()


@pytest.mark.slow
def test_a_server_killed_between_two_answers_loses_and_doubles_nothing(chromium, server):
    context = chromium.new_context(locale="id-ID", viewport=PHONE)
    page = context.new_page()
    page.goto(server.address)
    fill_in(page, "pertama")
    send(page)
    page.wait_for_url("**/terima-kasih/**")
    page.get_by_role("link", name="Isi untuk orang lain").click()
    fill_in(page, "kedua", score=4)
    server.kill()
    send(page)
    page.get_by_text("Jawaban yang menunggu jaringan: 1").wait_for()
    fill_in(page, "ketiga", score=2)
    send(page)
    page.get_by_text("Jawaban yang menunggu jaringan: 2").wait_for()
    # With no server at all the page opens again, and knows what waits.
    page.reload()
    page.get_by_text("Jawaban yang menunggu jaringan: 2").wait_for()
    server.start()
    page.get_by_text("Semua jawaban sudah terkirim").wait_for(timeout=30_000)
    context.close()
    assert json.loads(server.stored().replace("'", '"')) == ["kedua", "ketiga", "pertama"]
