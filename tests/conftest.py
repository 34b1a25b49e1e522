"""The same people in every test: Sari, her superior Budi, Rina of human resources, and Dewi of another unit."""

import os
import shutil
from datetime import date

# Before numpy is imported, as the command line does it: threads only get in each other's way here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import hypothesis
import pytest

from needed import missing, shared

# Continuous integration must not fail by chance; elsewhere each run looks for a new counterexample.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("anywhere", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "anywhere")

FIXTURES_OF_A_DATABASE = {"db", "transactional_db", "django_db_setup"}
# Whoever uses one of these does not roll back what the test wrote.
COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}
# What Chromium would otherwise ask of the network by itself.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what opens a browser or touches the database: nobody has to remember it, and PostgreSQL runs it too."""
    for item in items:
        if "chromium" in item.fixturenames:
            item.add_marker("browser")
        elif item.get_closest_marker("django_db") or FIXTURES_OF_A_DATABASE & set(item.fixturenames):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def _trail_can_be_emptied(request):
    """Let a test that really commits be cleaned up: Django empties every table, and then puts the triggers back."""
    marker = request.node.get_closest_marker("django_db")
    marked = marker is not None and marker.kwargs.get("transaction")
    if not marked and not COMMITTING & set(request.fixturenames):
        yield
        return
    # Asked for here, so that it is taken down after this.
    request.getfixturevalue("transactional_db")
    yield
    from pembina.domain.access import append_only

    append_only.lift("default")


@pytest.fixture
def person(db):
    """Return a maker of accounts: ``person("sari")``; asked twice it returns the same one."""
    from auditlog.context import disable_auditlog

    from pembina.domain.access.models import RoleGrant, User
    from pembina.domain.access.personas import PERSONAS
    from pembina.domain.access.roles import EMPLOYEE

    def make(name):
        persona = PERSONAS[name]
        known = User.objects.filter(username=persona.nip).first()
        if known is not None:
            return known
        # Without events: what a test finds in the trail, it has done itself.
        with disable_auditlog():
            made = User.objects.create_user(
                persona.nip, password="a-password-for-tests", display_name=persona.display_name
            )
            if persona.role is not EMPLOYEE:
                RoleGrant.objects.create(user=made, role_code=persona.role.code, starts_on=date(2020, 1, 1))
        return made

    return make


@pytest.fixture
def sari(person):
    """An employee."""
    return person("sari")


@pytest.fixture
def budi(person):
    """Sari's superior."""
    return person("budi")


@pytest.fixture
def rina(person):
    """An officer of human resources."""
    return person("rina")


@pytest.fixture
def dewi(person):
    """An employee of another unit, who has no business with Sari's."""
    return person("dewi")


@pytest.fixture(scope="session")
def published_data():
    """Ask for the published data beside the repository; for tests that open several of them."""
    shared("")


@pytest.fixture(scope="session")
def chromium():
    """Return one Chromium for the whole run."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        missing("Chromium", "Install it with: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Chromium's sandbox refuses to start as root, which is what a container runs as.
    arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """Return an empty page of a fresh visitor who prefers Indonesian."""
    context = chromium.new_context(locale="id-ID", reduced_motion="reduce", viewport={"width": 1366, "height": 900})
    yield context.new_page()
    context.close()
