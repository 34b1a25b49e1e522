"""What a design proposes when it is opened: what the programme promised, looked at from two years before it began."""

import secrets
from datetime import date, timedelta
from typing import Any

from pembina.core.rules.programme_decision import plain_lines, rule_in_force
from pembina.domain.access.models import User
from pembina.domain.development.enums import EvaluationLevel, OutcomeDirection
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import Capacity, DesignFigure
from pembina.domain.impact.whole_months import month_of, moved

MONTHS_BEFORE = 24
USUAL_MONTHS_AFTER = 12
LARGEST_SEED = 1_000_000_000
TIMES = (DesignFigure.MEDIAN_TIME, DesignFigure.P90_TIME)


def design_for(programme: Programme, *, on: date) -> dict[str, Any]:
    """Return the fields of a first version: window, rule, day of the decision and a drawn seed.

    From 24 months before the first wave to the month in which level 4 is due after the last one; without waves the days
    of the programme stand in for them. The decision falls due when the month after the last has ended.
    """
    planned = [wave.planned_on for wave in programme.waves.all()] or [programme.starts_on, programme.ends_on]
    level = programme.evaluation_plans.filter(level=EvaluationLevel.RESULTS).first()
    last = moved(month_of(max(planned)), level.months_after if level else USUAL_MONTHS_AFTER)
    rule = rule_in_force(on=on)
    return {
        "first_month": moved(month_of(min(planned)), -MONTHS_BEFORE),
        "last_month": last,
        "decides_on": usual_day_of_decision(last),
        "decision_rule": plain_lines(rule),
        "rule_source": rule.article,
        "seed": secrets.randbelow(LARGEST_SEED),
    }


def usual_day_of_decision(last_month: date) -> date:
    """Return the last day of the month after the last one observed: late entries have come in by then."""
    return moved(last_month, 2) - timedelta(days=1)


def signers_for(programme: Programme, maker: User) -> list[tuple[User, Capacity]]:
    """Return who signs unless somebody says otherwise: whoever evaluates, and the owner where there is an account."""
    owner = User.objects.filter(username=programme.owner.nip, is_active=True).exclude(pk=maker.pk).first()
    return [(maker, Capacity.EVALUATOR), *([(owner, Capacity.OWNER)] if owner else [])]


def usual_direction(figure: DesignFigure) -> OutcomeDirection:
    """Return where a figure is to go unless somebody says otherwise: times down, all others up."""
    return OutcomeDirection.DOWN if figure in TIMES else OutcomeDirection.UP
