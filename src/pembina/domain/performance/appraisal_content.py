"""What the document of an appraisal says, frozen when it is signed: paper and seal read it from here for ever."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from pembina.domain.access.audit import local_date
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import PaperForm
from pembina.domain.performance.appraisal_feedback import feedback_told
from pembina.domain.performance.models import Appraisal, AppraisalPaper, Objection
from pembina.domain.performance.organisations import Used

FORMAT = "pembina-appraisal-2"


def content_of(
    appraisal: Appraisal,
    used: Used,
    *,
    form: PaperForm,
    by: User,
    at: datetime,
    feedback: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the frozen content, in values JSON knows; `feedback` is that of an earlier version, kept as it was."""
    period = appraisal.period
    return {
        "format": FORMAT,
        "form": form.value,
        "period": {
            "cycle": period.cycle, "label": period.label, "starts_on": period.starts_on.isoformat(),
            "ends_on": period.ends_on.isoformat(), "year": period.year,
        },
        "people": {who: appraisal.snapshot.get(who) for who in ("person", "rater", "superior")},
        "organisation": {
            "rating": used.rating.value, "unit": used.unit, "basis": used.basis,
            "because": used.chosen.because.id if used.chosen else "",
        },
        "results": {"rating": appraisal.results, "reason": appraisal.results_reason},
        "behaviour": {
            "rating": appraisal.behaviour, "reason": appraisal.behaviour_reason, "notes": appraisal.value_notes,
        },
        "predicate": {
            "predicate": appraisal.predicate, "article": appraisal.predicate_article,
            "rule_since": appraisal.rule_since.isoformat() if appraisal.rule_since else "",
        },
        "advice": appraisal.advice,
        "plan": plan_told(appraisal),
        "feedback": feedback_told(appraisal) if feedback is None else feedback,
        "signed": {"by": by.display_name, "on": local_date(at).isoformat(), "silent": appraisal.rater_was_silent},
        "objection": None,
    }  # fmt: skip


def with_objection(content: dict[str, Any], objection: Objection) -> dict[str, Any]:
    """Return the content with what was said and decided on the objection (form D.1.3)."""
    told = {
        "reason": objection.reason, "evidence": objection.evidence, "statement": objection.statement,
        "hearing": objection.hearing, "ruling": objection.ruling, "ruling_reason": objection.ruling_reason,
        "filed_on": local_date(objection.filed_at).isoformat(), "is_late": objection.is_late,
        "decided_by": objection.decided_by.display_name if objection.decided_by else "",
        "decided_on": local_date(objection.decided_at).isoformat() if objection.decided_at else "",
    }  # fmt: skip
    return content | {"objection": told}


def plan_told(appraisal: Appraisal) -> dict[str, Any] | None:
    """Return the results and indicators of the plan, each with its last realisation; None where there is no plan."""
    plan = appraisal.plan
    if plan is None:
        return None
    goals = plan.goals.prefetch_related("indicators__realisations")
    return {
        "form": plan.form,
        "goals": [
            {
                "kind": goal.kind, "words": goal.words, "perspective": goal.perspective,
                "supports": goal.supports.words if goal.supports else goal.supports_words,
                "indicators": [_indicator(each, appraisal) for each in goal.indicators.all()],
            }
            for goal in goals.select_related("supports")
        ],
        "expectations": dict(plan.expectations.values_list("value", "words")),
    }  # fmt: skip


def seal_of(paper: AppraisalPaper) -> dict[str, Any]:
    """Return what the chain keeps of a document: which one it is and the digest of all it says, no words of anybody."""
    return {"number": paper.number, "form": paper.form, "digest": paper.digest}


def digest_of(content: dict[str, Any]) -> str:
    return sha256(canonical(content).encode()).hexdigest()


def seal_entry(paper: AppraisalPaper) -> ChainEntry | None:
    """Return the link of the chain that seals a document."""
    subject = f"{paper._meta.label_lower}:{paper.pk}"
    kinds = (ChainKind.APPRAISAL_SIGNED, ChainKind.OBJECTION_DECIDED)
    return ChainEntry.objects.filter(kind__in=kinds, subject=subject).first()


def matches_seal(paper: AppraisalPaper) -> bool:
    """Say whether a document still says what was sealed."""
    entry, digest = seal_entry(paper), digest_of(paper.content)
    return entry is not None and json.loads(entry.content).get("digest") == digest == paper.digest


def _indicator(indicator: Any, appraisal: Appraisal) -> dict[str, Any]:
    target = f"{indicator.target.normalize():f} {indicator.unit}" if indicator.target is not None else ""
    known = [each for each in indicator.realisations.all() if each.until <= appraisal.period.ends_on]
    last = known[0] if known else None
    amount = f"{last.amount.normalize():f} {indicator.unit}" if last and last.amount is not None else ""
    return {
        "words": indicator.words, "aspects": [one.value for one in indicator.covers],
        "target": target or indicator.target_words, "realisation": amount, "evidence": last.words if last else "",
    }  # fmt: skip
