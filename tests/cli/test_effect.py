"""`pembina effect`: an answer for any usable file, one clear message with exit code 2 for any other."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from needed import shared
from pembina.cli.effect import effect
from pembina.core.effect.simulate import simulate_programme

ROLES = ["--unit", "kantor", "--time", "bulan", "--outcome", "hari_izin", "--start", "mulai"]
HEAD = ["kantor", "bulan", "hari_izin", "mulai"]


@pytest.fixture(scope="module")
def rows():
    programme = simulate_programme(units=24, periods=18, seed=3)
    return [[row[name] for name in HEAD] for row in programme.as_rows()]


@pytest.fixture
def run(tmp_path):
    def run_on(content, *arguments, name="data.csv"):
        path = tmp_path / name
        if isinstance(content, list):
            content = "\n".join(";".join(row) for row in [HEAD, *content]).encode()
        path.write_bytes(content)
        return CliRunner().invoke(effect, [str(path), *arguments])

    return run_on


def refused(result, *, column=None, row=None):
    """Check that a result is one clean refusal and return its message."""
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert "Perbaikan: " in result.stderr
    assert column is None or f"kolom {column}" in result.stderr
    assert row is None or f"baris {row}" in result.stderr.split("Letak:")[1]
    return result.stderr


def test_json_has_every_promised_key(run, rows):
    result = run(rows, *ROLES, "--lower-is-better", "--smallest-effect", "1", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
    assert answer["units"] == 24
    for family in ("simple", "cohort", "calendar"):
        assert {"estimate", "se", "ci_low", "ci_high"} <= set(answer["estimates"][family])
    assert "event_time" in answer["estimates"]["event"][0]
    assert {"before", "after", "change", "change_percent"} <= set(answer["naive"])
    assert {"statistic", "p"} <= set(answer["pretrend"])
    assert {"code", "sentence"} <= set(answer["verdict"])
    assert all({"code", "message"} == set(warning) for warning in answer["warnings"])
    assert answer["efficient"] is None


def test_random_timing_adds_the_efficient_estimate(run, rows):
    answer = json.loads(run(rows, *ROLES, "--random-timing", "--draws", "199", "--seed", "5", "--json").stdout)
    assert answer["efficient"]["simple"]["estimate"] is not None


def test_the_page_begins_with_the_verdict_in_the_language_asked_for(run, rows):
    indonesian = run(rows, *ROLES, "--lower-is-better").stdout
    english = run(rows, *ROLES, "--lower-is-better", "--language", "en").stdout
    assert indonesian.splitlines()[0].isupper()
    assert indonesian.index("Sebelum-sesudah saja") < indonesian.index("Dampak menurut periode")
    assert english.index("Before-after alone") < english.index("What to know")


def test_columns_that_are_not_named_are_guessed_and_said(run, rows):
    result = run(rows)
    assert result.exit_code == 0
    assert "--unit kantor" in result.stderr
    assert "--start mulai" in result.stderr


def test_an_unclear_file_asks_for_the_columns(run):
    content = b"a;b;c;d\n" + b"".join(b"%d;%d;%d;%d\n" % (u, t, u + t, u * t) for u in (1, 2, 3) for t in (1, 2, 3))
    assert "--start" in refused(run(content))


def test_english_is_spoken_in_refusals_too(run):
    result = run(b"", "--language", "en")
    assert result.exit_code == 2
    assert "empty" in result.stderr
    assert "Remedy: " in result.stderr


def test_decimal_commas_and_points_answer_the_same(run, rows):
    commas = [[u, t, y.replace(".", ","), s] for u, t, y, s in rows]
    answers = [json.loads(run(content, *ROLES, "--json").stdout) for content in (rows, commas)]
    assert answers[0]["estimates"] == answers[1]["estimates"]


def test_a_start_after_the_last_period_and_zero_are_never(run, rows):
    written = [[u, t, y, s or ("99" if u < "M" else "0")] for u, t, y, s in rows]
    answers = [json.loads(run(content, *ROLES, "--json").stdout) for content in (rows, written)]
    assert answers[0]["estimates"] == answers[1]["estimates"]


def test_text_in_the_outcome(run, rows):
    wrong = [*rows[:4], [rows[4][0], rows[4][1], "rusak", rows[4][3]], *rows[5:]]
    assert "rusak" in refused(run(wrong, *ROLES), column="hari_izin", row=6)


def test_an_infinite_outcome(run, rows):
    wrong = [[*rows[0][:2], "inf", rows[0][3]], *rows[1:]]
    assert "tak hingga" in refused(run(wrong, *ROLES), column="hari_izin", row=2)


def test_a_duplicate_unit_period(run, rows):
    refused(run([*rows, rows[0]], *ROLES), column="bulan", row=len(rows) + 2)


def test_a_start_that_changes_within_a_unit(run, rows):
    position = next(i for i, row in enumerate(rows) if row[3] and rows[i - 1][0] == row[0])
    wrong = [list(row) for row in rows]
    wrong[position][3] = "17"
    refused(run(wrong, *ROLES), column="mulai", row=position + 2)


def test_the_covariate_that_changes_within_a_unit_is_the_one_named(run, rows):
    lines = [[*row, "5", str(place % 3)] for place, row in enumerate(rows)]
    content = "\n".join(";".join(line) for line in [[*HEAD, "luas", "beban"], *lines]).encode()
    refused(run(content, *ROLES, "--covariate", "luas", "--covariate", "beban"), column="beban")


def test_a_start_that_is_no_period(run, rows):
    refused(run([[*rows[0][:3], "segera"], *rows[1:]], *ROLES), column="mulai", row=2)


def test_starts_before_the_first_period_are_left_out_and_said(run, rows):
    first = rows[0][0]
    early = [[u, t, y, "-5" if u == first else s] for u, t, y, s in rows]
    result = run(early, *ROLES, "--json")
    assert result.exit_code == 0
    assert "treated_before_first_period" in [warning["code"] for warning in json.loads(result.stdout)["warnings"]]


def test_one_unit(run, rows):
    refused(run([row for row in rows if row[0] == rows[0][0]], *ROLES), column="kantor")


def test_one_period(run, rows):
    refused(run([row for row in rows if row[1] == "1"], *ROLES), column="bulan")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "data.csv"),
        (b"kantor;bulan;hari_izin;mulai\n", "data.csv"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "data.csv"),
        (b"%PDF-1.4", "data.xlsx"),
        (b"PK\x03\x04broken", "data.xlsx"),
        (b"kantor;bulan\nA;1;2\n", "data.csv"),
    ],
)
def test_files_that_are_no_panel(run, content, name):
    refused(run(content, *ROLES, name=name))


def test_paths_that_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv"):
        refused(CliRunner().invoke(effect, [str(path), *ROLES]))


@pytest.mark.parametrize(
    "options", [["--draws", "1"], ["--smallest-effect", "-1"], ["--smallest-effect", "nan"], ["--outcome", "tidakada"]]
)
def test_options_out_of_range(run, rows, options):
    refused(run(rows, *ROLES, *options))


def test_requests_need_their_columns_and_starts(run):
    content = b"u;a;b\nA;2024-01-01;2024-01-02\n"
    assert "--received" in refused(run(content, "--requests", "--unit", "u"))
    named = ["--requests", "--unit", "u", "--received", "a", "--completed", "b"]
    assert "--start-of" in refused(run(content, *named))
    assert "WIB" in refused(run(content, *named, "--zone", "CET", "--start-of", "A=2024-02"))


def test_the_published_example_to_the_printed_digits():
    file = str(shared("mpdta_did_reference/mpdta.csv"))
    names = ["--unit", "countyreal", "--time", "year", "--outcome", "lemp", "--start", "first.treat"]
    answer = json.loads(CliRunner().invoke(effect, [file, *names, "--comparison", "never", "--json"]).stdout)
    assert answer["estimates"]["simple"]["estimate"] == pytest.approx(-0.03995, abs=5e-6)
    assert answer["estimates"]["simple"]["se"] == pytest.approx(0.01203, abs=5e-6)
    assert answer["estimates"]["cohort"]["estimate"] == pytest.approx(-0.03102, abs=5e-6)
    assert answer["estimates"]["calendar"]["estimate"] == pytest.approx(-0.04170, abs=5e-6)


def test_a_real_permit_log_is_answered_from_end_to_end():
    names = ["--unit", "group", "--received", "startdate", "--completed", "enddate"]
    starts = ["--start-of", "Group 2=2011-03", "--start-of", "Group 8=2011-06"]
    file = str(shared("permit_receipt_wabo/cases.csv"))
    result = CliRunner().invoke(effect, [file, "--requests", *names, *starts, "--lower-is-better", "--json"])
    assert result.exit_code == 0, result.stderr
    warnings = {warning["code"] for warning in json.loads(result.stdout)["warnings"]}
    assert {"requests_open", "requests_impossible", "requests_without_unit"} <= warnings


def test_the_commands_start_without_django():
    program = "import sys, pembina.cli.effect, pembina.cli.rule; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_reader_that_stops_early_meets_no_traceback(tmp_path, rows):
    path = tmp_path / "data.csv"
    path.write_text("\n".join(";".join(row) for row in [HEAD, *rows]))
    command = [sys.executable, "-m", "pembina.cli.main", "effect", str(path), *ROLES, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
