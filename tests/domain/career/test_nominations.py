"""Nominations: in the window, once, with a reason for each criterion, told to whom they are about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraising import noon
from awarding import AFTER, BEFORE, OPENS
from pembina.domain.career.enums import AwardKind, GuardStanding, NominationState, Relation
from pembina.domain.career.models import Nomination
from pembina.domain.career.nomination_refusals import (
    DeclinedBeforeError,
    EvidenceMissingError,
    FigureIncompleteError,
    ForeignServiceError,
    NominatedAlreadyError,
    NominationEndedError,
    NominationReasonError,
    NotNominatorError,
    NotNomineeError,
    OutOfScopeError,
    StretchError,
    WindowShutError,
    WrongKindError,
)
from pembina.domain.career.operations.nominations import (
    ask_for_correction,
    correct_nomination,
    decline_nomination,
    nominate,
    withdraw_nomination,
)
from pembina.domain.career.permissions import nominations_read_by
from pembina.domain.career.queries.awards import told_of
from pembina.domain.career.readings import Cited, read
from pembina.domain.services.models import PublicService

pytestmark = pytest.mark.django_db


def test_a_nomination_freezes_what_the_figure_said_and_how_quality_stood(awarding):
    service = awarding.service()
    awarding.answered(service, BEFORE[1], 3)
    awarding.answered(service, AFTER[1], 4)
    made = awarding.nominated(awarding.opened(), **awarding.citing(service))
    told = made.reading
    # By hand: twelve requests of four working days in May, twelve of one in August.
    assert (told["before"], told["after"]) == (
        {"value": "4", "n": 12, "missing": None}, {"value": "1", "n": 12, "missing": None},
    )  # fmt: skip
    assert (told["unit"], told["state"], made.guard_state) == ("hari kerja", "recognised", GuardStanding.HELD)
    assert (Decimal(told["guard"]["before"]["value"]), Decimal(told["guard"]["after"]["value"])) == (75, 100)
    assert "3 hari kerja lebih baik" in told["because"][0]
    awarding.serve(service, received=date(2026, 8, 10), took=4, count=30)
    made.refresh_from_db()
    assert made.reading == told
    assert made.read_on == awarding.at.date()


def test_faster_work_is_not_recognised_where_quality_paid_for_it(awarding):
    service = awarding.service()
    awarding.answered(service, BEFORE[1], 4)
    awarding.answered(service, AFTER[1], 3)
    made = awarding.nominated(awarding.opened(), **awarding.citing(service))
    assert (made.guard_state, made.reading["state"]) == (GuardStanding.BROKEN, "quality_fell")


def test_what_the_same_months_brought_to_other_services_is_frozen_beside_it(awarding):
    service, award = awarding.service(), awarding.opened()
    awarding.service("A", before=3, after=2)
    awarding.service("B", before=2, after=2)
    awarding.service("C", before=1, after=3)
    PublicService.objects.create(unit=awarding.other, code="D", name="Tanpa catatan", opened_on=BEFORE[0])
    made = awarding.nominated(award, **awarding.citing(service))
    # Of the three that have figures one became faster; the one without any is not counted.
    assert made.reading["others"] == {"of": 3, "improved": 1}


def test_the_queries_of_a_nomination_do_not_grow_with_the_services(awarding, django_assert_max_num_queries):
    service, award = awarding.service(), awarding.opened()
    awarding.service("S")
    with CaptureQueriesContext(connection) as few:
        read(award, Cited(service, "median_time", BEFORE, AFTER), at=awarding.at)
    for number in range(6):
        awarding.service(f"S{number}")
    with django_assert_max_num_queries(len(few)):
        read(award, Cited(service, "median_time", BEFORE, AFTER), at=awarding.at)


def test_few_answers_are_missing_and_the_guard_is_unknown(awarding):
    service = awarding.service()
    awarding.answered(service, BEFORE[1], 4, count=2)
    made = awarding.nominated(awarding.opened(), **awarding.citing(service))
    guard = made.reading["guard"]
    assert (guard["before"]["value"], guard["before"]["n"], guard["after"]["n"]) == (None, None, None)
    assert "tidak ditampilkan" in guard["before"]["missing"][0]
    assert made.guard_state == GuardStanding.UNKNOWN
    assert made.reading["state"] == "guard_unknown"


def test_without_a_figure_the_guard_is_unknown_and_without_a_guard_there_is_none(awarding):
    assert awarding.nominated(awarding.opened()).guard_state == GuardStanding.UNKNOWN
    free = awarding.opened(guard="", tolerated=None)
    assert awarding.nominated(free).guard_state == GuardStanding.NONE


def test_late_and_early_nominations_are_refused_with_the_days(awarding):
    award = awarding.opened(opens_on=date(2026, 9, 30))
    with pytest.raises(WindowShutError, match="30-09-2026 sampai 10-10-2026"):
        awarding.nominated(award)
    told = awarding.reasons(award)
    with pytest.raises(WindowShutError):
        nominate(
            award=award, person=awarding.sari, unit=None, told=told, by=awarding.budi_user, at=noon(date(2026, 10, 11))
        )


def test_nobody_is_nominated_twice_or_after_declining(awarding):
    award = awarding.opened()
    made = awarding.nominated(award)
    with pytest.raises(NominatedAlreadyError, match="Sari Wulandari sudah dinominasikan"):
        awarding.nominated(award, by=awarding.user_of(awarding.staff[0]))
    decline_nomination(nomination=made, reason="", by=awarding.sari_user, at=awarding.at)
    with pytest.raises(DeclinedBeforeError):
        awarding.nominated(award)
    assert Nomination.objects.get().state == NominationState.DECLINED


def test_who_nominates_is_told_as_what(awarding):
    award = awarding.opened()
    assert awarding.nominated(award).relation == Relation.LEADER
    tono = awarding.staff[0]
    assert awarding.nominated(award, tono, by=awarding.user_of(tono)).relation == Relation.ONESELF
    assert awarding.nominated(award, awarding.staff[1], by=awarding.sari_user).relation == Relation.COLLEAGUE


@pytest.mark.parametrize(
    ("other", "refused"),
    [
        ({"reasons": {}}, NominationReasonError),
        ({"evidence": " "}, EvidenceMissingError),
        ({"figure": "median_time"}, FigureIncompleteError),
        ({"before": (AFTER[0], AFTER[1])}, StretchError),
        ({"after": (date(2026, 9, 1), date(2026, 9, 30))}, StretchError),
    ],
)
def test_half_a_nomination_is_refused(awarding, other, refused):
    award, service = awarding.opened(), awarding.service()
    cited = {} if other.keys() == {"figure"} else awarding.citing(service)
    told = replace(awarding.reasons(award, **cited), **other)
    with pytest.raises(refused):
        nominate(award=award, person=awarding.sari, unit=None, told=told, by=awarding.budi_user, at=awarding.at)
    assert not Nomination.objects.exists()


def test_what_does_not_belong_to_the_round_is_refused(awarding):
    award, foreign = awarding.opened(unit=awarding.office), awarding.service()
    PublicService.objects.filter(pk=foreign.pk).update(unit=awarding.other)
    with pytest.raises(ForeignServiceError):
        awarding.nominated(award, **awarding.citing(foreign))
    with pytest.raises(OutOfScopeError):
        awarding.nominated(award, awarding.dewi)
    of_units = awarding.opened(kind=AwardKind.UNIT)
    with pytest.raises(WrongKindError):
        awarding.nominated(of_units)


def test_the_nominator_corrects_and_withdraws_and_nobody_else(awarding):
    award = awarding.opened()
    made, told = awarding.nominated(award), awarding.reasons(award, evidence="Surat")
    ask_for_correction(nomination=made, words="Bulan keliru", by=awarding.sari_user, at=awarding.at)
    with pytest.raises(NotNominatorError):
        correct_nomination(nomination=made, told=told, by=awarding.sari_user, at=awarding.at)
    correct_nomination(nomination=made, told=told, by=awarding.budi_user, at=awarding.at)
    made.refresh_from_db()
    assert (made.evidence, made.correction_asked, made.reasons.count()) == ("Surat", "", 3)
    with pytest.raises(WindowShutError):
        correct_nomination(nomination=made, told=told, by=awarding.budi_user, at=awarding.judged)
    withdraw_nomination(nomination=made, by=awarding.budi_user, at=awarding.at)
    with pytest.raises(NominationEndedError):
        withdraw_nomination(nomination=made, by=awarding.budi_user, at=awarding.at)
    assert awarding.nominated(award).stands


def test_a_nomination_is_read_by_nominee_nominator_jury_and_human_resources_only(awarding):
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.jury(award)
    on = awarding.at.date()
    readers = (awarding.sari_user, awarding.budi_user, awarding.rina, awarding.user_of(awarding.jurors[0]))
    for user in readers:
        assert nominations_read_by(user, on=on).filter(pk=made.pk).exists()
    for person in (awarding.dewi, awarding.staff[0], awarding.head):
        assert not nominations_read_by(awarding.user_of(person), on=on).exists()


def test_a_unit_is_told_through_who_leads_it(awarding):
    award = awarding.opened(kind=AwardKind.UNIT, guard="", tolerated=None)
    made = nominate(
        award=award, person=None, unit=awarding.division, told=awarding.reasons(award), by=awarding.sari_user,
        at=OPENS_AT,
    )  # fmt: skip
    assert told_of(awarding.budi_user, on=OPENS).get() == made
    with pytest.raises(NotNomineeError):
        decline_nomination(nomination=made, reason="", by=awarding.user_of(awarding.staff[0]), at=OPENS_AT)
    decline_nomination(nomination=made, reason="Belum siap", by=awarding.budi_user, at=OPENS_AT)
    assert not told_of(awarding.budi_user, on=OPENS).exists()


OPENS_AT = noon(OPENS)
