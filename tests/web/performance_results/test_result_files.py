"""A file of results is looked at, applied, taken back; and results go to SIASN."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.models import DegreeStudy, SiasnIdentity
from pembina.domain.performance.models import PerformanceResult, ResultImport
from pembina.domain.performance.result_plan import ReadResult
from pembina.exchange.skp import ResultFile
from pembina.web.performance_results.import_plan import MOST_CARRIED, carried
from web.performance_results.conftest import HEAD

pytestmark = pytest.mark.django_db


def address(name, *args):
    return reverse(f"performance_results:{name}", args=args)


def looked_at(client, content, name="skp.csv"):
    return client.post(address("import"), {"file": SimpleUploadedFile(name, content)})


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]+)"', answer.content.decode())[1]


def test_a_file_is_looked_at_before_anything_is_written(as_user, rina, file):
    shown = looked_at(as_user(rina), file).content.decode()
    assert "Tidak ada pegawai dalam jangkauan Anda" in shown
    assert "Kuadran ini tidak sesuai dengan kedua rating" in shown
    assert "Isinya bukan kode atau kata rating" in shown
    assert "Penilai tidak dikenal di sini" in shown
    assert not PerformanceResult.objects.exists()


def test_it_is_applied_once_and_taken_back(as_user, rina, file):
    client = as_user(rina)
    first = looked_at(client, file)
    for _again in range(2):
        client.post(address("apply_import"), {"carried": hidden(first, "carried")})
    assert PerformanceResult.objects.count() == 2
    assert [one.added for one in ResultImport.objects.order_by("pk")] == [2, 0]
    assert "Tidak ada yang baru" in looked_at(client, file).content.decode()
    client.post(address("undo_import", ResultImport.objects.earliest("pk").pk))
    assert not PerformanceResult.objects.exists()
    assert "Diurungkan" in client.get(address("import")).content.decode()


def test_all_findings_are_taken_as_a_workbook(as_user, rina, file):
    client = as_user(rina)
    answer = client.post(address("import_report"), {"report": hidden(looked_at(client, file), "report")})
    assert answer.content.startswith(b"PK")
    assert client.post(address("import_report"), {"report": "x"}).status_code == 302


@pytest.mark.parametrize("text", ["", "x", "eyJ4IjoxfQ:1:abc"])
def test_what_was_changed_on_the_way_is_not_applied(as_user, rina, text):
    assert as_user(rina).post(address("apply_import"), {"carried": text}).status_code == 302
    assert not ResultImport.objects.exists()


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2", b"\x00\x01\x02"])
def test_what_is_no_file_of_results_is_refused_at_the_field(as_user, rina, content):
    assert looked_at(as_user(rina), content).status_code == 422


def test_the_template_can_be_read_again(as_user, rina, pupil):
    client = as_user(rina)
    template = client.get(address("import_template")).content
    assert looked_at(client, template, "templat.xlsx").status_code == 200


def test_a_file_as_long_as_may_be_fits_what_a_form_may_send():
    ratings = ("annual", 1, 12, "above", "above", "very_good")
    words = ("198001012005011", "Penilai Nomor", "Kepala Bidang", "Dinas Contoh", "III/d", "ASN")
    rows = [
        ReadResult(number, number, 2025, *ratings, number % 900, *words, f"{number * 7919:032x}")
        for number in range(MOST_CARRIED)
    ]
    file = ResultFile("skp.csv", "0" * 64, MOST_CARRIED, (), (), ())
    assert len(carried(file, rows, 0)) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_without_an_id_nothing_can_be_sent_and_that_is_said(as_user, rina, result):
    client = as_user(rina)
    assert "ID pegawai di SIASN (pns_id) belum diketahui" in client.get(address("siasn")).content.decode()
    SiasnIdentity.objects.create(person=result.person, pns_id="a" * 32)
    assert "Tidak ada baris yang akan ditolak" in client.get(address("siasn")).content.decode()
    assert client.post(address("siasn_download")).content.startswith(b"PK")
    told = client.post(address("siasn_download"), {"form": "csv"}).content.decode("utf-8-sig")
    assert "KuadranKinerjaNilai" in told
    assert "a" * 32 in told
    assert AuditEvent.objects.filter(operation="export_results_for_siasn").count() == 2


def test_the_predicate_of_a_study_that_was_not_finished_is_taken_over(as_user, rina, pupil, leader, year):
    DegreeStudy.objects.create(
        person=pupil, level="50", institution="Universitas", subject="Hukum", starts_on=date(year - 3, 1, 1),
        due_on=date(year, 6, 1), ended_on=date(year, 6, 1), state="stopped", result="Tidak lulus", noted_by=rina,
        noted_at=timezone.now(),
    )  # fmt: skip
    client = as_user(rina)
    row = f"{pupil.nip};{year};2;2;4;{leader.nip};Penilai Contoh;ASN"
    client.post(address("apply_import"), {"carried": hidden(looked_at(client, f"{HEAD}\n{row}".encode()), "carried")})
    assert PerformanceResult.objects.get().predicate == "poor"
