"""From a file to the record and back, page by page."""

import gzip

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check
from pembina.domain.people.intake.requests import begin_apply, begin_undo
from pembina.domain.services.models import RequestImport, ServiceRequest
from pembina.exchange.requests import tasks
from web.request_imports.conftest import FILE


def page(officer, batch, query=""):
    return officer.get(f"/permohonan/impor/{batch.pk}/{query}").content.decode()


def test_a_file_leads_to_how_it_is_read_and_names_nobody(send, officer, home):
    batch = send()
    html = officer.get(f"/permohonan/impor/{batch.pk}/cara-baca/").content.decode()
    assert "Budi Rahasia" not in html
    assert '<option value="tgl masuk" selected>' in html
    assert "Izin Bangunan (IMB)" in html
    assert "Diproses" in html
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert [b"Budi" in gzip.decompress(path.read_bytes()) for path in kept] == [False]


def test_the_page_says_what_size_it_takes_and_what_takes_more(officer):
    html = officer.get("/permohonan/impor/baru/").content.decode()
    assert "paling besar 50 MB" in html
    assert "pembina import requests" in html


def test_the_same_file_twice_leads_to_the_same_import(send):
    assert send() == send()


def test_a_check_shows_figures_counts_and_rows(checked, officer):
    batch = checked()
    assert batch.state == ImportState.CHECKED
    html = page(officer, batch)
    for told in ("Terapkan 4 permohonan", "Mustahil", "Median", "Simpangan baku sampel", "Nomor permohonan kosong"):
        assert told in html
    assert "Selesai sebelum diterima" in page(officer, batch, "?tab=impossible")
    assert "<script>alert" not in page(officer, batch, "?tab=open")
    assert "&lt;script&gt;" in page(officer, batch, "?tab=open")
    assert "Tidak ada yang cocok" in page(officer, batch, "?tab=open&q=entah")


def test_what_was_shown_is_applied_and_taken_back(checked, officer):
    batch = checked()
    officer.post(f"/permohonan/impor/{batch.pk}/terapkan/", {"seen": batch.digest})
    batch.refresh_from_db()
    assert batch.state == ImportState.APPLIED
    assert ServiceRequest.objects.count() == 4
    assert "Impor sudah diterapkan" in page(officer, batch)
    assert "Urungkan impor ini?" in officer.get(f"/permohonan/impor/{batch.pk}/urungkan/").content.decode()
    officer.post(f"/permohonan/impor/{batch.pk}/urungkan/")
    batch.refresh_from_db()
    assert batch.state == ImportState.UNDONE
    assert not ServiceRequest.objects.exists()


def test_another_plan_than_the_one_shown_is_refused_with_a_word(checked, officer):
    batch = checked()
    answer = officer.post(f"/permohonan/impor/{batch.pk}/terapkan/", {"seen": "0" * 64}, follow=True)
    assert "bukan lagi yang ditampilkan" in answer.content.decode()
    assert not ServiceRequest.objects.exists()


def test_without_service_or_column_the_form_says_what_is_missing(send, officer, read_as):
    batch = send()
    answer = officer.post(
        f"/permohonan/impor/{batch.pk}/cara-baca/", read_as(batch, service="", column_received="")
    ).content.decode()
    assert "Pilih layanannya" in answer
    assert "Pilih kolomnya" in answer
    batch.refresh_from_db()
    assert batch.state == ImportState.WAITING


def test_a_service_of_another_unit_cannot_be_chosen(send, officer, read_as, foreign):
    batch = send()
    answer = officer.post(f"/permohonan/impor/{batch.pk}/cara-baca/", read_as(batch, service="ASING"))
    assert answer.status_code == 200
    assert "ASING" not in officer.get(f"/permohonan/impor/{batch.pk}/cara-baca/").content.decode()


def test_another_shape_shows_its_own_columns_and_words(send, officer, read_as):
    batch = send("case;what;when;kind\nA;x;2024-03-01 08:00;Closed\nA;y;2024-03-02;Open\n")
    data = read_as(batch, shape="events", column_number="case", column_at="when", column_activity="kind", again="1")
    officer.post(f"/permohonan/impor/{batch.pk}/cara-baca/", data)
    batch.refresh_from_db()
    assert {word["word"] for word in batch.seen["words"]} == {"Closed", "Open"}
    assert batch.how_read.meanings["closed"] == "completed"


def test_what_is_no_table_is_refused_at_its_field(officer):
    sent = {"file": SimpleUploadedFile("foto.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)}
    assert "bukan tabel" in officer.post("/permohonan/impor/baru/", sent).content.decode()
    assert not RequestImport.objects.exists()


def test_a_file_laid_aside_leaves_no_copy(send, officer, home):
    batch = send()
    officer.post(f"/permohonan/impor/{batch.pk}/batalkan/")
    assert not [path for path in home.rglob("*") if path.is_file()]
    assert "Impor ini dibatalkan" in page(officer, batch)


def test_report_and_copy_are_given_and_written_down(checked, officer):
    batch = checked()
    assert officer.post(f"/permohonan/impor/{batch.pk}/laporan.xlsx").content.startswith(b"PK")
    taken = officer.post(f"/permohonan/impor/{batch.pk}/salinan.csv").content.decode("utf-8-sig")
    assert taken.splitlines()[0] == "baris;nomor;tgl masuk;tgl selesai;status"
    operations = {event.operation for event in events_on(batch)}
    assert {"download_import_report", "download_import_copy"} <= operations


@pytest.mark.parametrize("name", ["permohonan.xlsx", "permohonan.csv", "kejadian.xlsx", "kejadian.csv"])
def test_templates(officer, name):
    assert officer.get(f"/permohonan/impor/templat/{name}").status_code == 200


def test_the_list_is_searched_and_counts_its_queries(checked, officer, django_assert_max_num_queries):
    checked()
    with django_assert_max_num_queries(12):
        assert "izin.csv" in officer.get("/permohonan/impor/").content.decode()
    assert "Tidak ada yang cocok" in officer.get("/permohonan/impor/?q=lain").content.decode()


def test_nobody_without_the_permission_sees_anything(checked, strict_client, person):
    batch = checked()
    strict_client.force_login(person("dewi"))
    for path in ("", f"{batch.pk}/", f"{batch.pk}/cara-baca/", f"{batch.pk}/urungkan/"):
        assert strict_client.get(f"/permohonan/impor/{path}").status_code in (403, 404)


@pytest.fixture
def moved(person, foreign):
    """Return what moves the officer to the other unit."""
    return lambda: person("joko").role_grants.update(unit=foreign.unit)


def test_an_officer_who_moved_leaves_the_imports_of_the_former_office_behind(checked, officer, send, moved):
    batch = checked()
    officer.post(f"/permohonan/impor/{batch.pk}/terapkan/", {"seen": batch.digest})
    unread = send(FILE + "B-1;2024-03-02 08:00;;Diproses;x\n", "lain.csv")
    moved()
    listed = officer.get("/permohonan/impor/").content.decode()
    assert "izin.csv" not in listed
    assert "lain.csv" in listed
    assert officer.get(f"/permohonan/impor/{unread.pk}/cara-baca/").status_code == 200
    assert officer.get(f"/permohonan/impor/{batch.pk}/").status_code == 404
    for wish in ("urungkan/", "salinan.csv", "laporan.xlsx", "ulangi/"):
        assert officer.post(f"/permohonan/impor/{batch.pk}/{wish}").status_code == 404
    assert ServiceRequest.objects.count() == 4


def test_the_same_file_again_does_not_lead_to_an_import_that_was_left_behind(checked, send, moved):
    batch = checked()
    moved()
    assert send() != batch


def test_what_was_asked_for_before_the_officer_moved_is_not_done_after(checked, officer, moved, person):
    batch = checked()
    begin_apply(batch, seen=batch.digest, at=timezone.now())
    moved()
    tasks.apply_request_import.call(batch.pk, batch.touched_at.isoformat(), person("joko").pk, batch.digest)
    batch.refresh_from_db()
    assert (batch.state, batch.problem.en.startswith("Whoever asked")) == (ImportState.CHECKED, True)
    assert not ServiceRequest.objects.exists()
    begin_check(batch, at=timezone.now())
    tasks.check_request_import.call(batch.pk, batch.touched_at.isoformat())
    batch.refresh_from_db()
    assert (batch.state, batch.problem.en.startswith("Whoever asked")) == (ImportState.FAILED, True)


def test_an_undoing_asked_for_before_the_officer_moved_is_not_done_after(checked, officer, moved, person):
    batch = checked()
    officer.post(f"/permohonan/impor/{batch.pk}/terapkan/", {"seen": batch.digest})
    batch.refresh_from_db()
    begin_undo(batch, at=timezone.now())
    moved()
    tasks.undo_request_import.call(batch.pk, batch.touched_at.isoformat(), person("joko").pk)
    batch.refresh_from_db()
    assert (batch.state, batch.problem.en.startswith("Whoever asked")) == (ImportState.APPLIED, True)
    assert ServiceRequest.objects.count() == 4
