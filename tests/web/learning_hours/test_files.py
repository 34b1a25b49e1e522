"""Earlier learning from a file, and the year in the form of SIASN with what it would refuse."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pembina.domain.development.models import LearningRecord, SiasnIdentity

pytestmark = pytest.mark.django_db
NAMES = "nip jenisDiklatId namaKursus institusiPenyelenggara nomorSertipikat jumlahJam tanggalKursus"
HEAD = ";".join([*NAMES.split(), "tanggalSelesaiKursus", "tahunKursus"])


@pytest.fixture
def history(pupil):
    """Return a file with one good row, one of a stranger, one without a day and one without a form."""
    rows = [
        f"{pupil.nip};3;Diklat Teknis;BPSDM;800/1;20;06-05-2024;08-05-2024;",
        "199912312020121009;3;Diklat Teknis;BPSDM;800/2;20;06-05-2024;08-05-2024;",
        f"{pupil.nip};3;Tanpa hari;BPSDM;800/3;20;;;",
        f"{pupil.nip};3;Tahun saja;BPSDM;800/5;20;;;2023",
        f"{pupil.nip};;Tanpa bentuk;BPSDM;800/4;20;06-05-2024;08-05-2024;",
    ]
    return "\n".join([HEAD, *rows]).encode()


def looked_at(client, content, name="riwayat.csv"):
    return client.post(reverse("learning_hours:import"), {"file": SimpleUploadedFile(name, content)})


def carried(answer):
    return re.search(r'name="carried" value="([^"]+)"', answer.content.decode())[1]


def test_a_file_is_looked_at_before_anything_is_written(as_user, rina, history):
    answer = looked_at(as_user(rina), history)
    page = answer.content.decode()
    assert "Tidak ada peserta dengan NIP ini" in page
    assert "Tahun dan tanggal kosong." in page
    assert "tahun saja tidak cukup" in page
    assert "Bentuk pengembangan tidak dikenal" in page
    assert not LearningRecord.objects.exists()


def test_it_is_applied_once_and_taken_back(as_user, rina, history):
    client = as_user(rina)
    first = looked_at(client, history)
    client.post(reverse("learning_hours:apply_import"), {"carried": carried(first)})
    client.post(reverse("learning_hours:apply_import"), {"carried": carried(first)})
    row = LearningRecord.objects.get()
    assert (row.title, row.hours, row.year) == ("Diklat Teknis", 20, 2024)
    assert "Tidak ada yang baru" in looked_at(client, history).content.decode()
    client.post(reverse("learning_hours:undo_import", args=[row.import_row.batch_id]))
    assert not LearningRecord.objects.exists()
    assert "Diurungkan" in client.get(reverse("learning_hours:import")).content.decode()


@pytest.mark.parametrize("text", ["", "x", "eyJ4IjoxfQ:1:abc"])
def test_what_was_changed_on_the_way_is_not_applied(as_user, rina, text):
    client = as_user(rina)
    assert client.post(reverse("learning_hours:apply_import"), {"carried": text}).status_code == 302
    assert not LearningRecord.objects.exists()


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2", b"\x00\x01\x02"])
def test_what_is_no_history_is_refused_at_the_field(as_user, rina, content):
    answer = looked_at(as_user(rina), content)
    assert answer.status_code == 422


def test_the_template_can_be_read_again(as_user, rina, pupil):
    client = as_user(rina)
    template = client.get(reverse("learning_hours:import_template")).content
    assert looked_at(client, template, "templat.xlsx").status_code == 200


def test_without_an_id_nothing_can_be_sent_and_that_is_said(as_user, rina, counted):
    client = as_user(rina)
    page = client.get(reverse("learning_hours:siasn")).content.decode()
    assert "ID pegawai di SIASN (pns_id) belum diketahui" in page
    export = f"nip_baru;pns_id\n{counted.person.nip};{'a' * 32}".encode()
    client.post(reverse("learning_hours:siasn_identities"), {"file": SimpleUploadedFile("siasn.csv", export)})
    assert SiasnIdentity.objects.get().person == counted.person
    assert "Tidak ada baris yang akan ditolak" in client.get(reverse("learning_hours:siasn")).content.decode()
    answer = client.post(reverse("learning_hours:siasn_download"))
    assert answer.content.startswith(b"PK")


def test_wrong_ids_are_listed_and_the_others_noted(as_user, rina, counted):
    rows = [f"{counted.person.nip};{'b' * 32}", "199912312020121009;x"]
    export = "\n".join(["nip_baru;pns_id", *rows]).encode()
    answer = as_user(rina).post(
        reverse("learning_hours:siasn_identities"), {"file": SimpleUploadedFile("siasn.csv", export)}
    )
    assert "Ini bukan ID pegawai SIASN." in answer.content.decode()
    assert SiasnIdentity.objects.get().pns_id == "b" * 32


def test_the_own_line_of_a_file_is_a_finding(as_user, rina, training, history):
    training.organiser()
    own = f"\n{rina.username};3;Untuk sendiri;BPSDM;800/9;20;06-05-2024;08-05-2024;"
    client = as_user(rina)
    answer = looked_at(client, history + own.encode())
    assert "Ini catatan Anda sendiri." in answer.content.decode()
    client.post(reverse("learning_hours:apply_import"), {"carried": carried(answer)})
    assert LearningRecord.objects.get().title == "Diklat Teknis"
