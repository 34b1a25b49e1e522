"""The head of region reads the rule and the evidence, decides with a preview, and departs only with a reason."""

from datetime import timedelta

import pytest
from django.urls import reverse

from pembina.domain.impact.enums import EvaluationState, RunState
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun
from pembina.domain.impact.operations.decisions import sign_decision
from web.decisions.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(deciding):
    return f"/keputusan/evaluasi/{deciding.evaluation.pk}/"


def sent(deciding, action="expand", **other):
    told = {"action": action, "reason": "", "review_on": deciding.today + timedelta(days=200), "spent": "864000000"}
    return told | other


def test_the_page_says_what_data_and_rule_say(head, address):
    page = text_of(head.get(address))
    for words in (
        "Berdampak berarti", "Menurut aturan: Dikembangkan", "baris ini yang berlaku", "Sebelum-sesudah saja",
        "seluruh selang itu mencapai 1 hari", "ketentuan program, bukan peraturan",
    ):  # fmt: skip
        assert words in page


def test_a_decision_is_shown_before_it_is_kept(head, deciding, address):
    page = text_of(head.post(address, sent(deciding)))
    assert "Belum ada yang berubah" in page
    assert "Menurut aturan yang dikunci: dikembangkan." in page
    assert "bulan-unit sejak mulai" in page
    assert deciding.lia.display_name in page
    assert not Decision.objects.exists()
    kept = head.post(address, sent(deciding, confirmed="1"))
    assert kept.url == f"/keputusan/{Decision.objects.get().pk}/"


def test_departing_without_a_reason_is_refused_at_the_field(head, deciding, address):
    answer = head.post(address, sent(deciding, "stop"))
    assert answer.status_code == 422
    assert "alasannya belum ditulis" in text_of(answer)
    told = text_of(head.post(address, sent(deciding, "stop", reason="Anggaran dialihkan")))
    assert "Anda menyimpang dari aturan dengan alasan: “Anggaran dialihkan”" in told


def test_one_may_go_back_and_change_what_was_typed(head, deciding, address):
    page = text_of(head.post(address, sent(deciding, reason="Sementara", search="none", confirmed="1")))
    assert "Sementara" in page
    assert not Decision.objects.exists()


def test_nonsense_is_refused_at_its_field(head, deciding, address):
    answer = head.post(address, sent(deciding, "burn", review_on="31-31-2026", spent="-5"))
    assert answer.status_code == 422
    early = head.post(address, sent(deciding, review_on=deciding.today, confirmed="1"))
    assert "tidak sesudah hari keputusan" in text_of(early)


def test_lateness_and_missing_months_are_said(head, deciding, address):
    EvaluationDesign.objects.update(decides_on=deciding.today - timedelta(days=2))
    EvaluationRun.objects.update(data_until=deciding.design.first_month)
    page = text_of(head.get(address))
    assert "Diputus 2 hari sesudah hari keputusan" in page
    assert "Data belum sampai bulan terakhir" in page


def test_without_a_result_there_is_nothing_to_decide(head, deciding, address):
    EvaluationRun.objects.all().delete()
    deciding.impact.run(deciding.design, state=RunState.FAILED)
    assert "Belum ada hasil untuk diputuskan" in text_of(head.get(address))


def test_a_rule_that_cannot_be_applied_is_told_on_the_page(head, address):
    EvaluationDesign.objects.update(decision_rule=[])
    assert "Belum dapat diputuskan" in text_of(head.get(address))


def test_what_was_decided_leads_to_the_decision(head, deciding, address):
    made = deciding.decide()
    assert head.get(address).url == f"/keputusan/{made.pk}/"


def test_nobody_else_decides(as_user, deciding, address, sari, rina):
    for user in (sari, rina, deciding.lia):
        assert as_user(user).get(address).status_code == 404
        assert as_user(user).post(address, sent(deciding, confirmed="1")).status_code == 404
    assert not Decision.objects.exists()


def test_a_dropped_evaluation_is_not_decided(head, deciding, address):
    deciding.evaluation.state, deciding.evaluation.drop_reason = EvaluationState.DROPPED, "Berhenti"
    deciding.evaluation.save()
    assert "Keadaannya sekarang" in text_of(head.post(address, sent(deciding, confirmed="1")))


def test_the_page_of_a_decision_tells_rule_human_and_seal(head, deciding):
    made = deciding.decide("fix", reason="Mitra belum siap")
    sign_decision(decision=made, agrees=False, dissent="Seharusnya diperluas", by=deciding.lia, at=deciding.at)
    page = text_of(head.get(f"/keputusan/{made.pk}/"))
    for words in (
        "Keputusan ini menyimpang dari aturan.", "Mitra belum siap", "Seharusnya diperluas", "Belum menandatangani",
        "Biaya per satuan dampak", "Belum ada perhitungan sesudah keputusan ini.", "Perbaiki kurikulum bersama mitra",
    ):  # fmt: skip
        assert words in page
    assert reverse("decisions:sign", args=[made.pk]) in page


def test_a_later_run_says_whether_the_effect_holds(head, deciding):
    made = deciding.decide()
    deciding.impact.run(deciding.design, effect=2.0)
    page = text_of(head.get(f"/keputusan/{made.pk}/"))
    assert "Kini keadaan memburuk karena program." in page


def test_what_was_changed_afterwards_is_seen(head, deciding):
    made = deciding.decide()
    Decision.objects.update(content=made.content | {"decided_by": "Orang lain"})
    assert "tidak cocok dengan segelnya" in text_of(head.get(f"/keputusan/{made.pk}/"))


def test_a_decision_without_frozen_content_is_shown_from_its_run(head, deciding):
    made = deciding.impact.decision(deciding.run, by=deciding.bupati, action="continue")
    page = text_of(head.get(f"/keputusan/{made.pk}/"))
    assert "Berdampak berarti" in page


def test_whoever_is_named_signs_after_a_preview(as_user, deciding):
    made = deciding.decide()
    client, address = as_user(deciding.lia), f"/keputusan/{made.pk}/tanda-tangan/"
    assert "tidak dapat diganti" in text_of(client.post(address, {"agrees": "agrees", "dissent": ""}))
    assert client.post(address, {"agrees": "dissents", "dissent": ""}).status_code == 422
    assert client.post(address, {"agrees": "agrees", "confirmed": "1"}).url == f"/keputusan/{made.pk}/"
    again = client.post(address, {"agrees": "agrees", "confirmed": "1"})
    assert "sudah menandatangani" in text_of(again)


def test_nobody_else_signs_or_reads(as_user, deciding, dewi, rina):
    made = deciding.decide()
    assert as_user(rina).get(f"/keputusan/{made.pk}/tanda-tangan/").status_code == 404
    assert as_user(dewi).get(f"/keputusan/{made.pk}/").status_code == 404
    assert as_user(rina).get(f"/keputusan/{made.pk}/").status_code == 200
