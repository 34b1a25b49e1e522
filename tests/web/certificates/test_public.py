"""Anybody verifies a certificate, by code alone or by number and code together, and learns nothing else."""

import re

import pytest
from django.urls import reverse

from domain.development.certifying import SIGNING
from pembina.domain.access.floods import FloodError
from pembina.domain.development.operations import certificates as operations

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(strict_client):
    """Return a function that reads the public page of a certificate."""

    def read(certificate):
        return strict_client.get(reverse("certificates:verify", args=[certificate.code]))

    return read


def text_of(answer):
    body = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_name_title_days_hours_and_status_and_nothing_else(page, certificate, training):
    answer = page(certificate)
    said = text_of(answer)
    for told in (certificate.name, certificate.title, "12 JP", "Berlaku"):
        assert told in said
    assert "Lencana" not in said
    content = certificate.content
    for secret in (content["nip"], certificate.number, content["organiser"], SIGNING.name, "Pranata", "Bagian 1"):
        assert secret not in answer.content.decode()
    assert "noindex" in answer["X-Robots-Tag"]
    assert 'content="noindex' in answer.content.decode()


def test_it_is_said_plainly_that_one_was_revoked(page, certificate, training):
    operations.revoke_certificate(certificate=certificate, reason="Salah orang", by=training.rina, at=training.at)
    said = text_of(page(certificate))
    assert "Dicabut pada" in said
    assert "tidak berlaku" in said
    assert "Salah orang" not in said


def test_one_that_was_replaced_does_not_lead_to_the_new_code(page, certificate, training):
    made = operations.reissue_certificate(
        certificate=certificate, name="Sari Baru", reason="Gelar", signing=SIGNING, by=training.rina, at=training.at
    )
    answer = page(certificate)
    assert "Diganti pada" in text_of(answer)
    assert made.code not in answer.content.decode()
    assert "Sari Baru" in text_of(page(made))


@pytest.mark.parametrize("code", ["0" * 20, "x", "%27%20or%201", "é"])
def test_an_unknown_code_is_told_in_a_friendly_way(strict_client, certificate, code):
    answer = strict_client.get(f"/sertifikat/periksa/{code}/")
    assert answer.status_code == 404
    assert "Sertifikat tidak dikenal" in answer.content.decode()
    assert "noindex" in answer["X-Robots-Tag"]


def look_up(client, number, code):
    return client.post(reverse("certificates:look_up"), {"number": number, "code": code})


def test_number_and_code_lead_to_the_page(strict_client, certificate):
    typed = "-".join(re.findall("....", certificate.code.lower()))
    answer = look_up(strict_client, f" {certificate.number.lower()} ", typed)
    assert (answer.status_code, answer.url) == (302, reverse("certificates:verify", args=[certificate.code]))


def test_a_number_alone_tells_nothing_not_even_that_it_exists(strict_client, certificate):
    wrong = "1" * 20
    known = look_up(strict_client, certificate.number, wrong)
    unknown = look_up(strict_client, "99999/SERT/2026", wrong)
    assert (known.status_code, unknown.status_code) == (422, 422)
    assert text_of(known).replace(certificate.number, "") == text_of(unknown).replace("99999/SERT/2026", "")
    assert look_up(strict_client, certificate.number, "").status_code == 422


def test_an_office_may_check_many_and_a_flood_is_told_to_wait(strict_client, certificate, monkeypatch):
    for _ in range(25):
        assert look_up(strict_client, certificate.number, certificate.code).status_code == 302

    def flooded(*_, **__):
        raise FloodError

    monkeypatch.setattr(operations, "count_arrival", flooded)
    assert look_up(strict_client, certificate.number, certificate.code).status_code == 429
