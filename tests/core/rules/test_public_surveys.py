"""Two published surveys, read where they are kept: the index under each weight, its error, and sums that add up."""

import csv
from collections import defaultdict
from datetime import date

import pytest

from needed import DATA
from pembina.core.rules.satisfaction_index import ELEMENTS, ScoreCounts, satisfaction_index
from pembina.core.rules.survey_sample import added, sums_of, survey_result

SEKADAU = DATA / "skm_sekadau_2019" / "skm_sekadau_2019_s1_resp1-49.csv"
GASPUL = DATA / "skm_gaspul_worked_example" / "distribusi_skor.csv"
NUMBERED = {f"U{number}": element for number, element in enumerate(ELEMENTS, start=1)}

pytestmark = pytest.mark.usefixtures("published_data")


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def people():
    return [{NUMBERED[name]: int(row[name]) for name in NUMBERED} for row in rows_of(SEKADAU)]


@pytest.mark.parametrize(("weight", "index"), [("exact", "78.74"), ("0.111", "78.66"), ("0.11", "77.95")])
def test_the_index_of_sekadau(weight, index):
    result = survey_result(sums=sums_of(people()), weight=weight, on=date(2019, 6, 30))
    assert (str(result.index.index), result.index.quality) == (index, "B")
    assert result.index.weakest.key == "persyaratan"


def test_the_error_of_sekadau_is_the_one_of_its_persons():
    found = survey_result(sums=sums_of(people()), on=date(2019, 6, 30)).error
    # Sample standard deviation of the 49 persons' scores, computed with Python's statistics.
    assert found.deviation == pytest.approx(8.646712182168809)
    assert found.standard_error == pytest.approx(8.646712182168809 / 7)


def test_the_sums_of_parts_of_sekadau_add_up():
    everybody = people()
    parts = [sums_of(everybody[start : start + 7]) for start in range(0, 49, 7)]
    assert added(parts) == sums_of(everybody)


@pytest.mark.parametrize(("weight", "index"), [("exact", "91.48"), ("0.11", "90.56"), ("0.111", "91.38")])
def test_the_totals_that_the_worked_example_prints(weight, index):
    counts = defaultdict(dict)
    for row in rows_of(GASPUL):
        counts[NUMBERED[row["unsur"]]][int(row["skor"])] = int(row["jumlah_responden"])
    result = satisfaction_index(answers=ScoreCounts(29, counts), weight=weight, on=date(2026, 1, 5))
    assert str(result.index) == index
