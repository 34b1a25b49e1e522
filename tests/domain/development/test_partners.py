"""Partners with agreements and accounts; curricula in versions; own values of learning hours."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from pembina.domain.access.audit import events_on
from pembina.domain.development.enums import PartnerKind, VersionState
from pembina.domain.development.models import Curriculum, OwnLearningForm, PartnerAccount
from pembina.domain.development.operations.curricula import (
    CourseTold,
    UnitLine,
    VersionTold,
    discard_version,
    draft_version,
    edit_version,
    open_curriculum,
    put_in_force,
)
from pembina.domain.development.operations.own_forms import OwnFormTold, end_own_form, set_own_form
from pembina.domain.development.operations.partners import (
    AgreementTold,
    PartnerTold,
    add_agreement,
    add_partner,
    edit_agreement,
    edit_partner,
    let_act_for,
    restore_partner,
    retire_partner,
    stop_acting_for,
)
from pembina.domain.development.partner_refusals import (
    AgreementDatesError,
    AgreementNumberTakenError,
    CurriculumCodeTakenError,
    DraftWaitingError,
    EquivalentError,
    InForceDayError,
    NoPartnerAccountError,
    OwnFormDatesError,
    OwnFormOverlapError,
    PartnerNameTakenError,
    PartnerRetiredError,
    UnitLinesError,
    UnknownFormError,
    VersionEmptyError,
    VersionFixedError,
)
from pembina.domain.development.permissions import batches_seen_by, batches_taught_by, sessions_run_by
from pembina.domain.development.programme_refusals import TooEarlyError
from pembina.domain.development.queries.own_forms import catalogue
from pembina.domain.development.refusals import WrongStepError

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(training):
    return {"by": training.rina, "at": training.at}


@pytest.fixture
def partner(done):
    return add_partner(told=PartnerTold("Universitas Contoh", PartnerKind.UNIVERSITY, city="Medan"), **done)


@pytest.fixture
def mitra(person):
    return person("mitra")


def test_a_partner_is_told_once(partner, done):
    with pytest.raises(PartnerNameTakenError):
        add_partner(told=PartnerTold("universitas contoh", PartnerKind.PRIVATE), **done)
    edit_partner(partner=partner, told=PartnerTold("Universitas Contoh", PartnerKind.OTHER, city="Medan"), **done)
    assert events_on(partner).first().changes == {"kind": ["university", "other"]}


def test_agreements_have_days_and_numbers_of_their_own(partner, training, done):
    told = AgreementTold("12/PKS/2026", "Pelatihan", training.today, training.today + timedelta(days=30))
    made = add_agreement(partner=partner, told=told, **done)
    with pytest.raises(AgreementNumberTakenError):
        add_agreement(partner=partner, told=told, **done)
    with pytest.raises(AgreementDatesError):
        add_agreement(partner=partner, told=replace(told, number="2", ends_on=training.day(-1).date()), **done)
    edit_agreement(agreement=made, told=replace(told, ends_on=date(2027, 1, 1)), **done)
    assert events_on(made).first().changes == {"ends_on": ["2026-12-22", "2027-01-01"]}


def test_an_account_acts_for_one_partner_only(partner, mitra, sari, training, done):
    let_act_for(partner=partner, account=mitra, **done)
    other = add_partner(told=PartnerTold("Lembaga Lain", PartnerKind.PRIVATE), **done)
    with pytest.raises(NoPartnerAccountError) as refused:
        let_act_for(partner=other, account=mitra, **done)
    assert "Universitas Contoh" in refused.value.message.id
    with pytest.raises(NoPartnerAccountError):
        let_act_for(partner=other, account=sari, **done)
    stop_acting_for(acting=partner.accounts.get(), **done)
    assert not PartnerAccount.objects.exists()
    assert events_on(partner).first().operation == "stop_acting_for_partner"


def test_a_retired_partner_is_offered_no_longer(partner, mitra, done):
    with pytest.raises(WrongStepError):
        restore_partner(partner=partner, **done)
    retire_partner(partner=partner, **done)
    with pytest.raises(PartnerRetiredError):
        let_act_for(partner=partner, account=mitra, **done)
    restore_partner(partner=partner, **done)
    let_act_for(partner=partner, account=mitra, **done)


@pytest.fixture
def course(done):
    return open_curriculum(told=CourseTold("KPP", "Keuangan terbuka", "finance", 8), **done)


@pytest.fixture
def units(partner):
    return [UnitLine("Dasar", Decimal(4)), UnitLine("Praktik", Decimal(6), partner)]


def test_a_course_begins_with_an_empty_draft(course, done):
    assert course.versions.get().state == VersionState.DRAFT
    with pytest.raises(CurriculumCodeTakenError):
        open_curriculum(told=CourseTold("kpp", "Lain", "finance", 8), **done)
    with pytest.raises(UnknownFormError):
        open_curriculum(told=CourseTold("X", "Lain", "finance", 99), **done)
    with pytest.raises(VersionEmptyError):
        put_in_force(version=course.versions.get(), on=date(2026, 1, 1), **done)


def test_a_new_version_takes_the_place_of_the_old(course, units, training, done):
    first = course.versions.get()
    edit_version(version=first, told=VersionTold(units, pass_mark=Decimal(70), least_attendance=90), **done)
    put_in_force(version=first, on=date(2026, 1, 1), **done)
    second = draft_version(curriculum=course, **done)
    assert (second.version, second.pass_mark, second.least_attendance) == (2, 70, 90)
    assert [(unit.title, unit.hours) for unit in second.units.all()] == [("Dasar", 4), ("Praktik", 6)]
    with pytest.raises(DraftWaitingError):
        draft_version(curriculum=course, **done)
    with pytest.raises(InForceDayError):
        put_in_force(version=second, on=date(2026, 1, 1), **done)
    with pytest.raises(TooEarlyError):
        put_in_force(version=second, on=training.day(1).date(), **done)
    put_in_force(version=second, on=training.today, **done)
    assert list(Curriculum.objects.get(pk=course.pk).versions.order_by("version").values_list("state", flat=True)) == [
        "replaced", "in_force",
    ]  # fmt: skip
    with pytest.raises(VersionFixedError):
        edit_version(version=first, told=VersionTold(units), **done)


def test_lines_that_cannot_be_are_told_by_number(course, partner, done):
    lines = [UnitLine("Dasar", Decimal(4)), UnitLine(" ", Decimal(4)), UnitLine("Nol", Decimal(0))]
    with pytest.raises(UnitLinesError) as refused:
        edit_version(version=course.versions.get(), told=VersionTold(lines), **done)
    assert "Baris 2" in refused.value.message.id
    assert "Baris 3" in refused.value.message.id
    retire_partner(partner=partner, **done)
    partner.refresh_from_db()
    with pytest.raises(PartnerRetiredError):
        edit_version(version=course.versions.get(), told=VersionTold([UnitLine("A", Decimal(1), partner)]), **done)


def test_a_draft_can_be_discarded_but_not_the_only_version(course, units, done):
    with pytest.raises(WrongStepError):
        discard_version(version=course.versions.get(), **done)
    edit_version(version=course.versions.get(), told=VersionTold(units), **done)
    put_in_force(version=course.versions.get(), on=date(2026, 1, 1), **done)
    discard_version(version=draft_version(curriculum=course, **done), **done)
    assert course.versions.count() == 1


def told(**changes):
    return (
        OwnFormTold(8, date(2026, 1, 1), "Perbup 7/2026", jp_per_unit=Decimal(6), unit="day")
        if not changes
        else (replace(told(), **changes))
    )


def test_an_own_value_holds_on_its_days(done):
    entry = set_own_form(told=told(), **done)
    row = next(row for row in catalogue(on=date(2026, 6, 1)) if row.rule.siasn_id == 8)
    assert (row.rule.equivalent.jp_per_unit, row.holds.equivalent.jp_per_unit, row.own) == (4, 6, entry)
    assert row.holds.equivalent.article == "Perbup 7/2026"
    end_own_form(entry=entry, on=date(2026, 6, 30), **done)
    row = next(row for row in catalogue(on=date(2026, 7, 1)) if row.rule.siasn_id == 8)
    assert (row.holds, row.own) == (row.rule, None)


def test_two_own_values_never_meet(done):
    entry = set_own_form(told=told(), **done)
    for changes in ({"starts_on": date(2027, 1, 1)}, {"starts_on": date(2025, 1, 1), "ends_on": date(2026, 1, 1)}):
        with pytest.raises(OwnFormOverlapError):
            set_own_form(told=told(**changes), **done)
    end_own_form(entry=entry, on=date(2026, 12, 31), **done)
    set_own_form(told=told(starts_on=date(2027, 1, 1)), **done)
    with pytest.raises(OwnFormOverlapError):
        end_own_form(entry=entry, on=date(2027, 1, 1), **done)


def test_the_database_itself_refuses_two_that_meet(training, done):
    set_own_form(told=told(), **done)
    with pytest.raises((IntegrityError, DatabaseError), match="own"), transaction.atomic():
        OwnLearningForm.objects.create(
            form=8, starts_on=date(2026, 3, 1), decree="X", made_by=training.rina, made_at=training.at
        )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"form": 99}, UnknownFormError),
        ({"ends_on": date(2025, 1, 1)}, OwnFormDatesError),
        ({"unit": ""}, EquivalentError),
        ({"jp_per_unit": None}, EquivalentError),
    ],
)
def test_an_own_value_must_make_sense(done, changes, refusal):
    with pytest.raises(refusal):
        set_own_form(told=told(**changes), **done)


def test_a_retired_partner_runs_nothing(partner, mitra, training, done):
    let_act_for(partner=partner, account=mitra, **done)
    whole = training.group("Milik mitra")
    whole.partner = partner
    whole.save()
    own = training.session(partner=partner)
    in_whole, told = training.session(batch=whole), {"on": training.today}
    assert set(sessions_run_by(mitra, **told)) == {own, in_whole}
    assert set(batches_seen_by(mitra, **told)) == {training.batch, whole}
    retire_partner(partner=partner, **done)
    for seen in (sessions_run_by, batches_seen_by, batches_taught_by):
        assert not seen(mitra, **told).exists(), seen
        assert seen(mitra, on=training.today - timedelta(days=1)).exists(), seen
