import pytest
from django.utils import translation


def pytest_collection_modifyitems(items):
    """Everything here opens a browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def _indonesian():
    """Start and leave every test in Indonesian."""
    with translation.override("id"):
        yield


@pytest.fixture
def address(live_server):
    """Return a maker of whole addresses on the running server."""
    return lambda path: live_server.url + path


@pytest.fixture
def page_without_scripts(chromium):
    """Return an empty page of a visitor whose browser runs no JavaScript."""
    context = chromium.new_context(locale="id-ID", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def sign_in_as(page, address):
    """Return a function that signs an account in through the form, as a person would."""

    def sign_in(user):
        page.goto(address("/akun/masuk/"))
        page.get_by_label("NIP").fill(user.username)
        page.get_by_label("Kata sandi").fill("a-password-for-tests")
        page.locator("main").get_by_role("button", name="Masuk").click()
        page.wait_for_url(address("/"))

    return sign_in
