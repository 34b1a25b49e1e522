"""Each component's own example renders what a reader of it relies on."""

import pytest
from django.template.loader import render_to_string

from pembina.web.components.examples import example_context, examples
from web.strict_html import problems_of_part


def render(name):
    return render_to_string(f"components/examples/{name}.html", example_context())


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_is_sound_alone(example):
    html = render_to_string(example.template, example_context())
    assert html.strip()
    assert problems_of_part(html) == []


def test_a_link_that_looks_like_a_button_stays_a_link():
    html = render("button")
    assert '<a class="button button-secondary" href="/galeri/"' in html
    assert '<button class="button" type="submit"' in html


def test_an_invalid_field_points_at_its_error():
    html = render("field")
    assert 'aria-describedby="invalid_name_helptext invalid_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="invalid_name_error"' in html


def test_radio_buttons_stand_in_a_fieldset_with_a_legend():
    html = render("field")
    assert "<legend>Bagaimana pelayanannya?</legend>" in html
    assert html.count('type="radio"') == 4


def test_an_optional_field_says_so():
    assert "(opsional)" in render("field")


def test_the_error_summary_leads_to_each_field():
    assert 'href="#invalid_name"' in render("error_summary")


def test_pagination_marks_the_current_page_and_counts():
    html = render("pagination")
    assert '<span aria-current="page">4</span>' in html
    assert "76–100 dari 381" in html
    assert 'href="?page=5"' in html


def test_progress_is_drawn_without_a_style():
    html = render("progress")
    assert 'width="33%"' in html
    assert "33%</span>" in html


def test_steps_tell_done_current_and_ahead():
    html = render("steps")
    assert '<li class="steps-done">1. Berkas</li>' in html
    assert '<li aria-current="step">2. Kolom</li>' in html
