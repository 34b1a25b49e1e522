"""What is frozen says nothing of fewer than five people; the desk sees it all."""

import json
from datetime import date

import pytest

from domain.services.results.survey_answers import NOON, a_round, answers, office, service
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.survey_results import hash_of, is_intact, publish_result
from pembina.domain.services.queries.public_satisfaction import element_rows
from pembina.domain.services.queries.result_content import content_of
from pembina.domain.services.result_content import FORMAT
from pembina.domain.services.suppressed_content import suppressed

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
ONE_ON_COSTS = [3, 3, 3, None, 3, 3, 3, 3, 3]
COSTS = ELEMENTS[3]


def told(content, key):
    return next(each for each in content["result"]["elements"] if each["key"] == key)


@pytest.fixture
def period():
    """Thirty answers; one of them alone, on paper, says something of costs: 1."""
    made = a_round(office())
    answers(made, (29, ONE_ON_COSTS), (1, [3, 3, 3, 1, 3, 3, 3, 3, 3]))
    return made


def test_one_answer_to_one_unsur_is_not_published(period):
    content = publish_result(period=period, by=None, at=NOON).content
    assert {told(content, COSTS)[name] for name in ("n", "mean", "weighted_mean")} == {None}
    assert told(content, COSTS)["counts"] is None
    assert content["result"]["hidden"]
    assert sum(each["mean"] is None for each in content["result"]["elements"]) >= 2
    assert not {1, "1"} & {each["n"] for each in content["result"]["elements"]}


def test_the_desk_sees_it(period):
    assert told(content_of(period, on=TODAY), COSTS)["counts"] == [1, 0, 0, 0]


def test_the_one_complete_answer_is_not_told_by_the_error(period):
    answers(period, (1, [4, 3, 3, 2, 3, 3, 3, 3, 3]))
    result = publish_result(period=period, by=None, at=NOON).content["result"]
    assert [result[name] for name in ("complete", "standard_error", "margin", "low", "high")] == [None] * 5
    assert "2" not in result["error_because"]["id"]
    assert not any("lengkap" in warning["id"] for warning in result["warnings"])


def test_scores_of_a_few_are_hidden_and_those_of_many_shown():
    made = a_round(office())
    answers(made, (30, 3), (2, [3, 1, 3, 3, 3, 3, 3, 3, 3]), (6, [4, 3, 3, 3, 3, 3, 3, 3, 3]))
    content = publish_result(period=made, by=None, at=NOON).content
    assert told(content, ELEMENTS[0])["counts"] == [0, 0, 32, 6]
    assert (told(content, ELEMENTS[1])["counts"], told(content, ELEMENTS[1])["n"]) == (None, 38)


def test_an_earlier_round_of_a_few_tells_nothing_in_the_trend_and_the_change(period):
    before = a_round(period.unit, title="Triwulan II", opens_on=date(2026, 4, 1), closes_on=date(2026, 6, 30))
    answers(before, (3, 4))
    content = publish_result(period=period, by=None, at=NOON).content
    assert content["change"] is None
    assert content["trend"][0] | {"title": "", "closes_on": ""} == {
        "title": "", "closes_on": "", "index": None, "quality": None, "low": None, "high": None, "respondents": None,
    }  # fmt: skip


def test_the_means_of_a_service_where_one_answered_an_unsur_are_hidden_with_anothers():
    made = a_round(office())
    first, second, third = (service(made.unit, code, code) for code in "abc")
    answers(made, (20, 3), service=first)
    answers(made, (30, 3), (6, 4), service=second)
    answers(made, (9, ONE_ON_COSTS), (1, 2), service=third)
    rows = publish_result(period=made, by=None, at=NOON).content["services"]["rows"]
    assert [row["means"] is None for row in rows] == [True, False, True]
    assert all(row["index"] for row in rows)


def test_what_was_published_before_stays_as_it_is_and_is_read_without_what_is_hidden_now(period):
    """A version of the first shape: every figure in it, and no word about what is hidden."""
    content = json.loads(json.dumps(content_of(period, on=TODAY))) | {"format": "pembina-skm-1"}
    del content["result"]["hidden"]
    old = SurveyPublication.objects.create(
        period=period, version=1, content=content, content_hash=hash_of(content), rule="", at=NOON
    )
    assert is_intact(old)
    assert told(suppressed(old.content), COSTS)["n"] is None
    assert {row.key for row in element_rows(old.content["result"]["elements"], on=TODAY) if row.n is None} == {
        each["key"] for each in suppressed(old.content)["result"]["elements"] if each["n"] is None
    }
    assert is_intact(old)
    newer = publish_result(period=period, by=None, at=NOON, correction="Angka kecil ditutup")
    assert (newer.version, newer.content["format"], newer.content["format"] != "pembina-skm-1") == (2, FORMAT, True)


def test_hiding_twice_hides_nothing_more(period):
    once = suppressed(content_of(period, on=TODAY))
    assert suppressed(once) == once
