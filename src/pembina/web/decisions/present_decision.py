"""One decision as its page shows it: the rule beside the human decision, signatures, later outcome, seal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.effect.verdict import LABELS
from pembina.domain.access.audit import local_date
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.impact.decision_content import digest_of
from pembina.domain.impact.found import sentence_of, verdict_of
from pembina.domain.impact.later import still_holds
from pembina.domain.impact.models import Decision, DecisionSignature, DesignSigner, EvaluationRun
from pembina.web.components.formatting import MISSING, day, in_language, month, number
from pembina.web.components.onward import address_of
from pembina.web.decisions.present_evidence import Evidence, Facts, present_evidence
from pembina.web.decisions.present_lists import ACTION_TONES, VERDICT_TONES, action_word


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One of those whom the design names: signed in agreement, with a dissent, or not yet."""

    name: str
    capacity: str
    state: str
    tone: str
    when: str
    dissent: str


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A run done after the decision."""

    title: str
    address: str
    verdict: str
    tone: str
    sentence: str
    holds: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision."""

    pk: int
    title: str
    lead: str
    action: str
    tone: str
    rule_action: str
    rule_tone: str
    departs: bool
    reason: str
    evidence: Evidence
    facts: Facts
    review_due: bool
    digest: str
    is_intact: bool
    seal: Facts
    links: list[tuple[str, str]]


def present_decision(
    decision: Decision, content: dict[str, Any], entry: ChainEntry | None, *, is_intact: bool, on: date, told: str = ""
) -> DecisionPage:
    """Return the page of a decision whose evaluation, programme and run stand beside it.

    `told` is where the visitor publishes it, or reads what was published; empty for neither.
    """
    return DecisionPage(
        pk=decision.pk,
        title=decision.evaluation.title,
        lead=decision.evaluation.programme.title,
        action=action_word(decision.action),
        tone=ACTION_TONES[decision.action],
        rule_action=action_word(decision.rule_action),
        rule_tone=ACTION_TONES[decision.rule_action],
        departs=decision.departs,
        reason=decision.reason,
        evidence=present_evidence(content),
        facts=_facts(decision),
        review_due=decision.review_on <= on,
        digest=digest_of(content),
        is_intact=is_intact,
        seal=_seal(entry),
        links=_links(decision, told),
    )


def _facts(decision: Decision) -> Facts:
    return [
        (_("Diputus oleh"), decision.decided_by.display_name),
        (_("Diputus pada"), day(local_date(decision.decided_at))),
        (_("Ditinjau kembali pada"), day(decision.review_on)),
        (_("Biaya terpakai"), f"Rp{number(float(decision.spent))}" if decision.spent is not None else MISSING),
    ]


def _seal(entry: ChainEntry | None) -> Facts:
    if entry is None:
        return []
    return [(_("Mata rantai"), number(entry.sequence)), (_("Hash mata rantai"), entry.hash)]


def _links(decision: Decision, told: str) -> list[tuple[str, str]]:
    """Return other pages about it, those that exist."""
    pages = [
        (_("Hasil perhitungan"), address_of("evaluation_results:show", decision.run_id)),
        (_("Evaluasi dampak"), address_of("evaluations:show", decision.evaluation_id)),
        (_("Program pembinaan"), address_of("programmes:show", decision.evaluation.programme_id)),
        (_("Kabar kepada warga"), told),
    ]
    return [(label, address) for label, address in pages if address]


def signature_lines(signatures: Iterable[DecisionSignature], missing: Iterable[DesignSigner]) -> list[SignatureLine]:
    """Return all whom the design names, those who have not signed last."""
    signed = [
        SignatureLine(
            name=one.name,
            capacity=str(one.get_capacity_display()),
            state=_("Setuju") if one.agrees else _("Berpendapat berbeda"),
            tone="success" if one.agrees else "warning",
            when=day(local_date(one.signed_at)),
            dissent=one.dissent,
        )
        for one in signatures
    ]
    return signed + [
        SignatureLine(one.user.display_name, str(one.get_capacity_display()), _("Belum menandatangani"), "", "", "")
        for one in missing
    ]


def later_rows(decision: Decision, runs: Iterable[EvaluationRun]) -> list[LaterRow]:
    """Return the runs done later, each with what it means for the decision."""
    then = verdict_of(decision.run.result)
    return [_later(run, then) for run in runs]


def _later(run: EvaluationRun, then: Any) -> LaterRow:
    now = verdict_of(run.result)
    told = {"number": number(run.number), "month": month(run.data_until.isoformat()[:7])}
    return LaterRow(
        title=_("Perhitungan ke-%(number)s, data sampai %(month)s") % told,
        address=address_of("evaluation_results:show", run.pk),
        verdict=in_language(LABELS[now]).capitalize(),
        tone=VERDICT_TONES[now.value],
        sentence=in_language(sentence_of(run.result)),
        holds=in_language(still_holds(then, now)),
    )
