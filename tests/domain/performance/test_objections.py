"""Objections: with a clock, never dropped; both sides heard; a change is a new sealed document beside the former."""

import json
from datetime import date

import pytest

from appraising import AS_EXPECTED, BELOW, noon
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.verifying import verify
from pembina.domain.performance import appraisal_refusals as refusals
from pembina.domain.performance.appraisal_clocks import clocks_of, working_days
from pembina.domain.performance.appraisal_content import matches_seal
from pembina.domain.performance.appraisal_enums import Ruling
from pembina.domain.performance.models import Objection
from pembina.domain.performance.operations.appraisals import RatingTold
from pembina.domain.performance.operations.delivery import deliver_appraisal, receive_appraisal
from pembina.domain.performance.operations.objections import decide_objection, file_objection, record_statement
from pembina.domain.performance.queries.objections import published_counts, to_answer, to_decide

pytestmark = pytest.mark.django_db
FIXED = RatingTold("as_expected", "as_expected", advice="Pulihkan jadwal.")


def decide(appraising, objection, ruling=Ruling.CHANGED, told=FIXED, by=None, on=date(2026, 10, 9)):
    return decide_objection(
        objection=objection, ruling=ruling, reason="Sistem memang padam", told=told,
        by=by or appraising.user_of(appraising.head), at=noon(on),
    )  # fmt: skip


def test_an_objection_in_time_waits_for_both_sides(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari)
    assert (made.is_late, made.due_on) == (False, date(2026, 10, 21))
    on = date(2026, 10, 6)
    assert to_decide(appraising.user_of(appraising.head), on=on).get() == made
    assert to_answer(appraising.user_of(appraising.budi), on=on).get() == made
    with pytest.raises(refusals.BothSidesError):
        decide(appraising, made)


def test_a_late_objection_is_kept_and_marked(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari, on=date(2026, 10, 22))
    assert made.is_late
    assert Objection.objects.get() == made


def test_a_changed_result_is_a_new_sealed_document(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari, heard=True)
    paper = decide(appraising, made)
    former = appraising.of(appraising.sari).papers.get(number=1)
    assert (paper.number, paper.form, former.form) == (2, "d13", "d11")
    assert (former.content["predicate"]["predicate"], paper.content["predicate"]["predicate"]) == (
        "needs_improvement", "good",
    )  # fmt: skip
    assert paper.content["objection"]["statement"] == "Padam hanya satu hari"
    assert matches_seal(paper)
    assert matches_seal(former)
    assert not list(verify({}))
    assert appraising.of(appraising.sari).predicate == "good"


def test_the_chain_shows_a_decision_that_was_tampered_with(appraising):
    from pembina.domain.access import append_only

    appraising.made()
    decide(appraising, appraising.objected(appraising.sari, heard=True))
    append_only.lift("default")
    entry = ChainEntry.objects.get(kind="objection_decided")
    ChainEntry.objects.filter(pk=entry.pk).update(content=json.dumps({"ruling": "confirmed"}))
    assert [fault.kind for fault in verify({})][:1] == ["objection_decided"]


def test_a_confirmed_result_stays_and_the_decision_is_sealed(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari, heard=True)
    assert decide(appraising, made, Ruling.CONFIRMED, None) is None
    assert appraising.of(appraising.sari).predicate == "needs_improvement"
    assert ChainEntry.objects.filter(kind="objection_decided").count() == 1
    with pytest.raises(refusals.DecidedAlreadyError):
        decide(appraising, made, Ruling.CONFIRMED, None)


def test_a_change_that_changes_nothing_is_refused(appraising):
    appraising.made()
    with pytest.raises(refusals.NothingChangedError):
        decide(appraising, appraising.objected(appraising.sari, heard=True), told=BELOW)


def test_neither_the_rater_nor_a_stranger_decides(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari, heard=True)
    for who in (appraising.budi, appraising.dewi, appraising.sari):
        with pytest.raises(refusals.NotTheRaterError):
            decide(appraising, made, by=appraising.user_of(who))
    with pytest.raises(refusals.NotTheRaterError):
        record_statement(objection=made, words="Saya", by=appraising.user_of(appraising.dewi), at=appraising.at)


def test_a_decision_has_seven_working_days(appraising):
    appraising.made()
    made = appraising.objected(appraising.sari)
    found = clocks_of(appraising.of(appraising.sari), made, calendar=working_days(), on=date(2026, 10, 20))
    clock = next(each for each in found if each.deadline.step == "decide")
    assert (clock.deadline.due_on, clock.standing.state.value) == (date(2026, 10, 14), "late")


def test_against_a_final_result_there_is_no_objection(appraising):
    appraising.made()
    late, head = noon(date(2026, 10, 19)), appraising.user_of(appraising.head)
    appraising.signed(appraising.sari, by=head, at=late)
    known = appraising.of(appraising.sari)
    deliver_appraisal(appraisal=known, by=head, at=late)
    receive_appraisal(appraisal=known, by=appraising.sari_user, at=late)
    with pytest.raises(refusals.FinalResultError, match="angka 11"):
        file_objection(
            appraisal=known, reason="Tidak setuju", evidence="", by=appraising.sari_user, at=noon(date(2026, 10, 20))
        )


def test_before_receipt_there_is_nothing_to_object_to(appraising):
    appraising.made()
    appraising.signed(appraising.sari, AS_EXPECTED)
    known = appraising.of(appraising.sari)
    deliver_appraisal(appraisal=known, by=appraising.user_of(appraising.budi), at=appraising.at)
    with pytest.raises(refusals.NotReceivedError):
        file_objection(appraisal=known, reason="Cepat", evidence="", by=appraising.sari_user, at=appraising.at)


def test_what_is_published_names_nobody_and_hides_small_cells(appraising):
    appraising.made()
    appraising.objected(appraising.sari)
    (told,) = published_counts(2026)
    assert (told.unit, told.filed, told.changed) == ("Bidang Layanan", None, None)
