"""Amounts of learning hours: exact, and in words."""

from decimal import Decimal

from pembina.core.rules.learning_hours import refusals

Amount = Decimal | int
NONE = Decimal(0)
LARGEST = 1_000_000
"""More minutes or hours than this are a slip of the pen: a million minutes are two years without sleep."""

_HUNDREDTH = Decimal("0.01")


def counted(amount: Amount) -> Decimal:
    """Return an amount above zero exactly; refuse a float, which would bring its own error, and what is no number."""
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        raise refusals.no_amount(amount)
    exact = Decimal(amount)
    if not exact.is_finite() or not 0 < exact <= LARGEST:
        raise refusals.no_amount(amount)
    return exact


def counted_or_none(amount: Amount) -> Decimal:
    """Return the same, where nothing at all is an amount too."""
    return NONE if amount == 0 and not isinstance(amount, float | bool) else counted(amount)


def rounded_down(numerator: Decimal, denominator: Decimal = Decimal(1)) -> Decimal:
    """Return a ratio of amounts with two decimals, never more than it is."""
    hundredths = (numerator * 100) // denominator
    return (hundredths / 100).quantize(_HUNDREDTH)


def plain(amount: Decimal) -> str:
    """Write an amount without needless zeros: 2, 2.5, 0.97."""
    whole = f"{amount:.2f}"
    return whole.rstrip("0").rstrip(".")


def comma(amount: Decimal) -> str:
    """Write the same as Indonesians do: 2, 2,5, 0,97."""
    return plain(amount).replace(".", ",")
