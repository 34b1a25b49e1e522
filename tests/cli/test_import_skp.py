"""``pembina import skp``: shown first, written when asked for, and taken back."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from pembina.cli.main import main
from pembina.domain.performance.models import PerformanceResult, ResultImport
from training import Training

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
HEAD = "nip,tahun,hasilKinerjaNilai,PerilakuKerjaNilai,namaPenilai"


@pytest.fixture
def file(tmp_path, rina, sari):
    pupil = Training(rina=rina, at=NOON).person(sari)
    path = tmp_path / "skp.csv"
    rows = [f"{pupil.nip},2025,DIATAS ESPEKTASI,2,Penilai Luar", "199912312020121009,2025,1,1,Penilai Luar"]
    path.write_text("\n".join([HEAD, *rows]))
    return str(path)


def run(*arguments):
    return CliRunner().invoke(main, ["import", *arguments], catch_exceptions=False)


def test_a_dry_run_shows_and_writes_nothing(file, rina):
    said = run("skp", file, "--by", rina.username, "--dry-run", "--json")
    told = json.loads(said.stdout)
    assert (told["added"], told["refused"], said.exit_code) == (1, 1, 1)
    assert (told["findings"][0]["row"], told["findings"][0]["refused"]) == (3, True)
    assert not PerformanceResult.objects.exists()


def test_it_comes_in_once_and_is_taken_back(file, rina):
    run("skp", file, "--by", rina.username, "--yes")
    assert PerformanceResult.objects.get().predicate == "good"
    again = json.loads(run("skp", file, "--by", rina.username, "--yes", "--json").stdout)
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 1)
    said = run("undo-skp", str(ResultImport.objects.get().pk), "--by", rina.username, "--yes")
    assert "diurungkan" in said.stdout
    assert not PerformanceResult.objects.exists()


def test_who_may_not_and_what_is_not_are_said(file, rina, sari):
    for arguments in (
        ["skp", file, "--by", sari.username, "--yes"],
        ["skp", file, "--by", "1", "--yes"],
        ["undo-skp", "999", "--by", rina.username, "--yes"],
    ):
        said = run(*arguments)
        assert said.exit_code == 2
        assert "Perbaikan" in said.stderr
    assert not PerformanceResult.objects.exists()
