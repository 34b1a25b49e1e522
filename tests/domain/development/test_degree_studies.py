"""Degree studies end with their result; certifications are renewed before they end."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from pembina.domain.development.enums import StudyState
from pembina.domain.development.hours_refusals import (
    CertificationTwiceError,
    DaysReversedError,
    GradeError,
    OwnReportError,
    TwoStudiesError,
)
from pembina.domain.development.models import ProfessionalCertification
from pembina.domain.development.operations.degree_studies import (
    Certification,
    Study,
    begin_study,
    end_study,
    note_certification,
    prolong_study,
    renew_certification,
)
from pembina.domain.development.operations.siasn_ids import note_siasn_identities
from pembina.domain.development.queries.degree_studies import certifications, ended, ending_soon, late_studies, studies
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError

pytestmark = pytest.mark.django_db
MASTER = Study("45", "Magister Administrasi Publik", date(2024, 9, 1), date(2026, 8, 31), institution="Universitas X")


@pytest.fixture
def who(training):
    return {"by": training.rina, "at": training.at}


@pytest.fixture
def study(training, who):
    return begin_study(person=training.person(), study=MASTER, **who)


def test_one_study_at_a_time_and_a_late_one_is_told(training, study, who):
    with pytest.raises(TwoStudiesError):
        begin_study(person=study.person, study=MASTER, **who)
    with pytest.raises(DaysReversedError):
        begin_study(person=training.person(), study=replace(MASTER, due_on=date(2024, 1, 1)), **who)
    assert studies().filter(late_studies(on=training.today)).get() == study
    with pytest.raises(ReasonMissingError):
        prolong_study(study=study, due_on=date(2027, 2, 1), reason="", **who)
    prolong_study(study=study, due_on=date(2027, 2, 1), reason="Penelitian", **who)
    assert not studies().filter(late_studies(on=training.today)).exists()


def ended_as(study, state, who, *, grade=None, result=""):
    return end_study(study=study, state=state, ended_on=date(2026, 7, 1), grade=grade, result=result, **who)


def test_a_graduate_has_an_average_and_nobody_else(study, who):
    with pytest.raises(GradeError):
        ended_as(study, StudyState.GRADUATED, who, grade=Decimal("4.01"))
    with pytest.raises(GradeError):
        ended_as(study, StudyState.STOPPED, who, grade=Decimal(3), result="Sakit")
    with pytest.raises(ReasonMissingError):
        ended_as(study, StudyState.STOPPED, who)
    done = ended_as(study, StudyState.GRADUATED, who, grade=Decimal("3.75"))
    assert (done.state, done.grade) == (StudyState.GRADUATED, Decimal("3.75"))
    with pytest.raises(WrongStepError):
        ended_as(study, StudyState.STOPPED, who, result="Sakit")


def test_a_partner_may_be_where_one_studies(training, who):
    made = begin_study(person=training.person(), study=replace(MASTER, partner=training.partner()), **who)
    assert (made.place, made.institution) == ("Universitas Contoh", "")


@pytest.fixture
def certified(training, who):
    """Return a maker of certifications that end some days from now."""
    person = training.person()

    def make(days, number="1"):
        until = training.today + timedelta(days=days)
        told = Certification("Ahli Pengadaan", "LKPP", number, date(2022, 1, 1), until)
        return note_certification(person=person, certification=told, **who)

    return make


@pytest.mark.parametrize(("days", "soon", "over"), [(91, 0, 0), (90, 1, 0), (0, 1, 0), (-1, 0, 1)])
def test_a_renewal_is_asked_for_90_days_before(training, certified, days, soon, over):
    certified(days)
    found = certifications()
    assert found.filter(ending_soon(on=training.today)).count() == soon
    assert found.filter(ended(on=training.today)).count() == over


def test_a_renewal_ends_the_reminder_and_happens_once(training, certified, who):
    old = certified(10)
    told = Certification("Ahli Pengadaan", "LKPP", "2", training.today, training.today + timedelta(days=1000))
    renew_certification(old=old, certification=told, **who)
    assert not certifications().filter(ending_soon(on=training.today)).exists()
    with pytest.raises(WrongStepError):
        renew_certification(old=old, certification=replace(told, number="3"), **who)
    with pytest.raises(CertificationTwiceError):
        certified(10)
    assert ProfessionalCertification.objects.count() == 2


def test_ids_of_siasn_are_taken_over_and_move(training, who):
    one, two = training.person(), training.person()
    first, second = "0" * 32, "1" * 32
    noted = note_siasn_identities(ids={one.nip: first, two.nip: second, "9" * 18: "2" * 32}, **who)
    assert (noted.written, noted.same, noted.unknown) == (2, 0, 1)
    noted = note_siasn_identities(ids={one.nip: second, two.nip: second[::-1].replace("1", "3")}, **who)
    assert noted.written == 2
    one.refresh_from_db()
    assert one.siasn.pns_id == second


def test_nobody_notes_a_study_or_certification_of_oneself(training, who, budi):
    own, by_budi = training.organiser(), who | {"by": budi}
    told = Certification("Ahli Pengadaan", "LKPP", "1", date(2022, 1, 1))
    with pytest.raises(OwnReportError):
        begin_study(person=own, study=MASTER, **who)
    with pytest.raises(OwnReportError):
        note_certification(person=own, certification=told, **who)
    noted = begin_study(person=own, study=MASTER, **by_budi)
    old = note_certification(person=own, certification=told, **by_budi)
    with pytest.raises(OwnReportError):
        prolong_study(study=noted, due_on=date(2027, 2, 1), reason="Penelitian", **who)
    with pytest.raises(OwnReportError):
        end_study(study=noted, state=StudyState.GRADUATED, ended_on=date(2026, 7, 1), grade=None, result="", **who)
    with pytest.raises(OwnReportError):
        renew_certification(old=old, certification=replace(told, number="2"), **who)
    assert ProfessionalCertification.objects.count() == 1
