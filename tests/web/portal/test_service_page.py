"""The page of a service: the promise and the real time, what is missing, and nothing of a few."""

from datetime import UTC, date, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from web.portal.public_records import complaints, office, requests, service

ADDRESS = "/warga/layanan/IZIN/"


def test_the_promise_stands_beside_the_real_time(read):
    permit = service(office())
    requests(permit, 9, days=1)
    requests(permit, 1, days=20, prefix="late")
    page = read(ADDRESS)
    for told in ("3 hari kerja", "berkas lengkap", "KTP asli", "Median dari 10 permohonan yang selesai"):
        assert told in page
    assert "90,0%" in page
    assert "9 dari 10 permohonan yang dapat dinilai" in page


def test_how_a_number_is_computed_names_rule_version_and_article(read):
    requests(service(office()), 6)
    page = read(ADDRESS)
    assert "Bagaimana angka ini dihitung" in page
    assert "Hyndman dan Fan 1996" in page
    assert "Perpres 21/2023, Pasal 3 dan Pasal 4" in page
    assert "service_time, berlaku sejak 12 April 2023" in page
    assert "20 November 2026 pukul 12.00 WIB" in page


def test_fewer_than_five_are_not_described(read):
    requests(service(office()), 4)
    page = read(ADDRESS)
    assert "Tidak ditampilkan" in page
    assert "Kurang dari 5" in page
    assert "Angka dari kurang dari 5" in page
    assert "1 hari kerja" not in page


def test_what_is_done_at_once_took_no_day(read):
    requests(service(office()), 6, days=0.1)
    assert "Hari yang sama" in read(ADDRESS)


def test_where_many_are_open_the_median_counts_them(read):
    permit = service(office())
    requests(permit, 6, days=1)
    requests(permit, 5, days=None, prefix="open")
    page = read(ADDRESS)
    assert "Median Kaplan-Meier dari 11 permohonan, 6 di antaranya selesai" in page
    assert "terlama 46 hari" in page


def test_a_service_without_standard_and_requests_says_what_is_missing(read):
    service(office(), days=None)
    page = read(ADDRESS)
    for told in ("Belum ada standar pelayanan", "Belum ada permohonan yang tercatat", "Belum ada hasil survei"):
        assert told in page


def test_a_closed_service_keeps_its_page(read):
    service(office(), closed_on=date(2026, 3, 31))
    assert "hari terakhirnya 31 Maret 2026" in read(ADDRESS)


def test_complaints_are_told_of_from_five_on(read):
    unit = office()
    permit = service(unit)
    complaints(unit, 4, about=permit)
    assert "dari 4 pengaduan" not in read(ADDRESS)
    complaints(unit, 5, about=permit)
    assert "0 dari 5 pengaduan" in read(ADDRESS)


def test_an_unknown_code_finds_nothing(read):
    read("/warga/layanan/TIDAK-ADA/", status=404)
    read("/warga/unit/9.9/", status=404)


def test_a_code_may_hold_a_slash(read):
    service(office(code="A/1"), code="IZIN/2")
    assert "Izin usaha" in read("/warga/unit/A/1/")
    assert "Izin usaha" in read("/warga/layanan/IZIN/2/")


def test_queries_do_not_grow_with_requests_and_months(read):
    permit = service(office())
    requests(permit, 6)
    with CaptureQueriesContext(connection) as few:
        read(ADDRESS)
    for month in range(1, 10):
        requests(permit, 8, received=datetime(2026, month, 12, 2, 0, tzinfo=UTC))
    with CaptureQueriesContext(connection) as many:
        read(ADDRESS)
    assert len(many) == len(few) <= 25


def test_in_english(strict_client, db):
    requests(service(office()), 6)
    strict_client.cookies["django_language"] = "en"
    page = strict_client.get(ADDRESS).content.decode()
    for told in ("What is promised", "Median of 6 completed requests", "How this number is computed"):
        assert told in page
