"""Joko keeps the ledger at the counter by keyboard alone; every page of it is accessible at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.demonstration import load_demo_catalogue
from pembina.domain.services.enums import Channel
from pembina.domain.services.models import PublicService, ServiceRequest
from pembina.domain.services.operations.requests import complete_request, pause_request, receive_request

COUNTER = "/loket/"


@pytest.fixture
def kind(transactional_db, person):
    """A service of Joko's unit."""
    now = timezone.now()
    load_demo_government(size=300, on=timezone.localdate(), at=now)
    load_demo_catalogue(on=timezone.localdate(), at=now)
    joko = person("joko")
    return PublicService.objects.filter(
        unit__assignments__person__nip=joko.username, unit__assignments__ends_on__isnull=True
    ).order_by("name").first()  # fmt: skip


def receive(kind, number, days):
    at = timezone.now() - timedelta(days=days, minutes=10)
    return receive_request(service=kind, number=number, channel=Channel.COUNTER, received=at, by=None, at=at)


@pytest.fixture
def addresses(kind):
    """The pages of the ledger, each with something in it."""
    for number in range(6):
        request = receive(kind, f"A{number}", 40)
        complete_request(request=request, ended=timezone.now(), by=None, at=timezone.now())
    late = receive(kind, "LAMA", 30)
    pause_request(request=late, reason="other_office", began=timezone.now(), by=None, at=timezone.now())
    receive(kind, "BARU", 0)
    odd = receive(kind, "ANEH", 3)
    ServiceRequest.objects.filter(pk=odd.pk).update(ended_at=odd.received_at, flaw="zero_duration")
    return [
        COUNTER, f"{COUNTER}?sesudah={late.pk}", "/permohonan/", f"/permohonan/{late.pk}/", f"/permohonan/{odd.pk}/",
        f"/permohonan/{late.pk}/betulkan/", "/permohonan/janggal/", "/waktu-layanan/",
        f"/waktu-layanan/{kind.pk}/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, person, addresses, width, scheme):
    sign_in_as(person("joko"))
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, person, addresses):
    sign_in_as(person("joko"))
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def said(page, sentence):
    page.get_by_role("status").get_by_text(sentence).wait_for()


def back_at_the_number(page):
    """Wait for the caret, which follows the sentence a moment later."""
    page.locator("[name=number]:focus").wait_for()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_request_goes_its_way_by_keyboard_alone(page, address, sign_in_as, person, kind, width):
    receive(kind, "TUA", 9)
    sign_in_as(person("joko"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address(COUNTER))
    back_at_the_number(page)
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    said(page, "Permohonan 17 diterima")
    back_at_the_number(page)
    # The oldest comes first: two rows down stands the new one. Each step leads back to the number.
    for key, sentence in (("j", "17 dijeda"), ("l", "17 dilanjutkan"), ("s", "17 selesai")):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press(key)
        said(page, sentence)
        back_at_the_number(page)
    refuse_violations(page, f"the counter after a step at {width} px")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("z")
    said(page, "diurungkan")
    made = ServiceRequest.objects.get(number="17")
    assert made.ended_at is None
    assert [pause.ended_at is not None for pause in made.pauses.all()] == [True]


def test_the_chosen_service_stays_after_a_step_on_another(page, address, sign_in_as, person, kind):
    other = PublicService.objects.create(unit=kind.unit, code="ZZ", name="Zakat", opened_on=kind.opened_on)
    receive(kind, "TUA", 9)
    sign_in_as(person("joko"))
    page.goto(address(COUNTER))
    page.get_by_label("Layanan").select_option(str(other.pk))
    page.get_by_role("button", name="Selesai TUA").click()
    said(page, "Permohonan TUA selesai")
    assert page.get_by_label("Layanan").input_value() == str(other.pk)
    page.get_by_role("button", name="Urungkan").click()
    said(page, "diurungkan")
    assert page.get_by_label("Layanan").input_value() == str(other.pk)


def test_a_request_goes_its_way_by_tab_and_enter_without_scripts(
    page_without_scripts, address, kind, person, client, live_server
):
    page = page_without_scripts
    client.force_login(person("joko"))
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.goto(address(COUNTER))
    back_at_the_number(page)
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    page.wait_for_url("**sesudah=*")
    for label, sentence in (("Jeda 17", "dijeda"), ("Lanjutkan 17", "dilanjutkan"), ("Selesai 17", "selesai")):
        back_at_the_number(page)
        page.get_by_role("button", name=label).focus()
        page.keyboard.press("Enter")
        page.get_by_role("status").get_by_text(sentence).wait_for()
    assert ServiceRequest.objects.get(number="17").ended_at is not None
