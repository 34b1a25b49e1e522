"""The way of a document: delivered, received, returned or not signed, reported; each on its own clock."""

from datetime import date

import pytest

from appraising import AS_EXPECTED, noon
from pembina.domain.performance import appraisal_refusals as refusals
from pembina.domain.performance.appraisal_clocks import clocks_of, right_of, working_days
from pembina.domain.performance.appraisal_enums import Ruling
from pembina.domain.performance.models import EvaluationPeriod
from pembina.domain.performance.operations.closing import close_appraisals, closing_of
from pembina.domain.performance.operations.delivery import (
    deliver_appraisal,
    receive_appraisal,
    report_appraisal,
    return_appraisal,
)
from pembina.domain.performance.operations.objections import decide_objection
from pembina.domain.performance.queries.appraisals import of_leader

pytestmark = pytest.mark.django_db


def clocks(appraisal, on):
    found = clocks_of(appraisal, None, calendar=working_days(), on=on)
    return {clock.deadline.step.value: (clock.deadline.due_on, clock.standing.state.value) for clock in found}


def test_each_step_has_its_own_clock(appraising):
    appraising.made()
    appraising.signed(appraising.sari)
    # Signed on Monday 28 September: fourteen working days later it is Friday 16 October.
    assert clocks(appraising.of(appraising.sari), date(2026, 10, 1)) == {"deliver": (date(2026, 10, 16), "running")}
    assert clocks(appraising.of(appraising.sari), date(2026, 10, 19))["deliver"][1] == "late"
    received = appraising.received(appraising.staff[0])
    assert clocks(received, date(2026, 10, 2))["return"] == (date(2026, 10, 21), "running")
    assert clocks(received, date(2026, 10, 19))["report"][1] == "running"


def test_the_document_goes_to_the_person_and_back(appraising):
    appraising.made()
    received = appraising.received(appraising.sari)
    return_appraisal(appraisal=received, by=appraising.sari_user, at=noon(date(2026, 10, 5)), signs=True)
    budi = appraising.user_of(appraising.budi)
    report_appraisal(appraisal=received, by=budi, at=noon(date(2026, 10, 19)))
    found = clocks(appraising.of(appraising.sari), date(2026, 10, 20))
    assert {state for _due, state in found.values()} == {"done"}


def test_what_an_objection_changed_is_reported_by_who_decided(appraising):
    appraising.made()
    objection = appraising.objected(appraising.sari, heard=True)
    head, day = appraising.user_of(appraising.head), noon(date(2026, 10, 8))
    decide_objection(objection=objection, ruling=Ruling.CHANGED, reason="Terbukti", told=AS_EXPECTED, by=head, at=day)
    one = appraising.of(appraising.sari)
    with pytest.raises(refusals.NotTheRaterError):
        report_appraisal(appraisal=one, by=appraising.user_of(appraising.budi), at=day)
    assert one in of_leader(head, on=day.date())
    report_appraisal(appraisal=one, by=head, at=day)
    assert appraising.of(appraising.sari).reported_at == day


def test_whoever_does_not_sign_says_why_and_keeps_the_right_to_object(appraising):
    appraising.made()
    received = appraising.received(appraising.sari)
    with pytest.raises(refusals.NoteMissingError):
        return_appraisal(appraisal=received, by=appraising.sari_user, at=appraising.at, signs=False)
    return_appraisal(
        appraisal=received, by=appraising.sari_user, at=noon(date(2026, 10, 5)), signs=False, note="Tidak setuju"
    )
    kept = appraising.of(appraising.sari)
    assert (kept.state, kept.refused_note) == ("returned", "Tidak setuju")
    assert right_of(kept, None, calendar=working_days(), on=date(2026, 10, 6)).state.may_file


def test_nobody_else_receives_and_nothing_unsigned_is_delivered(appraising):
    appraising.made()
    budi = appraising.user_of(appraising.budi)
    appraising.rated(appraising.sari)
    with pytest.raises(refusals.NothingToRateError):
        deliver_appraisal(appraisal=appraising.of(appraising.sari), by=budi, at=appraising.at)
    appraising.signed(appraising.staff[0])
    known = appraising.of(appraising.staff[0])
    with pytest.raises(refusals.NotTheRaterError):
        deliver_appraisal(appraisal=known, by=appraising.user_of(appraising.dewi), at=appraising.at)
    deliver_appraisal(appraisal=known, by=budi, at=appraising.at)
    with pytest.raises(refusals.NotTheRaterError):
        receive_appraisal(appraisal=known, by=appraising.sari_user, at=appraising.at)


def test_closing_delivers_passes_the_silent_by_and_rates_nobody(appraising):
    period = appraising.made()
    appraising.signed(appraising.sari)
    appraising.rated(appraising.staff[0])
    late = noon(date(2026, 10, 19))
    preview = closing_of(period)
    counts = close_appraisals(period=period, by=appraising.rina, at=late)
    assert counts == {
        "delivered": preview.to_deliver, "escalated": preview.to_escalate, "left": preview.stays_open,
    }  # fmt: skip
    assert appraising.of(appraising.sari).state == "delivered"
    assert appraising.of(appraising.staff[0]).state == "draft"
    assert appraising.of(appraising.staff[1]).predicate == ""
    assert clocks(appraising.of(appraising.staff[1]), date(2026, 10, 20))["superior_signs"] == (
        date(2026, 11, 5), "running",
    )  # fmt: skip
    assert EvaluationPeriod.objects.get().closed_at is None


def test_a_period_is_not_closed_while_raters_have_time(appraising):
    with pytest.raises(refusals.WindowRunningError):
        close_appraisals(period=appraising.made(), by=appraising.rina, at=noon(date(2026, 10, 16)))
