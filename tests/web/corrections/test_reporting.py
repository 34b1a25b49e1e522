"""Sari says that her superior is wrong, with and without finding the right one, and sees the answer."""

import pytest

from pembina.domain.people.models import CorrectionReport, Unit
from pembina.domain.people.operations import decline_report
from web.corrections.conftest import NOON


@pytest.fixture
def form(record_of):
    return lambda about, who="sari": f"/laporan-data/baru/{record_of(who).pk}/{about}/"


def test_the_own_record_leads_to_the_report_and_that_of_the_superior_does_not(as_user, sari, record_of):
    client = as_user(sari)
    own = record_of("sari").pk
    assert f'href="/laporan-data/baru/{own}/"' in client.get(f"/pegawai/{own}/").content.decode()
    assert "Laporkan kekeliruan" not in client.get(f"/pegawai/{record_of('budi').pk}/").content.decode()
    html = client.get(f"/laporan-data/baru/{own}/").content.decode()
    assert f"/laporan-data/baru/{own}/superior/" in html
    assert "Bukan bawahan saya" not in html


def test_a_search_only_searches_and_keeps_what_was_typed(as_user, sari, form):
    client = as_user(sari)
    sent = {"superior_q": "budi santoso", "note": "SK 12", "search": "superior"}
    html = client.post(form("superior"), sent).content.decode()
    assert "Budi Santoso" in html
    assert "Kepala Bidang Pelayanan Perizinan" in html
    assert "SK 12" in html
    assert "perlu diperbaiki" not in html
    assert not CorrectionReport.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("b", "sedikitnya 2 huruf"), ("zzzz", "Tidak ada yang cocok"), ("a\0", "sedikitnya 2 huruf"), ("%%", "Tidak ada")],
)
def test_a_search_without_result_says_what_to_do(as_user, sari, form, wanted, said):
    html = as_user(sari).post(form("superior"), {"superior_q": wanted, "search": "superior"}).content.decode()
    assert said in html


def test_only_leaders_are_found_and_never_a_number(as_user, sari, dewi, form, record_of):
    html = as_user(sari).post(form("superior"), {"superior_q": "dewi anggraini", "search": "superior"})
    assert record_of("dewi").titled_name not in html.content.decode()
    found = as_user(sari).post(form("superior"), {"superior_q": "budi santoso", "search": "superior"})
    assert record_of("budi").nip not in found.content.decode()


def test_a_report_is_sent_and_shown_with_its_state(as_user, sari, form, record_of):
    client = as_user(sari)
    sent = {"superior": record_of("budi").pk, "since": "2026-10-01", "note": ""}
    answer = client.post(form("superior"), sent, follow=True)
    made = CorrectionReport.objects.get()
    assert (made.reporter, made.person, made.suggested_superior) == (sari, record_of("sari"), record_of("budi"))
    assert answer.redirect_chain == [(f"/laporan-data/{made.pk}/", 302)]
    assert "Laporan terkirim" in answer.content.decode()
    assert "Menunggu" in client.get("/laporan-data/saya/").content.decode()


def test_a_wrong_unit_is_found_by_name(as_user, sari, form):
    client = as_user(sari)
    html = client.post(form("unit"), {"unit_q": "perhubungan", "search": "unit"}).content.decode()
    assert "Dinas Perhubungan" in html
    office = Unit.objects.get(name="Dinas Perhubungan")
    client.post(form("unit"), {"unit": office.pk})
    assert CorrectionReport.objects.get().suggested_unit == office


@pytest.mark.parametrize(
    ("about", "sent", "said"),
    [
        ("superior", {}, "Belum disebutkan apa yang seharusnya."),
        ("superior", {"superior": "999999"}, "Atasan yang benar"),
        ("superior", {"superior": "x"}, "Atasan yang benar"),
        ("other", {}, "Penjelasan"),
        ("position", {"position": "Analis", "since": "0001-01-01"}, "Periksa tahunnya"),
        ("position", {"position": "Analis", "since": "besok"}, "Tulis tanggal yang ada"),
        ("position", {"position": "x" * 201}, "Jabatan yang benar"),
    ],
)
def test_what_cannot_be_sent_is_said_at_the_field_and_nothing_is_lost(as_user, sari, form, about, sent, said):
    answer = as_user(sari).post(form(about), {**sent, "note": "" if about != "position" else "Catatan saya"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert said in html
    assert about != "position" or "Catatan saya" in html
    assert not CorrectionReport.objects.exists()


def test_the_same_report_twice_is_refused_with_the_way_out(as_user, sari, form, report):
    report()
    answer = as_user(sari).post(form("superior"), {"note": "Lagi"})
    assert answer.status_code == 422
    assert "tarik laporan itu" in answer.content.decode()


def test_a_superior_reports_whom_they_do_not_lead(as_user, budi, form):
    client = as_user(budi)
    assert client.post(form("not_mine"), {"note": "Pindah"}).status_code == 302
    assert CorrectionReport.objects.get().reporter == budi
    assert client.get(form("unit")).status_code == 404
    assert client.get(form("not_mine", who="rina")).status_code == 404


def test_a_report_is_taken_back_once(as_user, sari, report):
    made = report()
    client = as_user(sari)
    assert "Laporan ditarik" in client.post(f"/laporan-data/{made.pk}/tarik/", follow=True).content.decode()
    assert "sudah selesai" in client.post(f"/laporan-data/{made.pk}/tarik/", follow=True).content.decode()


def test_the_reporter_reads_the_answer(as_user, sari, rina, report):
    made = report()
    decline_report(report=made, reason="Sesuai SK mutasi.", by=rina, at=NOON)
    html = as_user(sari).get(f"/laporan-data/{made.pk}/").content.decode()
    for shown in ("Ditolak", "Sesuai SK mutasi.", rina.display_name):
        assert shown in html


def test_a_colleague_finds_no_report(as_user, dewi, budi, report):
    made = report()
    for user in (dewi, budi):
        client = as_user(user)
        for path in ("", "tarik/", "terima/", "tolak/"):
            assert client.get(f"/laporan-data/{made.pk}/{path}").status_code in (404, 405)
            assert client.post(f"/laporan-data/{made.pk}/{path}").status_code in (404, 405)
    made.refresh_from_db()
    assert made.is_open
