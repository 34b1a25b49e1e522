"""Lists of decisions, of what waits, and of one's own signatures: found, narrowed, taken along, at one cost."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from pembina.domain.impact.enums import Capacity, EvaluationState
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun
from pembina.domain.impact.operations.decisions import sign_decision
from web.decisions.conftest import text_of

pytestmark = pytest.mark.django_db


def another(deciding, number):
    """Return one more decided evaluation, of a programme of its own."""
    deciding.impact.programme = deciding.training.planned(f"P-{number}")
    design = deciding.impact.locked()
    deciding.impact.signer(design, deciding.bupati)
    return deciding.decide(run=deciding.impact.run(design))


def test_empty_lists_say_where_things_come_from(as_user, sari):
    client = as_user(sari)
    assert "Belum ada keputusan" in text_of(client.get("/keputusan/"))
    assert "Tidak ada yang menunggu" in text_of(client.get("/keputusan/menunggu/"))
    assert "Tidak ada yang menunggu Anda" in text_of(client.get("/keputusan/tanda-tangan/"))
    assert "Tidak ada tugas" in text_of(client.get("/keputusan/tindak-lanjut/"))


def test_a_decision_is_found_by_what_calls_for_attention(head, deciding):
    made = deciding.decide("stop", reason="Anggaran dialihkan")
    page = text_of(head.get("/keputusan/"))
    assert "berbeda dari aturan: dikembangkan" in page
    assert "0 dari 2" in page
    found = "?action=stop&departs=yes&attention=unsigned&sort=review&q=izin"
    assert deciding.programme.title in text_of(head.get(f"/keputusan/{found}"))
    for nothing in ("?departs=no", "?attention=dissent", "?attention=review", "?attention=newer", "?q=zzz"):
        assert "Tidak ada yang cocok" in text_of(head.get(f"/keputusan/{nothing}"))
    Decision.objects.filter(pk=made.pk).update(review_on=deciding.today)
    assert "Waktunya ditinjau" in text_of(head.get("/keputusan/?attention=review"))
    assert head.get("/keputusan/?action=x&sort=y&page=99&attention=z").status_code == 200


def test_the_list_goes_along_as_a_workbook(head, deciding):
    deciding.decide()
    answer = head.post("/keputusan/unduh/?action=expand")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["Kode", deciding.programme.code]
    assert rows[1][3] == "Dikembangkan"


def test_what_waits_stands_by_its_day(head, deciding):
    page = text_of(head.get("/keputusan/menunggu/"))
    assert "0 hari lagi" in page
    assert "Perhitungan ke-1 selesai" in page
    EvaluationDesign.objects.update(decides_on=deciding.today - timedelta(days=5))
    assert "Lewat 5 hari" in text_of(head.get("/keputusan/menunggu/?when=late&sort=title"))
    assert "Tidak ada yang cocok" in text_of(head.get("/keputusan/menunggu/?when=soon"))
    EvaluationRun.objects.all().delete()
    assert "Belum dihitung" in text_of(head.get("/keputusan/menunggu/"))
    assert "Tidak ada yang cocok" in text_of(head.get("/keputusan/menunggu/?when=ready"))


def test_what_is_not_locked_waits_for_nobody(head, deciding):
    deciding.evaluation.state = EvaluationState.DESIGNED
    deciding.evaluation.save()
    assert "Tidak ada yang menunggu" in text_of(head.get("/keputusan/menunggu/"))


def test_own_signatures_wait_until_signed(as_user, deciding):
    made = deciding.decide()
    client = as_user(deciding.lia)
    assert f"/keputusan/{made.pk}/tanda-tangan/" in text_of(client.get("/keputusan/tanda-tangan/"))
    sign_decision(decision=made, agrees=True, by=deciding.lia, at=deciding.at)
    assert f"/keputusan/{made.pk}/tanda-tangan/" not in text_of(client.get("/keputusan/tanda-tangan/"))


def test_who_is_named_reads_without_any_role(as_user, deciding, sari):
    deciding.impact.signer(deciding.design, sari, Capacity.OWNER)
    made = deciding.decide()
    assert as_user(sari).get(f"/keputusan/{made.pk}/").status_code == 200
    assert deciding.programme.title in text_of(as_user(sari).get("/keputusan/"))


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.parametrize("address", ["/keputusan/", "/keputusan/tanda-tangan/"])
def test_many_decisions_cost_as_much_as_one(head, deciding, address):
    deciding.decide()
    few = queries_of(head, address)
    for number in range(2, 6):
        another(deciding, number)
    assert queries_of(head, address) == few


def test_many_waiting_cost_as_much_as_one(head, deciding):
    few = queries_of(head, "/keputusan/menunggu/")
    for number in range(2, 6):
        deciding.impact.programme = deciding.training.planned(f"P-{number}")
        deciding.impact.run(deciding.impact.locked())
    assert queries_of(head, "/keputusan/menunggu/") == few
