"""A citizen writes, gets a code, follows it, writes back, contradicts the answer and says whether it satisfied."""

import gzip
import re

import pytest
from django.utils import timezone

from domain.services.complaints.conftest import minor
from pembina.domain.services.models import Complaint, ComplaintContact, ComplaintMessage
from pembina.domain.services.operations.complaint_handling import (
    decline_complaint,
    note_on_complaint,
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)

WRITE, FOLLOW, STATE = "/pengaduan/", "/pengaduan/lacak/", "/pengaduan/lacak/keadaan/"


@pytest.fixture
def written(permit):
    return {"kind": "complaint", "target": f"s{permit.pk}", "element": "waktu", "text": "Antre tiga jam"}


@pytest.fixture
def followed(strict_client, written):
    """Return a client that has written and follows what it wrote, and the complaint."""
    html = strict_client.post(WRITE, written).content.decode()
    code = re.search(r'id="code">([^<]+)<', html).group(1)
    assert strict_client.post(FOLLOW, {"code": code}).status_code == 302
    return strict_client, Complaint.objects.get()


@pytest.fixture
def answered(followed, joko):
    client, made = followed
    triage_complaint(complaint=made, triage=minor(), by=joko, at=timezone.now())
    taken = take_over_complaint(complaint=made, by=joko, at=timezone.now())
    note_on_complaint(complaint=taken, text="Rahasia kantor", by=joko, at=timezone.now())
    reply_to_complaint(complaint=taken, text="Loket dibuka.", is_final=True, by=joko, at=timezone.now())
    return client, made


def test_the_form_says_what_is_kept_and_is_small(strict_client, db):
    answer = strict_client.get(WRITE)
    html = answer.content.decode()
    assert "siapa yang melihatnya" in html
    assert "Dihapus 90 hari" in html
    assert len(gzip.compress(answer.content)) < 6 * 1024
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "label"), [("?layanan=IZIN", "Izin usaha · Unit 1.1"), ("?unit=1.1", "Unit 1.1 ·")]
)
def test_a_link_brings_its_service_or_office(strict_client, permit, address, label):
    html = strict_client.get(WRITE + address).content.decode()
    assert label in html
    assert "checked" in html[html.index("id_target") :]


@pytest.mark.parametrize("address", ["?layanan=NONE", "?unit=NONE", "?layanan=" + "x" * 3000])
def test_a_link_to_nothing_is_the_empty_form(strict_client, db, address):
    assert strict_client.get(WRITE + address).status_code == 200


def test_a_search_finds_services_and_offices_and_keeps_what_was_typed(strict_client, permit):
    sent = {"target_q": "izin", "text": "Antre", "kind": "praise", "search": "target", "key": "k"}
    html = strict_client.post(WRITE, sent).content.decode()
    assert "Izin usaha · Unit 1.1" in html
    assert "Antre</textarea>" in html
    assert re.search(r'value="praise"[^>]* checked', html)
    assert "perlu diperbaiki" not in html
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(("wanted", "said"), [("z", "sedikitnya 2 huruf"), ("zzzz", "Tidak ada yang cocok")])
def test_a_search_without_result_says_so(strict_client, permit, wanted, said):
    assert said in strict_client.post(WRITE, {"target_q": wanted, "search": "target"}).content.decode()


def test_writing_shows_the_code_once_with_the_last_day(strict_client, written):
    html = strict_client.post(WRITE, written | {"name": "Tono", "phone": "0812 3456"}).content.decode()
    made = Complaint.objects.get()
    assert re.search(r'id="code">[0-9A-Z]{4}(-[0-9A-Z]{4}){3}<', html)
    assert made.number in html
    assert "Dijawab paling lambat" in html
    assert "hari diterima tidak dihitung" in html
    assert ComplaintContact.objects.get().name == "Tono"
    assert made.service.code == "IZIN"


def test_the_same_form_sent_again_is_the_same_complaint(strict_client, written):
    html = strict_client.get(WRITE).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', html).group(1)
    codes = {
        re.search(r'id="code">([^<]+)<', strict_client.post(WRITE, written | {"key": key}).content.decode()).group(1)
        for _ in range(2)
    }
    assert len(codes) == Complaint.objects.count() == 1


def test_a_forged_key_opens_nobody_elses_complaint(strict_client, written):
    for _ in range(2):
        strict_client.post(WRITE, written | {"key": "forged:key:x"})
    assert Complaint.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": ""}, "Tulis dahulu isinya"), ({"text": "x" * 5001}, "5.000"), ({"target": ""}, "Cari dan pilih"),
        ({"target": "s999999"}, "Pilih"), ({"target": "u" + "9" * 40}, "Pilih"), ({"kind": "rumour"}, "rumour"),
        ({"email": "bukan"}, "email"), ({"phone": "abc"}, "0812 3456 7890"), ({"element": "cuaca"}, "cuaca"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said_and_nothing_is_lost(strict_client, written, wrong, said):
    answer = strict_client.post(WRITE, written | {"name": "Tono"} | wrong)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert said in html
    assert 'value="Tono"' in html
    assert not Complaint.objects.exists()


def test_emoji_and_script_tags_come_back_as_text(followed):
    client, made = followed
    client.post("/pengaduan/lacak/tulis/", {"text": "<script>alert(1)</script> 😡\0"})
    html = client.get(STATE).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 😡" in html
    assert ComplaintMessage.objects.get().complaint == made


def test_a_flood_is_told_to_wait_and_keeps_its_text(strict_client, written):
    for _ in range(60):
        strict_client.post(WRITE, written)
    answer = strict_client.post(WRITE, written)
    assert answer.status_code == 429
    html = answer.content.decode()
    assert "Tunggu 15 menit" in html
    assert "Antre tiga jam</textarea>" in html


def test_a_wrong_code_is_said_and_guessing_is_stopped(strict_client, db):
    for code in ("x", "0000-0000-0000-0000", "'; DROP TABLE", "\0😡"):
        answer = strict_client.post(FOLLOW, {"code": code})
        assert answer.status_code == 422
    for _ in range(200):
        answer = strict_client.post(FOLLOW, {"code": "0000"})
    assert answer.status_code == 429


def test_without_a_code_one_is_asked_for_it(client, db):
    assert client.get(STATE).url == FOLLOW
    for path in ("tulis", "buka-kembali", "nilai", "tutup"):
        assert client.post(f"/pengaduan/lacak/{path}/", {"text": "x"}).url == FOLLOW


def test_the_state_shows_the_day_and_how_it_was_computed(followed):
    client, made = followed
    html = client.get(STATE).content.decode()
    assert made.number in html
    assert "Dijawab paling lambat" in html
    assert "Golongannya belum ditentukan" in html
    assert "standar pelayanan yang diterbitkan" in html


def test_a_late_one_says_so(followed):
    client, made = followed
    Complaint.objects.filter(pk=made.pk).update(received_at=timezone.now() - timezone.timedelta(days=90))
    assert "sudah lewat" in client.get(STATE).content.decode()


def test_the_answer_is_read_without_notes_and_names(answered):
    html = answered[0].get(STATE).content.decode()
    assert "Loket dibuka." in html
    assert "Rahasia kantor" not in html
    assert "Joko" not in html
    assert "Apakah jawaban ini menyelesaikan" in html


def test_satisfied_closes_and_not_satisfied_offers_to_reopen(answered):
    client, made = answered
    client.post("/pengaduan/lacak/nilai/", {"satisfied": "no"})
    html = client.get(STATE).content.decode()
    assert "Buka kembali" in html
    assert "Apakah jawaban ini" not in html
    client.post("/pengaduan/lacak/nilai/", {"satisfied": "yes"})
    made.refresh_from_db()
    assert made.state == "closed"


def test_reopening_works_once(answered, joko):
    client, made = answered
    assert client.post("/pengaduan/lacak/buka-kembali/", {"reopen-text": ""}).status_code == 422
    client.post("/pengaduan/lacak/buka-kembali/", {"reopen-text": "Masih antre"})
    made.refresh_from_db()
    assert made.is_open
    decline_complaint(complaint=made, reason="Bukan wewenang kami.", by=joko, at=timezone.now())
    html = client.get(STATE).content.decode()
    assert "Bukan wewenang kami." in html
    assert "Sekali saja, sampai" not in html
    again = client.post("/pengaduan/lacak/buka-kembali/", {"reopen-text": "Lagi"}, follow=True)
    assert "sudah pernah dibuka kembali" in again.content.decode()


def test_the_browser_forgets_when_told(followed):
    client, _ = followed
    client.post("/pengaduan/lacak/tutup/")
    assert client.get(STATE).url == FOLLOW


def test_a_page_costs_the_same_however_much_was_written(followed, django_assert_max_num_queries, joko):
    client, made = followed
    for number in range(20):
        note_on_complaint(complaint=made, text=f"{number}", by=joko, at=timezone.now())
    with django_assert_max_num_queries(14):
        client.get(STATE)


def test_english(strict_client, db):
    strict_client.cookies["django_language"] = "en"
    assert strict_client.get(WRITE).status_code == 200
