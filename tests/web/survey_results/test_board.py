"""The public board: what is published, and nothing else."""

import json
from hashlib import sha256

import pytest
from django.conf import settings
from django.urls import reverse

from domain.services.results.survey_answers import NOON, a_round, answers, office
from pembina.domain.services.operations.survey_results import publish_result

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def at(name, *args):
    return reverse(f"survey_board:{name}", args=args)


def test_only_what_is_published_stands_on_the_board(strict_client, period, earlier, published):
    page = text_of(strict_client.get(at("index")))
    assert "Dinas Perizinan" in page
    assert "78,54" in page
    assert "Triwulan II 2026" not in page
    assert strict_client.get(at("result", earlier.pk)).status_code == 404


def test_an_empty_board_says_what_is_to_come(strict_client):
    assert "Belum ada hasil terbit" in text_of(strict_client.get(at("index")))


def test_a_result_opens_to_formula_inputs_version_and_article(strict_client, period, published):
    page = text_of(strict_client.get(at("result", period.pk)))
    for words in (
        "Rumus dengan angkanya",
        "× 1/9 × 25",
        "PermenPANRB 14/2017",
        published.content_hash,
        "pembina-skm-1",
    ):
        assert words in page


def test_what_is_shown_is_what_was_published_whatever_came_later(strict_client, period, published):
    answers(period, (50, 1))
    assert "78,54" in text_of(strict_client.get(at("result", period.pk)))


def test_an_older_version_stays_beside_the_newer_and_says_so(strict_client, period, published):
    answers(period, (50, 1))
    publish_result(period=period, by=None, at=NOON, correction="Lima puluh formulir tertinggal")
    newest = text_of(strict_client.get(at("result", period.pk)))
    assert "Lima puluh formulir tertinggal" in newest
    assert "Ini versi lama" not in newest
    older = text_of(strict_client.get(at("version", period.pk, 1)))
    assert "Ini versi lama" in older
    assert "78,54" in older
    assert strict_client.get(at("version", period.pk, 3)).status_code == 404


def test_the_json_is_what_the_hash_was_taken_over(strict_client, period, published):
    answer = strict_client.get(at("json", period.pk, 1))
    assert sha256(answer.content).hexdigest() == published.content_hash
    assert json.loads(answer.content)["respondents"] == 88


def test_a_tampered_version_is_told(strict_client, period, published):
    published.content["result"]["index"] = "99.99"
    published.save()
    assert "Tidak cocok" in text_of(strict_client.get(at("result", period.pk)))


def test_the_board_is_searched_and_paged_with_a_constant_number_of_queries(
    strict_client, published, django_assert_max_num_queries
):
    for number in range(24):
        period = a_round(office(f"7.{number}", f"Puskesmas {number}"), title=f"Semester {number}")
        answers(period, (6, 3))
        publish_result(period=period, by=None, at=NOON)
    with django_assert_max_num_queries(4):
        page = text_of(strict_client.get(at("index"), {"q": "puskesmas"}))
    assert "1–20 dari 24" in page
    assert "Dinas Perizinan" not in page


def test_the_board_in_english(strict_client, period, published):
    strict_client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = text_of(strict_client.get(at("result", period.pk)))
    assert "quality B (good)" in page
