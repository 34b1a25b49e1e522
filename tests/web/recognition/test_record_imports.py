"""A file of checks and medals is looked at, applied and taken back; what is empty stays unchecked."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pembina.domain.access.events import AuditEvent
from pembina.domain.career.models import HeldMedal, RecordImport, ServiceCheck
from pembina.domain.career.operations.medals import CheckTold, record_check, record_medal
from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person
from web.recognition.conftest import text_of
from web.recognition.test_round_pages import page_of

pytestmark = pytest.mark.django_db
HEAD = "nip;diperiksa_pada;hukuman_disiplin;cltn;sumber;catatan;satyalancana;tanggal_keputusan;nomor_keputusan\n"


@pytest.fixture
def looked_at(awarding, as_user):
    """Return a function that shows what some rows would do; the NIP of Budi stands for `B`."""

    def look(*rows, head=HEAD):
        content = head + "".join(row.replace("B;", f"{awarding.budi.nip};", 1) + "\n" for row in rows)
        file = SimpleUploadedFile("riwayat.csv", content.encode())
        return as_user(awarding.rina).post(page_of("import"), {"file": file})

    return look


@pytest.fixture
def applied(looked_at, awarding, as_user):
    def apply(*rows):
        told = {"carried": hidden(looked_at(*rows), "carried")}
        as_user(awarding.rina).post(page_of("apply_import"), told)
        return RecordImport.objects.latest("pk")

    return apply


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]+)"', text_of(answer))[1]


BOTH = "B;01-09-2026;tidak ada;tidak;Berkas;;X;17-08-2014;66/TK/2014"


def test_a_row_writes_a_check_and_a_medal_and_once_only(applied, looked_at, awarding):
    batch = applied(BOTH)
    check, held = ServiceCheck.objects.get(), HeldMedal.objects.get()
    assert (check.discipline, check.had_unpaid_leave, check.checked_on) == ("none", False, date(2026, 9, 1))
    assert (held.medal, held.decree, held.batch) == ("ten", "66/TK/2014", batch)
    assert (batch.added, batch.changed) == (2, 0)
    assert "Tidak ada yang baru" in text_of(looked_at(BOTH))
    told = AuditEvent.objects.filter(operation="import_record_rows", concerns=awarding.budi.nip)
    assert told.count() == 2
    assert not [event for event in told if "none" in str(event.changes)]


def test_an_empty_cell_stays_unchecked(applied, awarding, as_user):
    applied("B;01-09-2026;;tidak;Berkas;;;;")
    assert ServiceCheck.objects.get().discipline == ""
    page = text_of(as_user(awarding.rina).get(page_of("medal_person", awarding.budi.pk)))
    assert "Belum diperiksa" in page
    assert "Tidak ada hukuman disiplin" not in page


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("197001011995031999;01-09-2026;berat;;SK;;;;", "Tidak ada pegawai dalam jangkauan"),
        ("123;01-09-2026;berat;;SK;;;;", "123"),
        ("B;01-09-2026;parah;;SK;;;;", "bukan tingkat hukuman"),
        ("B;01-09-2026;;mungkin;SK;;;;", "bukan ya atau tidak"),
        ("B;31-02-2026;berat;;SK;;;;", "tidak ada di kalender"),
        ("B;01-01-2027;berat;;SK;;;;", "belum tiba"),
        ("B;01-09-2026;;;SK;;;;", "tidak memuat pemeriksaan"),
        ("B;;;;;;;;", "tidak memuat pemeriksaan"),
        ("B;01-09-2026;berat;;;;;;", "Sumber pemeriksaannya kosong"),
        ("B;;;;;;L;17-08-2014;66", "bukan Satyalancana"),
        ("B;;;;;;X;17-08-2014;", "Nomor keputusannya kosong"),
        ("B;;;;;;XX;17-08-2014;66", "belum mungkin"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason(looked_at, row, words):
    page = text_of(looked_at(row))
    assert words in page
    assert "Tidak ada yang baru" in page
    assert not ServiceCheck.objects.exists()


def test_two_rows_about_the_same_are_one_too_many(looked_at):
    page = text_of(looked_at(BOTH, "B;02-09-2026;berat;;SK;;;;", "B;;;;;;10;17-08-2015;1"))
    assert "Pemeriksaan orang ini sudah ada" in page
    assert "Tanda kehormatan orang ini sudah ada" in page


def test_what_contradicts_the_record_is_told(awarding, looked_at):
    told = CheckTold(date(2026, 8, 1), "moderate", None, "SK")
    record_check(person=awarding.budi, told=told, by=awarding.rina, at=awarding.at)
    assert "hukuman yang lebih berat" in text_of(looked_at("B;01-09-2026;tidak ada;;Berkas;;;;"))
    assert "yang lebih baru" in text_of(looked_at("B;01-07-2026;berat;;Berkas;;;;"))
    assert "Terapkan" in text_of(looked_at("B;01-09-2026;tidak ada;;Berkas;Dibatalkan dengan SK 9;;;"))
    Person.objects.filter(pk=awarding.budi.pk).update(legal_position=LegalPosition.DISCIPLINED)
    page = text_of(looked_at("B;01-09-2026;tidak ada;;Berkas;Dibatalkan;;;"))
    assert "Kedudukan hukum pegawai ini berkata lain" in page


def test_another_decree_replaces_the_medal_and_undoing_brings_it_back(awarding, applied, as_user):
    told = {"person": awarding.budi, "medal": "ten", "by": awarding.rina, "at": awarding.at}
    old = record_medal(**told, awarded_on=date(2014, 8, 17), decree="66/TK/2014")
    batch = applied("B;01-09-2026;ringan;;SK;;X;17-08-2015;70/TK/2015")
    assert (batch.added, batch.changed) == (1, 1)
    assert HeldMedal.objects.get(taken_back_at=None).decree == "70/TK/2015"
    as_user(awarding.rina).post(page_of("undo_import", batch.pk))
    assert HeldMedal.objects.get() == old
    assert HeldMedal.objects.get().taken_back_at is None
    assert not ServiceCheck.objects.exists()
    batch.refresh_from_db()
    assert batch.undone_by == awarding.rina


def test_what_was_followed_by_another_check_is_not_undone(awarding, applied, as_user):
    batch = applied("B;01-09-2026;ringan;;SK;;;;")
    applied("B;02-09-2026;berat;;SK;;;;")
    answer = as_user(awarding.rina).post(page_of("undo_import", batch.pk), follow=True)
    assert "sudah disusul" in text_of(answer)
    assert ServiceCheck.objects.count() == 2


def test_only_human_resources_bring_in_and_never_their_own(awarding, looked_at, as_user):
    client = as_user(awarding.budi_user)
    for name in ("import", "import_template"):
        assert client.get(page_of(name)).status_code == 404
    awarding.person(awarding.rina, awarding.third)
    page = text_of(looked_at(f"{awarding.rina.username};01-09-2026;tidak ada;tidak;Berkas;;;;"))
    assert "Riwayat sendiri tidak dicatat sendiri" in page


def test_a_file_without_the_columns_and_a_broken_seal_are_told(awarding, looked_at, as_user):
    answer = looked_at("B;x", head="nip;nama\n")
    assert answer.status_code == 422
    assert "tidak mempunyai kolom hukuman disiplin" in text_of(answer)
    client = as_user(awarding.rina)
    assert "terlalu lama" in text_of(client.post(page_of("apply_import"), {"carried": "x"}, follow=True))
    assert "terlalu lama" in text_of(client.post(page_of("import_report"), {"report": "x"}, follow=True))


def test_template_and_report_are_workbooks(awarding, looked_at, as_user):
    report = hidden(looked_at("B;01-09-2026;parah;;SK;;;;"), "report")
    client = as_user(awarding.rina)
    assert client.post(page_of("import_report"), {"report": report}).content.startswith(b"PK")
    template = SimpleUploadedFile("templat.xlsx", client.get(page_of("import_template")).content)
    assert "Tidak ada yang baru" in text_of(client.post(page_of("import"), {"file": template}))
