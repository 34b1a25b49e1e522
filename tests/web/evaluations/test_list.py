"""The list tells where each evaluation stands, at the same cost for few and for many."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.operations.evaluations import drop_evaluation
from web.evaluations.conftest import text_of

pytestmark = pytest.mark.django_db


def test_an_empty_list_says_how_to_begin(evaluator):
    page = text_of(evaluator.get("/evaluasi/"))
    assert "Belum ada evaluasi" in page
    assert "Rancang evaluasi" in page


def test_each_stands_with_its_state_and_its_day(evaluator, designing):
    page = text_of(evaluator.get("/evaluasi/"))
    for words in ("Izin lebih cepat?", "Dirancang", "Waktu layanan (median)", "versi 1", "belum terkunci"):
        assert words in page
    designing.lock()
    assert "Rancangan terkunci" in text_of(evaluator.get("/evaluasi/?state=locked"))


def test_a_decision_past_its_day_is_marked(evaluator, designing):
    designing.lock()
    assert "Tidak ada yang cocok" in text_of(evaluator.get("/evaluasi/?late=1"))
    EvaluationDesign.objects.update(decides_on=designing.training.today - timedelta(days=1))
    assert ">lewat<" in text_of(evaluator.get("/evaluasi/?late=1"))


def test_filters_and_orders(evaluator, designing):
    drop_evaluation(evaluation=designing.evaluation, reason="Dicoret", by=designing.maker, at=designing.at)
    designing.opened("Pertanyaan kedua")
    page = text_of(evaluator.get("/evaluasi/?q=kedua&sort=title"))
    assert "Pertanyaan kedua" in page
    assert "Izin lebih cepat?" not in page
    assert "Izin lebih cepat?" in text_of(evaluator.get("/evaluasi/?state=dropped&sector=permits&q=P-1"))
    assert evaluator.get("/evaluasi/?state=x&sort=y&page=99&late=z").status_code == 200


def test_the_list_goes_along_as_a_workbook(evaluator, designing):
    answer = evaluator.post("/evaluasi/unduh/?state=designed")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:2] == ["Izin lebih cepat?", "P-1"]
    assert AuditEvent.objects.filter(operation="export_evaluations").count() == 1


def test_more_evaluations_cost_no_more_queries(evaluator, designing):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            evaluator.get("/evaluasi/")
        return len(captured)

    evaluator.get("/evaluasi/")
    few = cost()
    for number in range(5):
        drop_evaluation(
            evaluation=designing.programme.evaluations.latest("pk"), reason="Dicoret", by=designing.maker,
            at=designing.at,
        )  # fmt: skip
        designing.opened(f"Pertanyaan {number}")
    assert cost() == few


def test_whoever_it_does_not_concern_finds_nothing(as_user, designing, sari, rina, person):
    at = f"/evaluasi/{designing.evaluation.pk}/"
    assert as_user(sari).get("/evaluasi/").status_code == 404
    assert as_user(sari).get(at).status_code == 404
    assert as_user(rina).get(at).status_code == 200
    assert as_user(rina).get(f"{at}ukuran/").status_code == 404
    assert as_user(rina).get("/evaluasi/baru/").status_code == 404
    assert as_user(person("agus")).get(at).status_code == 200


def test_whoever_is_to_sign_reads_it_once_it_is_locked(as_user, designing, budi):
    from pembina.domain.impact.enums import Capacity
    from pembina.domain.impact.operations.design_parts import put_signer

    put_signer(design=designing.design, user=budi, capacity=Capacity.OTHER, by=designing.maker, at=designing.at)
    at = f"/evaluasi/{designing.evaluation.pk}/"
    assert as_user(budi).get(at).status_code == 404
    designing.lock()
    assert as_user(budi).get(at).status_code == 200
    assert "Izin lebih cepat?" in text_of(as_user(budi).get("/evaluasi/"))
