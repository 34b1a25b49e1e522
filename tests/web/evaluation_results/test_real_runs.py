"""Runs that were really carried out: asked for on the page, shown, and compared after a late correction."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from designing import Designing
from domain.impact.observed import count
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.operations.runs import LONGEST_RUN
from pembina.web.evaluation_results import action_views
from running import LATER, Running
from training import Training
from web.evaluation_results.conftest import AT, text_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def running(rina, lia):
    return Running(Designing(Training(rina=rina, at=NOON), lia))


@pytest.fixture
def at(running):
    return f"{AT}evaluasi/{running.evaluation.pk}/"


@pytest.fixture
def client_of_lia(as_user, lia):
    return as_user(lia)


@pytest.fixture
def later(monkeypatch):
    """Let the page ask in July 2027."""
    clock = SimpleNamespace(now=lambda: LATER, localdate=timezone.localdate)
    monkeypatch.setattr(action_views, "timezone", clock)


def test_asking_too_early_is_refused_with_what_to_do(client_of_lia, at):
    page = text_of(client_of_lia.post(f"{at}hitung/", follow=True))
    assert "Minta perhitungan setelah" in page
    assert not EvaluationRun.objects.exists()


def test_a_run_is_asked_for_and_waits(client_of_lia, as_user, at, later, running, rina):
    page = text_of(client_of_lia.post(f"{at}hitung/", follow=True))
    assert "Perhitungan diminta" in page
    assert EvaluationRun.objects.get().state == RunState.WAITING
    assert "belum selesai" in text_of(client_of_lia.post(f"{at}hitung/", follow=True))
    assert as_user(rina).post(f"{at}hitung/").status_code == 404
    assert EvaluationRun.objects.count() == 1


def test_a_run_that_stopped_long_ago_does_not_stand_in_the_way(client_of_lia, at, running):
    EvaluationRun.objects.filter(pk=running.ask().pk).update(asked_at=timezone.now() - LONGEST_RUN * 2)
    assert "Hitung lagi" in text_of(client_of_lia.get(at))


def test_a_real_run_names_its_months_and_a_correction_is_told(client_of_lia, at, running):
    first = running.run()
    page = text_of(client_of_lia.get(f"{AT}{first.pk}/"))
    assert "Desember 2026" in page
    assert "putus di sini" not in page
    running.receive(0, months=[date(2026, 8, 1)], seed=500_000)
    count(*running.services)
    second = running.run()
    page = text_of(client_of_lia.get(f"{at}banding/"))
    assert "Datanya berubah" in page
    assert "angka dikoreksi" in page
    assert first.result_hash[:12] in page
    assert second.result_hash[:12] in page
