"""One click signs a persona in, in the demonstration and nowhere else."""

import os
import subprocess
import sys

import pytest
from django.urls import NoReverseMatch, reverse

from pembina.domain.access.audit import events_on

ADDRESS = "/peragaan/masuk/"
ASK_PRODUCTION = """
import django
from django.conf import settings
django.setup()
from django.urls import Resolver404, resolve
try:
    found = resolve("/peragaan/masuk/")
except Resolver404:
    found = None
print(settings.DEMONSTRATION, found)
"""


@pytest.fixture
def demonstration(settings):
    settings.DEMONSTRATION = True
    settings.ROOT_URLCONF = "pembina.config.demo_urls"


def test_one_click_signs_a_persona_in(strict_client, demonstration, rina):
    html = strict_client.get("/akun/masuk/").content.decode()
    assert 'name="persona" value="rina"' in html
    answer = strict_client.post(ADDRESS, {"persona": "rina", "next": "/akun/saya/"})
    assert answer.headers["Location"] == "/akun/saya/"
    assert rina.display_name in strict_client.get("/akun/saya/").content.decode()
    assert events_on(rina)[0].changes == {"means": ["", "persona"]}


@pytest.mark.parametrize("persona", ["", "nobody", "199203152019032999"])
def test_nobody_else_can_be_become(strict_client, demonstration, sari, persona):
    assert strict_client.post(ADDRESS, {"persona": persona}).status_code == 404


def test_the_click_is_a_post(strict_client, demonstration, db):
    assert strict_client.get(ADDRESS).status_code == 405


def test_elsewhere_the_address_does_not_exist(strict_client, sari):
    assert strict_client.post(ADDRESS, {"persona": "sari"}).status_code == 404
    assert "persona" not in strict_client.get("/akun/masuk/").content.decode()
    with pytest.raises(NoReverseMatch):
        reverse("demonstration:sign_in")


def test_routed_by_mistake_it_stays_shut(strict_client, settings, sari):
    settings.ROOT_URLCONF = "pembina.config.demo_urls"
    assert strict_client.post(ADDRESS, {"persona": "sari"}).status_code == 404


def test_in_production_it_is_not_routed(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "pembina.config.settings.production",
        "PEMBINA_HOME": str(tmp_path),
        "PEMBINA_SECRET_KEY": "only-for-this-test-" + "x" * 50,
        "PEMBINA_DATABASE_URL": "",
    }
    said = subprocess.run([sys.executable, "-c", ASK_PRODUCTION], env=environment, capture_output=True, text=True)
    assert said.stdout.split() == ["False", "None"], said.stderr
