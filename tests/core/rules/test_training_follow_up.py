"""The days after a training: named cases, and the words of the scale."""

from datetime import date, timedelta
from importlib.resources import files

import pytest
import yaml

from pembina.core.rules.training_follow_up import (
    NotInForceError,
    behaviour_window,
    follow_up,
    months_later,
    rating_window,
)

CASES = yaml.safe_load((files("pembina.core.rules.training_follow_up") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("case", [case for case in CASES if "checks" in case], ids=lambda case: case["name"])
def test_named_checks(case):
    assert list(follow_up(on=TODAY).checked_on(case["last_session"])) == case["checks"]


@pytest.mark.parametrize("case", [case for case in CASES if "months" in case], ids=lambda case: case["name"])
def test_named_windows(case):
    window = behaviour_window(last_session=case["last_session"], months=case["months"], on=TODAY)
    assert (window.opens, window.closes) == (case["opens"], case["closes"])


def test_a_window_holds_its_first_and_last_day():
    window = rating_window(last_session=TODAY, on=TODAY)
    assert (window.closes - window.opens).days + 1 == follow_up(on=TODAY).days_for_rating
    day = timedelta(days=1)
    around = (window.opens - day, window.opens, window.closes, window.closes + day)
    assert [window.is_open(on) for on in around] == [False, True, True, False]
    assert [window.is_late(on) for on in around] == [False, False, False, True]


def test_months_end_where_the_month_does():
    assert months_later(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 1), 0) == date(2026, 12, 1)
    assert months_later(date(2026, 12, 15), 12) == date(2027, 12, 15)


def test_the_scale_has_the_words_of_the_form():
    rules = follow_up(on=TODAY)
    assert [word.score for word in rules.scale] == [1, 2, 3, 4, 5]
    assert rules.scale[2].word.id == "Memadai"
    assert "B.1.9" in rules.article


def test_before_the_first_version_nothing_is_in_force():
    with pytest.raises(NotInForceError):
        follow_up(on=date(2000, 1, 1))
