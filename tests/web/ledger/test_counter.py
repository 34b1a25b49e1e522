"""The counter without JavaScript: a number receives, one press does a step, the last one is undone."""

import pytest

from pembina.domain.services.models import ServiceRequest

COUNTER = "/loket/"


def text(answer):
    return answer.content.decode()


def press(client, request, step, **more):
    return client.post(f"/loket/{request.pk}/langkah/", {"step": step, **more}, follow=True)


def test_who_keeps_no_ledger_finds_no_counter(enter, sari):
    assert enter(sari).get(COUNTER).status_code == 404


def test_a_counter_without_services_says_what_is_missing(enter, joko):
    assert "Belum ada layanan di loket Anda" in text(enter(joko).get(COUNTER))


def test_only_the_number_has_to_be_typed(enter, joko, services):
    client = enter(joko)
    page = text(client.get(COUNTER))
    assert "autofocus" in page
    answer = client.post(COUNTER, {"number": "17", "service": services[0].pk, "channel": "counter"}, follow=True)
    made = ServiceRequest.objects.get()
    assert (made.number, made.promised, made.channel) == ("17", 3, "counter")
    assert "Permohonan 17 diterima" in text(answer)
    assert "Sisa 3 hari kerja" in text(answer)


def test_a_service_without_standard_is_said(enter, joko, services):
    answer = enter(joko).post(COUNTER, {"number": "1", "service": services[1].pk, "channel": "counter"}, follow=True)
    assert "dicatat tanpa standar" in text(answer)
    assert "Tanpa standar" in text(answer)


def test_a_number_typed_again_shows_its_request(enter, joko, services, received):
    received("17")
    answer = enter(joko).post(COUNTER, {"number": "17", "service": services[0].pk, "channel": "counter"})
    assert answer.status_code == 422
    assert "Nomor ini sudah tercatat" in text(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number": ""}, "Ketik nomor permohonan, lalu"),
        ({"received": "2999-01-01T08:00"}, "belum terjadi"),
        ({"received": "kemarin"}, "Tulis tanggal dan jam"),
        ({"service": "999"}, "Pilih"),
    ],
)
def test_what_cannot_be_received_is_told_at_its_field(enter, joko, services, typed, said):
    told = {"number": "17", "service": services[0].pk, "channel": "counter"} | typed
    answer = enter(joko).post(COUNTER, told)
    assert answer.status_code == 422
    assert said in text(answer)
    assert not ServiceRequest.objects.exists()


def test_a_time_is_read_on_the_clock_of_the_unit(enter, joko, units, services):
    units[0].time_zone = "Asia/Jayapura"
    units[0].save()
    told = {"number": "17", "service": services[0].pk, "channel": "post", "received": "2026-01-05T09:00"}
    enter(joko).post(COUNTER, told)
    assert ServiceRequest.objects.get().received_at.isoformat() == "2026-01-05T00:00:00+00:00"


def test_one_press_a_step_and_the_last_one_back(enter, joko, received):
    client, request = enter(joko), received("17")
    assert "Permohonan 17 dijeda" in text(press(client, request, "pause:applicant"))
    assert "jam standar berhenti" in text(client.get(COUNTER))
    assert "Permohonan 17 dilanjutkan" in text(press(client, request, "resume"))
    answer = press(client, request, "complete")
    assert "Permohonan 17 selesai" in text(answer)
    answer = client.post(f"/loket/{request.pk}/urungkan/", follow=True)
    assert "diurungkan" in text(answer)
    assert ServiceRequest.objects.get().ended_at is None


def test_a_receipt_is_undone_without_a_trace_in_the_list(enter, joko, services):
    client = enter(joko)
    client.post(COUNTER, {"number": "17", "service": services[0].pk, "channel": "counter"})
    answer = client.post(f"/loket/{ServiceRequest.objects.get().pk}/urungkan/", follow=True)
    assert "Penerimaan permohonan 17 diurungkan" in text(answer)
    assert not ServiceRequest.objects.exists()


def test_a_refused_step_says_why(enter, joko, received):
    client, request = enter(joko), received("17")
    press(client, request, "withdraw")
    assert "sudah berakhir" in text(press(client, request, "complete"))
    assert "tidak dikenal" in text(press(client, request, "dance"))


def test_requests_of_another_unit_do_not_exist(enter, joko, services, received):
    other = received("9", service=services[2])
    client = enter(joko)
    assert "9</a>" not in text(client.get(COUNTER))
    assert press(client, other, "complete").status_code == 404
    assert client.post(f"/loket/{other.pk}/urungkan/").status_code == 404


def test_the_oldest_come_first_at_a_fixed_cost(enter, joko, received, django_assert_max_num_queries):
    for number in range(12):
        received(f"A{number}", days=number)
    client = enter(joko)
    with django_assert_max_num_queries(32):
        page = text(client.get(COUNTER))
    assert page.index(">A11</a>") < page.index(">A0</a>")
    assert "Terlambat" in page


def test_the_service_that_was_chosen_stays_chosen(enter, joko, services, received):
    client, request = enter(joko), received("17", service=services[0])
    page = text(client.get(COUNTER, {"layanan": services[1].pk}))
    assert f'name="layanan" value="{services[1].pk}"' in page
    for address, told in (("langkah", {"step": "complete"}), ("urungkan", {})):
        answer = client.post(f"/loket/{request.pk}/{address}/", {**told, "layanan": services[1].pk}, follow=True)
        assert f'<option value="{services[1].pk}" selected>' in text(answer)
    answer = press(client, request, "complete", layanan=services[0].pk, service=services[1].pk)
    assert f'<option value="{services[1].pk}" selected>' in text(answer)


def test_a_number_whose_request_has_ended_offers_a_correction_only(enter, joko, services, received):
    client, request = enter(joko), received("17")
    press(client, request, "complete")
    answer = client.post(COUNTER, {"number": "17", "service": services[0].pk, "channel": "counter"})
    assert "Nomor ini sudah tercatat" in text(answer)
    assert 'value="complete"' not in text(answer)
    assert 'value="pause:applicant"' not in text(answer)
    assert f'href="/permohonan/{request.pk}/betulkan/"' in text(answer)
    assert "Selesai · " in text(answer)
