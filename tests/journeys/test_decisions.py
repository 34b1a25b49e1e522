"""The head of region departs from the rule with a reason, the evaluator dissents, tasks are noted: in a browser."""

import pytest
from django.utils import timezone

from domain.impact.deciding import Deciding
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from pembina.domain.impact.models import Decision, DecisionSignature, FollowUpTask
from pembina.domain.impact.operations.decisions import sign_decision
from pembina.domain.impact.operations.tasks import put_proposed_tasks
from pembina.domain.impact.proposals import proposals_for


@pytest.fixture
def deciding(transactional_db, person):
    return Deciding(person=person, at=timezone.now())


def press(page, name):
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=name, exact=True).click()


def test_the_head_of_region_departs_from_the_rule_and_the_evaluator_dissents(page, address, sign_in_as, deciding):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(deciding.bupati)
    page.goto(address("/keputusan/menunggu/"))
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Putuskan Izin lebih cepat").click()
    assert page.get_by_text("Menurut aturan: Dikembangkan", exact=True).is_visible()
    page.get_by_label("Diperbaiki").check()
    press(page, "Periksa keputusan")
    assert page.get_by_role("alert").get_by_text("alasannya belum ditulis").first.is_visible()
    page.get_by_label("Alasan").fill("Mitra belum siap bagi gelombang berikutnya")
    press(page, "Periksa keputusan")
    assert page.get_by_text("Anda menyimpang dari aturan dengan alasan").is_visible()
    press(page, "Putuskan")
    assert page.get_by_text("Keputusan ini menyimpang dari aturan.").is_visible()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Catat usulan").click()
    press(page, "Catat semua")
    press(page, "Catat semua")
    assert FollowUpTask.objects.count() == 2
    made = Decision.objects.get()
    sign_out_and_in(page, address, sign_in_as, deciding.lia)
    page.goto(address(f"/keputusan/{made.pk}/tanda-tangan/"))
    page.get_by_label("Saya berpendapat berbeda").check()
    page.get_by_label("Pendapat berbeda", exact=False).last.fill("Dampaknya cukup untuk diperluas")
    press(page, "Tanda tangani")
    press(page, "Tanda tangani")
    assert page.get_by_text("Dampaknya cukup untuk diperluas").is_visible()
    assert DecisionSignature.objects.get().agrees is False


def sign_out_and_in(page, address, sign_in_as, user):
    page.context.clear_cookies()
    sign_in_as(user)


@pytest.fixture
def decided(deciding):
    """A decision with a dissent, a later run and tasks; another evaluation that waits."""
    made = deciding.decide("fix", reason="Mitra belum siap")
    sign_decision(decision=made, agrees=False, dissent="Perluas saja", by=deciding.lia, at=deciding.at)
    deciding.impact.run(deciding.design)
    proposals = proposals_for(made.action)
    put_proposed_tasks(
        decision=made, owner=deciding.programme.owner, proposals=proposals, by=deciding.bupati, at=deciding.at
    )
    again = deciding.impact.locked()
    deciding.impact.run(again)
    return made, again.evaluation


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_decisions_fit_everybody(page, address, sign_in_as, deciding, decided, width, scheme):
    made, waiting = decided
    sign_in_as(deciding.bupati)
    paths = (
        "/keputusan/", "/keputusan/menunggu/", "/keputusan/tanda-tangan/", "/keputusan/tindak-lanjut/?whose=all",
        f"/keputusan/{made.pk}/", f"/keputusan/{made.pk}/tanda-tangan/", f"/keputusan/evaluasi/{waiting.pk}/",
        f"/keputusan/{made.pk}/tindak-lanjut/baru/",
    )  # fmt: skip
    for path in paths:
        axe_check(page, address(path), width, scheme)
        assert small_targets(page) == [], path
