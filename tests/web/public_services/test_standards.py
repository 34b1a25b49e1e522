"""Versions of a standard on their pages: prefilled, previewed, compared, corrected, withdrawn."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.services.models import ServiceStandard

PROMISE = {
    "promised_amount": "2",
    "promised_unit": "working_days",
    "start_event": "Berkas lengkap",
    "stop_event": "Izin terbit",
}


def text(response):
    return response.content.decode()


def at(view, *arguments):
    return reverse(f"public_services:{view}", args=arguments)


@pytest.fixture
def permit(service):
    return service("PBG")


@pytest.fixture
def versions(permit):
    return list(permit.standards.order_by("starts_on"))


def test_the_page_of_a_service_shows_fourteen_components_in_two_groups_and_by_when_it_is_due(as_maya, permit):
    page = text(as_maya.get(at("service", permit.pk)))
    assert "Penyampaian pelayanan (service delivery)" in page
    assert "14. Evaluasi kinerja pelaksana" in page
    assert "Diterima hari ini pukul 10.00" in page
    assert "paling lambat" in page


def test_a_new_version_begins_with_what_the_last_one_says(as_maya, permit, versions):
    page = text(as_maya.get(at("new_standard", permit.pk)))
    assert "Gambar rencana" in page
    assert 'value="14"' in page


def test_a_new_version_is_previewed_and_ends_the_one_before(as_maya, permit, versions):
    starts_on = timezone.localdate() + timedelta(days=30)
    told = PROMISE | {"starts_on": starts_on.isoformat(), "requirements": "KTP\r\nGambar"}
    page = text(as_maya.post(at("new_standard", permit.pk), told))
    assert "Versi sekarang berakhir" in page
    assert "3 dari 14 komponen" not in page
    assert "2 dari 14 komponen terisi" in page
    assert permit.standards.count() == 2
    as_maya.post(at("new_standard", permit.pk), told | {"confirmed": "1"})
    latest = permit.standards.order_by("-starts_on").first()
    assert (latest.promised_amount, latest.requirements) == (2, "KTP\nGambar")
    assert ServiceStandard.objects.get(pk=versions[-1].pk).ends_on == starts_on - timedelta(days=1)


def test_half_a_promise_is_refused_at_its_field(as_maya, permit):
    told = PROMISE | {"starts_on": "2026-12-01", "stop_event": ""}
    answer = as_maya.post(at("new_standard", permit.pk), told)
    assert answer.status_code == 422
    assert "Janji waktu belum lengkap." in text(answer)


def test_versions_are_compared_line_by_line(as_maya, permit, versions):
    first, second = versions
    page = text(as_maya.get(at("standard", second.pk)))
    assert "28 hari kerja</del>" in page
    assert "14 hari kerja</ins>" in page
    assert "Ini versi pertama." in text(as_maya.get(at("standard", first.pk)))
    assert "14 hari kerja</del>" in text(as_maya.get(f"{at('standard', first.pk)}?dengan={second.pk}"))


def test_a_correction_of_words_is_made_at_once_and_one_of_the_promise_is_previewed(as_maya, permit, versions):
    standard = versions[-1]
    form = as_maya.get(at("correct_standard", standard.pk)).context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    as_maya.post(at("correct_standard", standard.pk), told | {"fee": "Gratis", "reason": "Salah ketik"})
    standard.refresh_from_db()
    assert standard.fee == "Gratis"
    page = text(as_maya.post(at("correct_standard", standard.pk), told | {"promised_amount": "7"}))
    assert "dihitung ulang" in page
    standard.refresh_from_db()
    assert standard.promised_amount == 14


def test_a_version_to_come_is_withdrawn_and_one_in_force_is_not(as_maya, permit, versions):
    starts_on = (timezone.localdate() + timedelta(days=30)).isoformat()
    as_maya.post(at("new_standard", permit.pk), PROMISE | {"starts_on": starts_on, "confirmed": "1"})
    latest = permit.standards.order_by("-starts_on").first()
    as_maya.post(at("withdraw_standard", latest.pk), {"agreed": "on"})
    assert permit.standards.count() == 2
    answer = as_maya.post(at("withdraw_standard", versions[-1].pk), {"agreed": "on"})
    assert answer.status_code == 422
    assert "sudah berlaku sejak" in text(answer)


def test_a_reader_of_the_unit_compares_but_does_not_correct(enter, service):
    client = enter("joko")
    standard = service("KTP-EL-TMR").standards.order_by("-starts_on").first()
    assert client.get(at("standard", standard.pk)).status_code == 200
    assert client.get(at("correct_standard", standard.pk)).status_code == 404
