"""Sari proposes how hard her work is on a phone, Budi agrees; faster work is recognised unless quality paid for it."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from domain.services.results.survey_answers import a_round, answers
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import DifficultyAgreement, Indicator, NamedGuard
from performance import Performing

PHONE = {"width": 390, "height": 844}
OWN, TEAM = "/proses-upaya/", "/proses-upaya/tim/"


@pytest.fixture
def performing(transactional_db, rina, sari, budi):
    return Performing(sari=sari, budi=budi, rina=rina, at=timezone.localtime())


@pytest.fixture
def waiting(performing):
    """Return the waiting time of a plan that begins some weeks ago, read from the ledger at two days."""
    begun = performing.at - timedelta(days=20)
    first = timezone.localdate(begun)
    if first.year != performing.today.year:
        pytest.skip("a plan of this year has no three weeks behind it yet")
    plan = performing.plan(state=PlanState.AGREED, agreed_at=begun, proposed_at=begun, starts_on=first)
    one = performing.reads(performing.goal(plan), performing.service())
    monday = first - timedelta(days=first.weekday())
    performing.serve(one.service, received=monday + timedelta(days=7 if monday < first else 0), days=[2] * 9)
    return one


def surveyed(performing, one, before, now):
    """Let the service be judged before the plan and within it."""
    starts, rounds = one.goal.plan.starts_on, a_round(performing.office)
    answers(rounds, (20, before), service=one.service, answered_on=starts - timedelta(days=40))
    answers(rounds, (20, now), service=one.service, answered_on=starts)


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, performing, waiting, name):
    surveyed(performing, waiting, 3, 3)
    NamedGuard.objects.create(
        indicator=waiting, service=waiting.service, figure="satisfaction", tolerated=1, named_by=performing.budi,
        named_at=performing.at,
    )  # fmt: skip
    record = f"{OWN}pegawai/{performing.of_sari.pk}/"
    forms = [f"{OWN}hasil/{waiting.goal_id}/tingkat/", f"{OWN}indikator/{waiting.pk}/penjaga/"]
    paths = {"sari": [OWN, *forms], "budi": [TEAM, record, *forms], "rina": [record]}[name]
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in paths:
            axe_check(page, address(path), width, scheme)
    for path in paths:
        page.goto(address(path))
        assert small_targets(page) == [], path


@pytest.mark.parametrize(("now", "said"), [(3, "perbaikan diakui"), (2, "tidak diakui, karena mutu turun")])
def test_from_a_degree_on_a_phone_to_what_is_recognised(page, address, sign_in_as, performing, waiting, now, said):
    surveyed(performing, waiting, 3, now)
    page.set_viewport_size(PHONE)
    sign_in_as(performing.sari)
    page.goto(address("/kinerja/"))
    page.get_by_role("main").get_by_role("link", name="Proses dan upaya").click()
    page.get_by_role("link", name="Usulkan tingkat kesulitan").click()
    page.get_by_label("Menantang", exact=False).check()
    page.get_by_role("button", name="Usulkan").click()
    page.get_by_text("Menunggu jawaban").wait_for()
    page.get_by_role("link", name="Sebut penjaga mutu").click()
    page.get_by_label("Angka yang dijaga").select_option(f"layanan-{waiting.service_id}-satisfaction")
    page.get_by_label("Boleh memburuk").fill("1")
    page.get_by_role("button", name="Simpan penjaga mutu").click()
    page.get_by_text(said).first.wait_for()
    refuse_violations(page, "the record on a phone")
    page.context.clear_cookies()
    sign_in_as(performing.budi)
    page.goto(address(TEAM))
    page.get_by_text("Menunggu Anda").first.wait_for()
    page.get_by_role("link", name="Sari").click()
    page.get_by_role("button", name="Setujui").click()
    page.get_by_text("Tingkat kesulitan disepakati.").wait_for()
    assert DifficultyAgreement.objects.get().ended_by == performing.budi
    assert Indicator.objects.get().baseline == Decimal(21)
    assert isinstance(DifficultyAgreement.objects.get().ended_at, datetime)
