"""What somebody learned elsewhere counts once it was verified, once only, and leaves a trace when it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.development.certifying import attended, held, issued
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import RecordState
from pembina.domain.development.hours_refusals import (
    DaysReversedError,
    HoursUnusableError,
    LearningToComeError,
    LearningTwiceError,
    NoRecordOfPersonError,
    OfCertificateError,
    OwnReportError,
)
from pembina.domain.development.learning_counts import Learning
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.learning_records import (
    note_learning,
    refuse_learning,
    report_learning,
    take_out_learning,
    verify_learning,
    withdraw_learning,
)
from pembina.domain.development.queries.learning_hours import years_of
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError

pytestmark = pytest.mark.django_db
SEMINAR = Learning(
    form=9, title="Seminar pelayanan", organiser="Universitas Contoh", first_day=date(2026, 3, 2),
    last_day=date(2026, 3, 3), hours=Decimal(6), evidence="https://contoh.go.id/sertifikat.pdf",
)  # fmt: skip


@pytest.fixture
def holder(training, sari):
    return training.person(sari)


@pytest.fixture
def reported(training, holder, sari):
    return report_learning(learning=SEMINAR, by=sari, at=training.at)


def standing(holder, training):
    return years_of(holder, on=training.today)[0]


def test_a_report_counts_only_once_it_was_verified(training, holder, reported):
    assert standing(holder, training).hours is None
    verify_learning(row=reported, by=training.rina, at=training.at)
    found = standing(holder, training)
    assert (found.hours, found.standing.state, found.standing.short_by) == (6, "behind", 14)
    assert AuditEvent.objects.filter(operation="verify_learning", concerns=holder.nip).exists()


def test_nothing_on_record_is_not_zero(training, holder):
    found = standing(holder, training)
    assert (found.hours, found.standing.state) == (None, "unknown")
    assert "tidak dihitung sebagai nol" in found.standing.because.id


def test_a_refusal_says_why_and_can_be_reported_anew(training, holder, sari, reported):
    with pytest.raises(ReasonMissingError):
        refuse_learning(row=reported, reason=" ", by=training.rina, at=training.at)
    refuse_learning(row=reported, reason="Buktinya tidak terbuka", by=training.rina, at=training.at)
    assert LearningRecord.objects.get().refusal == "Buktinya tidak terbuka"
    with pytest.raises(WrongStepError):
        verify_learning(row=reported, by=training.rina, at=training.at)
    assert report_learning(learning=SEMINAR, by=sari, at=training.at).state == RecordState.REPORTED


def test_one_takes_the_own_report_back_while_it_waits(training, sari, reported):
    withdraw_learning(row=reported, by=sari, at=training.at)
    with pytest.raises(WrongStepError):
        withdraw_learning(row=reported, by=sari, at=training.at)


def test_the_length_counts_where_no_certificate_says_the_hours(training, holder, sari):
    made = report_learning(learning=replace(SEMINAR, hours=None, minutes=100), by=sari, at=training.at)
    assert made.hours == Decimal("2.22")
    assert "dibulatkan ke bawah" in made.basis


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": "SEMINAR pelayanan"}, LearningTwiceError),
        ({"first_day": date(2026, 3, 4)}, DaysReversedError),
        ({"last_day": date(2026, 12, 1)}, LearningToComeError),
        ({"title": "Lain", "hours": None}, HoursUnusableError),
        ({"title": "Lain", "form": 99}, HoursUnusableError),
        ({"title": "Lain", "first_day": date(1999, 1, 1), "last_day": date(1999, 1, 2)}, HoursUnusableError),
    ],
)
def test_what_cannot_be_is_refused(training, sari, reported, change, refusal):
    with pytest.raises(refusal):
        report_learning(learning=replace(SEMINAR, **change), by=sari, at=training.at)
    assert LearningRecord.objects.count() == 1


def test_the_same_paper_under_another_title_counts_once(training, holder):
    paper = replace(SEMINAR, number="800/12/Bkd")
    note_learning(person=holder, learning=paper, by=training.rina, at=training.at)
    again = replace(paper, title="Lain", form=8, number="800/12/BKD", first_day=date(2026, 3, 3))
    with pytest.raises(LearningTwiceError):
        note_learning(person=holder, learning=again, by=training.rina, at=training.at)
    # Without a number nothing is known to be the same paper.
    for title in ("Lain", "Lain lagi"):
        note_learning(person=holder, learning=replace(SEMINAR, title=title), by=training.rina, at=training.at)


def test_an_officer_notes_for_others_and_decides_nothing_of_the_own(training, holder):
    made = note_learning(person=holder, learning=SEMINAR, by=training.rina, at=training.at)
    assert made.state == RecordState.COUNTED
    officer = training.organiser()
    with pytest.raises(OwnReportError):
        note_learning(person=officer, learning=SEMINAR, by=training.rina, at=training.at)
    own = report_learning(learning=SEMINAR, by=training.rina, at=training.at)
    with pytest.raises(OwnReportError):
        verify_learning(row=own, by=training.rina, at=training.at)


def test_what_should_not_count_is_taken_out_and_stays_readable(training, holder):
    made = note_learning(person=holder, learning=SEMINAR, by=training.rina, at=training.at)
    take_out_learning(row=made, reason="Salah orang", by=training.rina, at=training.at)
    assert standing(holder, training).hours is None
    assert [row.refusal for row in standing(holder, training).records] == ["Salah orang"]


def test_hours_of_a_certificate_follow_the_certificate_alone(training, holder):
    one = issued(training, attended(training, holder, sessions=held(training)))[0]
    with pytest.raises(OfCertificateError):
        take_out_learning(row=one.record, reason="Keliru", by=training.rina, at=training.at)


def test_an_account_without_a_record_reports_nothing(training, dewi):
    with pytest.raises(NoRecordOfPersonError):
        report_learning(learning=SEMINAR, by=dewi, at=training.at)
