import math

import pytest

from pembina.core.effect.notes import RefusedError
from pembina.core.effect.question import Question


@pytest.mark.parametrize(
    "wrong",
    [
        {"smallest_effect": 0.0},
        {"smallest_effect": -1.0},
        {"smallest_effect": math.nan},
        {"smallest_effect": math.inf},
        {"comparison": "always"},
        {"draws": 10},
        {"seed": -1},
        {"confidence": 1.0},
    ],
)
def test_a_value_out_of_range_is_refused_by_name(wrong: dict) -> None:
    (name,) = wrong
    with pytest.raises(RefusedError) as refused:
        Question(**wrong)
    assert refused.value.code == f"invalid_{name}"
    assert name in refused.value.remedy.id


def test_error_probability_is_what_confidence_leaves() -> None:
    assert Question(confidence=0.9).alpha == 0.1
