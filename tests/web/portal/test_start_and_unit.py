"""Where citizens begin, and the page of an office."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from web.portal.public_records import complaints, office, requests, service


def test_a_government_without_any_data_says_so(read):
    page = read("/warga/")
    for told in ("belum mendaftarkan layanannya", "Belum ada layanan yang didaftarkan", "Belum ada janji"):
        assert told in page


def test_a_search_finds_services_and_offices(read):
    service(office())
    assert "/warga/layanan/IZIN/" in read("/warga/?q=usaha")
    assert "/warga/unit/1.1/" in read("/warga/?q=perizinan")
    assert "Tidak ada layanan atau kantor dengan nama itu" in read("/warga/?q=zzzz")
    assert "alert(1)</script>" not in read("/warga/?q=<script>alert(1)</script>")


def test_the_government_adds_up_what_services_show(read):
    unit = office()
    requests(service(unit), 10, days=1)
    requests(service(unit, code="KECIL", name="Izin kecil"), 4, days=30)
    page = read("/warga/")
    assert "10 dari 10 permohonan pada 1 layanan" in page
    assert "Layanan yang angkanya tidak ditampilkan" in page


def test_an_office_lists_the_services_of_those_below_it(read):
    unit = office()
    requests(service(unit), 6)
    service(office(code="1.1.1", name="Puskesmas", below=unit), code="OBAT", name="Obat", days=None)
    service(unit, code="LAMA", name="Izin lama", closed_on=date(2026, 1, 31))
    page = read("/warga/unit/1.1/")
    for told in ("Puskesmas", "100% dari 6", "Belum ada standar pelayanan", "Layanan yang sudah ditutup", "Izin lama"):
        assert told in page


def test_few_complaints_of_an_office_stay_hidden_in_the_one_above(read):
    unit = office()
    below = office(code="1.1.1", name="Puskesmas", below=unit)
    complaints(unit, 7)
    complaints(below, 3)
    assert "0 dari 7 pengaduan" in read("/warga/unit/1.1/")
    assert "Tidak ditampilkan" in read("/warga/unit/1.1.1/")


def test_queries_do_not_grow_with_services(read):
    unit = office()
    requests(service(unit), 6)
    counts = []
    for number in range(6):
        with CaptureQueriesContext(connection) as caught:
            read("/warga/unit/1.1/")
        with CaptureQueriesContext(connection) as start:
            read("/warga/")
        counts.append((len(caught), len(start)))
        requests(service(unit, code=f"L{number}", name=f"Layanan {number}"), 6)
    assert len(set(counts)) == 1


def test_those_who_work_here_see_one_entry_where_citizens_see_all(read, strict_client, sari):
    visitor = read("/akun/masuk/")
    strict_client.force_login(sari)
    employee = read("/")
    for address in ("/data-terbuka/", "/pengaduan/", "/forum/"):
        assert f'href="{address}"' in visitor
        assert f'href="{address}"' not in employee
    assert 'href="/warga/"' in visitor
    assert 'href="/warga/"' in employee
