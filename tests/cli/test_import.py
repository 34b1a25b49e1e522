"""``pembina import``: shown first, written when asked for, and taken back."""

import json

import pytest
import xlsxwriter
from click.testing import CliRunner
from python_calamine import load_workbook

from exchange.staff.conftest import HEAD, SARI, line
from pembina.cli.main import main
from pembina.domain.access.audit import events_on
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.models import Assignment, ImportBatch, Person, Unit

pytestmark = pytest.mark.django_db
UNITS = "kode,nama,jenis,bidang\n01.06,Dinas Sosial,Dinas,Sosial\n"
BUDI_ROW = line(nip=PERSONAS["budi"].nip, name="Budi Santoso", born="", sex="L", superior="")
RINA = PERSONAS["rina"].nip


@pytest.fixture
def files(tmp_path, settings):
    """Return the paths of a file of staff, one row of which is refused, and of its units."""
    settings.PEMBINA_HOME = tmp_path / "home"
    staff, units = tmp_path / "pegawai.csv", tmp_path / "unit.csv"
    staff.write_text("\n".join([HEAD, BUDI_ROW, line(), line(nip="1.98E+17", name="Tono")]))
    units.write_text(UNITS)
    return str(staff), str(units)


def run(*arguments, answer=None):
    return CliRunner().invoke(main, ["import", *arguments], input=answer, catch_exceptions=False)


def on_record():
    return (Person.objects.count(), Assignment.objects.count(), Unit.objects.count(), ImportBatch.objects.count())


def numbers(answer, which=-1):
    return json.loads(answer.stdout)["files"][which]["counts"]


def test_without_a_terminal_and_without_yes_it_only_shows(files):
    staff, units = files
    before = on_record()
    said = run("staff", staff, "--units", units)
    assert said.exit_code == 1
    assert "Belum" not in said.stdout
    assert "baris ditolak" in said.stdout
    assert "baris 4, NIP “1.98E+17”" in " ".join(said.stdout.split())
    assert "--yes" in said.stderr
    assert on_record() == before


def test_a_dry_run_counts_what_would_happen(files):
    staff, units = files
    said = run("staff", staff, "--units", units, "--dry-run", "--json")
    counted = numbers(said)
    assert (counted["new"], counted["changed"], counted["refused"], counted["total"]) == (2, 0, 1, 3)
    assert numbers(said, 0)["new"] >= 1
    (found,) = [each for each in json.loads(said.stdout)["files"][1]["findings"] if each["severity"] == "refused"]
    assert (found["row"], found["column"], found["code"]) == (4, "NIP", "number_spreadsheet")


def test_with_yes_it_writes_says_who_answers_and_keeps_a_copy(files, rina):
    staff, units = files
    said = run("staff", staff, "--units", units, "--yes", "--by", RINA)
    assert said.exit_code == 1
    assert Person.objects.get(nip=SARI).assignments.get().superior.name == "Budi Santoso"
    batch = ImportBatch.objects.get(kind="staff")
    assert (batch.by, batch.state) == (rina, "applied")
    assert f"impor nomor {batch.pk}" in said.stdout
    assert batch.kept_file
    assert {event.actor for event in events_on(batch)} == {rina}


def test_a_second_time_nothing_changes(files, rina):
    staff, units = files
    run("staff", staff, "--units", units, "--yes", "--by", RINA)
    before = (Person.objects.count(), Assignment.objects.count(), Unit.objects.count())
    said = run("staff", staff, "--units", units, "--yes", "--by", RINA, "--json")
    counted = numbers(said)
    assert (counted["new"], counted["changed"], counted["unchanged"]) == (0, 0, 2)
    assert (Person.objects.count(), Assignment.objects.count(), Unit.objects.count()) == before
    assert "tidak ada perubahan" in said.stderr
    assert ImportBatch.objects.filter(state="discarded").count() == 2


@pytest.mark.parametrize(("answer", "written"), [("y\n", 2), ("n\n", 0), ("", 0)])
def test_at_a_terminal_it_asks(files, rina, monkeypatch, answer, written):
    staff, units = files
    monkeypatch.setattr("pembina.cli.import_._asks", lambda: True)
    said = run("staff", staff, "--units", units, "--by", RINA, answer=answer)
    assert "perubahan?" in said.stderr
    assert said.stdout.count("baris ditolak") == 2  # once a file
    assert ("impor nomor" in said.stdout) == bool(written)
    assert Person.objects.count() == written


def test_the_report_lies_there_before_one_has_to_answer(files, rina, tmp_path, monkeypatch):
    monkeypatch.setattr("pembina.cli.import_._asks", lambda: True)
    report = tmp_path / "temuan.csv"
    run("staff", files[0], "--by", RINA, "--report", str(report), answer="n\n")
    assert "1.98E+17" in report.read_text(encoding="utf-8-sig")


def test_all_of_it_is_taken_back(files, rina):
    staff, units = files
    run("staff", staff, "--units", units, "--yes", "--by", RINA)
    for batch in ImportBatch.objects.order_by("-pk"):
        said = run("undo", str(batch.pk), "--by", RINA, "--yes")
        assert said.exit_code == 0, said.stderr
    assert (Person.objects.count(), Assignment.objects.count(), Unit.objects.count()) == (0, 0, 0)


def test_undoing_asks_first(files, rina):
    staff, units = files
    run("staff", staff, "--units", units, "--yes", "--by", RINA)
    said = run("undo", str(ImportBatch.objects.latest("pk").pk), "--by", RINA, answer="n\n")
    assert "Urungkan 2 perubahan" in said.stderr
    assert Person.objects.count() == 2


def test_the_list_tells_what_was_brought_in(files, rina):
    staff, units = files
    assert "Belum ada impor" in run("list").stdout
    run("staff", staff, "--units", units, "--yes", "--by", RINA)
    lines = run("list", "--language", "en").stdout.splitlines()
    assert [word in lines[0] for word in ("pegawai.csv", "written", "2 new", "1 refused")] == [True] * 4
    assert json.loads(run("list", "--json", "--limit", "1").stdout)[0]["by"] == RINA


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_report_holds_every_finding(files, tmp_path, ending):
    staff, units = files
    report = tmp_path / f"temuan.{ending}"
    run("staff", staff, "--units", units, "--dry-run", "--report", str(report))
    if ending == "xlsx":
        rows = load_workbook(str(report)).get_sheet_by_index(0).to_python()
        assert [4, "NIP", "1.98E+17"] in [row[:3] for row in rows]
    else:
        assert "4;NIP;1.98E+17;Ditolak" in report.read_text(encoding="utf-8-sig")
    assert (tmp_path / f"temuan-unit.{ending}").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--by NIP"),
        (["--yes", "--by", "123"], "123 tidak dapat mengimpor"),
        (["--yes", "--by", PERSONAS["dewi"].nip], "tidak dapat mengimpor"),
        (["--report", "temuan.doc"], "ends in .xlsx or .csv"),
        (["--report", "tidak-ada/temuan.csv"], "no such folder"),
        (["--sheet", "x", "--on", "2026-13-01"], "--on"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_writes_nothing(files, dewi, arguments, said):
    answer = run("staff", files[0], *arguments)
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert on_record() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("content", "said"), [(None, "tidak ditemukan"), ("", "kosong"), ("a,b\n1,2\n", "tidak mempunyai kolom NIP")]
)
def test_an_unusable_file_ends_with_2(tmp_path, content, said):
    path = tmp_path / "berkas.csv"
    if content is not None:
        path.write_text(content)
    answer = run("staff", str(path))
    assert answer.exit_code == 2
    assert said in answer.stderr


def test_an_import_that_is_not_there_cannot_be_taken_back(rina):
    answer = run("undo", "4711", "--by", RINA, "--yes")
    assert answer.exit_code == 2
    assert "4711" in answer.stderr


def test_whoever_is_not_in_a_complete_file_leaves(files, rina, tmp_path):
    staff, units = files
    run("staff", staff, "--units", units, "--yes", "--by", RINA)
    fewer = tmp_path / "sebagian.csv"
    fewer.write_text(f"{HEAD}\n{BUDI_ROW}\n")
    assert numbers(run("staff", str(fewer), "--dry-run", "--json"))["leaving"] == 0
    assert numbers(run("staff", str(fewer), "--dry-run", "--json", "--complete"))["leaving"] == 1


@pytest.mark.parametrize("kind", ["staff", "units"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_template_is_written_and_read_back(tmp_path, kind, ending):
    path = tmp_path / f"templat.{ending}"
    assert run("template", kind, str(path)).exit_code == 0
    answer = run(kind, str(path), "--dry-run", "--json")
    assert json.loads(answer.stdout)["files"][0]["layout"] == "template"
    assert numbers(answer)["total"] == 0


def test_a_place_that_cannot_be_written_to_is_said(tmp_path):
    (tmp_path / "templat.xlsx").mkdir()
    answer = run("template", "staff", str(tmp_path / "templat.xlsx"))
    assert answer.exit_code == 2
    assert "cannot be written" in answer.stderr


def test_a_sample_can_be_tried_at_once(tmp_path):
    staff, units = str(tmp_path / "contoh.csv"), str(tmp_path / "unit.csv")
    made = run("sample", staff, "--units", units, "--size", "200", "--defects", "12")
    expected = [int(line.split("\t")[0]) for line in made.stdout.splitlines()]
    answer = run("staff", staff, "--units", units, "--dry-run", "--json")
    assert sorted({found["row"] for found in json.loads(answer.stdout)["files"][1]["findings"]}) == expected


def test_a_workbook_that_asks_for_all_memory_is_refused(files, tmp_path):
    path = tmp_path / "besar.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, column in ((0, 0), (1_048_575, 16_383)):
            sheet.write_string(row, column, "x")
    answer = run("staff", str(path), "--dry-run")
    assert answer.exit_code == 2
    assert "memori" in answer.stderr
