"""Signing in through a server of the government's own, here a fake one behind the layer that speaks HTTP."""

import html
import re
import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import ImproperlyConfigured

from pembina.config.sso import openid_connect
from pembina.domain.access.audit import events_on

ISSUER = "https://sso.example.go.id/realms/asn"
START, RETURN = "/akun/sso/", "/akun/sso/kembali/"
ENVIRON = {"PEMBINA_SSO_CLIENT_ID": "pembina", "PEMBINA_SSO_CLIENT_SECRET": "s3cret"}


class Answer:
    """What the HTTP layer returns."""

    status_code = 200
    headers = {"content-type": "application/json"}

    def __init__(self, content):
        self.json = lambda: content
        self.content = self.text = str(content)

    def raise_for_status(self):
        pass


class Server:
    """A Keycloak that nobody has to start: says what its attributes say, and remembers what it was asked."""

    def __init__(self):
        self.issuer, self.claims, self.asked = ISSUER, {}, []

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        pass

    def get(self, address):
        assert address == f"{ISSUER}/.well-known/openid-configuration"
        return Answer(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{ISSUER}/auth",
                "token_endpoint": f"{ISSUER}/token",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                "jwks_uri": f"{ISSUER}/certs",
            }
        )

    def request(self, method, address, *, data, **rest):
        self.asked.append((method, address, data))
        claims = {"iss": ISSUER, "aud": "pembina", "sub": "1", "exp": time.time() + 60, **self.claims}
        token = jwt.encode(claims, "x" * 32, algorithm="HS256")
        return Answer({"access_token": "opaque", "id_token": token})


@pytest.fixture
def server(settings, monkeypatch):
    settings.SSO_ISSUER = ISSUER
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(ISSUER, ENVIRON)
    server = Server()
    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda adapter: server)
    return server


def go(client, **query):
    """Return the address the server would send the visitor back to, and what it was asked."""
    there = re.search(r'<a href="(https://sso[^"]+)"', client.post(START, query).content.decode()).group(1)
    asked = parse_qs(urlsplit(html.unescape(there)).query)
    return f"{RETURN}?code=abc&state={asked['state'][0]}", asked


def test_who_has_the_number_of_an_account_comes_in(strict_client, server, sari):
    server.claims = {"nip": sari.username}
    back, asked = go(strict_client, next="/akun/saya/")
    assert asked["client_id"] == ["pembina"]
    assert asked["redirect_uri"] == [f"http://testserver{RETURN}"]
    assert asked["code_challenge_method"] == ["S256"]
    assert "Masuk ke Pembina" in strict_client.get(back).content.decode()
    assert strict_client.post(back).headers["Location"] == "/akun/saya/"
    assert sari.display_name in strict_client.get("/akun/saya/").content.decode()
    assert events_on(sari)[0].changes == {"means": ["", "sso"]}
    method, address, data = server.asked[0]
    assert (method, address) == ("POST", f"{ISSUER}/token")
    assert data["code_verifier"]


def test_reading_the_answer_signs_nobody_in(strict_client, server, sari):
    server.claims = {"nip": sari.username}
    strict_client.get(go(strict_client)[0])
    assert strict_client.get("/akun/saya/").status_code == 302
    assert server.asked == []


@pytest.mark.parametrize("claims", [{"nip": "199001012015031001"}, {}, {"nip": ""}, {"preferred_username": "sari"}])
def test_without_an_account_nobody_comes_in(strict_client, server, sari, claims):
    server.claims = claims
    page = strict_client.post(go(strict_client)[0])
    assert page.status_code == 403
    assert "Tidak ada akun Pembina yang aktif" in page.content.decode()


def test_a_closed_account_stays_closed_and_the_attempt_is_on_record(strict_client, server, sari):
    sari.is_active = False
    sari.save()
    server.claims = {"nip": sari.username}
    assert strict_client.post(go(strict_client)[0]).status_code == 403
    assert events_on(sari)[0].operation == "sign_in_refused"


@pytest.mark.parametrize("wrong", [{"iss": "https://elsewhere.example"}, {"aud": "another"}, {"exp": 1}])
def test_a_token_of_another_issuer_for_another_or_of_yesterday_opens_nothing(strict_client, server, sari, wrong):
    server.claims = {"nip": sari.username, **wrong}
    page = strict_client.post(go(strict_client)[0])
    assert page.status_code == 403
    assert "tidak berhasil" in page.content.decode()


def test_a_server_that_calls_itself_otherwise_is_not_believed(strict_client, server, sari):
    server.issuer = "https://elsewhere.example"
    assert strict_client.post(START).status_code == 403


def test_an_answer_nobody_asked_for_opens_nothing(strict_client, server, sari):
    server.claims = {"nip": sari.username}
    assert strict_client.post(f"{RETURN}?code=abc&state=invented").status_code == 403
    back, _ = go(strict_client)
    strict_client.post(back)
    strict_client.post("/akun/keluar/")
    assert strict_client.post(back).status_code == 403


def test_afterwards_one_stays_on_this_site(strict_client, server, sari):
    server.claims = {"nip": sari.username}
    assert strict_client.post(go(strict_client, next="//elsewhere.example")[0]).headers["Location"] == "/"


def test_the_button_stands_only_where_there_is_a_server(strict_client, settings, db):
    settings.SSO_ISSUER = ""
    assert "SSO" not in strict_client.get("/akun/masuk/").content.decode()
    assert strict_client.post(START).status_code == strict_client.post(RETURN).status_code == 404
    settings.SSO_ISSUER = ISSUER
    assert "Masuk lewat SSO" in strict_client.get("/akun/masuk/").content.decode()


@pytest.mark.parametrize(("issuer", "environ"), [("http://sso.example", ENVIRON), (ISSUER, {})])
def test_half_a_configuration_is_refused_at_the_start(issuer, environ):
    with pytest.raises(ImproperlyConfigured):
        openid_connect(issuer, environ)
