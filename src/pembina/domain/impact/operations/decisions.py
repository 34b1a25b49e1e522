"""A programme is decided on by the locked rule, or against it with a reason; those whom the design names sign."""

from datetime import datetime
from typing import Any

from pembina.core.rules.programme_decision import Action
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.impact.decision_content import DecisionTold, content_of, digest_of, matches_seal, sealed_of
from pembina.domain.impact.decision_refusals import (
    ContentChangedError,
    DepartsWithoutReasonError,
    DissentMissingError,
    DissentWhileAgreeingError,
    NotNamedToSignError,
    OwnWorkError,
    ReviewTooEarlyError,
    SignedAlreadyError,
)
from pembina.domain.impact.enums import EvaluationState
from pembina.domain.impact.models import Decision, DecisionSignature, DesignSigner, Evaluation, EvaluationRun
from pembina.domain.impact.publication_refusals import require_no_traces
from pembina.domain.impact.refusals import WrongStepError
from pembina.domain.impact.ruling import earlier_alike, require_deciding_run, rule_says


def decide_programme(*, run: EvaluationRun, told: DecisionTold, by: User, at: datetime) -> Decision:
    """Decide on the programme of a run, freeze what was known, and seal it.

    Raises
    ------
    WrongStepError : the evaluation is not locked, or somebody has decided on it already
    RunNotDoneError, OldDesignError, NewerRunError : not the run that decides
    OwnWorkError : whoever locked the design or asked for the run
    RuleUnusableError : the locked rule does not fit what was found
    DepartsWithoutReasonError, ReviewTooEarlyError
    TracesError : the reason, which citizens read word by word, points to a person
    """
    on = local_date(at)
    require_no_traces({"reason": told.reason})
    if told.review_on <= on:
        raise ReviewTooEarlyError(told.review_on)
    with one_event():
        # One after the other: the second finds the evaluation decided.
        kept = Evaluation.objects.select_for_update().get(pk=run.evaluation_id)
        if kept.state != EvaluationState.LOCKED:
            raise WrongStepError(str(kept.get_state_display()))
        chosen = EvaluationRun.objects.select_related("evaluation__programme", "design").get(pk=run.pk)
        require_deciding_run(chosen)
        if by.pk in (chosen.asked_by_id, chosen.design.locked_by_id):
            raise OwnWorkError
        says = rule_says(chosen, serious_harm=told.serious_harm, on=on)
        if told.action != says.action.value and not told.reason.strip():
            raise DepartsWithoutReasonError(says.action.label)
        content = content_of(chosen, told, says, earlier=earlier_alike(chosen), by=by, on=on)
        made = Decision.objects.create(
            evaluation=kept, run=chosen, rule_action=says.action.value, rule_line=says.line,
            rule_because=content["rule"]["because"], serious_harm=told.serious_harm,
            action=Action(told.action).value, reason=told.reason.strip(), spent=told.spent,
            review_on=told.review_on, decided_by=by, decided_at=at, content=content,
        )  # fmt: skip
        # What is sealed is what the database gives back, whatever it does to a number.
        made.refresh_from_db(fields=["content"])
        kept.state = EvaluationState.DECIDED
        kept.save(update_fields=["state"])
        changes = {"state": ("locked", "decided"), "action": (made.rule_action, made.action)}
        record("decide_programme", on=made, by=by, at=at, changes=changes, created=True, why=made.reason)
        seal(kind=ChainKind.PROGRAMME_DECIDED, subject=made, content=sealed_of(made), by=by, at=at)
    return made


def sign_decision(*, decision: Decision, agrees: bool, dissent: str = "", by: User, at: datetime) -> DecisionSignature:
    """Sign a decision, in agreement or with a dissent in words; once for all.

    Raises
    ------
    NotNamedToSignError, SignedAlreadyError, DissentMissingError, DissentWhileAgreeingError
    ContentChangedError : what would be signed is not what was sealed
    """
    said = dissent.strip()
    if not agrees and not said:
        raise DissentMissingError
    if agrees and said:
        raise DissentWhileAgreeingError
    with one_event():
        # Two windows of one account sign one after the other.
        kept = Decision.objects.select_for_update(of=("self",)).select_related("run__design").get(pk=decision.pk)
        named = DesignSigner.objects.filter(design=kept.run.design_id, user=by).first()
        if named is None or not by.is_active:
            raise NotNamedToSignError
        if kept.signatures.filter(user=by).exists():
            raise SignedAlreadyError
        if not matches_seal(kept):
            raise ContentChangedError
        made = DecisionSignature.objects.create(
            decision=kept, user=by, name=by.display_name, capacity=named.capacity, agrees=agrees, dissent=said,
            signed_at=at,
        )  # fmt: skip
        changes = {"agrees": ("", str(agrees)), "capacity": ("", named.capacity)}
        record("sign_decision", on=made, by=by, at=at, changes=changes, created=True, why=said)
        seal(kind=ChainKind.DECISION_SIGNED, subject=made, content=_signed(made), by=by, at=at)
    return made


def note_decisions_export(*, decisions: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes the list of decisions along."""
    changes = {"records": ("", str(decisions)), "filters": ("", filters)}
    record("export_decisions", on=by, by=by, at=at, changes=changes)


def _signed(signature: DecisionSignature) -> dict[str, Any]:
    """Return what the chain keeps of a signature: what was signed, as what, and what was said."""
    return {
        "decision": digest_of(signature.decision.content),
        "capacity": signature.capacity,
        "agrees": signature.agrees,
        "dissent": digest_of({"dissent": signature.dissent}) if signature.dissent else "",
    }
