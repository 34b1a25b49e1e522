"""How long services take: compared, month by month, and what is withheld."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from pembina.domain.services.models import ServiceRequest, TallyBasis
from pembina.domain.services.operations.requests import complete_request, withdraw_request

TIMES = "/waktu-layanan/"


def text(answer):
    return answer.content.decode()


def names(answer):
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', text(answer))


@pytest.fixture
def done(services, received):
    """Six requests of Joko's service done the day after, one withdrawn, one open, and two of another unit."""

    def end(request, operation):
        at = request.received_at + timedelta(days=1)
        operation(request=request, ended=at, by=None, at=at)

    for number in range(6):
        end(received(f"A{number}", 10), complete_request)
    end(received("B", 10), withdraw_request)
    received("C", 10)
    for number in range(2):
        end(received(f"D{number}", 10, service=services[2]), complete_request)
    return services


def test_services_are_compared(enter, joko, done):
    page = text(enter(joko).get(TIMES))
    assert "Izin bangunan" in page
    assert "Kartu penduduk" not in page
    assert "3 hari kerja" in page


def test_anybody_signed_in_compares_all_without_small_cells(enter, sari, joko, done):
    page = text(enter(sari).get(TIMES))
    assert "terlalu sedikit untuk ditampilkan" in page
    assert "/permohonan/" not in page
    # The other office's two requests, of which Joko may not see every one either.
    assert "terlalu sedikit" in text(enter(joko).get(TIMES, {"unit": "semua"}))


@pytest.mark.parametrize(
    ("sort", "first"), [("name", "Izin bangunan"), ("-name", "Surat keterangan"), ("-arrivals", "Izin bangunan")]
)
def test_the_comparison_is_sorted(enter, joko, done, sort, first):
    assert names(enter(joko).get(TIMES, {"urut": sort, "unit": "semua"}))[0] == first


def test_a_unit_is_taken_with_all_below_it(enter, joko, done):
    client = enter(joko)
    assert names(client.get(TIMES, {"unit": "01"})) == ["Izin bangunan", "Kartu penduduk", "Surat keterangan"]
    assert names(client.get(TIMES, {"unit": "01.02"})) == ["Kartu penduduk"]
    assert client.get(TIMES, {"unit": "99"}).status_code == 404


def test_the_comparison_costs_the_same_for_many_services(enter, joko, done, django_assert_max_num_queries):
    client = enter(joko)
    with django_assert_max_num_queries(30):
        client.get(TIMES, {"unit": "semua"})


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_comparison_leaves_as_a_file(enter, joko, done, kind):
    answer = enter(joko).get(f"{TIMES}unduh/", {"as": kind})
    assert f"waktu-layanan-{timezone.localdate().isoformat()}" in answer.headers["Content-Disposition"]
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert ("Izin bangunan" in content.decode()) if kind == "csv" else content[:2] == b"PK"


def test_a_service_is_told_month_by_month(enter, joko, done):
    page = text(enter(joko).get(f"{TIMES}{done[0].pk}/"))
    for said in ("Median", "P90", "rata-rata", "Sesuai standar", "1 ditarik", "Janji", "Kaplan", "UU 25/2009"):
        assert said in page
    assert page.count('class="chart') >= 3


def test_months_are_chosen_and_nonsense_is_the_last_year(enter, joko, done):
    client = enter(joko)
    page = text(client.get(f"{TIMES}{done[0].pk}/", {"dari": "2001-01", "sampai": "2001-02"}))
    assert "Januari 2001 sampai Februari 2001" in page
    assert client.get(f"{TIMES}{done[0].pk}/", {"dari": "kapan", "sampai": "0000-00"}).status_code == 200
    assert client.get(f"{TIMES}999/").status_code == 404


def test_impossible_requests_are_counted_beside(enter, joko, done, received):
    request = received("X")
    ServiceRequest.objects.filter(pk=request.pk).update(ended_at=request.received_at - timedelta(days=1))
    from pembina.domain.services.recounts import recount_now

    recount_now(done[0].pk)
    page = text(enter(joko).get(f"{TIMES}{done[0].pk}/"))
    assert "Selesai sebelum diterima" in page


def test_a_recount_is_asked_for_and_shown(enter, person, joko, done):
    pk = done[0].pk
    assert enter(joko).post(f"{TIMES}{pk}/hitung-ulang/").status_code == 404
    client = enter(person("maya"))
    assert "diminta" in text(client.post(f"{TIMES}{pk}/hitung-ulang/", follow=True))
    assert TallyBasis.objects.get(pk=pk).state == "waiting"
    assert "Menunggu dihitung ulang" in text(client.get(f"{TIMES}{pk}/"))
    TallyBasis.objects.filter(pk=pk).update(touched_at=timezone.now() - timedelta(hours=1), progress_total=8)
    assert "terhenti" in text(client.get(f"{TIMES}{pk}/"))


def test_figures_of_another_calendar_are_said_to_be_old(enter, joko, done):
    TallyBasis.objects.update(calendar="another")
    page = text(enter(joko).get(f"{TIMES}{done[0].pk}/"))
    assert "akan dihitung ulang" in page
