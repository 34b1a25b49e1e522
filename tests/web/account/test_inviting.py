"""Inviting a person and a unit, and the answer on the page of invitations."""

import re

import pytest
from django.core import mail

from pembina.domain.access.invitations.models import Invitation
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE, MENTOR
from pembina.domain.people.accounts import invitees_of
from pembina.domain.people.models import Unit
from pembina.web.account import letters as papers

INVITE, UNIT, ACCEPT = "/akun/daftar/undang/", "/akun/daftar/undang/unit/", "/akun/undangan/"
STRONG = "kopi-susu-di-pagi-hari"


def invite(client, person, *, means="link", role="employee"):
    return client.post(INVITE, {"nip": person.nip, "role": role, "means": means})


def code_on(page):
    return re.search(r"/akun/undangan/([a-z0-9-]{19})/", page.content.decode()).group(1)


def answer(client, nip, code, password=STRONG, again=STRONG):
    return client.post(ACCEPT, {"nip": nip, "code": code, "password": password, "again": again})


def test_a_link_leads_to_an_account_with_ones_own_password(as_rina, newcomer, client):
    shown = invite(as_rina, newcomer, role="mentor")
    assert shown.headers["Cache-Control"] == "no-store"
    code = code_on(shown)
    assert f'value="{code}"' in client.get(f"{ACCEPT}{code}/").content.decode()
    assert answer(client, newcomer.nip, code).headers["Location"] == "/"
    user = User.objects.get(username=newcomer.nip)
    assert user.roles[-1] == MENTOR
    assert newcomer.name in client.get("/akun/saya/").content.decode()


def test_a_letter_is_a_pdf_that_names_site_and_number(as_rina, newcomer):
    paper = invite(as_rina, newcomer, means="letter")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.headers["Content-Disposition"] == f'attachment; filename="undangan-{newcomer.nip}.pdf"'
    assert paper.headers["Cache-Control"] == "no-store"
    assert paper.content.startswith(b"%PDF")


def test_a_number_not_on_record_is_refused_by_name(as_rina, government):
    page = as_rina.post(INVITE, {"nip": "199001012015031001", "role": "employee", "means": "link"})
    assert page.status_code == 422
    assert "Tidak ada pegawai dengan NIP ini" in page.content.decode()
    assert not User.objects.filter(username="199001012015031001").exists()


def test_no_role_can_be_given_beyond_ones_own_reach(as_rina, newcomer):
    page = invite(as_rina, newcomer, role="administrator")
    assert page.status_code == 422
    assert not User.objects.filter(username=newcomer.nip).exists()


def test_the_link_is_mailed_where_there_is_a_server(as_rina, newcomer, settings):
    settings.EMAIL_HOST = "mail.example.go.id"
    newcomer.email = "pegawai@example.go.id"
    newcomer.save()
    page = invite(as_rina, newcomer)
    assert "pegawai@example.go.id" in page.content.decode()
    (message,) = mail.outbox
    assert code_on(page) in message.body


def test_without_a_server_nothing_is_mailed_and_the_page_says_so(as_rina, newcomer, settings):
    settings.EMAIL_HOST = ""
    assert "tidak dikirim lewat surel" in invite(as_rina, newcomer).content.decode()
    assert mail.outbox == []


def test_an_account_is_invited_again(as_rina, newcomer, client):
    first = code_on(invite(as_rina, newcomer))
    user = User.objects.get(username=newcomer.nip)
    second = code_on(as_rina.post(f"/akun/daftar/{user.pk}/undang/", {"means": "link"}))
    assert answer(client, newcomer.nip, first).status_code == 422
    assert answer(client, newcomer.nip, second).status_code == 302


def test_ones_own_account_is_not_invited(as_rina, rina):
    page = as_rina.post(f"/akun/daftar/{rina.pk}/undang/", {"means": "link"})
    assert page.status_code == 422
    assert "akun Anda sendiri" in page.content.decode()
    assert not Invitation.objects.exists()


def test_mistakes_are_told_where_they_stand(as_rina, newcomer, strict_client):
    code = code_on(invite(as_rina, newcomer))
    strict_client.logout()
    weak = answer(strict_client, newcomer.nip, code, "12345678", "12345678").content.decode()
    assert "terlalu pendek" in weak or "12 karakter" in weak
    assert "Kedua kata sandi tidak sama" in answer(strict_client, newcomer.nip, code, again="x").content.decode()
    assert "tidak cocok" in answer(strict_client, newcomer.nip, "aaaa-bbbb-cccc-dddd").content.decode()
    assert answer(strict_client, newcomer.nip, code).status_code == 302


def test_a_unit_is_counted_before_it_is_invited(as_rina, unit_of_sari):
    from django.utils import timezone

    on = timezone.localdate()
    expected = invitees_of(unit_of_sari, on=on).without_account.count()
    users = User.objects.count()
    page = as_rina.get(UNIT, {"unit": unit_of_sari.code}).content.decode()
    assert f"{expected} surat akan dibuat" in page
    assert User.objects.count() == users
    paper = as_rina.post(UNIT, {"unit": unit_of_sari.code})
    assert paper.headers["Content-Type"] == "application/pdf"
    assert User.objects.count() == users + expected == users + Invitation.objects.count()
    assert {user.roles for user in User.objects.filter(invitations__isnull=False)} == {(EMPLOYEE,)}
    left = invitees_of(unit_of_sari, on=on)
    assert (left.without_account.count(), left.not_yet_accepted.count()) == (0, expected)


def test_letters_name_the_unit_and_lie_unit_by_unit(as_rina, unit_of_sari, monkeypatch):
    written = {}
    monkeypatch.setattr(papers, "write_paper", lambda template, data: written.update(data) or b"%PDF")
    root = Unit.objects.get(parent=None)
    as_rina.post(UNIT, {"unit": root.code})
    codes = {unit.name: unit.code for unit in Unit.objects.all()}
    handed_out = [(codes[letter["unit"]], letter["name"]) for letter in written["letters"]]
    assert len(handed_out) > 200
    assert handed_out == sorted(handed_out)
    assert {letter["account_word"] for letter in written["letters"]} == {"NIP"}


def test_who_lost_the_letters_makes_new_ones(as_rina, unit_of_sari):
    as_rina.post(UNIT, {"unit": unit_of_sari.code})
    first = set(Invitation.objects.values_list("code_hash", flat=True))
    assert "Tidak ada yang perlu diundang" in as_rina.get(UNIT, {"unit": unit_of_sari.code}).content.decode()
    as_rina.post(UNIT, {"unit": unit_of_sari.code, "again": "on"})
    assert Invitation.objects.filter(revoked_at=None).count() == len(first)
    assert not Invitation.objects.filter(revoked_at=None, code_hash__in=first).exists()


@pytest.mark.parametrize("unit", ["", "99.99"])
def test_an_unknown_unit_is_refused(as_rina, government, unit):
    assert as_rina.post(UNIT, {"unit": unit}).status_code == 422
    assert not Invitation.objects.exists()


def test_the_code_of_a_unit_writes_no_header(as_rina, government):
    unit = Unit.objects.get(code="01.06.01")
    Unit.objects.filter(pk=unit.pk).update(code='a"\r\nX-Evil: 1')
    paper = as_rina.post(UNIT, {"unit": 'a"\r\nX-Evil: 1'})
    assert paper.headers["Content-Disposition"] == 'attachment; filename="undangan-a-x-evil-1.pdf"'
