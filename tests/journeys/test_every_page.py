"""Every page for everybody: axe at both widths and in both themes, finger-sized targets, nothing blocked."""

import pytest

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets

PAGES = ("/", "/galeri/", "/akun/masuk/", "/alat/dampak/", "/alat/skm/", "/tidak-ada/")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page, address, path, width, scheme):
    axe_check(page, address(path), width, scheme)


@pytest.mark.parametrize("path", PAGES)
def test_targets_fit_a_finger(page, address, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(path))
    assert small_targets(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_browser_blocks_and_misses_nothing(page, address, path):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address(path))
    status = "404 (Not Found)"
    assert [text for text in complaints if not (path == "/tidak-ada/" and status in text)] == []
