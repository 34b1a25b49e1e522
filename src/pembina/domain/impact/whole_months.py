"""Whole months, as designs count them: a month is its first day."""

from datetime import date


def month_of(day: date) -> date:
    """Return the first day of the month of a day."""
    return day.replace(day=1)


def moved(month: date, months: int) -> date:
    """Return the first day of the month so many months later, or earlier where `months` is negative."""
    year, index = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(year, index + 1, 1)


def months_between(first: date, last: date) -> int:
    """Return by how many months `last` lies after `first`; 0 in the same month."""
    return (last.year - first.year) * 12 + last.month - first.month
