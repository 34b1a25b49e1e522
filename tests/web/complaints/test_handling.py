"""Joko works through the queue: filters, sorting with the day shown, answering after a look, the contact on record."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import AuditEvent
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.models import Complaint, ComplaintMessage
from pembina.domain.services.operations.complaints import Contact

QUEUE = "/pengaduan-masuk/"


@pytest.fixture
def case(complaint):
    return f"{QUEUE}{complaint.pk}/"


def refreshed(complaint):
    complaint.refresh_from_db()
    return complaint


def test_the_queue_shows_what_is_in_reach(as_user, joko, sari, complaint, send, health_centre):
    send(unit=health_centre)
    html = as_user(joko).get(QUEUE).content.decode()
    assert complaint.number in html
    assert html.count('name="complaint"') == 1
    assert "Pengaduan masuk" in html
    assert as_user(sari).get(QUEUE).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2), ("?state=closed", 0), ("?state=all&kind=praise", 1), ("?clock=late", 1), ("?unit=1.1", 2),
        ("?q=tiga+jam", 2), ("?q=zzz", 0), ("?mine=1", 0), ("?state=x&sort=y&clock=z&page=999", 2),
    ],
)  # fmt: skip
def test_filters(as_user, joko, complaint, send, query, found):
    send(kind=ComplaintKind.PRAISE)
    Complaint.objects.filter(pk=complaint.pk).update(due_on=timezone.localdate() - timedelta(days=2))
    html = as_user(joko).get(QUEUE + query).content.decode()
    assert html.count('name="complaint"') == found
    assert found or "Tidak ada yang cocok" in html
    if found and "praise" not in query:
        assert "Lewat 2 hari" in html


@pytest.mark.parametrize("query", ["?unit=1.1.1", "?service=NONE"])
def test_a_unit_out_of_reach_does_not_exist(as_user, joko, complaint, query):
    assert as_user(joko).get(QUEUE + query).status_code == 404


def test_the_queue_costs_the_same_for_few_and_for_many(as_user, joko, send, permit):
    client = as_user(joko)
    send(service=permit)
    few = queries_of(client, QUEUE)
    for _ in range(30):
        send(service=permit)
    assert queries_of(client, QUEUE) == few <= 14
    assert "1–25 dari 31" in client.get(QUEUE).content.decode()


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_complaint_of_another_unit_does_not_exist(as_user, joko, send, health_centre):
    address = f"{QUEUE}{send(unit=health_centre).complaint.pk}/"
    client = as_user(joko)
    for page in ("", "pilah/", "tugaskan/", "teruskan/", "akhiri/"):
        assert client.get(address + page).status_code == 404
    for act in ("kontak/", "ambil-alih/", "jawab/", "catat/", "pilah/"):
        assert client.post(address + act, {"text": "x"}).status_code == 404


def test_sorting_shows_the_day_of_each_severity_before_saving(as_user, joko, complaint, case, permit):
    client = as_user(joko)
    html = client.get(case + "pilah/").content.decode()
    assert "Ringan: 2 hari kerja · 18 November 2026" in html
    assert "Berkadar pengawasan: 60 hari kerja" in html
    sent = {"kind": "complaint", "service": permit.pk, "element": "waktu", "severity": "minor"}
    answer = client.post(case + "pilah/", sent, follow=True).content.decode()
    assert "Dipilah." in answer
    assert refreshed(complaint).due_on.isoformat() == "2026-11-18"
    assert complaint.service == permit


@pytest.mark.parametrize(
    "sent", [{"kind": "complaint"}, {}, {"kind": "x", "severity": "y"}, {"kind": "complaint", "service": "99\0"}]
)
def test_what_is_missing_for_sorting_is_said(as_user, joko, complaint, case, sent):
    answer = as_user(joko).post(case + "pilah/", sent | {"x": "1"})
    assert answer.status_code == 422
    assert "perlu diperbaiki" in answer.content.decode()
    assert refreshed(complaint).state == "received"


def test_answering_goes_through_a_look(as_user, joko, in_progress):
    client, address = as_user(joko), f"{QUEUE}{in_progress.pk}/jawab/"
    sent = {"text": "Sudah <b>kami</b> tambah.\nTerima kasih.", "is_final": "yes"}
    look = client.post(address, sent).content.decode()
    assert "Belum terkirim" in look
    assert "&lt;b&gt;" in look
    assert not ComplaintMessage.objects.exists()
    assert "&lt;b&gt;kami" in client.post(address, sent | {"change": "1"}).content.decode()
    done = client.post(address, sent | {"confirm": "1"}, follow=True).content.decode()
    assert "Jawaban terkirim." in done
    assert refreshed(in_progress).state == "answered"
    assert client.post(address, sent | {"confirm": "1"}).status_code == 422


def test_an_empty_answer_is_said(as_user, joko, in_progress):
    answer = as_user(joko).post(f"{QUEUE}{in_progress.pk}/jawab/", {"text": " ", "is_final": "yes"})
    assert answer.status_code == 422
    assert "Tulis dahulu isinya" in answer.content.decode()


def test_only_its_officer_sees_the_contact_and_each_look_is_recorded(as_user, joko, maya, complaint, case):
    client = as_user(maya)
    html = client.post(case + "kontak/", follow=True).content.decode()
    assert "Ambil alih dahulu" in html
    assert "Tono" not in html
    assert "Tono" not in client.get(case).content.decode()
    client = as_user(joko)
    client.post(case + "ambil-alih/")
    assert "Tono" not in client.get(case).content.decode()
    assert "Tono" in client.post(case + "kontak/").content.decode()
    assert [event.operation for event in events_on(complaint)][:2] == [
        "look_at_complaint_contact", "take_over_complaint"
    ]  # fmt: skip


def test_an_anonymous_complaint_has_no_contact(as_user, joko, send):
    client, address = as_user(joko), f"{QUEUE}{send().complaint.pk}/"
    client.post(address + "ambil-alih/")
    assert "Tidak ada kontak" in client.post(address + "kontak/", follow=True).content.decode()


def test_assigning_offers_those_who_reach_the_unit(as_user, joko, maya, sari, complaint, case):
    client = as_user(maya)
    html = client.get(case + "tugaskan/").content.decode()
    assert joko.display_name in html
    assert sari.display_name not in html
    client.post(case + "tugaskan/", {"officer": joko.pk})
    assert refreshed(complaint).handler == joko
    assert client.post(case + "tugaskan/", {"officer": sari.pk}).status_code == 422


def test_forwarding_finds_a_unit_and_leads_back_to_the_queue(as_user, joko, complaint, case, health_centre):
    client = as_user(joko)
    html = client.post(case + "teruskan/", {"unit_q": "unit 1.1.1", "reason": "Salah", "search": "unit"})
    assert "Unit 1.1.1" in html.content.decode()
    sent = {"unit": health_centre.pk, "reason": "Urusan puskesmas."}
    answer = client.post(case + "teruskan/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == QUEUE
    assert refreshed(complaint).unit == health_centre


def test_declining_and_noting(as_user, joko, in_progress):
    client, address = as_user(joko), f"{QUEUE}{in_progress.pk}/"
    assert client.post(address + "catat/", {"text": ""}).status_code == 422
    client.post(address + "catat/", {"text": "Cek <CCTV>"})
    assert "Hanya di dalam kantor" in client.get(address).content.decode()
    assert client.post(address + "akhiri/", {"text": " "}).status_code == 422
    client.post(address + "akhiri/", {"text": "Kewenangan provinsi."})
    assert refreshed(in_progress).state == "declined"


def test_several_are_previewed_and_then_sorted(as_user, joko, complaint, send):
    praise = send(kind=ComplaintKind.PRAISE).complaint
    client, address = as_user(joko), QUEUE + "pilah-bersama/"
    chosen = {"complaint": [complaint.pk, praise.pk]}
    assert "Belum ada yang berubah" in client.post(address, chosen).content.decode()
    look = client.post(address, chosen | {"severity": "minor", "preview": "1"}).content.decode()
    assert "18 November 2026" in look
    assert refreshed(complaint).state == "received"
    done = client.post(address, chosen | {"severity": "minor", "confirm": "1"}, follow=True).content.decode()
    assert "2 pengaduan dipilah." in done
    assert (refreshed(complaint).severity, refreshed(praise).severity) == ("minor", "")
    assert client.post(address, chosen | {"severity": "x", "confirm": "1"}).status_code == 422


@pytest.mark.parametrize("sent", [{}, {"complaint": ["x", "999999", "1" * 40]}])
def test_choosing_nothing_is_said(as_user, joko, complaint, sent):
    answer = as_user(joko).post(QUEUE + "pilah-bersama/", sent, follow=True)
    assert "Pilih dahulu" in answer.content.decode()


def test_the_download_holds_neither_text_nor_contact_and_is_recorded(as_user, joko, send):
    send(text="=1+1 rahasia", contact=Contact(name="Tono"))
    client = as_user(joko)
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.post(QUEUE + "unduh/?kind=complaint").content))
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert "Unit 1.1" in cells
    assert not [cell for cell in cells if "rahasia" in cell or "Tono" in cell]
    assert AuditEvent.objects.filter(operation="export_complaints", actor=joko).get().changes["complaints"] == ["", "1"]


def test_figures_say_of_how_many_and_hide_few(as_user, joko, send):
    client = as_user(joko)
    for _ in range(4):
        send(at=timezone.now() - timedelta(days=1))
    Complaint.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert "kurang dari 5" in client.get(QUEUE + "angka/").content.decode()
    send(at=timezone.now() - timedelta(days=1))
    Complaint.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    html = client.get(QUEUE + "angka/?months=3").content.decode()
    assert "0% (0 / 5)" in html
    assert queries_of(client, QUEUE + "angka/?months=x") <= 12
