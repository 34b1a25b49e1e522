"""Joko brings a file of SP4N-LAPOR! in after a look, takes it back, and carries answers out."""

import io
import re

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from pembina.domain.services.models import Complaint, ComplaintImport

IMPORT = "/pengaduan-masuk/impor/"
HEAD = "Tracking ID;Nama Pelapor;Judul;Isi Laporan;Instansi;Tanggal Laporan;Status;Tindak Lanjut;Tanggal Tindak Lanjut"
ROWS = [
    "7001;Tono;Antre;Antre <b>lama</b>;Unit 1.1;2026-11-02 09:15:00;Proses;;",
    "7002;Tini;Loket;=1+1;Unit 1.1;2026-11-03;Selesai;Sudah;2026-11-05",
    "7003;Tati;Jauh;Jauh;Entah;2026-11-03;Proses;;",
    "7004;Tuti;Kosong;;Unit 1.1;2026-11-03;Proses;;",
]


@pytest.fixture
def look(as_user, joko):
    """Return a function that uploads rows and returns the client and the page."""

    def run(*rows, **more):
        client = as_user(joko)
        file = SimpleUploadedFile("lapor.csv", "\n".join([HEAD, *rows]).encode())
        return client, client.post(IMPORT, {"file": file, **more})

    return run


def carried(answer):
    return {"carried": re.search(r'name="carried" value="([^"]+)"', answer.content.decode()).group(1)}


def test_a_look_names_each_bad_row_and_writes_nothing(look):
    _, answer = look(*ROWS)
    html = answer.content.decode()
    assert "bukan nama atau kode unit" in html
    assert "Isi Laporan" in html
    assert "Tidak dibaca karena data pribadi: Nama Pelapor." in html
    assert "Tono" not in html
    assert not Complaint.objects.exists()


def test_what_was_looked_at_comes_in_once_and_goes_again(look, office):
    client, answer = look(*ROWS)
    html = client.post(IMPORT + "terapkan/", carried(answer), follow=True).content.decode()
    assert "2 pengaduan ditulis. 2 baris ditolak." in html
    assert set(Complaint.objects.values_list("tracking_id", "state")) == {("7001", "in_progress"), ("7002", "closed")}
    assert "Tidak ada yang baru" in look(*ROWS[:2])[1].content.decode()
    batch = ComplaintImport.objects.get()
    assert "diurungkan" in client.post(f"{IMPORT}{batch.pk}/urungkan/", follow=True).content.decode()
    assert not Complaint.objects.exists()


def test_agencies_that_are_not_known_can_go_to_one_unit(look, office):
    client, answer = look(ROWS[2], unit=office.pk)
    client.post(IMPORT + "terapkan/", carried(answer))
    assert Complaint.objects.get().unit == office


@pytest.mark.parametrize("text", ["", "forged", "a:b:c"])
def test_a_broken_seal_asks_for_the_file_again(as_user, joko, office, text):
    answer = as_user(joko).post(IMPORT + "terapkan/", {"carried": text}, follow=True)
    assert "Unggah lagi" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "kosong"), (b"\x00\x01\x02", "lapor"), (b"Judul\nx", "ID pelacakan")]
)
def test_a_file_that_is_none_is_said(as_user, joko, office, content, said):
    answer = as_user(joko).post(IMPORT, {"file": SimpleUploadedFile("lapor.csv", content)})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_nobody_undoes_the_import_of_another(look, as_user, maya):
    client, answer = look(ROWS[0])
    client.post(IMPORT + "terapkan/", carried(answer))
    assert as_user(maya).post(f"{IMPORT}{ComplaintImport.objects.get().pk}/urungkan/").status_code == 404


def test_answers_go_out_in_the_same_columns(look):
    client, answer = look(*ROWS[:2])
    client.post(IMPORT + "terapkan/", carried(answer))
    content = client.post(IMPORT + "jawaban/").content
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert head[0] == "Tracking ID"
    assert rows[1][0] == "7002"
    assert "'=1+1" in rows[1]
    assert CalamineWorkbook.from_filelike(io.BytesIO(client.get(IMPORT + "templat/").content))


def test_a_workbook_that_asks_for_all_memory_is_refused_and_the_server_goes_on(as_user, joko):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, column in ((0, 0), (1_048_575, 16_383)):
            sheet.write_string(row, column, "x")
    answer = as_user(joko).post(IMPORT, {"file": SimpleUploadedFile("lapor.xlsx", content.getvalue())})
    assert answer.status_code == 422
    assert "terlalu banyak memori" in answer.content.decode()
