"""Open data: every table in both formats and described, nothing of a few, nothing that a spreadsheet would run."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from pembina.exchange.open_data import TABLES
from web.portal.public_records import complaints, office, requests, service


@pytest.fixture
def fetch(client, db):
    """Return a reader of whole downloads."""

    def download(name, form="csv", **headers):
        answer = client.get(f"/data-terbuka/{name}/data.{form}", headers=headers)
        return answer, b"".join(answer) if answer.streaming else answer.content

    return download


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_is_whole(fetch, read, name):
    assert fetch(name)[1].decode().strip().split(",") == TABLES[name].names
    assert json.loads(fetch(name, "json")[1])["data"] == []
    assert "belum berisi apa pun" in read(f"/data-terbuka/{name}/")


def test_times_say_in_both_formats_what_is_hidden(fetch):
    permit = service(office())
    for month, count in ((6, 9), (7, 12), (8, 3), (9, 20)):
        requests(permit, count, received=datetime(2026, month, 10, 2, 0, tzinfo=UTC))
    rows = {row["bulan"]: row for row in rows_of(fetch("waktu-layanan")[1])}
    assert rows["2026-09"]["diterima"] == "20"
    assert rows["2026-09"]["persen_sesuai_janji"] == "100.0"
    assert rows["2026-08"]["diterima"] == rows["2026-08"]["median"] == ""
    assert "diterima" in rows["2026-08"]["disembunyikan"].split()
    assert rows["2026-06"]["diterima"] == "", "the smallest other month, so that the year gives nothing away"
    told = json.loads(fetch("waktu-layanan", "json")[1])
    by_month = {row["bulan"]: row for row in told["data"]}
    assert by_month["2026-08"]["diterima"] is None
    assert by_month["2026-09"]["median"] == 1


def test_what_people_wrote_is_no_formula(fetch):
    service(office(name="=1+1"), name="@SUM(A1)", requirements='=HYPERLINK("http://x")')
    (row,) = rows_of(fetch("layanan")[1])
    assert row["nama_layanan"] == "'@SUM(A1)"
    assert row["nama_unit"] == "'=1+1"
    assert row["persyaratan"].startswith("'=")


def test_whoever_has_this_version_gets_nothing_again(fetch):
    unit = office()
    permit = service(unit)
    requests(permit, 6)
    first, content = fetch("waktu-layanan")
    assert fetch("waktu-layanan", if_none_match=first["ETag"])[0].status_code == 304
    assert fetch("waktu-layanan", if_modified_since=first["Last-Modified"])[0].status_code == 304
    assert fetch("waktu-layanan", "json", if_none_match=first["ETag"])[0].status_code == 200
    requests(permit, 7, prefix="new")
    again, changed = fetch("waktu-layanan", if_none_match=first["ETag"])
    assert again.status_code == 200
    assert changed != content


def test_complaints_of_a_service_with_few_are_in_no_month(fetch, read):
    unit = office()
    many, few = service(unit), service(unit, code="B", name="Lain")
    complaints(unit, 8, about=many)
    complaints(unit, 3, about=few)
    (row,) = rows_of(fetch("pengaduan")[1])
    assert (row["diterima"], row["tenggat_tiba"], row["tepat_waktu"]) == ("8", "8", "0")
    assert "0 dari 8 pengaduan" in read("/warga/unit/1.1/")


def test_the_catalogue_names_every_table_with_its_downloads(client, db):
    told = json.loads(client.get("/data-terbuka/katalog.jsonld").content)
    assert told["@type"] == "dcat:Catalog"
    assert {dataset["dct:identifier"] for dataset in told["dcat:dataset"]} == set(TABLES)
    for dataset in told["dcat:dataset"]:
        addresses = [each["dcat:downloadURL"]["@id"] for each in dataset["dcat:distribution"]]
        assert all(address.startswith("http://testserver/data-terbuka/") for address in addresses)
        assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("name", TABLES)
def test_the_schema_describes_the_columns_of_the_file(client, db, name):
    told = json.loads(client.get(f"/data-terbuka/{name}/skema.json").content)
    (resource,) = told["resources"]
    assert [field["name"] for field in resource["schema"]["fields"]] == TABLES[name].names
    assert set(resource["schema"]["primaryKey"]) <= set(TABLES[name].names)
    assert told["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_metadata_follow_the_three_forms_of_bps(read):
    page = read("/data-terbuka/waktu-layanan/")
    for told in ("Peraturan BPS 5/2020", "MS-Keg", "MS-Var", "MS-Ind", "Statistik sektoral", "Variabel pembangun"):
        assert told in page


def test_an_unknown_table_or_format_finds_nothing(read, fetch):
    read("/data-terbuka/pegawai/", status=404)
    assert fetch("pegawai")[0].status_code == 404
    assert fetch("layanan", "xml")[0].status_code == 404
