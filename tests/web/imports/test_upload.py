"""A file is sent: what is kept of it, what is refused at the form, and that sending twice is harmless."""

import io
import stat
from datetime import timedelta

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.access.audit import events_on
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.models import ImportBatch
from pembina.exchange import bounded
from web.imports.conftest import CSV

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def cells(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def only_batch():
    return ImportBatch.objects.get()


def only_batch_of(answer):
    return ImportBatch.objects.get(pk=answer.url.split("/")[2])


def test_the_form_says_what_is_known_and_what_is_not_kept(officer):
    html = officer.get("/impor/baru/").content.decode()
    for told in ("Ekspor pegawai SIASN", "NIK, agama, alamat", "Berkas ini lengkap", "/impor/templat/pegawai.csv"):
        assert told in html
    assert f'value="{timezone.localdate().isoformat()}"' in html


def test_a_file_leads_to_its_page_and_only_what_is_read_is_kept(send, home, rina):
    answer = send()
    batch = only_batch()
    assert answer.url == f"/impor/{batch.pk}/"
    assert (batch.file_name, batch.by, batch.complete) == ("pegawai.csv", rina, False)
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert [path.relative_to(home).as_posix() for path in kept] == [batch.kept_file]
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    rows = cells(kept[0].read_bytes())
    assert rows[0] == ["nip", "nama", "jenis pegawai", "unit kerja", "jabatan", "tmt jabatan"]
    assert rows[1][:2] == ["198511022010012001", "Rina Contoh"]
    assert not {"Islam", "3201011"} & {cell for row in rows for cell in row}


def test_the_officer_is_told_which_columns_were_not_read(send, officer):
    html = officer.get(send().url).content.decode()
    assert "Tidak dibaca karena tidak diperlukan untuk pembinaan: nik, agama." in html


def test_receiving_is_written_down(send, rina):
    send()
    event = events_on(only_batch()).get(operation="receive_import")
    assert event.actor == rina


def test_the_same_form_twice_is_one_import(send):
    assert send().url == send().url
    assert ImportBatch.objects.count() == 1


def test_another_wish_is_another_import(send):
    send()
    send(complete="on")
    send(on=(timezone.localdate() - timedelta(days=1)).isoformat())
    assert ImportBatch.objects.count() == 3


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PNG, "bukan tabel, melainkan PNG"),
        (b"", "Berkas ini kosong"),
        ("a;b\n1;2\n", "tidak mempunyai kolom NIP"),
        ("nip;gelar\n1;2\n", "tidak mempunyai kolom nama pegawai"),
        ("nip;nama\n", "hanya berisi nama kolom"),
        ('nip;nama\n1;2;3;"4\n', "Baris"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_at_its_field(send, content, sentence):
    html = send(content).content.decode()
    assert sentence in html
    assert 'href="#id_file"' in html
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"on": ""}, "Isi tanggal mulai berlaku."),
        ({"on": "31-02-2026"}, "Tulis tanggal yang ada di kalender"),
        ({"on": "2999-01-01"}, "Tanggal ini belum tiba"),
        ({"on": "0202-01-01"}, "Tanggal ini terlalu lampau"),
        ({"kind": "cats"}, "cats"),
        ({"kind": "units", "complete": "on"}, "Hanya untuk berkas pegawai"),
        ({"sheet": "x" * 32}, "31"),
        ({"file": ""}, "Pilih berkasnya dulu."),
    ],
)
def test_a_choice_that_cannot_be_is_told_where_it_stands(send, choices, sentence):
    answer = send(**choices)
    html = answer.content.decode()
    assert sentence in html
    assert 'role="alert"' in html
    assert not ImportBatch.objects.exists()


def test_too_many_at_once_is_told_and_nothing_is_kept(send, home, monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS_IN_THE_QUEUE", 0.01)
    monkeypatch.setattr(bounded._places, "acquire", lambda timeout: False)
    assert "Banyak berkas sedang dihitung" in send().content.decode()
    assert not list(home.rglob("*"))


def test_another_officers_unfinished_import_is_told(officer, an_import, send):
    an_import(file_name="lain.xlsx", counts=Counts(total=1, new=1))
    html = officer.get("/impor/baru/").content.decode()
    assert "Ada impor lain yang belum selesai" in html
    assert "lain.xlsx" in html
    assert send().status_code == 302


def test_an_import_that_changes_nothing_is_not_waited_for(officer, an_import):
    an_import(file_name="sama.xlsx", counts=Counts(total=3, unchanged=3))
    assert "Ada impor lain" not in officer.get("/impor/baru/").content.decode()
    listed = officer.get("/impor/").content.decode()
    assert "Tidak ada yang perlu diterapkan" in listed


@pytest.mark.parametrize("name", ["pegawai", "unit-kerja"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_template_is_given_and_is_read_again(officer, send, name, ending):
    answer = officer.get(f"/impor/templat/{name}.{ending}")
    assert f'filename="templat-{name}.{ending}"' in answer.headers["Content-Disposition"]
    kind = "staff" if name == "pegawai" else "units"
    assert send(answer.content, f"templat.{ending}", kind=kind).status_code == 302


def test_no_other_template_is_there(officer):
    assert officer.get("/impor/templat/gaji.xlsx").status_code == 404


def test_the_copy_is_given_after_it_is_proven_and_that_is_written_down(send, officer, home, rina):
    send()
    batch = only_batch()
    answer = officer.post(f"/impor/{batch.pk}/salinan.xlsx")
    assert cells(answer.content)[1][1] == "Rina Contoh"
    assert events_on(batch).get(operation="download_import_copy").actor == rina
    (home / batch.kept_file).write_bytes(b"something else")
    html = officer.post(f"/impor/{batch.pk}/salinan.xlsx", follow=True).content.decode()
    assert "tidak sama lagi dengan yang dicatat" in html


def test_the_report_holds_every_finding_and_that_is_written_down(officer, checked, rina):
    answer = officer.post(f"/impor/{checked.pk}/laporan.xlsx")
    found = cells(answer.content)
    assert [row[0] for row in found[1:]] == [3, 5]
    assert "Dinas Entah" in found[2]
    assert events_on(checked).get(operation="download_import_report").actor == rina


def test_the_copy_of_a_cancelled_import_goes_unless_another_needs_it(send, officer, home):
    first, second = only_batch_of(send()), only_batch_of(send(complete="on"))
    assert first.kept_file == second.kept_file
    officer.post(f"/impor/{first.pk}/batalkan/")
    assert (home / first.kept_file).exists()
    assert officer.post(f"/impor/{first.pk}/salinan.xlsx").status_code == 404
    officer.post(f"/impor/{second.pk}/batalkan/")
    assert not (home / first.kept_file).exists()


def test_without_a_copy_there_is_none_to_give(officer, an_import):
    assert officer.post(f"/impor/{an_import().pk}/salinan.xlsx").status_code == 404


def test_the_file_of_the_form_is_the_one_that_was_sent(send):
    send(CSV.replace("Rina", "Rini"))
    send()
    assert len(set(ImportBatch.objects.values_list("file_sha256", flat=True))) == 2
