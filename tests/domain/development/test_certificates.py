"""A certificate is issued to whoever completed, holds until it is ended, and the ledger of hours follows."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from domain.development.certifying import SIGNING, attended, held, issued
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.certificate_refusals import (
    CertificateEndedError,
    NotEntitledError,
    NothingToIssueError,
    SameNameError,
    UnknownCertificateError,
)
from pembina.domain.development.enums import CertificateState, EnrolmentState, RecordSource, RecordState
from pembina.domain.development.models import Batch, Certificate, CertificateSeries, LearningRecord
from pembina.domain.development.operations.certificates import (
    find_certificate,
    issue_certificates,
    reissue_certificate,
    revoke_certificate,
)
from pembina.domain.development.queries.certificates import candidates_of, certificate_of_code, days_of
from pembina.domain.development.queries.training_days import training_days
from pembina.domain.development.refusals import OwnSeatError, ReasonMissingError

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessions(training):
    return held(training)


@pytest.fixture
def certificate(training, sari, sessions):
    return issued(training, attended(training, training.person(sari), sessions=sessions))[0]


def revoked(training, certificate, reason="Salah orang"):
    return revoke_certificate(certificate=certificate, reason=reason, by=training.rina, at=training.at)


def reissued(training, certificate, name="Sari Wulandari, S.E.", reason="Gelar kurang"):
    return reissue_certificate(
        certificate=certificate, name=name, reason=reason, signing=SIGNING, by=training.rina, at=training.at
    )


def test_a_certificate_says_what_was_learned_and_the_ledger_counts_it(training, certificate, sari):
    assert (certificate.number, certificate.name) == ("00001/SERT/2026", sari.display_name)
    assert (certificate.hours, certificate.content["nip"]) == (Decimal(12), sari.username)
    assert [unit["hours"] for unit in certificate.content["units"]] == ["4.00", "8.00"]
    assert certificate.content["signer"]["position"] == "Kepala BKPSDM"
    row = certificate.record
    assert (row.hours, row.year, row.state, row.source) == (12, 2026, RecordState.COUNTED, RecordSource.CERTIFICATE)
    assert (row.first_day, row.last_day) == (training.day(-3).date(), training.day(-2).date())
    assert "12 JP" in row.basis


def test_what_is_printed_stays_when_records_change(training, certificate):
    certificate.enrolment.person.name = "Nama Lain"
    certificate.enrolment.person.save()
    training.version.curriculum.title = "Judul lain"
    training.version.curriculum.save()
    kept = Certificate.objects.get(pk=certificate.pk)
    assert "Nama Lain" not in kept.name
    assert "Manajemen waktu" in kept.title


def test_numbers_run_without_a_gap_through_a_year_and_begin_again(training, sessions):
    seats = [attended(training, sessions=sessions) for _ in range(3)]
    first = issued(training, seats[0])
    with transaction.atomic():
        issued(training, seats[1])
        transaction.set_rollback(True)
    later = issued(training, seats[1], seats[2], at=training.at.replace(year=2027))
    assert [one.number for one in (*first, *later)] == ["00001/SERT/2026", "00001/SERT/2027", "00002/SERT/2027"]
    assert CertificateSeries.objects.get(year=2026).last == 1


def test_each_is_an_event_and_a_link_of_the_chain(training, sessions):
    issued(training, *(attended(training, sessions=sessions) for _ in range(3)))
    assert AuditEvent.objects.filter(operation="issue_certificate").count() == 3
    assert ChainEntry.objects.filter(kind=ChainKind.CERTIFICATE_ISSUED).count() == 3
    assert list(verify({})) == []


def test_who_was_absent_or_has_withdrawn_is_refused_and_then_nobody_gets_one(training, sessions):
    good, absent = attended(training, sessions=sessions), attended(training, sessions=sessions[:1])
    with pytest.raises(NotEntitledError, match="1 dari 2"):
        issued(training, good, absent)
    assert not Certificate.objects.exists()
    good.state, good.ended_at, good.reason = EnrolmentState.WITHDRAWN, training.at, "Pindah"
    good.save()
    with pytest.raises(NotEntitledError, match="mengundurkan diri: Pindah"):
        issued(training, good)
    assert not CertificateSeries.objects.filter(last__gt=0).exists()


def test_a_second_time_nobody_gets_another(training, certificate):
    with pytest.raises(NothingToIssueError):
        issued(training, certificate.enrolment)
    copied = Certificate.objects.get(pk=certificate.pk)
    copied.pk, copied.number, copied.code = None, "99999/SERT/2026", "X" * 20
    with pytest.raises(IntegrityError, match=r"certificate_valid_once|enrolment_id"), transaction.atomic():
        copied.save()


def test_a_stranger_to_the_batch_gets_none(training, sessions):
    other = training.group("Angkatan 2")
    seat = attended(training, sessions=held(training, batch=other), batch=other)
    with pytest.raises(NothingToIssueError):
        issued(training, seat)


def test_revoking_takes_the_hours_out_and_leaves_a_trace(training, certificate):
    with pytest.raises(ReasonMissingError):
        revoked(training, certificate, reason="  ")
    kept = revoked(training, certificate)
    row = LearningRecord.objects.get(certificate=kept)
    assert (kept.state, kept.end_reason, row.state) == (CertificateState.REVOKED, "Salah orang", RecordState.REFUSED)
    assert row.refusal == "Sertifikat dicabut: Salah orang"
    assert AuditEvent.objects.filter(operation="uncount_learning", why="Salah orang").count() == 1
    with pytest.raises(CertificateEndedError):
        revoked(training, certificate)
    assert list(verify({})) == []


def test_a_corrected_name_is_a_new_certificate_to_which_the_old_one_points(training, certificate):
    with pytest.raises(SameNameError):
        reissued(training, certificate, name=certificate.name)
    made = reissued(training, certificate)
    old = Certificate.objects.get(pk=certificate.pk)
    assert (old.state, old.replacement, made.state) == (CertificateState.REPLACED, made, CertificateState.VALID)
    assert made.number != old.number
    assert made.code != old.code
    row = LearningRecord.objects.get(state=RecordState.COUNTED)
    assert (row.certificate, row.number) == (made, made.number)
    with pytest.raises(CertificateEndedError):
        reissued(training, old, name="Lagi")


def test_what_was_revoked_by_mistake_comes_back_with_its_hours(training, certificate):
    old = revoked(training, certificate)
    made = reissued(training, old, name=old.name, reason="Pencabutan keliru")
    assert Certificate.objects.get(pk=old.pk).state == CertificateState.REVOKED
    assert LearningRecord.objects.get(certificate=made).state == RecordState.COUNTED


def test_nobody_who_has_withdrawn_is_issued_anew(training, certificate):
    seat = certificate.enrolment
    seat.state, seat.ended_at, seat.reason = EnrolmentState.WITHDRAWN, training.at, "Pindah"
    seat.save()
    with pytest.raises(NotEntitledError):
        reissued(training, certificate)


def test_what_was_reported_of_the_same_training_counts_once(training, sari, sessions):
    seat = attended(training, training.person(sari), sessions=sessions)
    told = {"title": training.version.curriculum.title, "form": training.version.curriculum.form}
    own = LearningRecord.objects.create(
        **told, person=seat.person, year=2026, first_day=training.day(-3).date(), last_day=training.day(-2).date(),
        hours=99, source=RecordSource.OWN_REPORT, state=RecordState.COUNTED, noted_at=training.at,
    )  # fmt: skip
    issued(training, seat)
    own.refresh_from_db()
    assert own.state == RecordState.REFUSED
    assert [row.hours for row in LearningRecord.objects.filter(state=RecordState.COUNTED)] == [12]


def reported_in_capitals(training, person):
    return LearningRecord.objects.create(
        title=training.version.curriculum.title.upper(), form=training.version.curriculum.form, person=person,
        year=2026, first_day=training.day(-3).date(), last_day=training.day(-2).date(), hours=8,
        source=RecordSource.TYPED, state=RecordState.COUNTED, noted_at=training.at,
    )  # fmt: skip


def test_capitals_do_not_make_it_another_training(training, sari, sessions):
    seat = attended(training, training.person(sari), sessions=sessions)
    reported_in_capitals(training, seat.person)
    (old,) = issued(training, seat)
    counted = LearningRecord.objects.filter(state=RecordState.COUNTED)
    assert [row.hours for row in counted] == [12]
    old = revoked(training, old)
    reported_in_capitals(training, seat.person)
    reissued(training, old)
    assert [row.hours for row in counted.all()] == [12]


def test_number_and_code_open_it_together_only(training, certificate):
    def find(number, code):
        return find_certificate(number=number, code=code, device="", address=None, at=training.at)

    typed = certificate.code.lower().replace("0", "o")
    assert find(certificate.number.lower(), f" {typed[:4]}-{typed[4:]}") == certificate
    assert certificate_of_code(typed) == certificate
    for number, code in ((certificate.number, ""), ("", certificate.code), (certificate.number, "0" * 20)):
        with pytest.raises(UnknownCertificateError):
            find(number, code)


def test_the_preview_asks_the_same_however_many_there_are(training, sessions, django_assert_num_queries):
    for _ in range(3):
        attended(training, sessions=sessions)
    with django_assert_num_queries(10):
        candidates_of(training.batch, at=training.at)
    for _ in range(12):
        attended(training, sessions=sessions)
    with django_assert_num_queries(10):
        assert len([one for one in candidates_of(training.batch, at=training.at) if one.is_ready]) == 15


def test_issuing_asks_the_same_however_many_there_are(training, sessions, django_assert_max_num_queries):
    seats = [attended(training, sessions=sessions) for _ in range(15)]
    with django_assert_max_num_queries(45):
        issue_certificates(
            batch=training.batch, enrolments=[seat.pk for seat in seats], signing=SIGNING, by=training.rina,
            at=training.at,
        )  # fmt: skip


def test_what_ends_at_midnight_ends_in_the_old_year(training):
    training.session(begins=datetime(2025, 12, 31, 21, tzinfo=training.batch.zone))
    eve = date(2025, 12, 31)
    assert days_of(training.batch) == (eve, eve)
    found = training_days(Batch.objects.all(), on=training.today)[training.batch.pk]
    assert (found.first, found.last) == (eve, eve)


def test_nobody_issues_for_oneself(training, budi):
    own = attended(training, training.organiser(), sessions=held(training))
    (told,) = candidates_of(training.batch, at=training.at, issuer=training.rina)
    assert not told.is_ready
    assert "Bukan oleh Anda sendiri" in told.lacking[-1].id
    with pytest.raises(OwnSeatError):
        issued(training, own)
    chosen = {"batch": training.batch, "enrolments": [own.pk], "signing": SIGNING, "at": training.at}
    (made,) = issue_certificates(by=budi, **chosen)
    with pytest.raises(OwnSeatError):
        reissued(training, made)
    assert revoked(training, made).state == CertificateState.REVOKED
