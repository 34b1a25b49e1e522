"""Passkeys: offered where browsers have them; an answer that does not hold opens nothing."""

import json

import pytest
from django.utils import timezone

from pembina.domain.access.second_factor.operations import add_passkey, factors_of
from pembina.web.account.passkeys import passkeys_work

ADD, SHOW = "/akun/saya/kunci-sandi/", "/akun/masuk/kunci-sandi/"
PASSWORD = "a-password-for-tests"
NONSENSE = [
    "",
    "{}",
    "[]",
    '"x"',
    "not json",
    json.dumps({"id": "a", "type": "public-key", "response": {}}),
    json.dumps({"id": "\ud83d", "type": "public-key", "response": {}}),
    '{"id": "\\u0000"}',
    "[" * 30_000,
]


@pytest.fixture
def browser(strict_client, sari):
    """Sari, who has just signed in on this computer."""
    strict_client.defaults["HTTP_HOST"] = "localhost"
    strict_client.post("/akun/masuk/", {"nip": sari.username, "password": PASSWORD})
    return strict_client


@pytest.mark.parametrize(
    ("host", "secure", "works"),
    [
        ("localhost:8000", False, True),
        ("testserver", True, True),
        ("testserver", False, False),
        ("127.0.0.1:8000", True, False),
    ],
)
def test_they_are_offered_where_browsers_have_them(rf, host, secure, works):
    assert passkeys_work(rf.get("/", headers={"host": host}, secure=secure)) is works


def test_where_they_do_not_work_the_page_does_not_exist(strict_client, sari):
    strict_client.post("/akun/masuk/", {"nip": sari.username, "password": PASSWORD})
    assert strict_client.get(ADD).status_code == 404
    assert "kunci sandi" not in strict_client.get("/akun/saya/langkah-kedua/").content.decode()


@pytest.mark.parametrize("credential", NONSENSE)
def test_what_is_no_passkey_is_not_kept(browser, sari, credential):
    page = browser.post(ADD, {"name": "Laptop", "credential": credential})
    assert page.status_code == 422
    assert not factors_of(sari).exists()


@pytest.mark.parametrize("credential", NONSENSE)
def test_what_is_no_passkey_opens_nothing(strict_client, sari, credential, monkeypatch):
    from pembina.web.account.views import passkeys

    add_passkey(of=sari, name="Laptop", credential={}, at=timezone.now())
    monkeypatch.setattr(passkeys, "authentication_options", lambda user: {})
    strict_client.defaults["HTTP_HOST"] = "localhost"
    strict_client.post("/akun/masuk/", {"nip": sari.username, "password": PASSWORD})
    assert strict_client.post(SHOW, {"credential": credential}).status_code == 422
    assert strict_client.get("/akun/saya/").status_code == 302


def test_without_a_password_there_is_nothing_to_show(strict_client, db):
    strict_client.defaults["HTTP_HOST"] = "localhost"
    assert strict_client.post(SHOW, {"credential": "{}"}).headers["Location"] == "/akun/masuk/"
