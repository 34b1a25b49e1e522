"""A year of Sari and Budi on a phone: agreed in January, spoken about in April, appraised, objected to and decided."""

from datetime import date

import pytest

from appraising import Appraising, noon
from journeys.performance_steps import Steps
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import Appraisal, Feedback, Objection, PerformancePlan
from pembina.domain.performance.operations.making import make_appraisals


@pytest.fixture
def appraising(transactional_db, person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def steps(page, address, sign_in_as):
    return Steps(page, address, sign_in_as)


def plan_and_speak(steps, year, sari, budi):
    """Let the plan be agreed, spoken about and reached."""
    year.at = noon(date(2026, 1, 12))
    steps.enter(sari, "/kinerja/")
    steps.propose_plan()
    steps.enter(budi, "/tim/")
    steps.agree_plan("Sari")
    year.at = noon(date(2026, 4, 10))
    steps.enter(budi, f"/umpan-balik/beri/{year.sari.pk}/")
    steps.give_note("Antrean hari Senin", "Menata nomor antrean sebelum loket dibuka")
    year.at = noon(date(2026, 11, 20))
    steps.enter(sari, "/umpan-balik/")
    steps.sees("Menata nomor antrean sebelum loket dibuka")
    steps.enter(sari, "/kinerja/")
    steps.achieve("2")
    steps.sees("Melampaui target")


def appraised(year):
    """Open the year for appraisal on its last day and return Sari's."""
    year.at = noon(date(2026, 12, 31))
    period = year.year(2026)
    year.organisation(period)
    make_appraisals(period=period, by=year.rina, at=year.at)
    return year.of(year.sari)


def test_a_year_is_agreed_spoken_about_appraised_objected_to_and_decided(steps, appraising):
    year, sari, budi = appraising, appraising.sari_user, appraising.user_of(appraising.budi)
    plan_and_speak(steps, year, sari, budi)
    one = appraised(year)
    assert one.plan == PerformancePlan.objects.get(state=PlanState.AGREED)
    year.at = noon(date(2027, 1, 11))
    steps.enter(budi, f"/penilaian/{one.pk}/")
    steps.rate_and_deliver()
    steps.enter(sari, f"/penilaian/{one.pk}/")
    steps.receive_and_object()
    made = Objection.objects.get()
    year.at = noon(date(2027, 1, 13))
    for user, said in ((budi, "penjelasan"), (sari, "keterangan")):
        steps.enter(user, f"/keberatan/{made.pk}/{said}/")
        steps.be_heard()
    steps.enter(year.user_of(year.head), f"/keberatan/{made.pk}/")
    steps.decide_as_expected()
    steps.enter(sari, f"/penilaian/{one.pk}/")
    steps.sees("Baik")
    kept = Appraisal.objects.get(pk=one.pk)
    assert (kept.predicate, kept.papers.count()) == ("good", 2)
    assert Feedback.objects.get().person == year.sari
