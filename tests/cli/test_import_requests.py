"""``pembina import requests``: the figures of a file, what it would change, and the way back."""

import json
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner

from needed import shared
from pembina.cli.main import main
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.operations import open_unit
from pembina.domain.services.models import PublicService, RequestImport, ServiceRequest

pytestmark = pytest.mark.django_db
FILE = """nomor;layanan;diterima;selesai;nama pemohon
A;IMB;2024-03-01 08:00;2024-03-04 09:00;Budi
B;IMB;2024-03-01 08:00;;Sari
C;IMB;2024-03-01 08:00;2024-02-01 08:00;Tono
D;ENTAH;2024-03-01 08:00;;Dewi
"""


@pytest.fixture
def service(db):
    unit = open_unit(
        code="01.05.01", name="Bidang Izin", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=None,
        on=date(2020, 1, 1), by=None, at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    return PublicService.objects.create(unit=unit, code="IMB", name="Izin", opened_on=date(2020, 1, 1))


@pytest.fixture
def file(tmp_path, settings, service):
    settings.PEMBINA_HOME = tmp_path / "home"
    path = tmp_path / "izin.csv"
    path.write_text(FILE)
    return str(path)


def run(*arguments, answer=None):
    return CliRunner().invoke(main, ["import", *arguments], input=answer, catch_exceptions=False)


@pytest.mark.parametrize("name", ["events.csv"])
def test_the_published_figures_are_printed_with_the_median_beside_them(name):
    said = run("requests", str(shared("permit_receipt_wabo") / name), "--dry-run")
    assert said.exit_code == 0
    figures = said.stdout.split("(detik):")[1]
    for figure in ("1.434", "467.263,915", "1.322.517,208", "23.832.541,524", "2.800,432"):
        assert figure in figures
    assert "--service" in said.stdout
    assert not RequestImport.objects.exists()


def test_a_dry_run_counts_and_leaves_nothing(file):
    said = run("requests", file, "--dry-run", "--json")
    told = json.loads(said.stdout)
    assert said.exit_code == 1
    counts = told["counts"]
    assert (counts["new"], counts["open"], counts["impossible"], counts["refused"]) == (3, 1, 1, 1)
    assert told["findings"][0]["code"] == "unknown_service"
    assert told["seconds"]["measurable"]["count"] == 1
    assert not RequestImport.objects.exists()
    assert not ServiceRequest.objects.exists()


def test_written_again_nothing_changes_and_undone_nothing_is_left(file, person, settings):
    nip = person("maya").username
    assert run("requests", file, "--yes", "--by", nip).exit_code == 1
    assert ServiceRequest.objects.count() == 3
    again = run("requests", file, "--yes", "--by", nip)
    assert "tidak ada perubahan" in again.stderr
    listed = json.loads(run("list", "--requests", "--json").stdout)
    assert [each["state"] for each in listed] == ["discarded", "applied"]
    assert b"Budi" not in (settings.PEMBINA_HOME / RequestImport.objects.first().kept_file).read_bytes()
    undone = run("undo", str(listed[1]["import"]), "--requests", "--by", nip, "--yes")
    assert undone.exit_code == 0
    assert not ServiceRequest.objects.exists()


def test_columns_words_and_service_can_be_said(tmp_path, service):
    path = tmp_path / "aneh.csv"
    path.write_text("kunci;kapan;apa\nA;2024-03-01 08:00;masuk\nA;2024-03-01 09:00;beres\nB;2024-03-01 08:00;masuk\n")
    options = ("--shape", "events", "--column", "number=kunci", "--column", "at=kapan", "--column", "activity=apa",
               "--word", "completed=Beres", "--service", "IMB")  # fmt: skip
    told = json.loads(run("requests", str(path), "--dry-run", "--json", *options).stdout)
    assert (told["counts"]["new"], told["counts"]["open"]) == (2, 1)
    refused = run("requests", str(path), "--dry-run", "--column", "number=nomor")
    assert refused.exit_code == 2
    assert "kunci" in refused.stderr


def test_whoever_may_not_record_is_refused(file, person):
    said = run("requests", file, "--yes", "--by", person("dewi").username)
    assert said.exit_code == 2
    assert not ServiceRequest.objects.exists()


@pytest.mark.parametrize("kind", ["requests", "events"])
def test_templates_are_written(tmp_path, kind):
    assert run("template", kind, str(tmp_path / "templat.xlsx")).exit_code == 0
    assert (tmp_path / "templat.xlsx").read_bytes().startswith(b"PK")
