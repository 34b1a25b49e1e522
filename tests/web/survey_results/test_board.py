"""The public board: what is published, and nothing else."""

import json
import re
from hashlib import sha256

import pytest
from django.conf import settings
from django.urls import reverse

from domain.services.results.survey_answers import NOON, a_round, answers, office
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.survey_results import hash_of, publish_result
from pembina.domain.services.queries.result_content import content_of
from web.survey_results.test_report import needs_pdftotext, sheets_of, words_of

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
        "pembina-skm-2",
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


@pytest.fixture
def one_on_costs(db):
    """A published round in which one paper form alone says something of costs, and nobody of a few elsewhere."""
    made = a_round(office())
    answers(made, (29, [3, 3, 3, None, 3, 3, 3, 3, 3]), (1, [3, 3, 3, 1, 3, 3, 3, 3, 3]))
    return publish_result(period=made, by=None, at=NOON)


def test_what_one_person_said_stands_nowhere_on_the_board(strict_client, one_on_costs):
    place = [one_on_costs.period_id, 1]
    costs = json.loads(strict_client.get(at("json", *place)).content)["result"]["elements"][3]
    assert (costs["n"], costs["mean"], costs["counts"]) == (None, None, None)
    page = text_of(strict_client.get(at("result", one_on_costs.period_id)))
    row = re.findall(r'<tr>\s*<th scope="row">U4 .*?</tr>', page, re.DOTALL)[-1]
    assert len(re.findall(r">\*</td>", row)) == 7
    assert "kurang dari 5 orang tidak ditampilkan" in page
    sheets = sheets_of(strict_client.get(at("workbook", *place)).content)
    assert sheets["Olah data"][4][2:] == ["*"] * 7
    assert "Unsur terlemah" in text_of(strict_client.get(at("index")))


@needs_pdftotext
def test_the_report_says_nothing_of_it_either(strict_client, officer, one_on_costs):
    published = strict_client.get(at("pdf", one_on_costs.period_id, 1))
    preview = officer.get(reverse("survey_results:pdf", args=[one_on_costs.period_id]))
    for answer in (published, preview):
        text = words_of(answer.content)
        assert "U4 * * * * * *" in text
        assert "1 dari 1 responden" not in text


def test_the_desk_sees_what_the_board_hides(officer, one_on_costs):
    page = text_of(officer.get(reverse("survey_results:result", args=[one_on_costs.period_id])))
    row = re.findall(r'<tr>\s*<th scope="row">U4 .*?</tr>', page, re.DOTALL)[-1]
    assert ">1,0000</td>" in row


def test_an_old_version_is_served_as_it_was_hashed_and_shown_by_the_rule_of_today(strict_client, one_on_costs):
    content = dict(content_of(one_on_costs.period, on=NOON.date())) | {"format": "pembina-skm-1"}
    del content["result"]["hidden"]
    SurveyPublication.objects.update(content=content, content_hash=hash_of(content))
    answer = strict_client.get(at("json", one_on_costs.period_id, 1))
    assert sha256(answer.content).hexdigest() == hash_of(content)
    page = text_of(strict_client.get(at("result", one_on_costs.period_id)))
    assert "Tidak cocok" not in page
    assert "kurang dari 5 orang tidak ditampilkan" in page


def test_where_every_unsur_is_of_a_few_the_index_still_stands(strict_client, db):
    made = a_round(office())
    answers(made, (3, [3] * 5 + [None] * 4), (3, [None] * 5 + [3] * 4))
    publish_result(period=made, by=None, at=NOON)
    page = text_of(strict_client.get(at("result", made.pk)))
    assert "75,00" in page
    assert strict_client.get(at("index")).status_code == 200
    assert strict_client.get(at("workbook", made.pk, 1)).status_code == 200
    assert strict_client.get(at("pdf", made.pk, 1)).status_code == 200


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
