"""Sari asks, Budi decides, Rina appoints; seats and the waiting list."""

from datetime import timedelta

import pytest

from domain.development.certifying import attended, held, issued
from pembina.domain.access.audit import events_on
from pembina.domain.development.enrolment_refusals import (
    AlreadyInError,
    BatchNotOpenError,
    CertifiedError,
    CoverError,
    EnrolmentClosedError,
    NotActiveError,
    NotYoursToDecideError,
    OwnAnswerError,
    ScheduleClashError,
    UnitAwayError,
)
from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.operations.batches import BatchPlan, edit_batch
from pembina.domain.development.operations.certificates import revoke_certificate
from pembina.domain.development.operations.enrolments import (
    accept,
    appoint,
    approve,
    decline,
    nominate,
    refuse,
    request_seat,
    withdraw,
)
from pembina.domain.development.operations.moves import move_participant
from pembina.domain.development.refusals import OwnSeatError, ReasonMissingError, WrongStepError
from pembina.domain.people.enums import DelegationKind, LegalPosition
from pembina.domain.people.operations import delegate

E = EnrolmentState


@pytest.fixture
def team(training, sari, budi):
    """Budi leads Sari; eight others work in their office."""
    leader = training.person(budi)
    employee = training.person(sari, superior=leader)
    others = [training.person(superior=leader) for _ in range(8)]
    return leader, employee, others


def plan_of(batch, **told):
    names = (
        "title", "version", "organiser", "mode", "time_zone", "seats", "opens_on", "closes_on", "most_away",
        "needs_approval",
    )  # fmt: skip
    return BatchPlan(**({name: getattr(batch, name) for name in names} | told))


def test_a_request_waits_for_the_superior_and_becomes_a_seat(training, team, sari, budi):
    _, employee, _ = team
    row = request_seat(batch=training.batch, person=employee, by=sari, at=training.at, wish="Antrean lebih pendek")
    assert row.state == E.REQUESTED
    approve(enrolment=row, by=budi, at=training.at)
    row.refresh_from_db()
    assert (row.state, row.approved_by, row.seated_at) == (E.ENROLLED, budi, training.at)
    event = events_on(row).first()
    assert (event.operation, event.acting_as, event.concerns) == ("approve_seat", "direct_superior", sari.username)


def test_a_batch_that_needs_no_approval_seats_at_once(training, team, sari):
    batch = training.group("Terbuka", needs_approval=False)
    assert request_seat(batch=batch, person=team[1], by=sari, at=training.at).state == E.ENROLLED


def test_where_nobody_approves_the_unit_is_asked_at_once_and_the_organiser_may_appoint(training, team, sari, rina):
    batch = training.group("Terbuka", needs_approval=False, most_away=5)
    training.session(batch=batch, begins=training.day(2))
    training.enrol(team[2][0], batch=batch)
    with pytest.raises(UnitAwayError) as refused:
        request_seat(batch=batch, person=team[1], by=sari, at=training.at)
    assert "penyelenggara" in refused.value.remedy.id
    seated = appoint(batch=batch, person=team[1], by=rina, at=training.at, cover_reason="Diminta kepala dinas")
    assert seated.state == E.ENROLLED


def test_nobody_asks_for_another_nor_decides_for_oneself_nor_elsewhere(training, team, sari, budi, dewi, rina):
    leader, employee, _ = team
    with pytest.raises(OwnAnswerError):
        request_seat(batch=training.batch, person=employee, by=budi, at=training.at)
    row = request_seat(batch=training.batch, person=employee, by=sari, at=training.at)
    for nobody in (sari, dewi, rina):
        with pytest.raises(NotYoursToDecideError):
            approve(enrolment=row, by=nobody, at=training.at)
    own = request_seat(batch=training.batch, person=leader, by=budi, at=training.at)
    with pytest.raises(NotYoursToDecideError):
        approve(enrolment=own, by=budi, at=training.at)
    # Nobody leads Budi: whoever organises the batch decides.
    assert approve(enrolment=own, by=rina, at=training.at).state == E.ENROLLED


def test_whoever_stands_in_decides_and_the_superior_does_not(training, team, sari, budi, dewi):
    leader, employee, _ = team
    deputy = training.person(dewi, unit=training.office)
    delegate(
        person=deputy, kind=DelegationKind.DAILY, unit=training.office, letter="1/PLH", starts_on=training.today,
        ends_on=training.today + timedelta(days=3), on_behalf_of=leader, by=None, at=training.at,
    )  # fmt: skip
    row = request_seat(batch=training.batch, person=employee, by=sari, at=training.at)
    with pytest.raises(NotYoursToDecideError):
        approve(enrolment=row, by=budi, at=training.at)
    approve(enrolment=row, by=dewi, at=training.at)
    assert events_on(row).first().acting_as == "delegate"


def test_a_moved_person_is_decided_by_the_new_superior(training, team, sari, budi, dewi):
    employee = team[1]
    row = request_seat(batch=training.batch, person=employee, by=sari, at=training.at)
    head = training.person(dewi, unit=training.other_office)
    employee.assignments.update(unit=training.other_office, superior=head)
    with pytest.raises(NotYoursToDecideError):
        refuse(enrolment=row, reason="Tidak", by=budi, at=training.at)
    refuse(enrolment=row, reason="Sedang pindah", by=dewi, at=training.at)
    row.refresh_from_db()
    assert (row.state, row.reason) == (E.REFUSED, "Sedang pindah")


def test_a_nomination_is_answered(training, team, sari, budi):
    _, employee, others = team
    offered = nominate(batch=training.batch, person=employee, by=budi, at=training.at)
    assert offered.state == E.OFFERED
    with pytest.raises(OwnAnswerError):
        accept(enrolment=offered, by=budi, at=training.at)
    assert accept(enrolment=offered, by=sari, at=training.at).state == E.ENROLLED
    with pytest.raises(WrongStepError):
        decline(enrolment=offered, reason="Terlambat", by=sari, at=training.at)
    with pytest.raises(NotYoursToDecideError):
        nominate(batch=training.batch, person=others[0], by=sari, at=training.at)


def test_a_declined_offer_has_its_reason_and_may_be_made_again(training, team, sari, budi, rina):
    employee = team[1]
    offered = appoint(batch=training.batch, person=employee, by=rina, at=training.at)
    with pytest.raises(ReasonMissingError):
        decline(enrolment=offered, reason=" ", by=sari, at=training.at)
    decline(enrolment=offered, reason="Cuti", by=sari, at=training.at)
    again = nominate(batch=training.batch, person=employee, by=budi, at=training.at)
    assert again.pk == offered.pk
    again.refresh_from_db()
    assert (again.state, again.reason, again.answered_at) == (E.OFFERED, "", None)
    assert [event.operation for event in events_on(again)] == ["nominate", "decline_seat", "appoint"]


def test_nobody_appoints_oneself(training, rina):
    with pytest.raises(NotYoursToDecideError):
        appoint(batch=training.batch, person=training.organiser(), by=rina, at=training.at)


@pytest.mark.parametrize("days", [-31, 32])
def test_outside_its_days_nobody_enrols(training, team, sari, days):
    with pytest.raises(EnrolmentClosedError):
        request_seat(batch=training.batch, person=team[1], by=sari, at=training.at + timedelta(days=days))


def test_a_batch_that_is_not_open_takes_nobody(training, team, sari, rina):
    batch = training.group("Rancangan", state=BatchState.PLANNED)
    with pytest.raises(EnrolmentClosedError):
        request_seat(batch=batch, person=team[1], by=sari, at=training.at)
    with pytest.raises(BatchNotOpenError):
        appoint(batch=batch, person=team[1], by=rina, at=training.at)


def test_whoever_left_the_service_is_not_let_in(training, team, sari, budi):
    employee = team[1]
    row = request_seat(batch=training.batch, person=employee, by=sari, at=training.at)
    employee.legal_position = LegalPosition.SUSPENDED
    employee.save()
    with pytest.raises(NotActiveError):
        approve(enrolment=row, by=budi, at=training.at)


def test_a_second_request_is_refused(training, team, sari):
    request_seat(batch=training.batch, person=team[1], by=sari, at=training.at)
    with pytest.raises(AlreadyInError):
        request_seat(batch=training.batch, person=team[1], by=sari, at=training.at)
    assert Enrolment.objects.count() == 1


def test_two_sessions_at_once_are_refused_with_which(training, team, sari, budi):
    employee = team[1]
    other = training.group("Angkatan lain")
    training.session(begins=training.day(3), batch=other)
    training.enrol(employee, batch=other)
    training.session(begins=training.day(3, hour=11))
    with pytest.raises(ScheduleClashError, match="Angkatan lain, Sesi 1"):
        request_seat(batch=training.batch, person=employee, by=sari, at=training.at)


def test_a_session_that_begins_when_another_ends_is_no_clash(training, team, sari):
    other = training.group("Angkatan lain")
    training.session(begins=training.day(3), batch=other)
    training.enrol(team[1], batch=other)
    training.session(begins=training.day(3, hour=12))
    assert request_seat(batch=training.batch, person=team[1], by=sari, at=training.at).state == E.REQUESTED


def test_a_trainer_is_no_participant_at_the_same_time(training, team, sari):
    other = training.group("Angkatan lain")
    training.session(begins=training.day(3), batch=other).trainers.create(person=team[1])
    training.session(begins=training.day(3))
    with pytest.raises(ScheduleClashError):
        request_seat(batch=training.batch, person=team[1], by=sari, at=training.at)


def test_not_too_many_of_a_unit_are_away_unless_somebody_says_why(training, team, sari, budi):
    _, employee, others = team
    batch = training.group("Ketat", most_away=30)
    training.session(begins=training.day(3), batch=batch)
    for one in others[:2]:
        nominate(batch=batch, person=one, by=budi, at=training.at)
    row = request_seat(batch=batch, person=employee, by=sari, at=training.at)
    # Ten work there: three may be away.
    nominate(batch=batch, person=others[2], by=budi, at=training.at)
    with pytest.raises(CoverError, match="4 dari 10"):
        approve(enrolment=row, by=budi, at=training.at)
    approve(enrolment=row, by=budi, at=training.at, cover_reason="Layanan tutup hari itu")
    row.refresh_from_db()
    assert row.cover_reason == "Layanan tutup hari itu"
    assert events_on(row).first().why == "Layanan tutup hari itu"


def test_the_line_moves_up_when_somebody_withdraws(training, team, rina):
    batch = training.group("Kecil", seats=1, needs_approval=False)
    first, second, third, fourth = team[2][:4]
    rows = [appoint(batch=batch, person=one, by=rina, at=training.at) for one in (first, second, third, fourth)]
    assert [row.state for row in rows] == [E.ENROLLED, E.WAITING, E.WAITING, E.WAITING]
    # The second left the service meanwhile, and is passed over.
    second.legal_position = LegalPosition.SUSPENDED
    second.save()
    withdraw(enrolment=rows[0], reason="Sakit", by=rina, at=training.at)
    states = [Enrolment.objects.get(pk=row.pk).state for row in rows]
    assert states == [E.WITHDRAWN, E.WAITING, E.ENROLLED, E.WAITING]


def test_more_seats_move_the_line_up(training, team, rina):
    batch = training.group("Kecil", seats=1, needs_approval=False)
    rows = [appoint(batch=batch, person=one, by=rina, at=training.at) for one in team[2][:4]]
    edit_batch(batch=batch, plan=plan_of(batch, seats=3), by=rina, at=training.at)
    states = [Enrolment.objects.get(pk=row.pk).state for row in rows]
    assert states == [E.ENROLLED, E.ENROLLED, E.ENROLLED, E.WAITING]
    assert events_on(rows[2]).first().operation == "move_up"


def test_somebody_who_sits_elsewhere_by_now_keeps_the_place_in_line(training, team, rina):
    batch = training.group("Kecil", seats=1, needs_approval=False)
    training.session(begins=training.day(3), batch=batch)
    rows = [appoint(batch=batch, person=one, by=rina, at=training.at) for one in team[2][:2]]
    other = training.group("Lain")
    training.session(begins=training.day(3), batch=other)
    training.enrol(team[2][1], batch=other)
    withdraw(enrolment=rows[0], reason="Sakit", by=rina, at=training.at)
    assert Enrolment.objects.get(pk=rows[1].pk).state == E.WAITING


def test_who_cannot_come_holds_no_seat_free(training, team, sari, rina):
    batch = training.group("Kecil", seats=1, needs_approval=False)
    first, second = (appoint(batch=batch, person=one, by=rina, at=training.at) for one in team[2][:2])
    team[2][1].legal_position = LegalPosition.SUSPENDED
    team[2][1].save()
    withdraw(enrolment=first, reason="Sakit", by=rina, at=training.at)
    assert second.state == E.WAITING
    assert request_seat(batch=batch, person=team[1], by=sari, at=training.at).state == E.ENROLLED
    assert Enrolment.objects.get(pk=second.pk).state == E.WAITING


def test_nobody_withdraws_from_a_batch_that_is_over(training, team, sari):
    batch = training.group("Selesai", state=BatchState.FINISHED)
    row = training.enrol(team[1], batch=batch)
    with pytest.raises(WrongStepError):
        withdraw(enrolment=row, reason="Terlambat", by=sari, at=training.at)


def test_nobody_leaves_while_a_certificate_of_the_batch_holds(training, rina):
    row = attended(training, sessions=held(training))
    (certificate,) = issued(training, row)
    leaving = {"enrolment": row, "reason": "Pindah", "by": rina, "at": training.at}
    with pytest.raises(CertifiedError):
        withdraw(**leaving)
    with pytest.raises(CertifiedError):
        move_participant(**leaving, to=training.group("Angkatan 2"))
    row.refresh_from_db()
    assert row.state == E.ENROLLED
    revoke_certificate(certificate=certificate, reason="Keliru", by=rina, at=training.at)
    withdraw(**leaving)
    row.refresh_from_db()
    assert row.state == E.WITHDRAWN


@pytest.mark.parametrize("state", [E.REQUESTED, E.OFFERED])
def test_nobody_is_moved_before_the_answer(training, rina, state):
    row, other = training.enrol(training.person(), state=state), training.group("Angkatan 2")
    with pytest.raises(WrongStepError):
        move_participant(enrolment=row, to=other, reason="Dipecah", by=rina, at=training.at)
    assert Enrolment.objects.get().state == state


def test_nobody_moves_oneself(training, rina):
    row, other = training.enrol(training.organiser()), training.group("Angkatan 2")
    with pytest.raises(OwnSeatError):
        move_participant(enrolment=row, to=other, reason="Dipecah", by=rina, at=training.at)
    assert Enrolment.objects.get().batch == training.batch
