"""Whoever would nominate the same adds support; a supporter has to do with the nomination as the nominator has."""

import pytest

from awarding import JUDGED
from pembina.domain.access.events import AuditEvent
from pembina.domain.career.award_refusals import BarredError, DecidesOnOwnError
from pembina.domain.career.conflicts import Conflict, Conflicts
from pembina.domain.career.models import NominationSupport
from pembina.domain.career.nomination_refusals import (
    EvidenceMissingError,
    NominatedAlreadyError,
    NominationEndedError,
    SupportedAlreadyError,
    SupportReasonError,
    WindowShutError,
)
from pembina.domain.career.operations.nominations import withdraw_nomination
from pembina.domain.career.operations.supports import SupportTold, support_nomination, withdraw_support
from pembina.domain.career.queries.awards import to_judge

pytestmark = pytest.mark.django_db
TOLD = SupportTold("Saya melihatnya sendiri", "Buku tamu loket")


@pytest.fixture
def support(awarding):
    def give(nomination, person, told=TOLD, at=None):
        return support_nomination(
            nomination=nomination, told=told, by=awarding.user_of(person), at=at or awarding.at
        )  # fmt: skip

    return give


def test_support_is_given_once_with_a_reason_and_evidence(awarding, support):
    made = awarding.nominated(awarding.opened())
    given = support(made, awarding.dewi)
    assert (given.words, given.relation) == ("Saya melihatnya sendiri", "colleague")
    assert AuditEvent.objects.filter(operation="support_nomination", concerns=awarding.sari.nip).exists()
    with pytest.raises(SupportedAlreadyError):
        support(made, awarding.dewi)
    with pytest.raises(NominatedAlreadyError):
        support(made, awarding.budi)
    for told, refused in ((SupportTold(" ", "x"), SupportReasonError), (SupportTold("x", " "), EvidenceMissingError)):
        with pytest.raises(refused):
            support(made, awarding.other_head, told)
    assert NominationSupport.objects.count() == 1


def test_support_is_taken_back_while_the_window_is_open(awarding, support):
    made = awarding.nominated(awarding.opened())
    given = support(made, awarding.dewi)
    with pytest.raises(NominationEndedError):
        withdraw_support(support=given, by=awarding.budi_user, at=awarding.at)
    with pytest.raises(WindowShutError):
        withdraw_support(support=given, by=awarding.user_of(awarding.dewi), at=JUDGED)
    withdraw_support(support=given, by=awarding.user_of(awarding.dewi), at=awarding.at)
    assert not NominationSupport.objects.exists()
    with pytest.raises(WindowShutError):
        support(made, awarding.dewi, at=JUDGED)
    withdraw_nomination(nomination=made, by=awarding.budi_user, at=awarding.at)
    with pytest.raises(NominationEndedError):
        support(made, awarding.dewi)


def test_a_supporter_does_not_judge_nor_decide(awarding, support):
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.jury(award)
    juror = awarding.jurors[0]
    support(made, juror)
    support(made, awarding.person(awarding.rina, awarding.third))
    conflicts = Conflicts(award, on=award.opens_on)
    assert conflicts.of(conflicts.juror(juror.nip), made) is Conflict.SUPPORTER
    award = awarding.judging(award)
    made.refresh_from_db()
    with pytest.raises(BarredError):
        awarding.scored(made, juror)
    assert not to_judge(awarding.user_of(juror)).exists()
    assert to_judge(awarding.user_of(awarding.jurors[1])).exists()
    with pytest.raises(DecidesOnOwnError):
        awarding.decided(award, outcome_reason="Tidak cukup")
