"""Where the nominations of a round stand by what the jury found: an order to be argued with, never a verdict."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from pembina.core.text import Text
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import GuardStanding
from pembina.domain.career.models import Award, AwardCriterion, JuryScore, JurySheet, Nomination

TWO_PLACES = Decimal("0.01")


class Outcome(StrEnum):
    """Whether a nomination can win."""

    RANKED = "ranked"
    TOO_FEW = "too_few"
    QUALITY_FELL = "quality_fell"
    CONDITION_NOT_MET = "condition_not_met"

    @property
    def because(self) -> Text:
        """Return it in words."""
        return _BECAUSE[self]


_BECAUSE = {
    Outcome.RANKED: Text(id="dapat menerima", en="can win"),
    Outcome.TOO_FEW: Text(id="tidak cukup penilai", en="too few jurors"),
    Outcome.QUALITY_FELL: Text(
        id="tidak dapat menerima, karena mutu turun melebihi batas", en="cannot win, because quality fell too far"
    ),
    Outcome.CONDITION_NOT_MET: Text(
        id="tidak dapat menerima, karena syarat tidak terpenuhi", en="cannot win, because a condition is not met"
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One nomination.

    Attributes
    ----------
    score : weighted mean of the points of the jurors without conflict, 1 to 5; None where none has judged
    rank : among those that can win, 1 the best; equal scores share a rank
    sheets, free : how many without conflict have judged, and could
    """

    nomination: Nomination
    outcome: Outcome
    score: Decimal | None
    rank: int | None
    sheets: int
    free: int


def standings(award: Award, conflicts: Conflicts) -> list[Standing]:
    """Return all nominations that stand, those that can win first and the best of them first. Three queries."""
    criteria = list(award.criteria.order_by("position"))
    sheets = _sheets(award)
    found = [_standing(one, conflicts, sheets[one.pk], criteria, award) for one in conflicts.nominations if one.stands]
    ranked = sorted((one.score for one in found if one.outcome is Outcome.RANKED and one.score), reverse=True)
    placed = [_placed(one, ranked) for one in found]
    return sorted(placed, key=lambda one: (one.rank is None, one.rank or 0, -(one.score or 0), one.nomination.pk))


def is_complete(award: Award, conflicts: Conflicts) -> bool:
    """Say whether every juror has judged every nomination without conflict."""
    given = set(JurySheet.objects.filter(nomination__award=award).values_list("juror", "nomination"))
    return all(
        (juror.pk, one.pk) in given
        for one in conflicts.nominations
        if one.stands
        for juror in conflicts.free_jurors(one)
    )


def score_of(scores: Iterable[JuryScore], weights: dict[int, int]) -> Fraction | None:
    """Return the weighted mean of the points on one sheet."""
    told = [(weights[one.criterion_id], one.points) for one in scores if one.points and one.criterion_id in weights]
    total = sum(weight for weight, _points in told)
    return Fraction(sum(weight * points for weight, points in told), total) if total else None


def _sheets(award: Award) -> dict[int, list[tuple[JurySheet, list[JuryScore]]]]:
    given = JurySheet.objects.filter(nomination__award=award).prefetch_related("scores")
    found: dict[int, list[tuple[JurySheet, list[JuryScore]]]] = defaultdict(list)
    for sheet in given:
        found[sheet.nomination_id].append((sheet, list(sheet.scores.all())))
    return found


def _standing(
    nomination: Nomination, conflicts: Conflicts, given: list[tuple[JurySheet, list[JuryScore]]],
    criteria: list[AwardCriterion], award: Award,
) -> Standing:  # fmt: skip
    free = {juror.pk for juror in conflicts.free_jurors(nomination)}
    counted = [scores for sheet, scores in given if sheet.juror_id in free]
    weights = {one.pk: one.weight for one in criteria if one.weight is not None}
    points = [found for scores in counted if (found := score_of(scores, weights)) is not None]
    mean = Fraction(sum(points), len(points)) if points else None
    outcome = _outcome(nomination, counted, criteria, award)
    return Standing(nomination, outcome, _rounded(mean), None, len(counted), len(free))


def _outcome(
    nomination: Nomination, counted: list[list[JuryScore]], criteria: list[AwardCriterion], award: Award
) -> Outcome:
    if nomination.guard_state == GuardStanding.BROKEN:
        return Outcome.QUALITY_FELL
    if len(counted) < award.fewest_scores:
        return Outcome.TOO_FEW
    conditions = {one.pk for one in criteria if one.is_condition}
    for condition in conditions:
        said = [score.is_met for scores in counted for score in scores if score.criterion_id == condition]
        if 2 * sum(1 for met in said if met) <= len(said):
            return Outcome.CONDITION_NOT_MET
    return Outcome.RANKED


def _placed(one: Standing, ranked: list[Decimal]) -> Standing:
    if one.outcome is not Outcome.RANKED or one.score is None:
        return one
    return Standing(one.nomination, one.outcome, one.score, ranked.index(one.score) + 1, one.sheets, one.free)


def _rounded(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(TWO_PLACES, ROUND_HALF_UP)
