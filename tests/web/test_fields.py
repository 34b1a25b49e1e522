"""A day is said in words below its picker."""

from datetime import date

import pytest
from django import forms
from django.utils import translation

from pembina.web.components.fields import DayField
from web.strict_html import problems_of_part


class Form(forms.Form):
    start = DayField(label="Mulai")


@pytest.mark.parametrize(
    ("language", "form", "words"),
    [
        ("id", Form(initial={"start": date(2026, 8, 17)}), "17 Agustus 2026"),
        ("en", Form(initial={"start": date(2026, 8, 17)}), "17 August 2026"),
        ("id", Form({"start": "2026-12-01"}), "1 Desember 2026"),
        ("id", Form({"start": "2026-02-31"}), ""),
        ("id", Form({"start": "<b>"}), ""),
        ("id", Form(), ""),
    ],
)
def test_the_words_come_with_the_page(language, form, words):
    with translation.override(language):
        html = str(form["start"])
    assert f'<output class="field-day" for="id_start">{words}</output>' in html
    assert problems_of_part(f'<label for="id_start">Mulai</label>{html}') == []


def test_a_day_beyond_a_working_life_is_refused():
    form = Form({"start": "0206-01-01"})
    assert form.errors == {"start": ["Tanggal ini tidak mungkin. Periksa tahunnya."]}
