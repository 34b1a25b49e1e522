"""The list of imports: who may open it, what it tells, how it is narrowed, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.access.models import RoleGrant
from pembina.domain.people.enums import ImportState, Sector, UnitKind
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.operations import open_unit

LIST = "/impor/"


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["sari", "budi", "dewi"])
def test_who_may_not_bring_files_in_finds_no_page_and_no_link(strict_client, person, an_import, name):
    batch = an_import()
    strict_client.force_login(person(name))
    assert f'href="{LIST}"' not in strict_client.get("/").content.decode()
    for address in (LIST, "/impor/baru/", f"/impor/{batch.pk}/", f"/impor/{batch.pk}/urungkan/"):
        assert strict_client.get(address).status_code == 404
    for act in ("terapkan", "batalkan", "ulangi", "urungkan"):
        assert strict_client.post(f"/impor/{batch.pk}/{act}/").status_code == 404
    for file in ("laporan.xlsx", "salinan.xlsx"):
        assert strict_client.post(f"/impor/{batch.pk}/{file}").status_code == 404
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED


def test_a_visitor_is_asked_to_sign_in(strict_client, db):
    assert strict_client.get(LIST).url.endswith(f"?next={LIST}")


def test_an_officer_comes_here_from_the_navigation_and_from_the_people(officer):
    assert f'href="{LIST}"' in officer.get("/").content.decode()
    assert f'href="{LIST}"' in officer.get("/pegawai/").content.decode()


def test_an_empty_list_says_how_to_begin(officer):
    html = officer.get(LIST).content.decode()
    assert "Belum ada impor" in html
    assert 'href="/impor/templat/pegawai.xlsx"' in html
    assert 'href="/impor/baru/"' in html


def test_a_row_tells_file_officer_result_and_state(officer, an_import):
    an_import(counts=Counts(total=9, new=1_200, changed=3, refused=4), file_name="siasn.csv")
    html = officer.get(LIST).content.decode()
    for shown in ("siasn.csv", "Rina Lestari", "1.200 baru, 3 berubah, 4 ditolak", "Siap diterapkan"):
        assert shown in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "siasn"}, ["siasn.csv"]),
        ({"q": "rina les"}, ["opd.xlsx", "siasn.csv"]),
        ({"kind": "units"}, ["opd.xlsx"]),
        ({"state": "applied"}, ["opd.xlsx"]),
        ({"state": "applied", "kind": "staff"}, []),
        ({"state": "king", "kind": "all"}, ["opd.xlsx", "siasn.csv"]),
        ({"q": "a" + "x" * 500}, []),
    ],
)
def test_the_list_is_narrowed(officer, an_import, query, found):
    an_import(file_name="siasn.csv")
    an_import(ImportState.APPLIED, file_name="opd.xlsx", kind="units")
    answer = officer.get(LIST, query)
    assert sorted(row.file_name for row in answer.context["rows"]) == found
    assert ("Tidak ada yang cocok" in answer.content.decode()) is (not found)


def test_pages_keep_the_filters_and_cost_the_same(officer, an_import):
    for _ in range(26):
        an_import(ImportState.APPLIED)
    few = queries_of(officer, LIST)
    for _ in range(100):
        an_import(ImportState.APPLIED)
    assert queries_of(officer, LIST) == few <= 8
    html = officer.get(LIST, {"state": "applied"}).content.decode()
    assert 'href="?state=applied&amp;page=2"' in html
    assert "1–25 dari 126" in html


def test_an_officer_of_one_unit_finds_no_page_either(strict_client, person, an_import):
    """A file reaches the whole government, so only those may bring one in who keep the records of all."""
    batch = an_import()
    dewi = person("dewi")
    unit = open_unit(
        code="01",
        name="Dinas Kesehatan",
        kind=UnitKind.OFFICE,
        sector=Sector.HEALTH,
        parent=None,
        on=batch.on,
        by=None,
        at=timezone.now(),
    )
    RoleGrant.objects.create(user=dewi, role_code="human_resources", unit_id=unit.pk, starts_on=batch.on)
    strict_client.force_login(dewi)
    assert f'href="{LIST}"' not in strict_client.get("/").content.decode()
    assert strict_client.get(LIST).status_code == strict_client.get(f"/impor/{batch.pk}/").status_code == 404
