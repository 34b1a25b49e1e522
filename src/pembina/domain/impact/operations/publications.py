"""A decision becomes public, and is withdrawn again; citizens read what was frozen, whatever changes later."""

from datetime import datetime
from hashlib import sha256

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.models import User
from pembina.domain.impact.decision_content import matches_seal
from pembina.domain.impact.decision_facts import facts_of
from pembina.domain.impact.decision_refusals import ContentChangedError
from pembina.domain.impact.models import Decision, DecisionPublication
from pembina.domain.impact.public_content import public_content
from pembina.domain.impact.publication_refusals import NotPublishedError, PublishedAlreadyError, require_no_traces
from pembina.domain.impact.refusals import ReasonMissingError


def publish_decision(*, decision: Decision, by: User, at: datetime, message: str = "") -> DecisionPublication:
    """Freeze what citizens read of a decision and make it public; what was withdrawn before stays beside it.

    Raises
    ------
    PublishedAlreadyError, TracesError, ContentChangedError
    """
    message = message.strip()
    with one_event():
        kept = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if kept.publications.filter(withdrawn_at__isnull=True).exists():
            raise PublishedAlreadyError
        if not matches_seal(kept):
            raise ContentChangedError
        facts = facts_of(kept)
        require_no_traces(
            {
                "message": message, "sealed_programme": facts.programme, "sealed_purpose": facts.purpose,
                "sealed_title": facts.title, "sealed_reason": facts.reason,
            }
        )  # fmt: skip
        made = DecisionPublication.objects.create(
            decision=kept, content=public_content(facts, message=message), published_by=by, published_at=at
        )
        changes = {"content_hash": ("", hash_of(made)), "published_at": ("", at.isoformat())}
        record("publish_decision", on=made, by=by, at=at, changes=changes, created=True)
    return made


def withdraw_publication(
    *, publication: DecisionPublication, reason: str, by: User, at: datetime
) -> DecisionPublication:
    """Take back what was published; its page then says so, with the reason.

    Raises
    ------
    ReasonMissingError, NotPublishedError, TracesError
    """
    why = reason.strip()
    if not why:
        raise ReasonMissingError
    require_no_traces({"reason": why})
    with one_event():
        kept = DecisionPublication.objects.select_for_update(of=("self",)).get(pk=publication.pk)
        if kept.withdrawn_at is not None:
            raise NotPublishedError
        kept.withdrawn_at, kept.withdraw_reason = at, why
        kept.save(update_fields=["withdrawn_at", "withdraw_reason"])
        changes = {"withdrawn_at": ("", at.isoformat())}
        record("withdraw_publication", on=kept, by=by, at=at, changes=changes, why=why)
    return kept


def hash_of(publication: DecisionPublication) -> str:
    """Return the SHA-256 of what was published, over its canonical JSON."""
    return sha256(canonical(publication.content).encode()).hexdigest()
