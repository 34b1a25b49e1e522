"""The content of a decision as pages read it: the frozen one, or, where a record came without, one put together."""

from datetime import date, timedelta
from typing import Any

from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.impact.decision_content import FORMAT, DecisionTold, content_of
from pembina.domain.impact.models import Decision, EvaluationRun
from pembina.domain.impact.ruling import earlier_alike, rule_says


def content_shown(decision: Decision) -> dict[str, Any]:
    """Return the frozen content of a decision."""
    if decision.content.get("format") == FORMAT:
        return dict(decision.content)
    on = local_date(decision.decided_at)
    says = rule_says(decision.run, serious_harm=decision.serious_harm, on=on)
    told = DecisionTold(
        decision.action, decision.review_on, decision.reason, decision.serious_harm, decision.spent
    )  # fmt: skip
    return content_of(decision.run, told, says, earlier=0, by=decision.decided_by, on=on)


def content_before(run: EvaluationRun, *, by: User, on: date) -> dict[str, Any]:
    """Return what the content would be if the rule were followed that day: what to know before deciding."""
    says = rule_says(run, serious_harm=False, on=on)
    told = DecisionTold(says.action.value, on + timedelta(days=1))
    return content_of(run, told, says, earlier=earlier_alike(run), by=by, on=on)
