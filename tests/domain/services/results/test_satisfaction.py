"""What collected answers say: divided every way, excluded ones left out, small cells hidden, in two queries."""

from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.services.results.survey_answers import a_round, answer, answers, office, place, service
from pembina.core.rules.satisfaction_index import ELEMENTS, satisfaction_index
from pembina.core.rules.survey_sample import sums_of
from pembina.domain.services.enums import SurveyWeight
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.queries.satisfaction import results_by_period, satisfaction_of, satisfaction_of_period

pytestmark = pytest.mark.django_db


def divided(period):
    """Answers over two services, three months and two counters, some of them incomplete."""
    unit = period.unit
    services, places = [service(unit, "a", "Izin"), service(unit, "b", "Rekomendasi"), None], [place(unit, "1"), None]
    days = [date(2026, month, 15) for month in (7, 8, 9)]
    rows = []
    for number, (about, where, day) in enumerate(product(services, places, days)):
        scores = [1 + (number + column) % 4 for column in range(9)]
        given = {"service": about, "place": where, "answered_on": day, "sex": ("male", "female", "")[number % 3]}
        rows += [answer(period, scores, **given) for _ in range(number + 1)]
        rows.append(answer(period, [None, *scores[1:]], **given))
    return SurveyResponse.objects.bulk_create(rows)


def by_hand(rows):
    return sums_of([row.answers for row in rows])


def test_every_division_equals_counting_by_hand():
    period = a_round(office())
    rows = divided(period)
    found = satisfaction_of_period(period)
    assert found.result.sums == by_hand(rows)
    for part in found.services.rows:
        assert part.result.sums == by_hand(row for row in rows if row.service_id == part.key)
    for part in found.months.rows:
        assert part.result.sums == by_hand(row for row in rows if row.answered_on.replace(day=1) == part.key)
    for part in found.places.rows:
        assert part.result.sums == by_hand(row for row in rows if row.place_id == part.key)
    assert dict(found.profile["sex"].cells) == {
        word: sum(row.sex == word for row in rows) for word in ("male", "female", "")
    }


def test_the_index_is_that_of_the_rule():
    period = a_round(office(), weight=SurveyWeight.TWO_DIGITS)
    rows = divided(period)
    by_rule = satisfaction_index(
        answers=[row.answers for row in rows], weight="0.11", missing="per_element", on=period.closes_on
    )
    assert satisfaction_of_period(period).result.index == by_rule
    assert by_rule.elements[0].n < by_rule.respondents


def test_excluded_answers_are_counted_and_in_nothing_else():
    period = a_round(office())
    answers(period, (10, 4))
    answers(period, (7, 1), is_excluded=True, sex="male")
    found = satisfaction_of_period(period)
    assert (str(found.result.index.index), found.excluded) == ("100.00", 7)
    assert "male" not in found.profile["sex"].cells


def test_small_cells_and_what_would_give_them_away_are_hidden():
    period = a_round(office())
    first, second, third = (service(period.unit, code, code) for code in "abc")
    for about, many in ((first, 3), (second, 8), (third, 20)):
        answers(period, (many, 3), service=about)
    rows = {part.key: part for part in satisfaction_of_period(period).services.rows}
    assert (rows[first.pk].people, rows[second.pk].people, rows[third.pk].people) == (None, None, 20)
    assert rows[second.pk].result is None


def test_queries_do_not_grow_with_answers():
    period = a_round(office())
    answers(period, (3, 3))
    with CaptureQueriesContext(
        connection,
    ) as few:
        satisfaction_of_period(period)
    divided(period)
    with CaptureQueriesContext(connection) as many:
        satisfaction_of_period(period)
    assert len(few) == len(many) == 2


def test_no_answer_and_an_element_without_one_leave_no_index():
    period = a_round(office())
    assert satisfaction_of_period(period).result.index is None
    answers(period, (6, [None, *[3] * 8]))
    found = satisfaction_of_period(period)
    assert found.result.index is None
    assert "Persyaratan" in found.result.lacking.id
    assert found.months.rows[0].result.index is None


def test_any_answers_can_be_asked_about_not_only_those_of_one_round():
    first, second = a_round(office()), a_round(office(), title="Triwulan IV", opens_on=date(2026, 10, 1),
                                               closes_on=date(2026, 12, 31))  # fmt: skip
    about = service(first.unit, "a", "Izin")
    answers(first, (5, 4), service=about)
    answers(second, (5, 2), service=about)
    answers(second, (5, 1))
    found = satisfaction_of(SurveyResponse.objects.filter(service=about), on=second.closes_on, population=100)
    assert (str(found.result.index.index), found.result.target.needed) == ("75.00", 80)


def test_rounds_are_compared_under_one_weight_with_one_query(django_assert_num_queries):
    first, second = a_round(office(), weight=SurveyWeight.TWO_DIGITS), a_round(office(), title="Kedua")
    answers(first, (5, 4))
    with django_assert_num_queries(1):
        found = results_by_period([first, second], weight="exact", on=first.closes_on)
    assert str(found[first.pk].index.index) == "100.00"
    assert found[second.pk].index is None


def test_each_score_of_each_element_is_counted():
    period = a_round(office())
    answers(period, *((place + 1, [1 + (place + column) % 4 for column in range(9)]) for place in range(4)))
    sums = satisfaction_of_period(period).result.sums
    assert [sum(four) for four in sums.counts] == [10] * len(ELEMENTS)
    assert sums.counts[0] == (1, 2, 3, 4)
