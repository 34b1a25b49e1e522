"""Decisions, evaluations that wait for one, and signatures, one row each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.effect.verdict import LABELS, Code
from pembina.domain.access.audit import local_date
from pembina.domain.impact.models.decisions import ACTIONS
from pembina.domain.impact.queries.decisions import SOON
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.components.onward import address_of

ACTION_WORDS = dict(ACTIONS)
ACTION_TONES = {"expand": "success", "continue": "info", "fix": "warning", "stop": "danger"}
VERDICT_TONES = {
    "effective": "success",
    "effective_size_uncertain": "info",
    "no_meaningful_effect": "warning",
    "inconclusive": "warning",
    "harmful": "danger",
    "not_credible": "danger",
}
Badge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the list; `notes` are badges of what calls for attention."""

    address: str
    title: str
    lead: str
    action: str
    tone: str
    by_rule: str
    verdict: str
    decided: str
    signed: str
    tasks: str
    review: str
    notes: list[Badge]


def action_word(action: str) -> str:
    return str(ACTION_WORDS[action])


def decision_rows(decisions: Iterable[Any], *, on: date) -> list[DecisionRow]:
    """Return rows of decisions that carry their figures."""
    return [_decision_row(decision, on) for decision in decisions]


def _decision_row(one: Any, on: date) -> DecisionRow:
    rule = {"action": action_word(one.rule_action).lower()}
    tasks = {"done": number(one.task_count - one.open_count), "all": number(one.task_count)}
    return DecisionRow(
        address=reverse("decisions:show", args=[one.pk]),
        title=one.evaluation.programme.title,
        lead=one.evaluation.title,
        action=action_word(one.action),
        tone=ACTION_TONES[one.action],
        by_rule=_("berbeda dari aturan: %(action)s") % rule if one.departs else _("sesuai aturan"),
        verdict=in_language(LABELS[Code(one.verdict)]) if one.verdict else MISSING,
        decided=day(local_date(one.decided_at)),
        signed=_("%(signed)s dari %(all)s") % {"signed": number(one.signed_count), "all": number(one.signer_count)},
        tasks=_("%(done)s dari %(all)s selesai") % tasks if one.task_count else MISSING,
        review=day(one.review_on),
        notes=_notes(one, on),
    )


def _notes(one: Any, on: date) -> list[Badge]:
    said = [
        (local_date(one.decided_at) > one.run.design.decides_on, "warning", _("Diputus terlambat")),
        (one.dissent_count > 0, "warning", _("Ada pendapat berbeda")),
        (one.review_on <= on, "warning", _("Waktunya ditinjau")),
        (one.newer is not None, "info", _("Ada perhitungan baru")),
    ]
    return [(tone, words) for applies, tone, words in said if applies]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One evaluation that waits; without an address where the visitor does not decide."""

    address: str
    title: str
    lead: str
    day: str
    state: str
    tone: str
    result: str
    result_address: str


def waiting_rows(evaluations: Iterable[Any], *, on: date, decides: bool) -> list[WaitingRow]:
    """Return rows of evaluations that carry `decides_on` and the run to decide on."""
    return [_waiting_row(evaluation, on, decides=decides) for evaluation in evaluations]


def _waiting_row(one: Any, on: date, *, decides: bool) -> WaitingRow:
    state, tone = _by_day(one.decides_on, on)
    ready = one.run_number is not None
    if ready:
        result = _("Perhitungan ke-%s selesai") % number(one.run_number)
    else:
        result = _("Sedang dihitung") if one.run_going else _("Belum dihitung")
    address = address_of("evaluation_results:show", one.run_pk) if ready else ""
    return WaitingRow(
        address=reverse("decisions:decide", args=[one.pk]) if decides else address_of("evaluations:show", one.pk),
        title=one.programme.title,
        lead=one.title,
        day=day(one.decides_on),
        state=state,
        tone=tone,
        result=result,
        result_address=address or address_of("evaluation_results:latest", one.pk),
    )


def _by_day(decides_on: date | None, on: date) -> Badge:
    if decides_on is None:
        return "", ""
    if decides_on < on:
        return _("Lewat %s hari") % number((on - decides_on).days), "danger"
    if decides_on <= on + SOON:
        return _("%s hari lagi") % number((decides_on - on).days), "warning"
    return _("Belum waktunya"), ""


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One decision that the visitor is to sign or has signed."""

    address: str
    sign_address: str
    title: str
    lead: str
    action: str
    tone: str
    decided: str


def signature_rows(decisions: Iterable[Any]) -> list[SignatureRow]:
    """Return rows of decisions that carry `has_signed`."""
    return [
        SignatureRow(
            address=reverse("decisions:show", args=[one.pk]),
            sign_address="" if one.has_signed else reverse("decisions:sign", args=[one.pk]),
            title=one.evaluation.programme.title,
            lead=one.evaluation.title,
            action=action_word(one.action),
            tone=ACTION_TONES[one.action],
            decided=day(local_date(one.decided_at)),
        )
        for one in decisions
    ]
