"""The terms of a design: unit of analysis, window, comparison, rule and day of the decision. Only of a draft."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypedDict

from django.db.models import Q

from pembina.core.rules.programme_decision import UnusableDecisionError, plain_lines, rule_from, rule_in_force
from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.impact.design_refusals import (
    ComparisonInWaveError,
    RuleSourceMissingError,
    RuleUnusableError,
    WindowBackwardsError,
)
from pembina.domain.impact.models import DesignUnit, EvaluationDesign
from pembina.domain.impact.operations.evaluations import listed, locked_draft
from pembina.domain.impact.queries.design_units import comparison_of, members_of
from pembina.domain.impact.whole_months import month_of
from pembina.domain.people.models import Unit


class DesignTerms(TypedDict, total=False):
    """What may be said of a design; what is left out stays. Months may be any day of theirs."""

    reach: str
    comparison: str
    first_month: date
    last_month: date
    draws: int
    correction: str
    decision_rule: Sequence[Mapping[str, Any]]
    rule_source: str
    decides_on: date


def edit_design(*, design: EvaluationDesign, terms: DesignTerms, by: User, at: datetime) -> None:
    """Tell the terms of a draft differently.

    Raises ``WindowBackwardsError``, ``RuleUnusableError``, ``RuleSourceMissingError`` and ``WrongStepError``.
    """
    with one_event():
        kept = locked_draft(design)
        said = dict(terms)
        for name in ("first_month", "last_month"):
            if name in said:
                said[name] = month_of(terms[name])
        if "decision_rule" in said:
            said |= _checked_rule(kept, terms, local_date(at))
        changes: Changes = {
            name: (_word(getattr(kept, name)), _word(value))
            for name, value in said.items()
            if getattr(kept, name) != value
        }
        for name, value in said.items():
            setattr(kept, name, value)
        if kept.last_month <= kept.first_month:
            raise WindowBackwardsError
        kept.save(update_fields=list(said))
        record("edit_design", on=kept, by=by, at=at, changes=changes)


def _checked_rule(design: EvaluationDesign, terms: DesignTerms, on: date) -> dict[str, Any]:
    """Return the rule with its ground; that of the program names itself, another one has to be somebody's."""
    source = terms.get("rule_source", design.rule_source).strip()
    try:
        lines = plain_lines(rule_from(terms["decision_rule"], article=source))
    except UnusableDecisionError as refused:
        raise RuleUnusableError(refused.message, refused.remedy) from refused
    own = rule_in_force(on=on)
    if lines == plain_lines(own):
        return {"decision_rule": lines, "rule_source": own.article}
    if not source or source == own.article:
        raise RuleSourceMissingError
    return {"decision_rule": lines, "rule_source": source}


def _word(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(f"{line['key']}: {line['action']}" for line in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def choose_comparison(*, design: EvaluationDesign, units: Sequence[Unit], by: User, at: datetime) -> None:
    """Let these units, and no others, stay out to compare with; none is a choice too.

    Raises ``ComparisonInWaveError`` for units of a wave, ``WrongStepError``.
    """
    with one_event():
        kept = locked_draft(design)
        inside = {member.unit_id for member in members_of(kept)}
        if both := [unit.name for unit in units if unit.pk in inside]:
            raise ComparisonInWaveError(both)
        before, wanted = comparison_of(kept), {unit.pk: unit for unit in units}
        # A row that a version before had in a wave stands for its stratum only.
        kept.units.filter(Q(wave__isnull=True) & ~Q(unit__in=wanted) | Q(wave__isnull=False, unit__in=wanted)).delete()
        known = {unit.pk for unit in before}
        DesignUnit.objects.bulk_create(
            DesignUnit(design=kept, unit=unit) for pk, unit in wanted.items() if pk not in known
        )
        after = sorted(unit.code for unit in wanted.values())
        changes = {"units": (listed(unit.code for unit in before), listed(after))}
        record("choose_comparison", on=kept, by=by, at=at, changes=changes)
