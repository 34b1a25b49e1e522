"""Who may judge whom, what counts, and what a decision must say."""

from dataclasses import replace
from decimal import Decimal

import pytest

from awarding import AFTER, BEFORE
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.career.award_refusals import (
    BarredError,
    CannotWinError,
    DecidesOnOwnError,
    DecreeError,
    DepartureReasonError,
    GuardReasonMissingError,
    NotOnJuryError,
    OutcomeReasonError,
    PersonalTraceError,
    ScoresIncompleteError,
    SheetsSeenError,
    TooManyWinnersError,
    WinnerReasonError,
)
from pembina.domain.career.conflicts import Conflict, Conflicts
from pembina.domain.career.enums import AwardState
from pembina.domain.career.judging import Outcome, standings
from pembina.domain.career.models import JurySheet
from pembina.domain.career.operations.deciding import DecisionTold, decide_award
from pembina.domain.career.operations.jury import ScoreTold, declare_relation, give_scores

pytestmark = pytest.mark.django_db


@pytest.fixture
def award(awarding):
    """Return a round without a guard, in its window."""
    return awarding.opened(guard="", tolerated=None)


def stands(awarding, award):
    found = standings(award, Conflicts(award, on=awarding.judged.date()))
    return {each.nomination.pk: each for each in found}


def test_every_conflict_is_found_on_the_day(awarding, award):
    made = awarding.nominated(award, by=awarding.user_of(awarding.dewi))
    named = [awarding.sari, awarding.dewi, awarding.budi, awarding.staff[0], awarding.head, awarding.jurors[0]]
    jurors = awarding.jury(award, *named)
    conflicts = Conflicts(award, on=awarding.at.date())
    assert [conflicts.of(juror, made) for juror in jurors] == [
        Conflict.NOMINEE, Conflict.NOMINATOR, Conflict.SUPERIOR, Conflict.SAME_UNIT, None, None,
    ]  # fmt: skip
    assert conflicts.of(jurors[3], awarding.nominated(award, awarding.dewi)) is None


def test_who_was_the_superior_on_the_day_of_the_nomination_stays_barred(awarding, award):
    made = awarding.nominated(award, by=awarding.user_of(awarding.dewi))
    juror = awarding.jury(award, awarding.budi)[0]
    awarding.move(awarding.sari, on=awarding.judged.date(), unit=awarding.other, superior=awarding.other_head)
    assert Conflicts(award, on=awarding.judged.date()).of(juror, made) is Conflict.SUPERIOR


def test_who_leads_the_juror_is_not_judged_by_the_juror(awarding, award):
    made = awarding.nominated(award, awarding.budi, by=awarding.user_of(awarding.dewi))
    awarding.move(awarding.staff[0], on=awarding.at.date(), unit=awarding.third)
    juror = awarding.jury(award, awarding.staff[0])[0]
    assert Conflicts(award, on=awarding.judged.date()).of(juror, made) is Conflict.SUBORDINATE


def test_a_barred_juror_and_a_stranger_cannot_judge(awarding, award):
    made = awarding.nominated(award)
    awarding.jury(award, *awarding.jurors, awarding.budi)
    awarding.judging(award)
    with pytest.raises(BarredError, match="mengusulkan"):
        awarding.scored(made, awarding.budi)
    with pytest.raises(NotOnJuryError):
        awarding.scored(made, awarding.dewi)
    declare_relation(nomination=made, words="Ipar", by=awarding.user_of(awarding.jurors[0]), at=awarding.judged)
    with pytest.raises(BarredError, match="hubungan"):
        awarding.scored(made, awarding.jurors[0])
    assert not JurySheet.objects.exists()


def test_a_sheet_is_whole_or_refused(awarding, award):
    made = awarding.nominated(award)
    awarding.judging(award)
    good = {one.pk: ScoreTold(4, one.is_condition or None, "Jelas") for one in award.criteria.all()}
    first = award.criteria.order_by("position").first().pk
    user = awarding.user_of(awarding.jurors[0])
    for bad in (replace(good[first], points=6), replace(good[first], points=None), replace(good[first], reason=" ")):
        with pytest.raises(ScoresIncompleteError):
            give_scores(
                nomination=made, scores=good | {first: bad}, guard_reason="", by=user, at=awarding.judged
            )  # fmt: skip
    assert not JurySheet.objects.exists()


def test_sheets_are_given_anew_until_all_have_judged(awarding, award):
    made = awarding.nominated(award)
    awarding.judging(award)
    awarding.scored(made, awarding.jurors[0], 1)
    awarding.all_scored(made, 4)
    assert stands(awarding, award)[made.pk].score == Decimal("4.00")
    with pytest.raises(SheetsSeenError):
        awarding.scored(made, awarding.jurors[0], 5)


def test_the_score_is_the_weighted_mean_and_the_ranks_follow(awarding, award):
    best, other = awarding.nominated(award), awarding.nominated(award, awarding.dewi)
    awarding.judging(award)
    weights = dict(award.criteria.values_list("pk", "weight"))
    for juror, points in zip(awarding.jurors, (5, 4, 4), strict=True):
        told = {
            pk: ScoreTold(points if weight == 60 else 2, None if weight else True, "x")
            for pk, weight in weights.items()
        }
        give_scores(nomination=best, scores=told, guard_reason="", by=awarding.user_of(juror), at=awarding.judged)
    awarding.all_scored(other, 3)
    found = stands(awarding, award)
    # (0.6 x 5 + 0.4 x 2 + 2 x (0.6 x 4 + 0.4 x 2)) / 3 = (3.8 + 3.2 + 3.2) / 3.
    assert (found[best.pk].score, found[best.pk].rank) == (Decimal("3.40"), 1)
    assert (found[other.pk].score, found[other.pk].rank) == (Decimal("3.00"), 2)


def test_too_few_jurors_without_conflict_cannot_make_a_winner(awarding, award):
    made = awarding.nominated(award)
    awarding.judging(award)
    awarding.all_scored(made)
    declare_relation(nomination=made, words="Ipar", by=awarding.user_of(awarding.jurors[2]), at=awarding.judged)
    found = stands(awarding, award)[made.pk]
    assert (found.outcome, found.sheets) == (Outcome.TOO_FEW, 2)
    with pytest.raises(CannotWinError, match="tidak cukup penilai"):
        awarding.decided(award, made)
    awarding.decided(award, outcome_reason="Tidak cukup penilai tanpa konflik")
    award.refresh_from_db()
    assert (award.state, award.winners.count()) == (AwardState.DECIDED, 0)


def test_a_condition_that_most_find_unmet_and_quality_that_fell_cannot_win(awarding, award):
    made = awarding.nominated(award)
    awarding.judging(award)
    awarding.all_scored(made, 5, met=False)
    assert stands(awarding, award)[made.pk].outcome is Outcome.CONDITION_NOT_MET
    service, guarded = awarding.service(), awarding.opened()
    awarding.answered(service, BEFORE[1], 4)
    awarding.answered(service, AFTER[1], 3)
    fell = awarding.nominated(guarded, **awarding.citing(service))
    awarding.judging(guarded)
    awarding.all_scored(fell, 5)
    assert stands(awarding, guarded)[fell.pk].outcome is Outcome.QUALITY_FELL
    with pytest.raises(CannotWinError, match="mutu turun"):
        awarding.decided(guarded, fell)


def test_an_unknown_guard_needs_a_reason_of_each_juror(awarding):
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.judging(award)
    with pytest.raises(GuardReasonMissingError):
        awarding.scored(made, awarding.jurors[0])
    awarding.all_scored(made, guard="Layanan baru, survei belum ada")
    assert stands(awarding, award)[made.pk].outcome is Outcome.RANKED


def test_a_decision_says_why_and_departs_only_with_a_reason(awarding, award):
    best, other = awarding.nominated(award), awarding.nominated(award, awarding.dewi)
    awarding.judging(award)
    awarding.all_scored(best, 5)
    awarding.all_scored(other, 3)
    with pytest.raises(OutcomeReasonError):
        awarding.decided(award)
    with pytest.raises(TooManyWinnersError):
        awarding.decided(award, best, other)
    with pytest.raises(DepartureReasonError):
        awarding.decided(award, other)
    with pytest.raises(DecreeError):
        awarding.decided(award, best, decree_number="SK 1")
    with pytest.raises(PersonalTraceError, match="0812"):
        awarding.decided(award, other, departure_reason="Hubungi 0812-3456-7890")
    with pytest.raises(WinnerReasonError):
        decide_award(award=award, told=DecisionTold(((best.pk, " "),)), by=awarding.rina, at=awarding.judged)
    assert not award.winners.exists()
    awarding.decided(award, other, departure_reason="Sari sudah menerima tahun lalu")
    award.refresh_from_db()
    assert award.winners.get().nomination == other
    assert ChainEntry.objects.filter(kind="award_decided").count() == 1


def test_who_is_part_of_a_round_does_not_decide_it(awarding, award):
    rina = awarding.person(awarding.rina, awarding.third)
    made = awarding.nominated(award, by=awarding.rina)
    assert made.nominator == rina
    awarding.judging(award)
    with pytest.raises(DecidesOnOwnError):
        awarding.decided(award, outcome_reason="x")
