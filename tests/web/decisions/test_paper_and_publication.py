"""The paper for those who read the decision; publishing and withdrawing for whoever decides, nobody else."""

from datetime import UTC, datetime

import pytest

from domain.impact.deciding import Deciding
from impact import Impact
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.enums import Capacity
from pembina.domain.impact.models import Decision, DecisionPublication
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def decision(rina, person):
    impact = Impact(programme=Training(rina=rina, at=NOON).programme, maker=person("lia"), at=NOON)
    design = impact.locked()
    impact.signer(design, person("lia"), Capacity.EVALUATOR)
    return impact.decision(impact.run(design), by=person("bupati"), action="fix", reason="Anggaran belum ada")


@pytest.fixture
def enter(strict_client, person):
    def sign_in(name):
        strict_client.force_login(person(name))
        return strict_client

    return sign_in


def test_who_reads_the_evaluation_takes_the_paper(decision, enter, person):
    for name in ("lia", "bupati", "rina"):
        answer = enter(name).post(f"/keputusan/{decision.pk}/naskah.pdf")
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf"), name
        assert 'filename="keputusan-p-1.pdf"' in answer["Content-Disposition"]
        event = AuditEvent.objects.filter(operation="export_decision_paper").latest("pk")
        assert (event.actor, event.changes["file"][1]) == (person(name), "keputusan-p-1.pdf")
    assert enter("lia").get(f"/keputusan/{decision.pk}/naskah.pdf").status_code == 405


def test_a_decision_that_was_tampered_with_gives_no_paper(person, enter):
    deciding = Deciding(person=person, at=NOON)
    made = deciding.decide()
    Decision.objects.update(content=made.content | {"evaluation": {"title": "Judul lain"}})
    answer = enter("bupati").post(f"/keputusan/{made.pk}/naskah.pdf", follow=True)
    assert answer.redirect_chain == [(f"/keputusan/{made.pk}/", 302)]
    assert not AuditEvent.objects.filter(operation="export_decision_paper").exists()


def test_to_others_neither_exists(decision, enter):
    assert enter("dewi").post(f"/keputusan/{decision.pk}/naskah.pdf").status_code == 404
    for name in ("lia", "dewi"):
        for page in ("kabar/", "kabar/tarik/"):
            assert enter(name).get(f"/keputusan/{decision.pk}/{page}").status_code == 404, name


def test_the_head_of_region_looks_first_and_then_publishes(decision, enter):
    client, address = enter("bupati"), f"/keputusan/{decision.pk}/kabar/"
    page = client.get(address).content.decode()
    for told in ("Belum menandatangani: Lia Hartono", "Alasan keputusan terbit apa adanya", "Ya. Karena program ini"):
        assert told in page, told
    looked = client.post(address, {"message": "Loket kedua dibuka.", "look": "1"})
    assert "Dari pemerintah" in looked.content.decode()
    assert not DecisionPublication.objects.exists()
    assert client.post(address, {"message": "Loket kedua dibuka."}).status_code == 302
    made = DecisionPublication.objects.get()
    assert f"/program-berhasil/{made.pk}/" in client.get(address).content.decode()


def test_a_message_with_a_telephone_number_is_refused_at_its_field(decision, enter):
    answer = enter("bupati").post(f"/keputusan/{decision.pk}/kabar/", {"message": "Telepon 0812-3456-7890"})
    assert answer.status_code == 422
    assert "menunjuk orang" in answer.content.decode()


def test_the_page_of_the_decision_leads_to_what_the_visitor_may_open(decision, enter):
    page, publish = f"/keputusan/{decision.pk}/", f"/keputusan/{decision.pk}/kabar/"
    assert publish in enter("bupati").get(page).content.decode()
    told = enter("lia").get(page).content.decode()
    assert f"/keputusan/{decision.pk}/naskah.pdf" in told
    assert "Kabar kepada warga" not in told
    enter("bupati").post(publish, {"message": ""})
    made = DecisionPublication.objects.get()
    assert f'href="/program-berhasil/{made.pk}/"' in enter("lia").get(page).content.decode()


def test_it_is_withdrawn_with_a_reason(decision, enter):
    client, address = enter("bupati"), f"/keputusan/{decision.pk}/kabar/tarik/"
    assert client.get(address).status_code == 404
    client.post(f"/keputusan/{decision.pk}/kabar/", {"message": ""})
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Datanya keliru"}).status_code == 302
    assert DecisionPublication.objects.get().withdraw_reason == "Datanya keliru"
    page = client.get(f"/keputusan/{decision.pk}/kabar/").content.decode()
    assert "Kabar yang pernah ditarik" in page
    assert "Datanya keliru" in page
