"""What of the nine elements may be shown: no mean of a few answers, nor what would let one be computed.

The index is the mean of the nine and is published, so one hidden alone follows from the other eight. And a mean with
its number of answers can tell a score: of forty people with 3.975 exactly one gave a 3.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.survey_sample.sums import Four
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.survey_sample"
LOWEST, HIGHEST = 1, 4
# A reader who takes the other means away must be left with at least one whole score of doubt.
LEAST_DOUBT = 1
Key = TypeVar("Key", bound=Hashable)


def smallest_cell(*, on: date) -> int:
    """Return the least number of people of whom something may be said."""
    found: int = parameters_in_force(PACKAGE, on=on)["smallest_cell"]
    return found


def hidden_elements(elements: Mapping[Key, tuple[int, Decimal]], *, on: date) -> frozenset[Key]:
    """Return the elements whose mean and number are hidden; `elements` are numbers of answers and means."""
    smallest = smallest_cell(on=on)
    hidden = {key for key, (n, mean) in elements.items() if is_of_few(n, mean, smallest=smallest)}
    others = sorted((key for key in elements if key not in hidden), key=lambda key: elements[key][0])
    while hidden and others and _doubt([elements[key][1] for key in hidden]) < LEAST_DOUBT:
        hidden.add(others.pop(0))
    return frozenset(hidden)


def is_of_few(n: int, mean: Decimal, *, smallest: int) -> bool:
    """Say whether a mean is that of a few, or tells that exactly one person gave another score than all the rest."""
    if n < smallest:
        return n > 0
    total = round(Fraction(mean) * n)
    return total in (LOWEST * n + 1, HIGHEST * n - 1)


def shows_scores(counts: Four, *, on: date) -> bool:
    """Say whether the numbers of 1, 2, 3 and 4 may be shown: all or none, as number and mean tell two of them."""
    return not any(0 < people < smallest_cell(on=on) for people in counts)


def why_hidden(*, on: date) -> Text:
    """Return the reason in a sentence."""
    smallest = smallest_cell(on=on)
    return Text(
        id=f"Angka dari kurang dari {smallest} orang tidak ditampilkan, begitu pula angka lain yang dapat membukanya.",
        en=f"Figures of fewer than {smallest} people are not shown, nor others from which they could be computed.",
    )


def _doubt(means: list[Decimal]) -> Decimal:
    """Return how wide apart the values lie that one of several means may have, their sum being known."""
    total, others = sum(means, Decimal(0)), len(means) - 1
    return min(Decimal(HIGHEST), total - LOWEST * others) - max(Decimal(LOWEST), total - HIGHEST * others)
