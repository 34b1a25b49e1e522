"""The record of one person, the tree of units, the workbook, and Dewi, who has no business here."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.access.audit import events_on
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.operations import begin_mentorship, delegate
from pembina.exchange.staff import staff_workbook
from pembina.web.people.purposes import PURPOSES
from pembina.web.people.urls import urlpatterns
from web.people.conftest import SIZE
from web.test_weight import FIRST, HTMX, LATER, assets, compressed


def test_ones_own_record_shows_all_that_is_held_and_why(visit, sari, record_of):
    html = visit(sari, f"/pegawai/{record_of('sari').pk}/").content.decode()
    for shown in (
        "19920315 201903 2 999",
        "15 Maret 1992",
        "Penata Muda Tingkat I (III/b)",
        "Contoh / Dinas Penanaman Modal",
        "Yang disimpan dan alasannya",
    ):
        assert shown in html
    assert html.index("Penata Perizinan") < html.index("1 Maret 2019 – 30 Juni 2022")


def test_everything_that_the_page_shows_has_its_purpose(visit, sari, record_of, rina):
    shown = record_of("sari")
    begin_mentorship(mentor=record_of("dewi"), mentee=shown, starts_on=date(2020, 1, 1), by=rina, at=timezone.now())
    days = {"starts_on": timezone.localdate(), "ends_on": timezone.localdate()}
    unit = Unit.objects.get(code="01.06")
    delegate(person=shown, kind="daily", unit=unit, letter="1", **days, by=rina, at=timezone.now())
    html = visit(sari, f"/pegawai/{shown.pk}/").content.decode()
    facts, said = html.split("Yang disimpan dan alasannya")
    labels = re.findall(r"<dt[^>]*>(.*?)</dt>", facts) + re.findall(r"<h2[^>]*>(.*?)</h2>", facts)
    covered = {str(label) for purpose in PURPOSES for label in purpose.shown}
    assert {"Mentor", "Kedudukan hukum", "Riwayat jabatan", "Plt, Plh, dan penugasan"} <= set(labels)
    assert set(labels) - covered - {"Identitas"} == set()
    assert all(str(purpose.data) in said for purpose in PURPOSES)


def test_of_the_superior_only_the_position_is_shown(visit, sari, budi, record_of):
    html = visit(sari, f"/pegawai/{record_of('budi').pk}/").content.decode()
    assert "Kepala Bidang Pelayanan Perizinan" in html
    for closed in ("1978", budi.username, "IV/a", "Riwayat jabatan"):
        assert closed not in html


def test_a_superior_opens_the_record_of_the_subordinate(visit, budi, record_of):
    assert "15 Maret 1992" in visit(budi, f"/pegawai/{record_of('sari').pk}/").content.decode()


def test_dewi_finds_nothing_of_saris(strict_client, visit, dewi, record_of):
    sari = record_of("sari")
    for route in urlpatterns:
        about_sari = "<int:pk>" in str(route.pattern)
        answer = visit(dewi, reverse(f"people:{route.name}", args=[sari.pk] if about_sari else []))
        assert answer.status_code == (404 if about_sari else {"export": 405, "choose": 404}.get(route.name, 200))
        assert sari.name not in answer.content.decode()
        assert "Perizinan" not in answer.content.decode()
    assert visit(dewi, reverse("people:index"), unit="01.06.01").status_code == 404
    assert strict_client.post(f"{reverse('people:export')}?unit=01.06.01").status_code == 404
    assert sari.nip not in str(cells(strict_client.post(reverse("people:export"))))


def test_a_record_that_does_not_exist_looks_like_one_out_of_reach(visit, dewi, rina):
    assert visit(dewi, "/pegawai/999999/").status_code == visit(rina, "/pegawai/999999/").status_code == 404


def test_the_tree_shows_the_own_branch_or_everything(visit, sari, rina):
    own, whole = (visit(user, "/unit-kerja/").content.decode() for user in (sari, rina))
    assert own.count("<li>\n<p>") == 3
    assert whole.count("<li>\n<p>") == 45
    assert f">{SIZE}</a>" in whole


def test_the_own_account_leads_to_the_own_record(visit, sari, record_of):
    assert f'href="/pegawai/{record_of("sari").pk}/"' in visit(sari, "/akun/saya/").content.decode()


@pytest.mark.parametrize("address", ["/pegawai/", "/unit-kerja/", None])
def test_a_page_stays_within_the_budget_of_a_visit(visit, rina, record_of, address):
    page = visit(rina, address or f"/pegawai/{record_of('sari').pk}/").content
    linked = assets(page.decode()) | {HTMX}
    assert compressed(page) + sum(compressed(Path(find(asset)).read_bytes()) for asset in linked) <= FIRST
    assert compressed(page) <= LATER


def test_the_record_costs_a_bounded_number_of_queries(strict_client, rina, record_of, django_assert_max_num_queries):
    strict_client.force_login(rina)
    address = f"/pegawai/{record_of('sari').pk}/"
    with django_assert_max_num_queries(18):
        strict_client.get(address)


def cells(answer):
    assert answer.status_code == 200
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_the_workbook_keeps_the_filters_and_the_digits(strict_client, government, rina):
    strict_client.force_login(rina)
    head, *rows = cells(strict_client.post(f"{reverse('people:export')}?unit=01.06.01&status=pns"))
    assert head[:3] == ["NIP", "Nama", "Status"]
    assert {row[2] for row in rows} == {"PNS"}
    assert rina.username not in {row[0] for row in rows}
    assert all(len(row[0]) == 18 for row in rows)
    (event,) = events_on(rina)[:1]
    assert event.changes == {"people": ["", str(len(rows))], "filters": ["", "unit=01.06.01&status=pns&"]}


def test_the_workbook_holds_open_records_only(strict_client, government, sari):
    strict_client.force_login(sari)
    _, *rows = cells(strict_client.post(reverse("people:export")))
    assert [row[0] for row in rows] == [sari.username]


def test_a_workbook_is_not_given_for_a_get(visit, rina):
    assert visit(rina, "/pegawai/unduh/").status_code == 405


@pytest.mark.parametrize("name", ["=1+1", "+62", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_name_never_becomes_a_formula(strict_client, rina, record_of, name):
    Person.objects.filter(pk=record_of("sari").pk).update(name=name, title_after="")
    strict_client.force_login(rina)
    found = {row[0]: row[1] for row in cells(strict_client.post(reverse("people:export")))}
    assert found["199203152019032999"].startswith("'")


def test_a_workbook_of_25_000_rows_is_written_row_by_row():
    rows = ((f"{number:018d}", "Nama", "PNS") for number in range(25_000))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(staff_workbook(["NIP", "Nama", "Status"], rows, sheet="Pegawai")))
    assert sheet.get_sheet_by_index(0).height == 25_001
