"""Grades in a list and from a file, by the organiser and by the partner."""

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pembina.domain.access.audit import events_on
from pembina.domain.development.models import Grade
from pembina.domain.development.operations.grades import apply_grade_import
from pembina.exchange.tables import read_rows
from web.learning_tests.conftest import text_of


@pytest.fixture
def at(training, session):
    return f"/tes/angkatan/{training.batch.pk}/nilai/"


@pytest.fixture
def mitra(mitra, training, session):
    """The account of the partner who holds the whole batch."""
    training.batch.partner = session.partner
    training.batch.save()
    return mitra


def bring(client, at, lines, name="nilai.csv"):
    file = SimpleUploadedFile(name, "\n".join(["NIP;Nilai", *lines]).encode())
    return client.post(f"{at}impor/", {"file": file})


def carried(answer):
    found = re.search(r'name="carried" value="([^"]+)"', text_of(answer))
    return found and found[1]


def test_grades_of_a_page_are_saved_together(as_user, mitra, training, seat, at):
    client, other = as_user(mitra), training.enrol(training.person())
    page = text_of(client.get(at))
    assert "Sari Wulandari" in page
    assert seat.person.nip not in page
    wrong = client.post(at, {f"score-{seat.pk}": "86,5", f"score-{other.pk}": "101"})
    assert wrong.status_code == 422
    assert "Isi angka 0 sampai 100" in text_of(wrong)
    assert 'value="101"' in text_of(wrong)
    assert not Grade.objects.exists()
    client.post(at, {f"score-{seat.pk}": "86,5", f"note-{seat.pk}": "Aktif", f"score-{other.pk}": ""})
    assert [(str(grade.score), grade.note) for grade in Grade.objects.all()] == [("86.50", "Aktif")]
    assert 'value="86,50"' in text_of(client.get(at))
    client.post(at, {f"score-{seat.pk}": ""})
    assert not Grade.objects.exists()


def test_the_file_to_fill_in_names_everybody_and_is_written_down(as_user, mitra, training, seat, at):
    answer = as_user(mitra).post(f"{at}berkas/")
    table = read_rows(answer.content, name="nilai.xlsx", max_rows=10)
    assert table.columns[:3] == ("NIP", "Nama", "Nilai")
    assert next(iter(table.take(["NIP", "Nama"])))[1] == [seat.person.nip, "Sari Wulandari"]
    assert events_on(training.batch).first().operation == "export_grades"


def test_a_file_is_looked_at_then_applied_and_taken_back(as_user, mitra, training, seat, at):
    client, other = as_user(mitra), training.enrol(training.person())
    lines = [f"{seat.person.nip};90", f"{other.person.nip};abc", "199001012015031999;80"]
    shown = bring(client, at, lines)
    assert "Tidak ada peserta dengan NIP ini." in text_of(shown)
    assert "Nilai bukan angka." in text_of(shown)
    assert not Grade.objects.exists()
    client.post(f"{at}impor/terapkan/", {"carried": carried(shown)})
    assert str(Grade.objects.get().score) == "90.00"
    client.post(f"{at}impor/terapkan/", {"carried": carried(shown)})
    assert "sudah diterapkan" in text_of(client.get(at))
    source = training.batch.grade_imports.get()
    client.post(f"/tes/nilai/impor/{source.pk}/urungkan/")
    assert not Grade.objects.exists()
    assert "Diurungkan" in text_of(client.get(at))


def test_ten_thousand_unknown_numbers_are_told_row_by_row(as_user, mitra, seat, at):
    lines = [f"{nip};70" for nip in (f"19800101200501{number % 2 + 1}{number % 1000:03}" for number in range(9_999))]
    shown = text_of(bring(as_user(mitra), at, [f"{seat.person.nip};70", *lines]))
    assert re.search(r"Akan disimpan</dt>\s*<dd[^>]*>1<", shown)
    assert "9.999" in shown
    assert "Dan 9.799 catatan lain." in shown


def test_what_was_carried_is_neither_forged_nor_of_another_batch(as_user, rina, training, seat, at):
    client, other = as_user(rina), training.group("Angkatan 2")
    sealed = carried(bring(client, at, [f"{seat.person.nip};90"]))
    for wrong in (sealed[:-3] + "abc", "", "x"):
        client.post(f"{at}impor/terapkan/", {"carried": wrong})
    client.post(f"/tes/angkatan/{other.pk}/nilai/impor/terapkan/", {"carried": sealed})
    assert not Grade.objects.exists()
    assert "sudah tidak berlaku" in text_of(client.get(at))


def test_a_broken_file_is_refused_at_its_field(as_user, rina, seat, at):
    file = SimpleUploadedFile("nilai.xlsx", b"PK\x03\x04nothing")
    answer = as_user(rina).post(f"{at}impor/", {"file": file})
    assert answer.status_code == 422


def test_others_give_no_grades(as_user, sari, dewi, training, seat, at):
    for user in (sari, dewi):
        client = as_user(user)
        for part in ("", "impor/"):
            assert client.get(f"{at}{part}").status_code == 404
        assert client.post(at, {f"score-{seat.pk}": "100"}).status_code == 404
        assert client.post(f"{at}berkas/").status_code == 404
    assert not Grade.objects.exists()


def test_the_own_row_has_no_field_and_the_own_line_of_a_file_is_refused(as_user, rina, training, seat, at):
    client, own = as_user(rina), training.enrol(training.organiser())
    page = text_of(client.get(at))
    assert "rekan penyelenggara lain yang mengisinya" in page
    assert f"score-{seat.pk}" in page
    assert f"score-{own.pk}" not in page
    client.post(at, {f"score-{own.pk}": "100"})
    shown = bring(client, at, [f"{seat.person.nip};90", f"{rina.username};100"])
    assert "Ini kursi Anda sendiri" in text_of(shown)
    client.post(f"{at}impor/terapkan/", {"carried": carried(shown)})
    assert Grade.objects.get().enrolment == seat


def test_the_partner_of_one_session_gives_no_grades(as_user, mitra, training, seat, at):
    client = as_user(mitra)
    source = apply_grade_import(
        batch=training.batch, grades={seat.pk: Decimal(70)}, file_name="a.csv", sha256="a", by=mitra, at=training.at
    )
    training.batch.partner = None
    training.batch.save()
    assert client.get(at).status_code == 404
    assert client.get(f"{at}impor/").status_code == 404
    for way in (at, f"{at}berkas/", f"{at}impor/terapkan/", f"/tes/nilai/impor/{source.pk}/urungkan/"):
        assert client.post(way, {f"score-{seat.pk}": "100"}).status_code == 404, way
    assert Grade.objects.get().score == 70
