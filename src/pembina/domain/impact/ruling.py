"""What the locked rule says about the latest run of an evaluation, before anybody decides."""

from datetime import date

from pembina.core.rules.programme_decision import (
    Certainty,
    NotInForceError,
    ProgrammeDecision,
    UnusableDecisionError,
    plain_lines,
    programme_decision,
    rule_from,
    rule_in_force,
)
from pembina.domain.impact.decision_refusals import (
    NewerRunError,
    OldDesignError,
    RuleUnusableError,
    RunNotDoneError,
)
from pembina.domain.impact.enums import DesignState, RunState
from pembina.domain.impact.found import finding_of, guards_of, verdict_of
from pembina.domain.impact.models import Decision, Evaluation, EvaluationDesign, EvaluationRun


def latest_design(evaluation: Evaluation) -> EvaluationDesign | None:
    """Return the version that holds: the latest that was locked."""
    return evaluation.designs.filter(state=DesignState.LOCKED).order_by("-version").first()


def run_to_decide_on(evaluation: Evaluation) -> EvaluationRun | None:
    """Return the run on which a decision may be taken: the latest one done by the design that holds."""
    design = latest_design(evaluation)
    done = evaluation.runs.filter(state=RunState.DONE, design=design).select_related("design")
    return done.order_by("-number").first() if design else None


def require_deciding_run(run: EvaluationRun) -> None:
    """Refuse a run without a result, of an old design, or one that a later run has overtaken."""
    if run.state != RunState.DONE:
        raise RunNotDoneError(str(run.get_state_display()))
    holding, chosen = latest_design(run.evaluation), run_to_decide_on(run.evaluation)
    if holding is not None and holding.pk != run.design_id:
        raise OldDesignError(run.design.version, holding.version)
    if chosen is not None and chosen.pk != run.pk:
        raise NewerRunError(run.number, chosen.number)


def earlier_alike(run: EvaluationRun) -> int:
    """Return how many decided evaluations of the programme right before this one came to the same verdict."""
    before = (
        Decision.objects.filter(
            evaluation__programme=run.evaluation.programme_id,
            evaluation__joined_programme=run.evaluation.joined_programme_id,
        )
        .exclude(evaluation=run.evaluation_id)
        .select_related("run")
        .order_by("-decided_at", "-pk")
    )
    verdict, alike = verdict_of(run.result), 0
    for decision in before:
        if verdict_of(decision.run.result) is not verdict:
            break
        alike += 1
    return alike


def rule_says(run: EvaluationRun, *, serious_harm: bool, on: date) -> ProgrammeDecision:
    """Return what the rule locked with the design says; raises ``RuleUnusableError``."""
    try:
        rule = rule_from(run.design.decision_rule, article=run.design.rule_source, certainty=_whose(run.design, on))
        return programme_decision(
            finding=finding_of(run.result),
            guards=guards_of(run.result, run.design),
            serious_harm=serious_harm,
            earlier=earlier_alike(run),
            on=on,
            rule=rule,
        )
    except UnusableDecisionError as refused:
        raise RuleUnusableError(refused.message) from refused


def _whose(design: EvaluationDesign, on: date) -> Certainty:
    """Say whose rule a design holds: that of the program word for word, or one of this government."""
    try:
        ours = plain_lines(rule_in_force(on=on))
    except NotInForceError:
        return Certainty.GOVERNMENT
    return Certainty.CONVENTION if design.decision_rule == ours else Certainty.GOVERNMENT
