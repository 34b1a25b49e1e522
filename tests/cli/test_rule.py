"""`pembina rule skm`: the index of a survey file, and one clear message for a file that has none."""

import json

import pytest
from click.testing import CliRunner

from needed import shared
from pembina.cli.rule import rule

GOOD = b"U1;U2;U3;U4;U5;U6;U7;U8;U9\n3;3;2;4;3;3;3;3;3\n4;3;2;4;3;3;3;3;3\n"


@pytest.fixture
def run(tmp_path):
    def run_on(content, *arguments):
        path = tmp_path / "skm.csv"
        path.write_bytes(content)
        return CliRunner().invoke(rule, ["skm", str(path), *arguments])

    return run_on


@pytest.mark.parametrize(
    ("path", "weight", "index", "quality", "respondents"),
    [
        ("skm_gaspul_worked_example/distribusi_skor.csv", "exact", 91.48, "A", 29),
        ("skm_gaspul_worked_example/distribusi_skor.csv", "0.11", 90.56, "A", 29),
        ("skm_gaspul_worked_example/distribusi_skor.csv", "0.111", 91.38, "A", 29),
        ("skm_sekadau_2019/skm_sekadau_2019_s1_resp1-49.csv", "exact", 78.74, "B", 49),
    ],
)
def test_published_surveys(path, weight, index, quality, respondents):
    answer = json.loads(CliRunner().invoke(rule, ["skm", str(shared(path)), "--weight", weight, "--json"]).stdout)
    assert (answer["index"], answer["quality"], answer["respondents"]) == (index, quality, respondents)
    assert answer["weight"] == weight
    assert [element["key"] for element in answer["elements"]][:2] == ["persyaratan", "prosedur"]


def test_the_page_says_index_weakest_element_and_article(run):
    page = run(GOOD).stdout
    assert page.startswith("IKM ")
    assert "Unsur terlemah: Waktu penyelesaian" in page
    assert "PermenPANRB 14/2017" in page
    assert "Weakest element: Completion time" in run(GOOD, "--language", "en").stdout


def test_below_the_lowest_band_the_letter_is_null(run):
    answer = json.loads(run(GOOD[:27] + b"1;1;1;1;1;1;1;1;1\n", "--weight", "0.11", "--json").stdout)
    assert (answer["index"], answer["quality"]) == (24.75, None)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b"a;b\n1;2\n", "U1 sampai U9"),
        (GOOD.replace(b"4;3;2", b"4;5;2"), "kolom U2, baris 3"),
        (GOOD.replace(b"4;3;2", b"4;;2"), "kolom U2, baris 3"),
    ],
)
def test_a_file_without_an_index_is_refused(run, content, says):
    result = run(content)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Perbaikan: " in result.stderr


def test_the_per_element_rule_is_a_choice(run):
    answer = json.loads(run(GOOD.replace(b"4;3;2", b"4;;2"), "--missing", "per-element", "--json").stdout)
    assert answer["elements"][1]["n"] == 1


def test_a_day_before_the_regulation_is_refused(run):
    result = run(GOOD, "--on", "2016-01-01")
    assert result.exit_code == 2
    assert "2017" in result.stderr
