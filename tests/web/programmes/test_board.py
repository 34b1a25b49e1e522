"""The board tells waves, seats, money and what is late, at the same cost for few and for many."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Batch, PartnerAgreement
from pembina.domain.development.queries.lateness import LateKind, late_items, months_later
from web.programmes.conftest import text_of

pytestmark = pytest.mark.django_db


def kinds(training):
    return sorted(one.kind for one in late_items([training.programme.pk], on=training.today)[training.programme.pk])


def test_an_empty_board_says_how_to_begin(as_user, rina):
    assert "Belum ada program" in text_of(as_user(rina).get("/program/"))


def test_waves_seats_and_money_stand_on_the_board(planner, training):
    training.wave(1, training.office)
    training.enrol(training.person())
    Batch.objects.update(cost=5_000_000)
    page = text_of(planner.get("/program/"))
    for words in ("0 dari 1 mulai", "1 dari 30", "Rp100.000.000", "rencana Rp5.000.000"):
        assert words in page


def test_what_is_late_is_named(planner, training):
    late = training.wave(1, training.office)
    late.due_on = training.today - timedelta(days=1)
    late.save()
    partner = training.partner()
    days = {"starts_on": training.today - timedelta(days=90), "ends_on": training.today - timedelta(days=1)}
    PartnerAgreement.objects.create(partner=partner, number="1", subject="Pelatihan", **days)
    Batch.objects.update(partner=partner, cost=200_000_000)
    training.version.state, training.version.in_force_from = "draft", None
    training.version.save()
    wanted = [LateKind.AGREEMENT, LateKind.CURRICULUM, LateKind.MONEY, LateKind.SESSIONS, LateKind.WAVE]
    assert kinds(training) == wanted
    assert "Gelombang 1 seharusnya mulai" in text_of(planner.get("/program/?late=1"))


def test_an_evaluation_is_late_until_it_was_done(training):
    long_ago = timezone.now() - timedelta(days=365)
    training.session(begins=long_ago)
    assert kinds(training) == [LateKind.EVALUATION] * 3
    training.programme.evaluation_plans.filter(level=3).update(done_on=training.today, finding="Baik")
    assert kinds(training) == [LateKind.EVALUATION] * 2


def test_months_later_keeps_within_the_month():
    day = timezone.localdate().replace(year=2026, month=8, day=31)
    assert months_later(day, 6).isoformat() == "2027-02-28"
    assert months_later(day, 4).isoformat() == "2026-12-31"


def test_filters_and_orders(planner, training):
    training.planned("P-2", state=ProgrammeState.DRAFT)
    page = text_of(planner.get("/program/?state=draft&sort=title"))
    assert "P-2" in page
    assert "P-1" not in page
    assert "Tidak ada yang cocok" in text_of(planner.get("/program/?q=tidak-ada"))
    assert planner.get("/program/?state=x&sort=y&page=99&late=z").status_code == 200


def test_the_board_goes_along_as_a_workbook(planner, training, rina):
    answer = planner.post("/program/unduh/?q=P-1")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Kode", "P-1"]


def queries_of(planner):
    with CaptureQueriesContext(connection) as queries:
        planner.get("/program/")
    return len(queries)


def test_many_programmes_cost_as_much_as_one(planner, training):
    training.wave(1, training.office)
    few = queries_of(planner)
    for number in range(2, 22):
        training.programme = training.planned(f"P-{number}")
        training.wave(1, training.unit(f"3.{number}"))
        training.group("Angkatan")
    assert queries_of(planner) == few
