"""What of nine means and their scores may be shown, and what would give a hidden one away."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from pembina.core.rules.survey_sample import hidden_elements, shows_scores

TODAY = date(2026, 11, 22)


def nine(**other):
    """Nine elements that thirty people gave 3.1 each, with what is other: ``e4=(2, "3.5")``."""
    told = {f"e{number}": (30 + number, "3.1") for number in range(9)} | other
    return {key: (n, Decimal(mean)) for key, (n, mean) in told.items()}


def test_nothing_is_hidden_where_all_answered():
    assert hidden_elements(nine(), on=TODAY) == frozenset()


def test_one_of_a_few_takes_another_along_because_the_index_is_their_mean():
    assert hidden_elements(nine(e4=(1, "2")), on=TODAY) == {"e4", "e0"}


def test_another_that_leaves_no_doubt_takes_more_along():
    assert hidden_elements(nine(e4=(1, "4"), e0=(30, "4")), on=TODAY) == {"e4", "e0", "e1", "e2"}


@pytest.mark.parametrize(("n", "mean"), [(40, "3.975"), (40, "1.025")])
def test_a_mean_that_tells_of_the_only_other_score_is_hidden(n, mean):
    assert "e4" in hidden_elements(nine(e4=(n, mean)), on=TODAY)


@pytest.mark.parametrize(
    ("counts", "shown"), [((0, 0, 5, 30), True), ((0, 1, 9, 30), False), ((4, 10, 10, 10), False), ((0, 0, 0, 7), True)]
)
def test_scores_are_shown_where_none_is_of_a_few(counts, shown):
    assert shows_scores(counts, on=TODAY) is shown


@pytest.mark.parametrize("people", [5, 6, 9])
def test_no_reader_can_compute_a_score_of_a_few_from_what_is_shown(people):
    """Over all ways to answer one element: others with the same number and mean, and no small score in common."""
    ways = [four for four in product(range(people + 1), repeat=4) if sum(four) == people]
    for four in ways:
        mean = Decimal(sum(score * many for score, many in enumerate(four, start=1))) / people
        if shows_scores(four, on=TODAY) or "e4" in hidden_elements(nine(e4=(people, mean)), on=TODAY):
            continue
        alike = [other for other in ways if _total(other) == _total(four)]
        for place in range(4):
            assert {other[place] for other in alike if not shows_scores(other, on=TODAY)} != {four[place]} or (
                four[place] not in range(1, 5)
            )


def _total(four):
    return sum(score * many for score, many in enumerate(four, start=1))
