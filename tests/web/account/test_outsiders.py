"""Inviting partners and officials, who have no NIP, and how they come in."""

import re

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import User
from pembina.domain.access.roles import HEAD_OF_REGION, PARTNER

PAGE, ACCEPT = "/akun/daftar/undang/tanpa-nip/", "/akun/undangan/"
STRONG = "kopi-susu-di-pagi-hari"


@pytest.fixture
def as_wayan(strict_client, person):
    """A visitor who is administrator."""
    strict_client.force_login(person("wayan"))
    return strict_client


def invite(client, *, role="partner", name="Universitas Sukamaju", account="", means="link"):
    said = {"role": role, "display_name": name, "account_name": account, "means": means}
    return client.post(PAGE, said)


def test_a_partner_is_invited_by_human_resources_and_comes_in_with_the_name_of_the_account(as_rina, client):
    shown = invite(as_rina)
    html = shown.content.decode()
    assert shown.headers["Cache-Control"] == "no-store"
    assert "mitra-universitas-sukamaju" in html
    code = re.search(r"/akun/undangan/([a-z0-9-]{19})/", html).group(1)
    answer = {"nip": " Mitra-Universitas-Sukamaju", "code": code, "password": STRONG, "again": STRONG}
    assert client.post(ACCEPT, answer).headers["Location"] == "/"
    user = User.objects.get(username="mitra-universitas-sukamaju")
    assert user.roles == (PARTNER,)
    assert "Nama akun" in client.get("/akun/saya/").content.decode()


def test_who_invited_stands_in_the_trail(as_rina, rina):
    invite(as_rina)
    told = events_on(User.objects.get(username="mitra-universitas-sukamaju"))
    assert {(event.operation, event.actor) for event in told} == {("open_account", rina), ("invite", rina)}


def test_an_official_is_invited_by_an_administrator(as_wayan):
    invite(as_wayan, role="head_of_region", name="Hasan Basri", account="bupati", means="letter")
    user = User.objects.get(username="pejabat-bupati")
    assert (user.roles, user.display_name) == ((HEAD_OF_REGION,), "Hasan Basri")


def test_the_letter_asks_for_the_name_of_the_account(as_wayan):
    paper = invite(as_wayan, means="letter")
    assert paper.headers["Content-Disposition"] == 'attachment; filename="undangan-mitra-universitas-sukamaju.pdf"'
    assert paper.content.startswith(b"%PDF")


def test_human_resources_can_neither_offer_nor_send_what_is_not_theirs_to_give(as_rina):
    assert "pejabat-…" not in as_rina.get(PAGE).content.decode().split("<form", 2)[-1].split("Nama akun")[0]
    assert invite(as_rina, role="head_of_region").status_code == 422
    assert invite(as_rina, role="mentor").status_code == 422
    assert not User.objects.exclude(username__regex=r"^[0-9]+$").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": ""}, "Isi nama lembaga"),
        ({"account": "dua kata"}, "Pakai huruf kecil"),
        ({"account": "-"}, "Pakai huruf kecil"),
        ({"name": "大学"}, "Pakai huruf kecil"),
        ({"account": "a" * 30}, "paling banyak 26 huruf"),
    ],
)
def test_mistakes_are_told_where_they_stand(as_rina, said, told):
    before = User.objects.count()
    page = invite(as_rina, **said)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert User.objects.count() == before


def test_a_name_that_is_taken_is_refused(as_rina):
    invite(as_rina)
    again = invite(as_rina, account="MITRA-universitas-sukamaju")
    assert again.status_code == 422
    assert "mitra-universitas-sukamaju sudah dipakai" in again.content.decode()


def test_a_long_name_is_cut_to_fit(as_rina):
    invite(as_rina, name="Lembaga Pendidikan dan Pelatihan Sejahtera Bersama")
    assert User.objects.filter(username="mitra-lembaga-pendidikan-dan-pel").exists()


def test_others_find_no_such_page(strict_client, sari):
    strict_client.force_login(sari)
    assert strict_client.get(PAGE).status_code == 404
    assert invite(strict_client).status_code == 404


def test_a_name_of_letters_can_be_typed_on_a_phone(strict_client, db):
    for page in ("/akun/masuk/", ACCEPT):
        field = re.search(r'<input[^>]*name="nip"[^>]*>', strict_client.get(page).content.decode()).group()
        assert 'inputmode="text"' in field
        assert 'autocapitalize="none"' in field


def test_signing_in_takes_the_capital_that_a_phone_begins_with(strict_client, person):
    person("mitra")
    said = {"nip": "Mitra-universitas-contoh", "password": "a-password-for-tests"}
    assert strict_client.post("/akun/masuk/", said).status_code == 302
