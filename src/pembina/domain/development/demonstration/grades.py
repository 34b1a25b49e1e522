"""Grades that the partner of one programme gave, before anybody got a certificate."""

from datetime import timedelta
from decimal import Decimal
from random import Random

from pembina.domain.development.demonstration.accounts import SINCE, persona_account
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.operations.grades import GradeGiven, give_grades

GRADED = "KRISIS"
MEAN, SPREAD, LOWEST = 79, 8, 45


def write_grades(group: Group, ground: Ground, rng: Random) -> None:
    """Give everybody in a batch of that programme a grade, six days after the last session."""
    if group.planned.story.code != GRADED:
        return
    partner = persona_account("mitra", at=ground.noon(SINCE))
    grades = {enrolment.pk: _grade(rng) for enrolment in group.seated}
    give_grades(batch=group.batch, grades=grades, by=partner, at=group.sessions[-1].ends_at + timedelta(days=6))


def _grade(rng: Random) -> GradeGiven:
    score = min(max(round(rng.gauss(MEAN, SPREAD)), LOWEST), 100)
    return GradeGiven(Decimal(score), "Perlu latihan ulang gladi lapang." if score < MEAN - 2 * SPREAD else "")
