"""Hidden cells: named cases, and a reader who tries to compute them."""

from datetime import date
from importlib.resources import files
from itertools import product

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.survey_sample import safe_cells

DAY = date(2026, 1, 5)
CASES = yaml.safe_load((files("pembina.core.rules.survey_sample") / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["cells"], ids=lambda case: case["name"])
def test_named_table(case):
    safe = safe_cells(cells=case["cells"], on=DAY)
    assert (dict(safe.cells), safe.total) == (case["shown"], case["total"])
    assert (safe.because is None) == (None not in case["shown"].values())


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_a_reader_who_subtracts_cannot_tell_a_hidden_cell_is_small(people):
    safe = safe_cells(cells=dict(enumerate(people)), on=DAY)
    assert all(shown is None or shown == 0 or shown >= 5 for shown in safe.cells.values())
    hidden = [key for key, shown in safe.cells.items() if shown is None]
    if not hidden or safe.total is None:
        return
    left = safe.total - sum(shown for shown in safe.cells.values() if shown is not None)
    possible = [each for each in product(range(1, left + 1), repeat=len(hidden)) if sum(each) == left]
    for position in range(len(hidden)):
        assert max(each[position] for each in possible) >= 5
        assert len({each[position] for each in possible}) > 1


def test_a_table_whose_total_is_few_hides_the_total():
    assert safe_cells(cells={"only": 3}, on=DAY).total is None
    assert safe_cells(cells={"only": 3, "none": 0}, on=DAY).cells["none"] == 0


def test_an_empty_table_is_shown():
    assert safe_cells(cells={}, on=DAY).total == 0


def test_fewer_than_nobody_is_refused():
    with pytest.raises(ValueError, match="fewer than no people"):
        safe_cells(cells={"men": -1}, on=DAY)
