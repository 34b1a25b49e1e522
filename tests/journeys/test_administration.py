"""Django's admin in a real browser: nothing of it is stopped by the security policy, and it can be left."""

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS
from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.operations import invite


@pytest.fixture
def complaints(page):
    """Whatever the browser blocks, misses or stumbles over; a request given up because the page was left is neither."""
    found = []

    def failed(request):
        if request.failure != "net::ERR_ABORTED":
            found.append(f"{request.url}: {request.failure}")

    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", failed)
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_browser_blocks_and_misses_nothing(page, address, sign_in_as, person, sari, complaints, width, scheme):
    wayan = person("wayan")
    invite(user=sari, means=Means.LINK, by=wayan, at=timezone.now())
    sign_in_as(wayan)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for path in ("/admin/", "/admin/access/", "/admin/access/invitation/", f"/admin/access/user/{sari.pk}/change/"):
        page.goto(address(path))
        page.locator("h1").first.wait_for()
    assert complaints == []


def test_it_is_found_and_left_again(page, address, sign_in_as, person, complaints):
    sign_in_as(person("wayan"))
    page.goto(address("/akun/daftar/"))
    page.get_by_role("link", name="Administrasi").click()
    page.get_by_role("link", name="Akun", exact=True).click()
    page.get_by_role("link", name="Kembali ke Pembina").click()
    page.wait_for_url(address("/akun/daftar/"))
    page.goto(address("/admin/"))
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Keluar").click()
    page.wait_for_url(address("/"))
    assert complaints == []
