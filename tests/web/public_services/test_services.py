"""The list of services, one service, and who sees and changes which."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.standards import standard_of


def text(response):
    return response.content.decode()


def at(view, *arguments):
    return reverse(f"public_services:{view}", args=arguments)


def test_the_list_shows_promise_and_completeness(as_maya):
    page = text(as_maya.get(at("index")))
    assert "KTP elektronik" in page
    assert "1 hari kerja" in page
    assert "Lengkap" in page


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ("q=kir", "UJI-KIR", "KTP-EL"),
        ("unit=01.06", "PBG", "KTP-EL"),
        ("sector=health", "RAWAT-JALAN", "PBG"),
        ("standard=none", "WIFI-PUBLIK", "KTP-EL"),
        ("standard=untimed", "KRK", "KTP-EL"),
        ("standard=incomplete", "BANSOS-DARURAT", "KTP-EL"),
        ("standard=complete&unit=01.05", "KTP-EL", "BANSOS-DARURAT"),
        ("state=closed", "Tidak ada yang cocok", "KTP-EL"),
    ],
)
def test_the_list_is_narrowed(as_maya, query, found, not_found):
    page = text(as_maya.get(f"{at('index')}?{query}"))
    assert found in page
    assert f"<small>{not_found}</small>" not in page


def test_the_list_is_sorted_by_its_heads(as_maya):
    rows = [row.name for row in as_maya.get(f"{at('index')}?sort=-name").context["rows"]]
    assert rows == sorted(rows, reverse=True)


def test_the_list_costs_as_many_queries_with_many_services_as_with_few(as_maya, django_assert_max_num_queries):
    as_maya.get(at("index"))
    with django_assert_max_num_queries(14):
        assert len(as_maya.get(at("index")).context["rows"]) == 25
    with django_assert_max_num_queries(14):
        as_maya.get(f"{at('index')}?q=kir")


def test_an_officer_sees_the_services_of_the_own_unit_and_changes_none(enter, service):
    client = enter("joko")
    page = text(client.get(at("index")))
    assert "KTP-EL-TMR" in page
    assert "PBG" not in page
    own, other = service("KTP-EL-TMR"), service("PBG")
    assert client.get(at("service", own.pk)).status_code == 200
    assert client.get(at("service", other.pk)).status_code == 404
    for view in ("edit", "move", "close", "new_standard"):
        assert client.get(at(view, own.pk)).status_code == 404


def test_a_keeper_of_one_office_reaches_it_and_those_below_only(health_keeper, service, place):
    assert health_keeper.get(at("edit", service("PKM-UMUM-SKM").pk)).status_code == 200
    assert health_keeper.get(at("edit", service("PBG").pk)).status_code == 404
    assert health_keeper.get(f"{at('index')}?unit=01.06").status_code == 404


def test_whoever_has_nothing_to_do_with_services_finds_no_page(enter, service):
    client = enter("sari")
    standard = standard_of(service("PBG"), timezone.localdate())
    for address in (at("index"), at("service", service("PBG").pk), at("standard", standard.pk), at("calendar")):
        assert client.get(address).status_code == 404


def test_the_export_holds_what_the_list_holds(as_maya):
    content = as_maya.post(f"{at('export')}?unit=01.06").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["kode", "nama_layanan", "kode_unit"]
    assert {row[0] for row in rows[1:]} >= {"PBG", "REKLAME"}
    assert "hari kerja" in rows[1]


def test_a_service_is_entered_changed_moved_closed_and_opened_again(as_maya, place):
    office, registry = place("01.08"), place("01.05")
    told = {"name": "Konsultasi", "code": "KONSUL", "unit": office.pk, "on": "2026-01-01"}
    as_maya.post(at("open"), told)
    found = PublicService.objects.get(code="KONSUL")
    as_maya.post(at("edit", found.pk), {"name": "Konsultasi warga", "code": "KONSUL", "opened_on": "2026-01-01"})
    page = text(as_maya.post(at("move", found.pk), {"unit": registry.pk}))
    assert "dihitung ulang" in page
    as_maya.post(at("move", found.pk), {"unit": registry.pk, "confirmed": "1"})
    as_maya.post(at("close", found.pk), {"on": "2026-11-30", "confirmed": "1"})
    found.refresh_from_db()
    assert (found.name, found.unit, str(found.closed_on)) == ("Konsultasi warga", registry, "2026-11-30")
    as_maya.post(at("reopen", found.pk))
    found.refresh_from_db()
    assert found.closed_on is None


def test_a_taken_code_is_refused_at_its_field(as_maya, place):
    told = {"name": "Lain", "code": "PBG", "unit": place("01.08").pk, "on": "2026-01-01"}
    answer = as_maya.post(at("open"), told)
    assert answer.status_code == 422
    assert "Kode layanan PBG sudah dipakai." in text(answer)


def test_a_service_without_standard_says_what_that_means(as_maya, service):
    page = text(as_maya.get(at("service", service("KRK").pk)))
    assert "Belum ada standar yang berlaku hari ini" in page
    assert not ServiceStandard.objects.filter(service=service("KRK")).exists()
