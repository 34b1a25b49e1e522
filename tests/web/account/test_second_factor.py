"""The second step: who is led to it, and that it stands between the password and every page."""

import os
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from pembina.domain.access.accounts import close_account
from pembina.domain.access.second_factor.codes import code_at, new_secret
from pembina.domain.access.second_factor.operations import factors_of, recovery_codes_of, set_up_totp

PASSWORD = "a-password-for-tests"
SET_UP, CODE, CODES = "/akun/saya/langkah-kedua/", "/akun/masuk/kode/", "/akun/saya/kode-pemulihan/"


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def secured():
    """Return a function that gives an account a phone and returns the secret."""

    def give(user):
        secret, past = new_secret(), timezone.now() - timedelta(hours=1)
        set_up_totp(of=user, secret=secret, code=code_at(secret, past), at=past)
        return secret

    return give


def sign_in(client, user, **more):
    return client.post("/akun/masuk/", {"nip": user.username, "password": PASSWORD, **more})


def now_code(secret):
    return code_at(secret, timezone.now())


def secret_on(page):
    return re.search(r'<p class="numeric small">([A-Z2-7 ]+)</p>', page.content.decode()).group(1).replace(" ", "")


def test_whose_role_needs_it_opens_nothing_before_it_is_set_up(strict_client, required, rina):
    sign_in(strict_client, rina)
    for address in ("/", "/pegawai/", "/akun/saya/", "/akun/daftar/", "/akun/saya/kata-sandi/", "/galeri/"):
        assert strict_client.get(address).headers["Location"] == SET_UP, address
    assert "Wajib untuk peran Anda" in strict_client.get(SET_UP).content.decode()


def test_once_set_up_everything_opens(strict_client, required, rina):
    sign_in(strict_client, rina)
    secret = secret_on(strict_client.get(SET_UP))
    answer = strict_client.post(SET_UP, {"code": now_code(secret)})
    assert answer.headers["Location"] == CODES
    shown = strict_client.get(CODES).content.decode()
    assert all(code in shown for code in recovery_codes_of(rina))
    assert strict_client.get("/akun/daftar/").status_code == 200


def test_a_wrong_first_code_leaves_one_where_one_was(strict_client, required, rina):
    sign_in(strict_client, rina)
    secret = secret_on(strict_client.get(SET_UP))
    wrong = strict_client.post(SET_UP, {"code": "000000"})
    assert wrong.status_code == 422
    assert secret_on(wrong) == secret
    assert strict_client.get("/").headers["Location"] == SET_UP


def test_on_the_way_one_may_sign_out_and_change_the_language(strict_client, required, rina):
    sign_in(strict_client, rina)
    assert strict_client.post("/akun/bahasa/", {"language": "en", "next": SET_UP}).headers["Location"] == SET_UP
    assert strict_client.post("/akun/keluar/").headers["Location"] == "/"
    assert strict_client.get("/").status_code == 200


def test_who_needs_none_is_not_bothered(strict_client, required, sari):
    sign_in(strict_client, sari)
    assert strict_client.get("/akun/saya/").status_code == 200


def test_the_password_alone_opens_no_page(strict_client, required, rina, secured):
    secured(rina)
    assert sign_in(strict_client, rina, next="/akun/daftar/").headers["Location"] == CODE
    assert strict_client.get("/akun/daftar/").headers["Location"].startswith("/akun/masuk/")
    assert strict_client.post(SET_UP, {"code": "000000"}).headers["Location"].startswith("/akun/masuk/")


def test_the_code_opens_and_leads_where_the_person_was_going(strict_client, required, rina, secured):
    secret = secured(rina)
    sign_in(strict_client, rina, next="/akun/daftar/")
    code = now_code(secret)
    answer = strict_client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
    assert answer.headers["Location"] == "/akun/daftar/"
    assert strict_client.get("/akun/daftar/").status_code == 200


def test_who_chose_a_second_step_freely_is_asked_too(strict_client, sari, secured):
    secured(sari)
    assert sign_in(strict_client, sari).headers["Location"] == CODE


def test_a_wrong_code_is_refused(strict_client, rina, secured):
    secured(rina)
    sign_in(strict_client, rina)
    page = strict_client.post(CODE, {"code": "000000"})
    assert page.status_code == 422
    assert "Kode tidak cocok" in page.content.decode()
    assert strict_client.get("/akun/saya/").status_code == 302


def test_a_recovery_code_opens(strict_client, required, rina, secured):
    secured(rina)
    sign_in(strict_client, rina)
    assert strict_client.post(CODE, {"code": recovery_codes_of(rina)[3]}).status_code == 302
    assert strict_client.get("/akun/saya/").status_code == 200


def test_an_account_closed_between_the_steps_does_not_come_in(strict_client, rina, sari, secured):
    secret = secured(sari)
    sign_in(strict_client, sari)
    close_account(of=sari, by=rina, at=timezone.now())
    assert strict_client.post(CODE, {"code": now_code(secret)}).headers["Location"] == "/akun/masuk/"
    assert strict_client.get("/akun/saya/").status_code == 302


def test_the_step_cannot_be_entered_without_a_password(strict_client, rina, secured):
    secured(rina)
    assert strict_client.get(CODE).headers["Location"] == "/akun/masuk/"
    assert strict_client.post(CODE, {"code": "000000"}).headers["Location"] == "/akun/masuk/"


def test_a_session_found_open_does_not_change_how_one_gets_in(strict_client, sari, secured):
    secured(sari)
    strict_client.force_login(sari)
    for address in (SET_UP, CODES):
        assert (
            strict_client.get(address).headers["Location"]
            == f"/akun/saya/konfirmasi/?next={address.replace('/', '%2F')}"
        )
    factor = factors_of(sari).get()
    assert "/konfirmasi/" in strict_client.post(f"{SET_UP}{factor.pk}/hapus/").headers["Location"]
    assert factors_of(sari).exists()


def test_the_password_shown_again_opens_the_way(strict_client, sari):
    strict_client.force_login(sari)
    confirm = "/akun/saya/konfirmasi/"
    assert strict_client.post(confirm, {"password": "wrong", "next": SET_UP}).status_code == 422
    assert strict_client.post(confirm, {"password": PASSWORD, "next": SET_UP}).headers["Location"] == SET_UP
    assert strict_client.get(SET_UP).status_code == 200
    assert strict_client.post(confirm, {"password": PASSWORD, "next": "//example.org"}).headers["Location"] == "/"


def test_a_lost_phone_is_taken_off_the_account(as_rina, sari, secured):
    secured(sari)
    as_rina.post(f"/akun/daftar/{sari.pk}/langkah-kedua/")
    assert not factors_of(sari).exists()


def test_a_second_step_is_removed_by_its_owner(strict_client, sari):
    sign_in(strict_client, sari)
    secret = secret_on(strict_client.get(SET_UP))
    strict_client.post(SET_UP, {"code": now_code(secret)})
    page = strict_client.get("/akun/saya/").content.decode()
    assert "Aplikasi kode di ponsel" in page
    assert "10 belum dipakai" in page
    removed = strict_client.post(f"{SET_UP}{factors_of(sari).get().pk}/hapus/", follow=True).content.decode()
    assert "Langkah kedua dihapus" in removed


def test_a_new_password_keeps_this_session_only(strict_client, client, sari):
    sign_in(client, sari)
    sign_in(strict_client, sari)
    address, fresh = "/akun/saya/kata-sandi/", "kopi-susu-di-pagi-hari"
    typed = {"present": PASSWORD, "password": fresh, "again": fresh}
    assert strict_client.post(address, {**typed, "present": "wrong"}).status_code == 422
    assert strict_client.post(address, {**typed, "password": "12345", "again": "12345"}).status_code == 422
    assert strict_client.post(address, typed).headers["Location"] == "/akun/saya/"
    assert strict_client.get("/akun/saya/").status_code == 200
    assert client.get("/akun/saya/").status_code == 302


def test_production_requires_the_second_factor(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "pembina.config.settings.production",
        "PEMBINA_HOME": str(tmp_path),
        "PEMBINA_SECRET_KEY": "only-for-this-test-" + "x" * 50,
        "PEMBINA_DATABASE_URL": "",
    }
    ask = "from django.conf import settings; print(settings.SECOND_FACTOR_REQUIRED)"
    said = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True)
    assert said.stdout.strip() == "True", said.stderr
