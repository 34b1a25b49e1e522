"""A day is written as one says it in a sentence, in both languages."""

from datetime import date

import pytest

from pembina.core.text import written


@pytest.mark.parametrize(
    ("day", "indonesian", "english"),
    [
        (date(2026, 1, 1), "1 Januari 2026", "1 January 2026"),
        (date(2026, 8, 3), "3 Agustus 2026", "3 August 2026"),
        (date(2024, 2, 29), "29 Februari 2024", "29 February 2024"),
        (date(2026, 12, 31), "31 Desember 2026", "31 December 2026"),
    ],
)
def test_a_day_is_written_in_words(day, indonesian, english):
    assert (written(day).id, written(day).en) == (indonesian, english)
