"""Days as an Indonesian paper writes them out."""

from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
UNTIL = "sampai dengan"


def day_in_words(day: date) -> str:
    """Return ``3 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """Return ``Selasa, 3 November 2026``."""
    return f"{WEEKDAYS[day.weekday()]}, {day_in_words(day)}"


def days_in_words(first: date, last: date) -> str:
    """Return ``3 sampai dengan 5 November 2026``, saying month and year once where both days share them."""
    if first >= last:
        return day_in_words(first)
    begin = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} {UNTIL} {day_in_words(last)}"
