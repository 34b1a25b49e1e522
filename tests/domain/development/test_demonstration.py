"""The programmes of the demonstration: whole, in waves, with people who learned and nothing that has not happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import F

from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration import load_demo_development
from pembina.domain.development.enums import BatchState, CertificateState, EnrolmentState, ProgrammeState, RecordState
from pembina.domain.development.follow_up_enums import PlanState, Side
from pembina.domain.development.models import (
    ActionCheck,
    ActionPlan,
    Attendance,
    Batch,
    BehaviourCheck,
    Certificate,
    CompetenceRating,
    DegreeStudy,
    Enrolment,
    Grade,
    LearningRecord,
    Partner,
    PartnerAccount,
    ProfessionalCertification,
    Programme,
    Session,
    TestAttempt,
    Wave,
    WaveUnit,
)
from pembina.domain.development.queries.action_plans import unchecked_items
from pembina.domain.development.queries.reactions import reactions_to, trainer_averages
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person

TODAY, NOON = date(2026, 11, 22), datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(db):
    """Return how many programmes were written."""
    load_demo_government(size=300, on=TODAY, at=NOON)
    return load_demo_development(on=TODAY, at=NOON)


def test_it_is_written_once_and_only_for_its_own_government(demonstration):
    assert demonstration == 6 == Programme.objects.filter(state=ProgrammeState.RUNNING).count()
    assert load_demo_development(on=TODAY, at=NOON) == 0


def test_every_programme_has_its_waves_and_its_four_levels(demonstration):
    for programme in Programme.objects.all():
        assert programme.waves.count() == 4
        assert programme.evaluation_plans.count() == 4
        assert programme.wave_plan.seed or programme.wave_plan.reason
    assert Wave.objects.filter(started_on__isnull=True).count() == 6
    assert WaveUnit.objects.filter(wave__started_on__isnull=True, started_on__isnull=False).count() == 0


def test_people_learn_now_have_learned_and_may_still_come(demonstration):
    assert set(Batch.objects.values_list("state", flat=True)) == {
        BatchState.FINISHED, BatchState.RUNNING, BatchState.OPEN
    }  # fmt: skip
    assert Enrolment.objects.filter(state=EnrolmentState.WAITING, batch__state=BatchState.OPEN).exists()
    assert not Attendance.objects.filter(session__starts_at__gt=NOON).exists()
    assert TestAttempt.objects.exists()
    assert Partner.objects.count() == 4
    assert PartnerAccount.objects.get().partner.name == "Universitas Contoh"


def test_something_waits_for_sari_and_for_budi(demonstration):
    waiting = Enrolment.objects.filter(batch__programme__code="ADMINDUK", batch__state=BatchState.OPEN)
    assert waiting.get(person__nip=PERSONAS["sari"].nip).state == EnrolmentState.OFFERED
    asked = waiting.get(person__assignments__superior__nip=PERSONAS["budi"].nip, state=EnrolmentState.REQUESTED)
    assert asked.wish


def test_the_ledger_holds_this_year_and_the_last_but_not_for_everybody(demonstration):
    assert set(LearningRecord.objects.values_list("year", flat=True)) == {2025, 2026}
    assert not LearningRecord.objects.filter(last_day__gt=TODAY).exists()
    assert Person.objects.filter(learning_records__isnull=True).exists()


def test_whoever_completed_has_a_certificate_and_the_chain_holds(demonstration):
    states = list(Certificate.objects.values_list("state", flat=True))
    assert states.count(CertificateState.REVOKED) == states.count(CertificateState.REPLACED) == 1
    assert Certificate.objects.filter(
        enrolment__person__nip=PERSONAS["sari"].nip, state=CertificateState.VALID
    ).exists()
    assert LearningRecord.objects.filter(certificate__isnull=False).count() == len(states) - 1
    in_time = Certificate.objects.order_by("issued_at", "pk").values_list("pk", flat=True)
    assert list(in_time) == sorted(in_time)
    assert list(verify({})) == []


def test_reactions_tell_a_good_batch_from_a_bad_one(demonstration):
    batches = Batch.objects.filter(programme__code="IZIN", state=BatchState.FINISHED).order_by("wave__number")
    first, second = (
        {each.item: each.mean for each in reactions_to(batch, at=NOON).averages if each.session is None}
        for batch in batches
    )
    assert second["facilities"] < 2.5 < 3 < first["facilities"]
    ill_taught = Batch.objects.get(programme__code="SEHAT", wave__number=1)
    assert all(each.mean < 2.7 for each in trainer_averages(ill_taught, at=NOON) if each.item == "teaching")


def test_plans_stand_at_every_step_and_go_on(demonstration):
    assert set(ActionPlan.objects.values_list("state", flat=True)) == set(PlanState.values)
    assert ActionPlan.objects.filter(carried_from__isnull=False, state=PlanState.RUNNING).exists()
    carried = ActionPlan.objects.filter(carried_from__isnull=False)
    assert not carried.exclude(counts_from=F("carried_from__ended_at__date")).exists()
    assert not ActionCheck.objects.exclude(checked_by__username=F("item__plan__enrolment__person__nip")).filter(
        side=Side.SELF
    )


def test_sari_has_a_check_to_make_now_and_budi_a_plan_to_decide(demonstration):
    sari = PERSONAS["sari"].nip
    for side in Side:
        due = unchecked_items(90, side, on=TODAY, late=False).filter(plan__enrolment__person__nip=sari)
        late = unchecked_items(90, side, on=TODAY, late=True).filter(plan__enrolment__person__nip=sari)
        assert due.exists()
        assert not late.exists()
    led = Person.objects.filter(assignments__superior__nip=PERSONAS["budi"].nip, assignments__ends_on__isnull=True)
    assert ActionPlan.objects.filter(state=PlanState.SENT, enrolment__person__in=led).exists()
    assert set(BehaviourCheck.objects.filter(enrolment__person__nip=sari).values_list("side", flat=True)) == set(Side)
    assert CompetenceRating.objects.filter(enrolment__person__nip=sari).count() == 4


def test_what_is_learned_elsewhere_and_what_the_partner_graded(demonstration):
    assert DegreeStudy.objects.count() == 2
    ends = list(ProfessionalCertification.objects.values_list("valid_until", flat=True))
    assert sum(end is not None and TODAY <= end < TODAY + timedelta(days=90) for end in ends) == 1
    assert sum(end is not None and end < TODAY for end in ends) == 1
    reported = LearningRecord.objects.get(state=RecordState.REPORTED)
    assert reported.person.nip == reported.noted_by.username == PERSONAS["sari"].nip
    assert set(Grade.objects.values_list("enrolment__batch__programme__code", flat=True)) == {"KRISIS"}
    assert set(Grade.objects.values_list("given_by__username", flat=True)) == {PERSONAS["mitra"].nip}


def test_sari_can_check_in_today_though_it_is_sunday(demonstration):
    sari = Enrolment.objects.get(
        person__nip=PERSONAS["sari"].nip, state=EnrolmentState.ENROLLED, batch__state=BatchState.RUNNING
    )
    session = Session.objects.get(batch=sari.batch, starts_at__date=TODAY)
    assert (session.starts_at, session.ends_at) == (
        datetime(2026, 11, 22, 0, 30, tzinfo=UTC), datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    )  # fmt: skip
    assert not session.attendances.exists()


def test_nothing_is_told_of_days_to_come(demonstration):
    assert not AuditEvent.objects.filter(timestamp__gt=NOON).exists()
    assert not Certificate.objects.filter(issued_at__gt=NOON).exists()
    assert not ActionPlan.objects.filter(ended_at__gt=NOON).exists()
    assert not ActionPlan.objects.filter(decided_at__gt=NOON).exists()
    assert not ActionCheck.objects.filter(checked_at__gt=NOON).exists()
    assert not BehaviourCheck.objects.filter(handed_in_at__gt=NOON).exists()
    assert not CompetenceRating.objects.filter(rated_at__gt=NOON).exists()
    assert not Grade.objects.filter(given_at__gt=NOON).exists()
