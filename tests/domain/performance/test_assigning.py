"""Where the rater was silent and nobody is above, human resources name a rater; the reason stays."""

from datetime import date

import pytest

from appraising import AS_EXPECTED, Appraising, noon
from pembina.domain.access.events import AuditEvent
from pembina.domain.people.models import Person
from pembina.domain.performance.appraisal_refusals import NoteMissingError, OwnAppraisalError, PeriodClosedError
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.operations.assigning import assign_rater, wants_rater
from pembina.domain.performance.operations.making import renewals
from pembina.domain.performance.rater_refusals import RaterNotWantedError, RaterStillHasTimeError, UnfitRaterError

pytestmark = pytest.mark.django_db
LATE = noon(date(2026, 10, 20))


@pytest.fixture
def appraising(person):
    made = Appraising(person)
    made.made()
    Appraisal.objects.filter(person=made.sari).update(superior=None)
    return made


def assigned(appraising, *, rater=None, reason="Penilai sakit panjang", by=None, at=LATE):
    return assign_rater(
        appraisal=appraising.of(appraising.sari), rater=rater or appraising.other_head, reason=reason,
        by=by or appraising.rina, at=at,
    )  # fmt: skip


def test_who_is_named_rates_and_signs_and_the_reason_stays(appraising):
    assert wants_rater(appraising.of(appraising.sari), on=date(2026, 10, 20))
    assigned(appraising)
    one = appraising.of(appraising.sari)
    assert (one.rater, one.told("rater")["name"]) == (appraising.other_head, "Kepala Wati")
    assert one.snapshot["assigned"]["reason"] == "Penilai sakit panjang"
    event = AuditEvent.objects.get(operation="assign_rater")
    assert event.changes["rater"][1] == "Kepala Wati"
    paper = appraising.signed(appraising.sari, AS_EXPECTED, at=LATE)
    assert (paper.form, paper.content["people"]["rater"]["name"]) == ("d11", "Kepala Wati")


def test_whom_they_named_is_not_renewed_away(appraising):
    assigned(appraising)
    period = EvaluationPeriod.objects.get()
    assert appraising.sari.pk not in [each.appraisal.person_id for each in renewals(period, on=date(2026, 10, 20))]


@pytest.mark.parametrize("name", ["sari", "budi"])
def test_not_the_person_nor_the_silent_rater(appraising, name):
    with pytest.raises(UnfitRaterError):
        assigned(appraising, rater=getattr(appraising, name))


def test_not_oneself_and_not_beyond_the_own_reach(appraising):
    appraising.person(appraising.rina, appraising.other)
    with pytest.raises(UnfitRaterError):
        assigned(appraising, rater=Person.objects.get(nip=appraising.rina.username))
    with pytest.raises(UnfitRaterError):
        assigned(appraising, by=appraising.user_of(appraising.dewi))
    with pytest.raises(OwnAppraisalError):
        assigned(appraising, by=appraising.sari_user)


def test_only_when_the_time_is_over_and_nobody_takes_over(appraising):
    with pytest.raises(NoteMissingError):
        assigned(appraising, reason="  ")
    with pytest.raises(RaterStillHasTimeError):
        assigned(appraising, at=noon(date(2026, 10, 16)))
    Appraisal.objects.filter(person=appraising.sari).update(superior=appraising.head)
    with pytest.raises(RaterNotWantedError):
        assigned(appraising)
    Appraisal.objects.filter(person=appraising.sari).update(superior=None)
    EvaluationPeriod.objects.update(closed_at=LATE, closed_by=appraising.rina)
    with pytest.raises(PeriodClosedError):
        assigned(appraising)
