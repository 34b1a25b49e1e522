"""A round is published once, changes nothing afterwards, and is judged only by a jury that is large enough."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from appraising import noon
from awarding import CLOSES
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.career.award_refusals import (
    AwardDaysError,
    AwardLockedError,
    AwardOutOfReachError,
    AwardStepError,
    GuardBoundError,
    JurorNamedAlreadyError,
    JuryTooSmallError,
    NoCriterionError,
    RelationMissingReasonError,
    WindowOpenError,
    WindowPastError,
)
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award
from pembina.domain.career.operations.awards import (
    add_criterion,
    begin_judging,
    edit_award,
    make_award,
    open_award,
    remove_criterion,
    renew_award,
    withdraw_award,
)
from pembina.domain.career.operations.jury import name_juror
from pembina.domain.career.permissions import awards_read_by

pytestmark = pytest.mark.django_db


def test_what_is_published_is_locked_and_sealed(awarding):
    award = awarding.opened()
    assert (award.state, award.opened_at) == (AwardState.OPEN, awarding.at)
    assert "Perbaikan layanan" in ChainEntry.objects.get(kind="award_opened").content
    for act in (
        lambda: edit_award(award=award, told=awarding.told(title="Lain"), by=awarding.rina, at=awarding.at),
        lambda: remove_criterion(criterion=award.criteria.first(), by=awarding.rina, at=awarding.at),
        lambda: add_criterion(award=award, name="x", judged_by="y", weight=1, by=awarding.rina, at=awarding.at),
        lambda: open_award(award=award, by=awarding.rina, at=awarding.at),
    ):
        with pytest.raises(AwardLockedError):
            act()
    award.refresh_from_db()
    assert (award.title, award.criteria.count()) == ("Pelayanan tercepat 2026", 3)


def test_a_draft_is_changed_and_read_by_human_resources_alone(awarding):
    award = awarding.draft()
    edit_award(award=award, told=awarding.told(title="Baru"), by=awarding.rina, at=awarding.at)
    award.refresh_from_db()
    assert award.title == "Baru"
    on = awarding.at.date()
    assert awards_read_by(awarding.rina, on=on).get() == award
    assert not awards_read_by(awarding.sari_user, on=on).exists()


@pytest.mark.parametrize(
    ("other", "refused"),
    [
        ({"closes_on": date(2026, 9, 1)}, AwardDaysError),
        ({"decides_on": CLOSES}, AwardDaysError),
        ({"tolerated": None}, GuardBoundError),
        ({"guard": ""}, GuardBoundError),
        ({"tolerated": Decimal(-1)}, GuardBoundError),
    ],
)
def test_a_draft_that_contradicts_itself_is_refused(awarding, other, refused):
    with pytest.raises(refused):
        make_award(told=replace(awarding.told(), **other), by=awarding.rina, at=awarding.at)
    assert not Award.objects.exists()


def test_criteria_without_weight_or_a_past_window_are_not_published(awarding):
    award = make_award(told=awarding.told(), by=awarding.rina, at=awarding.at)
    add_criterion(award=award, name="Syarat", judged_by="Dokumen", weight=None, by=awarding.rina, at=awarding.at)
    with pytest.raises(NoCriterionError):
        open_award(award=award, by=awarding.rina, at=awarding.at)
    add_criterion(award=award, name="Hasil", judged_by="Dokumen", weight=1, by=awarding.rina, at=awarding.at)
    with pytest.raises(WindowPastError, match="10-10-2026"):
        open_award(award=award, by=awarding.rina, at=noon(date(2026, 10, 11)))


def test_the_jury_is_large_enough_before_it_judges(awarding):
    award = awarding.opened(fewest_scores=4)
    awarding.jury(award)
    with pytest.raises(WindowOpenError):
        begin_judging(award=award, by=awarding.rina, at=noon(CLOSES))
    with pytest.raises(JuryTooSmallError, match="3 orang, sedikitnya 4"):
        begin_judging(award=award, by=awarding.rina, at=awarding.judged)
    with pytest.raises(JurorNamedAlreadyError):
        name_juror(award=award, person=awarding.jurors[0], by=awarding.rina, at=awarding.at)
    name_juror(award=award, person=awarding.other_head, by=awarding.rina, at=awarding.at)
    begin_judging(award=award, by=awarding.rina, at=awarding.judged)
    with pytest.raises(AwardStepError):
        name_juror(award=award, person=awarding.dewi, by=awarding.rina, at=awarding.judged)


def test_a_round_is_withdrawn_with_a_reason_that_all_can_read(awarding):
    award = awarding.opened()
    with pytest.raises(RelationMissingReasonError):
        withdraw_award(award=award, reason=" ", by=awarding.rina, at=awarding.at)
    withdraw_award(award=award, reason="Anggaran dihapus", by=awarding.rina, at=awarding.at)
    assert awards_read_by(awarding.sari_user, on=awarding.at.date()).get().withdrawn_reason == "Anggaran dihapus"
    with pytest.raises(AwardStepError):
        withdraw_award(award=award, reason="lagi", by=awarding.rina, at=awarding.at)


def test_another_say_is_another_round(awarding):
    award = awarding.opened()
    days = (date(2027, 1, 1), date(2027, 1, 31), date(2027, 2, 15))
    made = renew_award(award=award, days=days, by=awarding.rina, at=awarding.at)
    assert (made.follows, made.state, made.criteria.count()) == (award, AwardState.DRAFT, 3)


def test_only_human_resources_make_awards_and_only_within_reach(awarding):
    for nobody in (awarding.budi_user, awarding.sari_user):
        with pytest.raises(AwardOutOfReachError):
            make_award(told=awarding.told(), by=nobody, at=awarding.at)
    RoleGrant.objects.create(
        user=awarding.budi_user, role_code="human_resources", starts_on=date(2020, 1, 1), unit=awarding.office
    )
    with pytest.raises(AwardOutOfReachError):
        make_award(told=awarding.told(), by=awarding.budi_user, at=awarding.at)
    confined = User.objects.get(pk=awarding.budi_user.pk)
    assert make_award(told=awarding.told(unit=awarding.division), by=confined, at=awarding.at).pk
    assert not awards_read_by(awarding.user_of(awarding.dewi), on=awarding.at.date()).exists()
