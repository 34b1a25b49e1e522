"""Amounts of an indicator: exact, of either sign, and in words."""

from decimal import Decimal
from fractions import Fraction

from pembina.core.rules.goal_progress import refusals

Amount = Decimal | int
LARGEST = Decimal(10) ** 16
"""The budget of the country is about 4 x 10^15 rupiah: anything larger is a slip of the pen."""
PLACES = 6
"""Decimals an amount may have; with `LARGEST` every difference fits into the 28 digits of a decimal, unrounded."""


def exact(amount: Amount) -> Decimal:
    """Return an amount of either sign; refuse a float, which would bring its own error, and what is no number."""
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        raise refusals.no_amount(amount)
    found = Decimal(amount)
    if not found.is_finite() or abs(found) > LARGEST or found != round(found, PLACES):
        raise refusals.no_amount(amount)
    return found


def percent(part: Fraction) -> Decimal:
    """Return a ratio in percent with two decimals, never more than it is: 100 shows only once it is reached."""
    return Decimal(part * 10_000 // 1).scaleb(-2)


def plain(amount: Decimal) -> str:
    """Write an amount without needless zeros: 2, 2.5, 0.97."""
    whole = f"{amount:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def comma(amount: Decimal) -> str:
    """Write the same as Indonesians do: 2, 2,5, 0,97."""
    return plain(amount).replace(".", ",")
