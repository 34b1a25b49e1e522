"""How participants and their superiors rated knowledge, skill and attitude, and behaviour at work months later."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from pembina.domain.access.models import User
from pembina.domain.development.demonstration.accounts import OF_PERSONAS, Sides, is_persona
from pembina.domain.development.demonstration.follow_up import told
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.planned import Ground, Planned
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
from pembina.domain.development.queries.training_days import days_of

# The mean on the scale of 1-5; superiors are a little sterner.
MEANS = {RatingMoment.BEFORE: 2.6, RatingMoment.AFTER: 3.5}
BEHAVES, STERNER, SPREAD = 3.6, 0.3, 0.7
# How many of each side answer; of the form on behaviour, also how many days after it opened.
ANSWERED = {Side.SELF: 0.9, Side.SUPERIOR: 0.8}
DAYS_TO_ANSWER, DAYS_TO_RATE = 75, 55
CANNOT_JUDGE = 0.05


def write_statements(planned: Planned) -> list[CompetenceUnit]:
    """Word the behaviour that a course aims at, where words were found; return the units of the course."""
    units = list(planned.version.units.all())
    words = told()["behaviour"].get(planned.story.code, [])
    BehaviourStatement.objects.bulk_create(
        BehaviourStatement(unit=unit, text=text) for unit, text in zip(units, words, strict=False)
    )
    return units


def write_ratings(group: Group, units: list[CompetenceUnit], sides: Sides, ground: Ground, rng: Random) -> None:
    """Write both ratings of both sides, as far as the day has come."""
    CompetenceRating.objects.bulk_create(
        rating
        for enrolment in group.seated
        for side, by in _raters(enrolment, sides)
        for moment in RatingMoment
        if (rating := _competence(group, enrolment, moment, side, by, ground, rng)) is not None
    )
    _behaviour(group, units, sides, ground, rng)


def _competence(
    group: Group, enrolment: Enrolment, moment: RatingMoment, side: Side, by: User, ground: Ground, rng: Random
) -> CompetenceRating | None:
    before = group.sessions[0].starts_at - timedelta(days=rng.randint(2, 6))
    after = group.sessions[-1].ends_at + timedelta(days=rng.randint(3, DAYS_TO_RATE))
    at = before if moment == RatingMoment.BEFORE else after
    mean = MEANS[moment] - (STERNER if side == Side.SUPERIOR else 0)
    scores = {aspect: _score(mean, rng) for aspect in ASPECTS}
    is_given = _answers(enrolment, side, rng) or by.username.endswith(OF_PERSONAS)
    if not is_given or at >= ground.noon(0) or set(scores.values()) == {None}:
        return None
    return CompetenceRating(enrolment=enrolment, moment=moment, side=side, rated_by=by, rated_at=at, **scores)


def _behaviour(group: Group, units: list[CompetenceUnit], sides: Sides, ground: Ground, rng: Random) -> None:
    window = days_of(group.batch, on=ground.on).behaviour
    if window is None:
        return
    checks = []
    for enrolment in group.seated:
        for side, by in _raters(enrolment, sides):
            day = window.opens + timedelta(days=3 if is_persona(enrolment.person) else rng.randint(1, DAYS_TO_ANSWER))
            if day < ground.on and _answers(enrolment, side, rng):
                told_by = {"handed_in_by": by, "handed_in_at": _morning(day), "is_late": window.is_late(day)}
                checks.append(BehaviourCheck(enrolment=enrolment, side=side, evidence=_evidence(rng), **told_by))
    BehaviourRating.objects.bulk_create(
        BehaviourRating(check_of=check, unit=unit, score=score)
        for check in BehaviourCheck.objects.bulk_create(checks)
        for unit, score in zip(units, _behaves(check, len(units), rng), strict=True)
    )


def _raters(enrolment: Enrolment, sides: Sides) -> list[tuple[Side, User]]:
    leader = sides.leaders.get(enrolment.person_id)
    return [(Side.SELF, sides.own[enrolment.person_id]), *([(Side.SUPERIOR, leader)] if leader else [])]


def _answers(enrolment: Enrolment, side: Side, rng: Random) -> bool:
    return rng.random() < ANSWERED[side] or is_persona(enrolment.person)


def _behaves(check: BehaviourCheck, units: int, rng: Random) -> list[int | None]:
    """Return a score for each unit; the first is always one, since nobody hands in nothing."""
    mean = BEHAVES - (STERNER if check.side == Side.SUPERIOR else 0)
    first = min(max(round(rng.gauss(mean, SPREAD)), LOWEST), HIGHEST)
    return [first, *(_score(mean, rng) for _unit in range(units - 1))]


def _score(mean: float, rng: Random) -> int | None:
    score = min(max(round(rng.gauss(mean, SPREAD)), LOWEST), HIGHEST)
    return None if rng.random() < CANNOT_JUDGE else score


def _evidence(rng: Random) -> str:
    words: list[str] = told()["evidence"]
    return rng.choice(words)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(3), tzinfo=UTC)
