"""The list, one request, its correction and the impossible ones."""

import re

import pytest
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.requests import complete_request, pause_request

LIST = "/permohonan/"


def text(answer):
    return b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()


def numbers(answer):
    return re.findall(r'<th scope="row"><a href="/permohonan/\d+/">([^<]+)</a>', text(answer))


def complete(request):
    now = timezone.now()
    complete_request(request=request, ended=now, by=None, at=now)


@pytest.fixture
def ledger(services, received):
    """Two late and one young request of Joko's, one that is done, one impossible, and one of another unit."""
    made = {name: received(name, days) for name, days in (("LAMA", 30), ("TUA", 20), ("BARU", 0), ("SUDAH", 1))}
    complete(made["SUDAH"])
    ServiceRequest.objects.filter(pk=received("ANEH", 3).pk).update(flaw="ends_before_start")
    received("LAIN", service=services[2])
    return made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["BARU", "SUDAH", "ANEH", "TUA", "LAMA"]),
        ({"sort": "number"}, ["ANEH", "BARU", "LAMA", "SUDAH", "TUA"]),
        ({"q": "la"}, ["LAMA"]),
        ({"state": "open", "sort": "received"}, ["LAMA", "TUA", "BARU"]),
        ({"state": "completed"}, ["SUDAH"]),
        ({"state": "impossible"}, ["ANEH"]),
        ({"late": "1"}, ["TUA", "LAMA"]),
        ({"service": "SKET"}, []),
        ({"month": "1999-01"}, []),
        ({"month": "entah", "state": "entah", "sort": "entah"}, ["BARU", "SUDAH", "ANEH", "TUA", "LAMA"]),
    ],
)
def test_the_list_is_narrowed_and_sorted(enter, joko, ledger, asked, found):
    assert numbers(enter(joko).get(LIST, asked)) == found


def test_a_service_out_of_reach_does_not_exist(enter, joko, ledger):
    assert enter(joko).get(LIST, {"service": "KTP"}).status_code == 404


def test_too_many_to_judge_is_said(enter, joko, ledger, monkeypatch):
    monkeypatch.setattr("pembina.domain.services.lateness.MOST_JUDGED", 2)
    assert "Pilih satu layanan, satu bulan" in text(enter(joko).get(LIST, {"late": "1"}))


def test_the_list_costs_the_same_for_many(enter, joko, received, django_assert_max_num_queries):
    for number in range(20):
        received(f"A{number}", days=number)
    client = enter(joko)
    with django_assert_max_num_queries(22):
        client.get(LIST)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_leaves_with_its_filters_and_an_event(enter, joko, received, kind):
    received("=1+1", 30)
    received("BARU")
    answer = enter(joko).post(f"{LIST}unduh/?late=1", {"as": kind})
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        assert content.decode().count("\n") == 2
        assert "'=1+1;IMB;" in content.decode()
        assert ";ya;" in content.decode()
    event = AuditEvent.objects.filter(operation="export_requests").get()
    assert event.changes["requests"] == ["", "1"]


def test_too_long_a_list_is_not_exported(enter, joko, ledger, monkeypatch):
    monkeypatch.setattr("pembina.domain.services.operations.request_exports.MOST_EXPORTED", 2)
    answer = enter(joko).post(f"{LIST}unduh/", {"as": "csv"}, follow=True)
    assert "terlalu banyak untuk satu berkas" in text(answer)


def test_the_life_of_a_request_is_told(enter, joko, ledger):
    now = timezone.now()
    pause_request(request=ledger["LAMA"], reason="applicant", began=now, by=joko, at=now)
    page = text(enter(joko).get(f"/permohonan/{ledger['LAMA'].pk}/"))
    for said in ("Diterima", "Dijeda: Menunggu pemohon", "Terlambat", "Janji standar", "UU 25/2009", "Joko Susilo"):
        assert said in page


def test_an_impossible_request_says_what_to_do(enter, joko, ledger):
    row = ServiceRequest.objects.get(number="ANEH")
    ServiceRequest.objects.filter(pk=row.pk).update(ended_at=row.received_at - timezone.timedelta(days=1))
    page = text(enter(joko).get(f"/permohonan/{row.pk}/"))
    assert "Selesai sebelum diterima" in page
    listed = text(enter(joko).get("/permohonan/janggal/"))
    assert "Selesai sebelum diterima" in listed
    assert ">ANEH</a>" in listed


def test_without_impossible_requests_the_page_says_so(enter, joko, services):
    assert "masuk akal" in text(enter(joko).get("/permohonan/janggal/"))


def test_requests_of_others_do_not_exist(enter, joko, ledger):
    other = ServiceRequest.objects.get(number="LAIN")
    for address in (f"/permohonan/{other.pk}/", f"/permohonan/{other.pk}/betulkan/"):
        assert enter(joko).get(address).status_code == 404


def written(request, **other):
    local = timezone.localtime(request.received_at)
    told = {"number": request.number, "channel": "counter", "received": f"{local:%Y-%m-%dT%H:%M}", "state": "open"}
    empty = {"ended": "", "began_0": "", "ended_0": "", "reason_0": "", "reason": "salah ketik"}
    return told | empty | other


def correct(client, request, **other):
    return client.post(f"/permohonan/{request.pk}/betulkan/", written(request, **other))


def test_a_correction_keeps_what_was_not_touched(enter, joko, ledger):
    before = ledger["LAMA"].received_at
    assert correct(enter(joko), ledger["LAMA"], number="LAMA-1").status_code == 302
    found = ServiceRequest.objects.get(number="LAMA-1")
    assert found.received_at == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": ""}, "Tulis alasannya"),
        ({"state": "completed"}, "Isi waktu berakhirnya"),
        ({"ended": "2026-01-05T08:00"}, "Kosongkan waktu berakhirnya"),
        ({"state": "completed", "ended": "2001-01-05T08:00"}, "Selesai sebelum diterima"),
        ({"ended_0": "2026-01-05T08:00"}, "Isi mulai jedanya"),
        ({"began_0": "2026-01-05T08:00"}, "Pilih alasan"),
        ({"number": "TUA"}, "sudah tercatat"),
        ({}, "Sudah begitu"),
    ],
)
def test_a_wrong_correction_is_told(enter, joko, ledger, wrong, said):
    answer = correct(enter(joko), ledger["LAMA"], **wrong)
    assert answer.status_code == 422
    assert said in text(answer)


def move(client, request, service, reason="salah layanan"):
    told = {"move-service": service.pk, "move-reason": reason}
    return client.post(f"/permohonan/{request.pk}/pindahkan/", told, follow=True)


def test_a_request_moves_to_the_service_it_belongs_to(enter, joko, services, ledger):
    client = enter(joko)
    page = text(client.get(f"/permohonan/{ledger['LAMA'].pk}/betulkan/"))
    assert "Pindahkan ke layanan lain" in page
    assert f'<option value="{services[0].pk}">' not in page
    answer = move(client, ledger["LAMA"], services[1])
    assert "Permohonan LAMA dipindahkan ke Surat keterangan" in text(answer)
    assert "salah layanan" in text(answer)
    ledger["LAMA"].refresh_from_db()
    assert (ledger["LAMA"].service, ledger["LAMA"].promised) == (services[1], 0)


def test_a_move_is_refused_with_what_is_wrong(enter, joko, services, received, ledger):
    received("LAMA", service=services[1])
    client = enter(joko)
    for service, reason, said in (
        (services[1], "", "Tulis alasannya"),
        (services[1], "salah", "sudah tercatat pada Surat keterangan"),
        (services[2], "salah", "Pilihan yang valid"),
        (services[0], "salah", "Pilihan yang valid"),
    ):
        answer = move(client, ledger["LAMA"], service, reason)
        assert answer.status_code == 422, said
    ledger["LAMA"].refresh_from_db()
    assert ledger["LAMA"].service == services[0]


def test_a_request_of_others_cannot_be_moved_here(enter, joko, services, ledger):
    assert move(enter(joko), ServiceRequest.objects.get(number="LAIN"), services[1]).status_code == 404
