"""Medals of years of service: what is not on record is unknown, and only human resources put it there."""

from datetime import date

import pytest

from pembina.core.rules.satyalancana import MedalState
from pembina.domain.career.enums import DisciplineLevel, MedalKey
from pembina.domain.career.medal_refusals import (
    CheckEmptyError,
    EarlierCheckError,
    FutureDayError,
    LighterCheckError,
    MedalHeldAlreadyError,
    MedalReasonError,
    MedalTakenBackError,
    MedalTooEarlyError,
    NotKeptError,
    OwnRecordError,
)
from pembina.domain.career.operations.medals import CheckTold, record_check, record_medal, take_medal_back
from pembina.domain.career.queries.medals import MedalWish, medal_list, standing_of
from pembina.domain.people.enums import LegalPosition, Status
from pembina.domain.people.models import Person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 28)


@pytest.fixture
def keep(awarding):
    """Return a function that puts a check of Budi down, who began in December 2003."""

    def put(discipline="none", leave=False, *, on=TODAY, by=None, person=None, note=""):
        told = CheckTold(on, discipline, leave, "Berkas kepegawaian", note)
        return record_check(person=person or awarding.budi, told=told, by=by or awarding.rina, at=awarding.at)

    return put


def states(person):
    person.refresh_from_db()
    return [each.state for each in standing_of(person, on=TODAY).medals]


def test_nothing_on_record_is_unknown_and_a_check_makes_it_known(awarding, keep):
    assert states(awarding.budi) == [MedalState.UNKNOWN, MedalState.UNKNOWN, MedalState.NOT_YET]
    keep()
    assert states(awarding.budi) == [MedalState.ELIGIBLE, MedalState.ELIGIBLE, MedalState.NOT_YET]


def test_half_a_check_stays_unknown(awarding, keep):
    keep(leave=None)
    assert states(awarding.budi)[0] is MedalState.UNKNOWN
    with pytest.raises(CheckEmptyError):
        keep("", None)


def test_a_heavy_punishment_bars_and_the_latest_check_counts(awarding, keep):
    keep(on=date(2026, 1, 1))
    keep(DisciplineLevel.MODERATE)
    assert states(awarding.budi)[0] is MedalState.BARRED
    with pytest.raises(LighterCheckError):
        keep(DisciplineLevel.NONE)
    keep(DisciplineLevel.NONE, note="Dibatalkan dengan SK 9")
    assert states(awarding.budi)[0] is MedalState.ELIGIBLE
    with pytest.raises(EarlierCheckError):
        keep(on=date(2025, 1, 1))


def test_a_legal_position_contradicts_a_clean_check(awarding, keep):
    keep()
    Person.objects.filter(pk=awarding.budi.pk).update(legal_position=LegalPosition.DISCIPLINED)
    awarding.budi.refresh_from_db()
    found = standing_of(awarding.budi, on=TODAY)
    assert found.contradicts
    assert found.medals[0].state is MedalState.UNKNOWN
    Person.objects.filter(pk=awarding.budi.pk).update(legal_position=LegalPosition.UNPAID_LEAVE)
    assert states(awarding.budi)[0] is MedalState.BARRED


def test_a_pppk_is_not_covered_and_an_unreadable_number_says_so(awarding):
    Person.objects.filter(pk=awarding.dewi.pk).update(status=Status.PPPK)
    assert states(awarding.dewi) == [MedalState.NOT_COVERED] * 3
    Person.objects.filter(pk=awarding.sari.pk).update(nip="199213152019032999")
    awarding.sari.refresh_from_db()
    assert standing_of(awarding.sari, on=TODAY).began is None


def test_a_medal_is_held_once_and_taken_back_with_a_reason(awarding):
    told = {"person": awarding.budi, "medal": MedalKey.TEN, "decree": "Keppres 1", "by": awarding.rina}
    held = record_medal(**told, awarded_on=date(2014, 8, 17), at=awarding.at)
    assert states(awarding.budi)[0] is MedalState.HELD
    with pytest.raises(MedalHeldAlreadyError):
        record_medal(**told, awarded_on=date(2015, 8, 17), at=awarding.at)
    with pytest.raises(MedalReasonError):
        take_medal_back(held=held, reason="", by=awarding.rina, at=awarding.at)
    take_medal_back(held=held, reason="Milik orang lain", by=awarding.rina, at=awarding.at)
    with pytest.raises(MedalTakenBackError):
        take_medal_back(held=held, reason="lagi", by=awarding.rina, at=awarding.at)
    for day, refused in ((date(2010, 8, 17), MedalTooEarlyError), (date(2027, 1, 1), FutureDayError)):
        with pytest.raises(refused):
            record_medal(**told, awarded_on=day, at=awarding.at)


def test_only_human_resources_keep_it_and_never_their_own(awarding, keep):
    for user in (awarding.budi_user, awarding.sari_user):
        with pytest.raises(NotKeptError):
            keep(by=user, person=awarding.dewi)
    rina = awarding.person(awarding.rina, awarding.third)
    with pytest.raises(OwnRecordError):
        keep(person=rina)
    with pytest.raises(FutureDayError):
        keep(on=date(2027, 1, 1))
    assert medal_list(awarding.budi_user, MedalWish(), on=TODAY) == []


def test_the_list_is_narrowed_and_in_order(awarding, keep):
    keep()

    def numbers(**wish):
        return [each.person for each in medal_list(awarding.rina, MedalWish(**wish), on=TODAY)]

    assert numbers(state="eligible") == [awarding.budi.pk]
    assert numbers(medal="thirty", state="eligible") == []
    assert numbers(name="sari") == [awarding.sari.pk]
    assert set(numbers(unit="Dinas Pendidikan")) == {awarding.other_head.pk, awarding.dewi.pk}
    assert numbers(sort="state")[0] == awarding.budi.pk
    assert len(numbers(sort="years")) == Person.objects.count()


def test_five_thousand_people_cost_three_queries(awarding, django_assert_max_num_queries):
    fields = {"status": "pns", "birth_date": date(1980, 1, 1), "sex": "female"}
    Person.objects.bulk_create(
        Person(nip=f"1980{1 + n % 12:02}{1 + n // 12 % 28:02}20{n // 336:02}012001", name=f"P {n}", **fields)
        for n in range(5_000)
    )
    awarding.rina.authorities(on=TODAY)
    with django_assert_max_num_queries(3):
        assert len(medal_list(awarding.rina, MedalWish(state="unknown"), on=TODAY)) > 3_000
