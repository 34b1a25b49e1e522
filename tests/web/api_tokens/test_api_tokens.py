"""A token is issued, shown once, and revoked; only for units whose services one keeps."""

from datetime import date

import pytest
from django.utils import timezone

from pembina.domain.access.audit import events_on
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit
from pembina.domain.services.models import ApiToken, PublicService
from pembina.domain.services.operations.api_tokens import token_of


@pytest.fixture
def unit(db):
    load_demo_government(size=200, on=timezone.localdate(), at=timezone.now())
    unit = Unit.objects.get(code="01.05.01")
    PublicService.objects.create(unit=unit, code="IMB", name="Izin", opened_on=date(2020, 1, 1))
    return unit


@pytest.fixture
def coordinator(strict_client, person, unit):
    strict_client.force_login(person("maya"))
    return strict_client


def test_a_token_is_shown_once_and_kept_as_a_hash(coordinator, unit):
    html = coordinator.post("/permohonan/token/", {"name": "SIMBG", "unit": unit.pk}).content.decode()
    secret = html.split("<code>")[1].split("</code>")[0]
    token = ApiToken.objects.get()
    assert token_of(secret) == token
    assert secret not in str(ApiToken.objects.values())
    again = coordinator.get("/permohonan/token/").content.decode()
    assert secret not in again
    assert f"…{secret[-4:]}" in again
    assert [event.operation for event in events_on(token)] == ["issue_api_token"]


def test_a_revoked_token_is_of_no_use(coordinator, unit):
    html = coordinator.post("/permohonan/token/", {"name": "SIMBG", "unit": unit.pk}).content.decode()
    secret = html.split("<code>")[1].split("</code>")[0]
    coordinator.post(f"/permohonan/token/{ApiToken.objects.get().pk}/cabut/")
    assert token_of(secret) is None
    assert "Dicabut" in coordinator.get("/permohonan/token/").content.decode()


def test_a_unit_without_services_or_a_name_is_asked_for(coordinator, unit):
    html = coordinator.post("/permohonan/token/", {"name": "", "unit": unit.parent_id}).content.decode()
    assert "Isi nama yang dikenali rekan Anda." in html
    assert "Pilih unit dari daftar." in html
    assert not ApiToken.objects.exists()


def test_an_officer_of_the_counter_issues_none(strict_client, person, unit):
    strict_client.force_login(person("joko"))
    assert strict_client.get("/permohonan/token/").status_code == 404
