"""Behaviour at work, and knowledge, skill and attitude, as both sides rate them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models import (
    BehaviourCheck,
    BehaviourRating,
    BehaviourStatement,
    CompetenceRating,
    CompetenceUnit,
    Enrolment,
)
from pembina.domain.development.models.ratings import ASPECTS, HIGHEST, LOWEST
from pembina.domain.development.operations.following import acting_as, require_side
from pembina.domain.development.plan_refusals import (
    NotDueYetError,
    NothingJudgedError,
    NotScheduledError,
    RatingClosedError,
    RatingIncompleteError,
    StatementInUseError,
)
from pembina.domain.development.queries.training_days import TrainingDays, days_of
from pembina.domain.development.refusals import ReasonMissingError

Named = TypeVar("Named", int, str)
# By aspect or by the number of a competence unit; None where the rater cannot judge.
Scores = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rating rests on."""

    text: str = ""
    link: str = ""


def rate_behaviour(
    *, seat: Enrolment, side: Side, scores: Mapping[int, int | None], evidence: Evidence, by: User, at: datetime
) -> BehaviourCheck:
    """Keep one side's look at behaviour; said again it replaces what that side said before.

    `scores` names every competence unit of the course. Raises ``NotScheduledError``, ``NotDueYetError``,
    ``RatingIncompleteError``, ``NothingJudgedError``, ``NotYourPlanError``.
    """
    today = local_date(at)
    with one_event():
        kept = _seat(seat)
        leader = require_side(kept, side, actor=by, moment=at)
        window = days_of(kept.batch, on=today).behaviour
        if window is None:
            raise NotScheduledError
        if not window.has_opened(today):
            raise NotDueYetError(window.opens)
        _require_scores(scores, set(kept.batch.version.units.values_list("pk", flat=True)))
        told = {
            "evidence": evidence.text.strip(), "link": evidence.link, "is_late": window.is_late(today),
            "handed_in_by": by, "handed_in_at": at,
        }  # fmt: skip
        check, made = BehaviourCheck.objects.update_or_create(enrolment=kept, side=side, defaults=told)
        check.ratings.all().delete()
        BehaviourRating.objects.bulk_create(
            BehaviourRating(check_of=check, unit_id=unit, score=score) for unit, score in scores.items()
        )
        changes: Changes = {"side": ("", str(side))}
        record("rate_behaviour", on=check, by=by, at=at, changes=changes, created=made, acting_as=acting_as(leader))
    return check


def rate_competence(
    *, seat: Enrolment, moment: RatingMoment, side: Side, scores: Scores, by: User, at: datetime, note: str = ""
) -> CompetenceRating:
    """Keep knowledge, skill and attitude as one side sees them, before or after; said again it replaces.

    Raises ``RatingClosedError``, ``NotScheduledError``, ``NotDueYetError``, ``RatingIncompleteError``,
    ``NothingJudgedError``, ``NotYourPlanError``.
    """
    today = local_date(at)
    with one_event():
        kept = _seat(seat)
        leader = require_side(kept, side, actor=by, moment=at)
        is_late = _late_rating(days_of(kept.batch, on=today), moment, at)
        _require_scores(scores, set(ASPECTS))
        told = {**scores, "note": note.strip(), "is_late": is_late, "rated_by": by, "rated_at": at}
        before = CompetenceRating.objects.filter(enrolment=kept, moment=moment, side=side).first()
        rating, made = CompetenceRating.objects.update_or_create(
            enrolment=kept, moment=moment, side=side, defaults=told
        )
        changes = {name: (_word(before, name), _word(rating, name)) for name in ASPECTS}
        record("rate_competence", on=rating, by=by, at=at, changes=changes, created=made, acting_as=acting_as(leader))
    return rating


def word_behaviour(*, unit: CompetenceUnit, text: str, by: User, at: datetime) -> BehaviourStatement:
    """Word the behaviour that a competence unit aims at, as long as nobody was rated by it."""
    if not text.strip():
        raise ReasonMissingError
    with one_event():
        if BehaviourRating.objects.filter(unit=unit).exists():
            raise StatementInUseError
        before = BehaviourStatement.objects.filter(unit=unit).first()
        kept, made = BehaviourStatement.objects.update_or_create(unit=unit, defaults={"text": text.strip()})
        changes = {"text": (before.text if before else "", kept.text)}
        record("word_behaviour", on=kept, by=by, at=at, changes=changes, created=made)
    return kept


def _late_rating(days: TrainingDays, moment: RatingMoment, at: datetime) -> bool:
    """Say whether a rating comes late; refuse one that comes too early, or looks back at what was before."""
    today = local_date(at)
    if moment == RatingMoment.BEFORE:
        if days.first is not None and today > days.first:
            raise RatingClosedError
        return False
    if days.rating is None or days.ends_at is None:
        raise NotScheduledError
    if not days.is_over(at):
        raise NotDueYetError(days.rating.opens)
    return days.rating.is_late(today)


def _require_scores(scores: Mapping[Named, int | None], asked: set[Named]) -> None:
    given = [score for score in scores.values() if score is not None]
    if set(scores) != asked or any(not LOWEST <= score <= HIGHEST for score in given):
        raise RatingIncompleteError
    if not given:
        raise NothingJudgedError


def _word(rating: CompetenceRating | None, name: str) -> str:
    score = getattr(rating, name, None)
    return "" if score is None else str(score)


def _seat(seat: Enrolment) -> Enrolment:
    held = Enrolment.objects.select_for_update(of=("self",))
    return held.select_related("person", "batch__version").get(pk=seat.pk)
