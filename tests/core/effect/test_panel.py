import numpy as np
import pytest

from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import panel_from_long

UNIT = ["a", "a", "a", "b", "b", "b", "c", "c", "c"]
PERIOD = [1, 2, 3] * 3
OUTCOME = [5.0, 4.0, 3.0, 5.0, 6.0, 5.0, 2.0, 2.5, 2.0]
NAN = float("nan")


def panel(*, unit=UNIT, period=PERIOD, outcome=OUTCOME, start=(2, 2, 2, 3, 3, 3, NAN, NAN, NAN), **more):
    return panel_from_long(unit, period, outcome, start, **more)


def codes(found):
    return [note.code for note in found.notes]


def test_rows_in_any_order_give_the_same_panel():
    order = np.random.default_rng(1).permutation(9)
    start = np.array([2, 2, 2, 3, 3, 3, NAN, NAN, NAN])
    shuffled = panel_from_long(np.array(UNIT)[order], np.array(PERIOD)[order], np.array(OUTCOME)[order], start[order])
    np.testing.assert_array_equal(shuffled.outcome, panel().outcome)
    assert shuffled.units == ("a", "b", "c")
    assert shuffled.cohort.tolist() == [1, 2, 3]


@pytest.mark.parametrize("never", [NAN, 0.0, np.inf, 4.0, 99.0])
def test_never_is_empty_zero_or_after_the_last_period(never):
    found = panel(start=[2, 2, 2, 3, 3, 3, never, never, never])
    assert found.cohort.tolist() == [1, 2, 3]
    assert ("start_after_last_period" in codes(found)) == (never in (4.0, 99.0))


def test_a_unit_treated_from_the_beginning_is_left_out_and_named():
    found = panel(start=[1, 1, 1, 3, 3, 3, NAN, NAN, NAN])
    assert found.units == ("b", "c")
    note = next(note for note in found.notes if note.code == "treated_before_first_period")
    assert "a" in note.message.id


def test_a_missing_row_and_an_empty_cell_are_both_missing_and_counted():
    found = panel(outcome=[*OUTCOME[:8], NAN])
    shorter = panel_from_long(UNIT[:8], PERIOD[:8], OUTCOME[:8], [2, 2, 2, 3, 3, 3, NAN, NAN])
    np.testing.assert_array_equal(found.outcome, shorter.outcome)
    assert "missing_cells" in codes(found)
    assert "1 dari 9 sel kosong (11,1%)" in next(n for n in found.notes if n.code == "missing_cells").message.id


def test_a_wave_of_one_unit_and_a_missing_never_group_are_noted():
    found = panel(start=[2, 2, 2, 3, 3, 3, 3, 3, 3])
    assert {"single_unit_cohort", "no_never_treated"} <= set(codes(found))


def test_gaps_between_periods_are_noted():
    assert "gap_in_periods" in codes(panel(period=[1, 2, 5] * 3))


REFUSALS = [
    ("infinite_outcome", {"outcome": [*OUTCOME[:4], np.inf, *OUTCOME[5:]]}, (4,)),
    ("duplicate_unit_period", {"period": [1, 2, 2, 1, 2, 3, 1, 2, 3]}, (2,)),
    ("changing_start", {"start": [2, 2, 3, 3, 3, 3, NAN, NAN, NAN]}, (2,)),
    ("changing_start", {"start": [2, 2, NAN, 3, 3, 3, NAN, NAN, NAN]}, (2,)),
    ("changing_covariate", {"covariates": [1, 1, 2, 3, 3, 3, 4, 4, 4]}, (2,)),
    ("one_unit", {"unit": [1] * 9, "period": range(9)}, ()),
    ("one_period", {"unit": range(9), "period": [1] * 9}, ()),
    ("constant_outcome", {"outcome": [3.0] * 9}, ()),
    ("outcome_out_of_range", {"outcome": [*OUTCOME[:8], 1e160]}, ()),
    ("outcome_out_of_range", {"outcome": [1e-160, *[0.0] * 8]}, ()),
    ("covariate_out_of_range", {"covariates": [1, 1, 1, 2, 2, 2, 1e200, 1e200, 1e200]}, ()),
    ("nobody_treated", {"start": [NAN] * 9}, ()),
    ("all_treated_at_once", {"start": [2] * 9}, ()),
]


@pytest.mark.parametrize(("code", "change", "rows"), REFUSALS)
def test_what_cannot_be_answered_is_refused_with_rows_and_remedy(code, change, rows):
    with pytest.raises(RefusedError) as refused:
        panel(**change)
    assert refused.value.code == code
    assert refused.value.rows == rows
    assert refused.value.remedy.id != refused.value.remedy.en


def test_large_and_negative_unit_numbers_are_kept_apart():
    unit = [10**15] * 3 + [-4] * 3 + [7] * 3
    assert panel(unit=unit).units == (-4, 7, 10**15)


def test_periods_keep_the_names_people_use():
    found = panel(start=[2, 2, 2, 3, 3, 3, 3, 3, 3], period_names={1: "Jan", 2: "Feb", 3: "Mar"})
    assert found.period_names == ("Jan", "Feb", "Mar")
    assert any("(Mar)" in note.message.id for note in found.notes)


def test_the_covariate_to_blame_is_named_by_its_place():
    steady, changing = [1] * 3 + [2] * 3 + [3] * 3, [1, 1, 2, 3, 3, 3, 4, 4, 4]
    with pytest.raises(RefusedError) as refused:
        panel(covariates=np.column_stack([steady, changing]))
    assert refused.value.covariate == 1
