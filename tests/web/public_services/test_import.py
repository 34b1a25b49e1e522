"""The catalogue from a file: what it would change, what is wrong in it, and then all of it at once."""

from io import BytesIO

import pytest
from django.urls import reverse

from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.exchange.staff import staff_workbook

HEAD = ["kode", "nama_layanan", "kode_unit", "berlaku_mulai", "janji_angka", "janji_satuan", "dihitung_sejak", "sampai"]
PROMISE = ["3", "hari kerja", "berkas lengkap", "surat terbit"]


def text(response):
    return response.content.decode()


def at(view):
    return reverse(f"public_services:{view}")


@pytest.fixture
def check(as_maya, monkeypatch):
    """Return a function that sends rows as a workbook and returns the answer."""
    # The bounded process needs a server of forks, which a test does not.
    monkeypatch.setattr("pembina.web.public_services.import_forms.within_limits", lambda read, *given: read(*given))

    def send(rows, head=HEAD):
        file = BytesIO(staff_workbook(head, rows, sheet="Layanan"))
        file.name = "katalog.xlsx"
        return as_maya.post(at("import"), {"file": file})

    return send


def apply(client, answer):
    return client.post(at("apply_import"), {"carried": answer.context["carried"]})


def test_services_and_standards_enter_after_a_preview(check, as_maya):
    answer = check([["SURAT", "Surat pengantar", "01.08", "2026-01-01", *PROMISE], ["LAIN", "Layanan lain", "01.08"]])
    assert not PublicService.objects.filter(code="SURAT").exists()
    assert "standar baru" in text(answer)
    apply(as_maya, answer)
    standard = ServiceStandard.objects.get(service__code="SURAT")
    assert (standard.promised_amount, standard.promised_unit) == (3, "working_days")
    assert PublicService.objects.filter(code="LAIN", standards=None).exists()


def test_two_versions_of_a_new_service_enter_in_any_order(check, as_maya):
    rows = [["SURAT", "Surat", "01.08", day, *PROMISE] for day in ("2026-01-01", "2024-01-01")]
    apply(as_maya, check(rows))
    assert ServiceStandard.objects.filter(service__code="SURAT").count() == 2


def test_a_known_version_is_corrected_and_an_empty_cell_changes_nothing(check, as_maya, service):
    standard = service("PBG").standards.order_by("-starts_on").first()
    before = standard.requirements
    apply(as_maya, check([["PBG", "", "", standard.starts_on.isoformat(), "12", "", "", ""]]))
    standard.refresh_from_db()
    assert (standard.promised_amount, standard.requirements) == (12, before)


def test_what_was_downloaded_changes_nothing_when_it_comes_back(as_maya, check):
    content = BytesIO(as_maya.post(at("export")).content)
    content.name = "layanan.xlsx"
    answer = as_maya.post(at("import"), {"file": content})
    assert answer.context["plan"].counts[0][1] == "0"
    assert answer.context["plan"].findings == []
    assert "Tidak ada yang akan berubah" in text(answer)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "Tanpa kode", "01.08"], "Sel ini kosong."),
        (["X", "", "01.08"], "Sel ini kosong."),
        (["X", "Nama", "99.99"], "Unit ini tidak dikenal"),
        (["PBG", "", "01.08"], "tercatat pada unit lain"),
        (["X", "Nama", "01.08", "", *PROMISE], "Sel ini kosong."),
        (["X", "Nama", "01.08", "2026-02-30", *PROMISE], "Bukan tanggal."),
        (["X", "Nama", "01.08", "2026-01-01", "tiga", *PROMISE[1:]], "Bukan bilangan bulat"),
        (["X", "Nama", "01.08", "2026-01-01", "3", "minggu", *PROMISE[2:]], "Satuan ini tidak dikenal."),
        (["X", "Nama", "01.08", "2026-01-01", "3"], "Janji waktu belum lengkap."),
        (["PBG", "", "", "2001-01-01", *PROMISE], "tidak dibuka pada hari itu"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_left_out(check, as_maya, row, said):
    answer = check([row, ["BAIK", "Layanan baik", "01.08"]])
    finding = answer.context["plan"].findings[0]
    assert said in finding.said
    assert finding.row == "2"
    apply(as_maya, answer)
    assert PublicService.objects.filter(code="BAIK").exists()
    assert not PublicService.objects.filter(code="X").exists()


def test_a_service_listed_twice_is_refused_in_both_rows(check):
    answer = check([["X", "Nama", "01.08"], ["X", "Nama", "01.08"]])
    assert len(answer.context["plan"].findings) == 2


def test_a_file_without_codes_or_that_is_none_is_refused(check, as_maya):
    assert "tidak memiliki kolom kode" in text(check([["a"]], head=["nama_layanan"]))
    file = BytesIO(b"\x00\x01\x02")
    file.name = "rusak.xlsx"
    assert as_maya.post(at("import"), {"file": file}).status_code == 422
    assert as_maya.post(at("import"), {}).status_code == 422


def test_rows_that_somebody_changed_on_the_way_are_refused(as_maya):
    answer = as_maya.post(at("apply_import"), {"carried": "dipalsukan"}, follow=True)
    assert "Pilih berkasnya lagi." in text(answer)


def test_a_keeper_of_one_office_cannot_write_into_another(check, as_maya, health_keeper, service):
    file = BytesIO(staff_workbook(HEAD, [["PBG", "Diganti", ""], ["X", "Nama", "01.08"]], sheet="Layanan"))
    file.name = "katalog.xlsx"
    answer = health_keeper.post(at("import"), {"file": file})
    assert [row.column for row in answer.context["plan"].findings] == ["kode", "kode_unit"]


def test_the_template_has_the_columns_of_the_file(as_maya):
    assert as_maya.get(at("template")).content.startswith(b"PK")
