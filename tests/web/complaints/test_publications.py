"""Joko publishes an answer in other words after a look; anybody reads it, and he withdraws it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.services.complaints.conftest import NOON
from pembina.domain.services.models import Complaint, ComplaintPublication
from pembina.domain.services.operations.complaint_handling import decline_complaint, reply_to_complaint
from pembina.domain.services.operations.complaint_publications import Wording, publish_answer
from pembina.domain.services.operations.complaints import reopen_complaint

LIST = "/pengaduan/jawaban/"
SENT = {"question": "Antrean <lama> di loket.", "answer": "Loket ketiga dibuka."}


@pytest.fixture
def answered(in_progress, joko, permit):
    """A complaint about the permit that Joko has answered, with a telephone number in what he wrote."""
    Complaint.objects.filter(pk=in_progress.pk).update(service=permit)
    reply_to_complaint(complaint=in_progress, text="Hubungi 0812 3456 7890.", is_final=True, by=joko, at=NOON)
    in_progress.refresh_from_db()
    return in_progress


@pytest.fixture
def desk(answered):
    return f"/pengaduan-masuk/{answered.pk}/"


def page(client, address):
    return client.get(address).content.decode()


def test_the_original_is_filled_in_and_what_points_to_somebody_is_named(as_user, joko, answered, desk):
    client = as_user(joko)
    form = page(client, desk + "terbitkan/")
    assert "Antre tiga jam" in form
    assert "0812 3456 7890" in form
    assert "Tulis ulang dengan kata-kata kantor" in form
    sent = {"question": "Antre tiga jam", "answer": "Hubungi 0812 3456 7890."}
    for confirmed in ({}, {"confirm": "1"}):
        refused = client.post(desk + "terbitkan/", sent | confirmed)
        assert refused.status_code == 422
        assert "“0812 3456 7890”" in refused.content.decode()
    assert not ComplaintPublication.objects.exists()


def test_after_a_look_everybody_reads_it_and_nothing_leads_back(as_user, joko, answered, desk):
    client = as_user(joko)
    look = client.post(desk + "terbitkan/", SENT).content.decode()
    assert "Belum terbit" in look
    assert not ComplaintPublication.objects.exists()
    assert "Antrean &lt;lama&gt;" in client.post(desk + "terbitkan/", SENT | {"change": "1"}).content.decode()
    done = client.post(desk + "terbitkan/", SENT | {"confirm": "1"}, follow=True).content.decode()
    assert "Jawaban diterbitkan." in done
    assert joko.display_name in done
    client.logout()
    for address in (LIST, "/warga/unit/1.1/", "/warga/unit/1/", "/warga/layanan/IZIN/"):
        html = page(client, address)
        assert "Loket ketiga dibuka." in html
        for secret in (answered.number, "Tono", "0812", joko.display_name, desk):
            assert secret not in html, address


def test_withdrawing_asks_for_a_reason_and_hides_it(as_user, joko, answered, desk):
    publish_answer(complaint=answered, wording=Wording(**SENT), by=joko, at=NOON)
    client = as_user(joko)
    assert client.post(desk + "tarik/", {"text": " "}).status_code == 422
    done = client.post(desk + "tarik/", {"text": "Ada alamatnya."}, follow=True).content.decode()
    assert "Jawaban ditarik." in done
    assert "Ada alamatnya." in done
    assert "Belum ada jawaban yang terbit" in page(client, LIST)
    assert "Loket ketiga" not in page(client, "/warga/unit/1.1/")
    assert "Tidak ada jawaban yang sedang terbit" in client.post(desk + "tarik/", {"text": "x"}).content.decode()


def test_what_goes_on_is_not_published(as_user, joko, in_progress):
    client, address = as_user(joko), f"/pengaduan-masuk/{in_progress.pk}/"
    assert "Dapat diterbitkan sesudah berakhir." in page(client, address)
    assert client.post(address + "terbitkan/", SENT | {"confirm": "1"}).status_code == 422
    decline_complaint(complaint=in_progress, reason="Wewenang provinsi.", by=joko, at=NOON)
    assert "Wewenang provinsi." in page(client, address + "terbitkan/")


def test_a_contradicted_answer_says_on_the_case_that_it_is_hidden(as_user, joko, answered, desk):
    publish_answer(complaint=answered, wording=Wording(**SENT), by=joko, at=NOON)
    reopen_complaint(complaint=answered, reason="Belum", at=NOON)
    client = as_user(joko)
    assert "Disembunyikan" in page(client, desk)
    assert "Loket ketiga" not in page(client, LIST)


def test_out_of_reach_nothing_is_published_or_withdrawn(as_user, joko, maya, sari, answered, desk, send, health_centre):
    elsewhere = f"/pengaduan-masuk/{send(unit=health_centre).complaint.pk}/"
    for act in ("terbitkan/", "tarik/"):
        assert as_user(joko).post(elsewhere + act, SENT).status_code == 404
        assert as_user(sari).post(desk + act, SENT).status_code == 404
    refused = as_user(maya).post(desk + "terbitkan/", SENT | {"confirm": "1"})
    assert "diterbitkan oleh petugas pengaduannya" in refused.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1), ("?q=loket+ANTREAN", 1), ("?q=toilet", 0), ("?unit=1", 1), ("?unit=1.1", 1), ("?layanan=IZIN", 1),
        ("?unit=x&layanan=y&page=z", 1),
    ],
)  # fmt: skip
def test_the_list_is_narrowed(strict_client, joko, answered, query, found):
    publish_answer(complaint=answered, wording=Wording(**SENT), by=joko, at=NOON)
    html = page(strict_client, LIST + query)
    assert html.count("Loket ketiga dibuka.") == found
    assert found or "Tidak ada jawaban yang cocok" in html


def test_many_stand_on_several_pages_and_cost_the_same(strict_client, joko, answered, send):
    publish_answer(complaint=answered, wording=Wording(**SENT), by=joko, at=NOON)
    few = queries_of(strict_client)
    for number in range(22):
        ended = send(text=f"Lain {number}").complaint
        Complaint.objects.filter(pk=ended.pk).update(state="declined", ended_at=NOON)
        ended.refresh_from_db()
        publish_answer(complaint=ended, wording=Wording(f"Soal {number}", "Ya"), by=joko, at=NOON)
    assert queries_of(strict_client) == few <= 6
    assert "21–23 dari 23" in page(strict_client, LIST + "?page=2")
    assert page(strict_client, "/warga/unit/1.1/").count("Soal") == 3


def queries_of(client):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(LIST).status_code == 200
    return len(captured)
