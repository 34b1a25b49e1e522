"""Lines, rows, sparkline, quadrant."""

import gzip
import time

import pytest
from django.utils import translation

from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.charts.quadrant import Quadrant, QuadrantPoint
from pembina.web.components.charts.rows import Bar, BarChart, Stack, StackedChart, TargetChart
from pembina.web.components.charts.sparkline import Sparkline
from pembina.web.components.charts.svg import short, tag
from pembina.web.components.example_charts import example_charts
from web.strict_html import problems_of_part


def html(chart):
    with translation.override("id"):
        return str(chart.figure().html())


@pytest.mark.parametrize("name", sorted(example_charts()))
def test_every_kind_of_chart_is_a_figure_with_title_sentence_and_table(name):
    drawn = html(example_charts()[name])
    assert problems_of_part(drawn) == []
    assert drawn.startswith('<figure class="chart')
    assert '<svg role="img"' in drawn
    assert "<title>" in drawn
    assert "<desc>" in drawn
    assert "<details" in drawn
    assert "<table>" in drawn


@pytest.mark.parametrize("name", sorted(example_charts()))
def test_text_never_stands_in_a_stretched_layer(name):
    for layer in html(example_charts()[name]).split('preserveAspectRatio="none"')[1:]:
        assert "<text" not in layer.split("</svg>")[0]


def test_a_gap_parts_the_line_and_a_lone_point_is_a_dot():
    drawn = html(LineChart("T", ["a", "b", "c", "d"], [Series("s", [1, None, 3, 4])]))
    path = drawn.split('d="')[1].split('"')[0]
    assert path.count("M") == 2
    first = path.split("M")[1]
    assert first.split("L")[0] == first.split("L")[1]
    assert "<td>–</td>" in drawn


def test_two_series_get_a_legend_and_different_strokes():
    drawn = html(LineChart("T", ["a", "b"], [Series("satu", [1, 2]), Series("dua", [2, 1])]))
    assert 'class="line s1"' in drawn
    assert 'class="line s2"' in drawn
    assert "chart-legend" in drawn


def test_the_interval_stands_in_the_table_too():
    drawn = html(LineChart("T", ["a"], [Series("s", [2.0], [1.0], [3.0])]))
    assert "2,0 (1,0 sampai 3,0)" in drawn


def test_a_line_without_any_value_says_so():
    assert "belum ada data" in html(LineChart("T", ["a", "b"], [Series("s", [None, None])]))


def test_a_negative_bar_runs_left_from_zero():
    drawn = html(BarChart("T", [Bar("naik", 10), Bar("turun", -10)]))
    assert '<rect x="50%" width="50%"' in drawn
    assert '<rect x="0%" width="50%"' in drawn


def test_a_missing_bar_is_named_but_not_drawn():
    drawn = html(BarChart("T", [Bar("ada", 5), Bar("tiada", None)]))
    assert drawn.count('class="bar s1"') == 1
    assert "tiada" in drawn


def test_shares_of_a_row_sum_to_the_whole():
    drawn = html(StackedChart("T", ["a", "b"], [Stack("x", [1, 3])]))
    assert '<rect x="0%" width="25%"' in drawn
    assert '<rect x="25%" width="75%"' in drawn
    assert "x: terbanyak b (75%)." in drawn


def test_an_empty_row_has_no_shares():
    assert "x: belum ada data." in html(StackedChart("T", ["a", "b"], [Stack("x", [0, 0])]))


def test_the_target_sentence_counts_who_reached_it():
    assert "1 dari 2 mencapai target." in html(TargetChart("T", [Bar("a", 9, 8), Bar("b", 7, 8), Bar("c", None, 8)]))


def test_a_dot_on_the_threshold_counts_as_above():
    chart = Quadrant("T", "x", "y", 5, 5, ("ka", "kb", "kc", "kd"), [QuadrantPoint("p", 5, 5)])
    assert chart.corner(chart.points[0]) == "kb"


def test_names_from_outside_are_escaped():
    assert "<script>" not in html(BarChart("T", [Bar("<script>alert(1)</script>", 1)]))
    assert tag("text", "a & b", x='"') == '<text x="&quot;">a &amp; b</text>'


@pytest.mark.parametrize(("value", "written"), [(12.0, "12"), (12.504, "12.5"), (-0.001, "0"), (1 / 3, "0.33")])
def test_coordinates_are_short(value, written):
    assert short(value) == written


def test_a_small_chart_is_light_and_quick():
    sparkline = Sparkline("Kehadiran", [str(month) for month in range(12)], [80 + month for month in range(12)])
    drawn = html(sparkline)
    assert len(gzip.compress(drawn.encode())) < 800
    started = time.process_time()
    for _turn in range(50):
        sparkline.figure().html()
    assert (time.process_time() - started) / 50 < 0.005
