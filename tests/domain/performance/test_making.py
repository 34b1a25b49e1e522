"""The appraisals of a period are made in bulk: once, with a frozen snapshot, in constant queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraising import AS_EXPECTED, BEGAN, noon
from pembina.domain.people.enums import DelegationKind, LegalPosition
from pembina.domain.people.models import Delegation, Person
from pembina.domain.performance import appraisal_refusals as refusals
from pembina.domain.performance.appraisal_permissions import appraisals_to_rate
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.making import make_appraisals, renew_snapshots, renewals
from pembina.domain.performance.operations.periods import PeriodTold, open_period

pytestmark = pytest.mark.django_db


def test_a_year_has_the_window_of_the_regulation(appraising):
    period = appraising.year(2025)
    assert (period.window_opens, period.window_ends) == (date(2025, 12, 31), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("opens", "ends"),
    [(None, None), (date(2026, 10, 9), date(2026, 10, 1)), (date(2026, 6, 1), date(2026, 10, 1)),
     (date(2026, 9, 20), date(2026, 9, 29))],
)  # fmt: skip
def test_days_that_cannot_be_are_refused(appraising, opens, ends):
    with pytest.raises(refusals.WindowError):
        appraising.quarter(opens=opens, ends=ends)


def test_there_is_no_fifth_quarter_and_no_period_twice(appraising):
    with pytest.raises(refusals.NoSuchPeriodError):
        open_period(told=PeriodTold(PeriodCycle.QUARTERLY, 2026, 5), by=appraising.rina, at=appraising.at)
    appraising.quarter()
    with pytest.raises(refusals.PeriodOpenAlreadyError):
        appraising.quarter()


def test_the_snapshot_says_who_rates_whom_under_whom(appraising):
    appraising.made()
    made = appraising.of(appraising.sari)
    assert (made.rater, made.superior, made.led_unit_id) == (
        appraising.budi, appraising.head, appraising.division.pk,
    )  # fmt: skip
    assert made.told("person")["unit"] == "Bidang Layanan"
    assert made.told("rater")["name"].startswith("Budi Santoso")


def test_the_head_of_an_office_is_rated_by_the_head_of_region(appraising):
    appraising.made()
    made = appraising.of(appraising.head)
    assert (made.by_head_of_region, made.rater) == (True, None)
    waiting = appraisals_to_rate(appraising.account("bupati"), on=appraising.at.date())
    assert set(waiting.values_list("person__name", flat=True)) == {"Kepala Hasan", "Kepala Wati"}


def test_whoever_is_exempt_is_listed_with_the_article(appraising):
    Person.objects.filter(pk=appraising.sari.pk).update(legal_position=LegalPosition.BEFORE_RETIREMENT)
    Person.objects.filter(pk=appraising.staff[0].pk).update(legal_position=LegalPosition.RETIRED)
    appraising.made()
    made = appraising.of(appraising.sari)
    assert made.state == "exempt"
    assert "huruf d" in made.snapshot["exempt"]["article"]
    assert not Appraisal.objects.filter(person=appraising.staff[0]).exists()


def test_done_twice_it_changes_nothing(appraising):
    period = appraising.made()
    before = list(Appraisal.objects.order_by("pk").values())
    counts = make_appraisals(period=period, by=appraising.rina, at=noon(date(2026, 10, 2)))
    assert counts == {"made": 0, "exempt": 0, "before": len(before)}
    assert list(Appraisal.objects.order_by("pk").values()) == before


def test_whoever_stands_in_rates_too(appraising):
    appraising.made()
    deputy = appraising.staff[0]
    Delegation.objects.create(
        person=deputy, unit=appraising.division, kind=DelegationKind.DAILY, starts_on=BEGAN, letter="SPT 1",
        on_behalf_of=appraising.budi, ends_on=date(2026, 12, 31),
    )  # fmt: skip
    waiting = appraisals_to_rate(appraising.user_of(deputy), on=appraising.at.date())
    assert set(waiting.values_list("person__name", flat=True)) == {"Sari Wulandari", "Tono 2", "Tono 3"}


def test_a_person_who_moved_has_the_new_rater_after_renewal(appraising):
    period = appraising.made()
    appraising.rated(appraising.staff[0], AS_EXPECTED)
    day = date(2026, 9, 29)
    appraising.move(appraising.sari, on=day, unit=appraising.other, superior=appraising.other_head)
    found = renewals(period, on=date(2026, 10, 2))
    assert [(each.appraisal.person, each.rater_stays) for each in found] == [(appraising.sari, False)]
    assert renew_snapshots(period=period, by=appraising.rina, at=noon(date(2026, 10, 2))) == 1
    assert appraising.of(appraising.sari).rater == appraising.other_head
    assert appraising.of(appraising.staff[0]).rater == appraising.budi


@pytest.mark.parametrize(("moved", "stays"), [(date(2026, 8, 25), False), (date(2026, 9, 28), True)])
def test_a_rater_who_moved_within_the_window_still_evaluates(appraising, moved, stays):
    period = appraising.quarter()
    make_appraisals(period=period, by=appraising.rina, at=noon(date(2026, 8, 1)))
    appraising.move(appraising.budi, on=moved, unit=appraising.other, superior=appraising.other_head)
    successor = appraising.person("Pengganti Eko", appraising.division, superior=appraising.head)
    appraising.move(appraising.sari, on=moved, superior=successor)
    found = {each.appraisal.person: each for each in renewals(period, on=date(2026, 10, 2))}
    assert found[appraising.sari].rater_stays is stays
    renew_snapshots(period=period, by=appraising.rina, at=noon(date(2026, 10, 2)))
    assert appraising.of(appraising.sari).rater == (appraising.budi if stays else successor)


def queries_for(appraising, number, count):
    appraising.crowd(count)
    period = appraising.quarter(number=number, opens=date(2026, 3 * number, 25), ends=date(2026, 3 * number + 1, 20))
    with CaptureQueriesContext(connection) as queries:
        make_appraisals(period=period, by=appraising.rina, at=noon(date(2026, 3 * number, 26)))
    return len(queries), Appraisal.objects.filter(period=period).count()


def test_three_thousand_people_cost_queries_by_the_hundreds_of_people_only(appraising):
    few, people = queries_for(appraising, 1, 400)
    many, everybody = queries_for(appraising, 2, 2_600)
    assert everybody >= 3_000 > people
    # Seven pieces of five hundred instead of one, and rows in batches of what SQLite takes at once.
    assert many < 12 * few
    assert many < everybody / 6
