"""``pembina import complaints``: shown first, written when asked for, and taken back; and the daily tidying."""

import json

import pytest
from click.testing import CliRunner

from pembina.cli.main import main
from pembina.domain.services.models import Complaint, ComplaintImport

pytestmark = pytest.mark.django_db
HEAD = "Tracking ID,Isi Laporan,Instansi,Tanggal Laporan,Status"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lapor.csv"
    path.write_text("\n".join([HEAD, "1,Antre,Unit 1.1,2026-11-02,Proses", "2,Jauh,Entah,2026-11-02,Proses"]))
    return str(path)


def run(*arguments):
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


def test_a_dry_run_shows_and_writes_nothing(file, joko):
    said = run("import", "complaints", file, "--by", joko.username, "--dry-run", "--json")
    told = json.loads(said.stdout)
    assert (told["added"], told["refused"], said.exit_code) == (1, 1, 1)
    assert told["findings"][0]["row"] == 3
    assert not Complaint.objects.exists()


def test_it_comes_in_once_and_is_taken_back(file, joko):
    run("import", "complaints", file, "--by", joko.username, "--yes", "--unit", "1.1")
    assert Complaint.objects.count() == 2
    again = run("import", "complaints", file, "--by", joko.username, "--yes", "--unit", "1.1")
    assert again.exit_code == 0
    number = str(ComplaintImport.objects.get().pk)
    said = run("import", "undo-complaints", number, "--by", joko.username, "--yes")
    assert "diurungkan" in said.stdout
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("wrong", [["--by", "1"], ["--unit", "9.9"]])
def test_what_is_not_known_is_said(file, joko, wrong):
    said = run("import", "complaints", file, "--by", joko.username, "--yes", *wrong)
    assert said.exit_code == 2
    assert "Perbaikan" in said.stderr


def test_tidying_says_what_it_did(db):
    assert "0 pengaduan ditutup, 0 kontak pelapor dihapus," in run("tidy").stdout
