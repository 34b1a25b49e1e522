"""Signing in and out, and the language."""

import pytest

PASSWORD = "a-password-for-tests"


def test_signing_in_leads_where_the_person_was_going(strict_client, sari):
    answer = strict_client.post("/akun/masuk/", {"nip": sari.username, "password": PASSWORD, "next": "/akun/saya/"})
    assert answer.headers["Location"] == "/akun/saya/"
    assert sari.display_name in strict_client.get("/akun/saya/").content.decode()


def test_a_nip_may_be_typed_with_its_spaces(strict_client, sari):
    spaced = f"{sari.username[:8]} {sari.username[8:14]} {sari.username[14:]}"
    assert strict_client.post("/akun/masuk/", {"nip": spaced, "password": PASSWORD}).status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(strict_client, sari, elsewhere):
    answer = strict_client.post("/akun/masuk/", {"nip": sari.username, "password": PASSWORD, "next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_nip_get_the_same_answer(strict_client, sari):
    wrong = strict_client.post("/akun/masuk/", {"nip": sari.username, "password": "no"})
    unknown = strict_client.post("/akun/masuk/", {"nip": "199001012020011999", "password": "no"})
    sentence = "NIP atau kata sandi tidak cocok."
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()
    assert wrong.status_code == unknown.status_code == 422


def test_too_many_attempts_are_told_to_wait(strict_client, sari):
    for _attempt in range(6):
        answer = strict_client.post("/akun/masuk/", {"nip": sari.username, "password": "no"})
    assert "Tunggu 15 menit" in answer.content.decode()


def test_empty_fields_are_named_in_a_summary_that_leads_to_them(strict_client, db):
    html = strict_client.post("/akun/masuk/", {}).content.decode()
    assert '<a href="#id_nip">NIP: Isi NIP Anda.</a>' in html
    assert 'aria-invalid="true"' in html


def test_signing_out_ends_the_session(strict_client, sari):
    strict_client.force_login(sari)
    left = strict_client.post("/akun/keluar/", follow=True)
    assert "Anda sudah keluar." in left.content.decode()
    assert strict_client.get("/akun/saya/").status_code == 302


def test_the_language_is_kept_in_a_cookie(strict_client, db):
    answer = strict_client.post("/akun/bahasa/", {"language": "en", "next": "/galeri/"})
    assert answer.headers["Location"] == "/galeri/"
    assert '<html lang="en">' in strict_client.get("/galeri/").content.decode()


def test_reading_the_language_address_changes_nothing(strict_client):
    assert strict_client.get("/akun/bahasa/").status_code == 405
