"""The event study: what is drawn, what is said, what is in the table."""

import re

import pytest
from django.utils import translation

from pembina.web.components.charts.event_study import EventPoint, EventStudy
from web.strict_html import problems_of_part


def point(time, estimate, half=1.0, band=1.5):
    return EventPoint(time, estimate, estimate - half, estimate + half, estimate - band, estimate + band)


def study(*points):
    return EventStudy("Dampak", points)


STANDARD = study(point(-3, 0.2), point(-2, -0.1), EventPoint(-1, 0.0, None, None), point(0, -2.0), point(1, -3.0))


def html(data):
    with translation.override("id"):
        return str(data.figure().html())


def test_the_figure_is_sound_and_carries_no_style():
    assert problems_of_part(html(STANDARD)) == []
    assert "style=" not in html(STANDARD)


def test_the_sentence_counts_what_lies_apart_from_zero():
    sentence = STANDARD.figure
    with translation.override("id"):
        description = sentence().description
    assert "Sebelum mulai: 0 dari 2 dugaan berbeda nyata dari nol." in description
    assert "Sesudah mulai: 2 dari 2" in description
    assert "Dugaan terakhir (periode +1): −3,00, selang −4,00 sampai −2,00." in description


def test_dots_before_the_start_are_hollow():
    drawn = html(STANDARD)
    assert drawn.count('class="dot hollow"') == 3
    assert drawn.count('class="dot"') == 2


def test_every_bar_stands_under_its_dot():
    drawn = html(STANDARD)
    bars = re.findall(r'<line x1="([\d.]+%)" x2="\1"[^>]*class="error-bar"', drawn)
    dots = re.findall(r'<circle cx="([\d.]+%)"', drawn)
    assert len(bars) == 4
    assert set(bars) < set(dots)


def test_the_start_lies_between_the_last_period_before_and_the_first_after():
    assert re.search(r'<line x1="60%" x2="60%"[^>]*class="start-line"', html(STANDARD))


def test_lower_values_are_drawn_lower():
    heights = [float(y) for y in re.findall(r'<circle cx="[\d.]+%" cy="([\d.]+)"', html(STANDARD))]
    assert heights[3] < heights[4]
    assert heights[0] < heights[3]


def test_a_missing_event_time_is_a_gap_not_a_zero():
    drawn = html(study(point(-2, 0.1), point(0, 1.0), point(3, 2.0)))
    assert drawn.count("<circle") == 3
    assert '<circle cx="91.67%"' in drawn


def test_a_missing_estimate_has_a_dash_in_the_table_and_no_dot():
    drawn = html(study(point(-1, 0.1), EventPoint(0, None, None, None), point(1, 2.0)))
    assert drawn.count("<circle") == 2
    assert '<th scope="row">0</th><td>–</td><td>–</td><td>–</td>' in drawn


@pytest.mark.parametrize(
    "data",
    [
        study(),
        study(point(0, 1.5)),
        study(point(-4, 0.0), point(-3, 0.0)),
        study(*(point(t, 0.0, 0.0, 0.0) for t in range(3))),
        study(*(point(t, t / 10) for t in range(-30, 31))),
    ],
    ids=["nothing", "one", "only before", "all zero", "many"],
)
def test_odd_inputs_still_make_a_sound_figure(data):
    assert problems_of_part(html(data)) == []
    assert "nan" not in html(data).lower()


def test_only_periods_before_the_start_say_so():
    with translation.override("id"):
        assert "Belum ada dugaan" in study(point(-2, 0.0)).figure().description


def test_numbers_follow_the_language():
    with translation.override("en"):
        assert "−3.00" in str(STANDARD.figure().html())
