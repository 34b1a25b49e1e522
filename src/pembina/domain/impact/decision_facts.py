"""Everything about one decision that the paper and the public page tell, read once: from what was sealed with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from pembina.core.text import Text
from pembina.domain.impact.decision_content import FORMAT, seal_entry
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun, FrozenPanel
from pembina.domain.impact.run_facts import RunFacts, run_facts


@dataclass(frozen=True, slots=True)
class DesignFacts:
    """What was locked before the data: `seen_before` says that a later version was locked when something was known."""

    version: int
    locked_on: date | None
    digest: str
    first_month: date
    last_month: date
    decides_on: date
    comparison: str
    rule_source: str
    seen_before: bool


@dataclass(frozen=True, slots=True)
class Basis:
    """On what the numbers rest; `rows`, `units` and `months` of all frozen panels, 0 where none were kept.

    `left_out` counts by reason the units, or services, that at least one outcome does without.
    """

    number: int
    finished_on: date | None
    data_until: date
    code_version: str
    data_hash: str
    result_hash: str
    rows: int
    units: int
    months: int
    left_out: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, in which capacity; `agrees` is None until it was signed."""

    name: str
    capacity: str
    agrees: bool | None = None
    dissent: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that follows."""

    kind: str
    title: str
    owner: str
    due_on: date
    state: str


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """One decision with its evidence.

    Attributes
    ----------
    rule_action, action : words of the rule, `continue`, `expand`, `fix` or `stop`
    rule_because : the sentences of the rule
    capacity : in which the one who decided signs; empty where the design does not name that account
    cost : what `content` says of the cost, None where it says nothing
    signatures : of all whom the design names, in its order, and of others who signed
    sealed : hash of the entry in the chain, empty where it was not sealed
    is_joint : whether two programmes were judged together
    """

    pk: int
    code: str
    programme: str
    purpose: str
    title: str
    owner: str
    design: DesignFacts
    basis: Basis
    run: RunFacts
    correction: str
    rule_action: str
    rule_because: tuple[Text, ...]
    action: str
    reason: str
    serious_harm: bool
    decided_by: str
    capacity: str
    decided_on: date
    review_on: date
    spent: Decimal | None
    cost: Mapping[str, Any] | None
    signatures: tuple[Signed, ...]
    tasks: tuple[Task, ...]
    sealed: str
    is_joint: bool

    @property
    def departs(self) -> bool:
        """Say whether it is another decision than that of the rule."""
        return self.action != self.rule_action

    @property
    def is_late(self) -> bool:
        """Say whether it was made after the day that the design had set."""
        return self.decided_on > self.design.decides_on

    @property
    def missing(self) -> tuple[Signed, ...]:
        """Return those who have not signed yet."""
        return tuple(each for each in self.signatures if each.agrees is None)

    @property
    def dissents(self) -> tuple[Signed, ...]:
        """Return those who signed with another opinion."""
        return tuple(each for each in self.signatures if each.agrees is False)

    @property
    def last_day(self) -> date:
        """Return the day of the latest thing told here: that of the decision, or of the last signature."""
        return max([self.decided_on, *(each.on for each in self.signatures if each.on)])


def facts_of(decision: Decision) -> DecisionFacts:
    """Return the facts of one decision, some ten queries."""
    run, by = decision.run, decision.decided_by
    signatures = _signatures(decision, run.design)
    told = _sealed_words(decision)
    programme, decided = told["programme"], told["decision"]
    return DecisionFacts(
        pk=decision.pk,
        code=programme["code"],
        programme=programme["title"],
        purpose=programme["purpose"],
        title=told["evaluation"]["title"],
        owner=programme["owner"],
        design=_design(run.design),
        basis=_basis(run),
        run=run_facts(run),
        correction=run.result.get("correction", ""),
        rule_action=told["rule"]["action"],
        rule_because=tuple(Text(**said) for said in told["rule"]["because"]),
        action=decided["action"],
        reason=decided["reason"],
        serious_harm=decided["serious_harm"],
        decided_by=decision.content.get("decided_by") or by.display_name or by.username,
        capacity=next((signer.capacity for signer in run.design.signers.all() if signer.user_id == by.pk), ""),
        decided_on=date.fromisoformat(decided["decided_on"]),
        review_on=date.fromisoformat(decided["review_on"]),
        spent=None if decided["spent"] is None else Decimal(decided["spent"]),
        cost=decision.content.get("cost"),
        signatures=signatures,
        tasks=tuple(
            Task(task.kind, task.title, task.owner.name, task.due_on, task.state)
            for task in decision.tasks.select_related("owner")
        ),
        sealed=sealed_as(decision),
        is_joint=decision.evaluation.is_joint,
    )


def _sealed_words(decision: Decision) -> dict[str, dict[str, Any]]:
    """Return what the sealed content says; only a record that came without one speaks for itself."""
    evaluation = decision.evaluation
    now: dict[str, dict[str, Any]] = {
        "programme": {
            "code": evaluation.programme_code, "title": evaluation.programme_title,
            "purpose": evaluation.programme_purpose,
            "owner": ", ".join(dict.fromkeys(one.owner.name for one in evaluation.programmes)),
        },
        "evaluation": {"title": evaluation.title},
        "rule": {"action": decision.rule_action, "because": decision.rule_because},
        "decision": {
            "action": decision.action, "reason": decision.reason, "serious_harm": decision.serious_harm,
            "decided_on": localdate(decision.decided_at).isoformat(), "review_on": decision.review_on.isoformat(),
            "spent": None if decision.spent is None else str(decision.spent),
        },
    }  # fmt: skip
    sealed = decision.content if decision.content.get("format") == FORMAT else {}
    return {part: told | sealed.get(part, {}) for part, told in now.items()}


def sealed_as(decision: Decision) -> str:
    """Return the hash under which the decision stands in the chain."""
    entry = seal_entry(decision)
    return entry.hash if entry else ""


def _design(design: EvaluationDesign) -> DesignFacts:
    return DesignFacts(
        version=design.version,
        locked_on=localdate(design.locked_at) if design.locked_at else None,
        digest=design.digest,
        first_month=design.first_month,
        last_month=design.last_month,
        decides_on=design.decides_on,
        comparison=design.comparison,
        rule_source=design.rule_source,
        seen_before=design.version > 1,
    )


def _basis(run: EvaluationRun) -> Basis:
    panels = list(run.panels.defer("content"))
    return Basis(
        number=run.number,
        finished_on=localdate(run.finished_at) if run.finished_at else None,
        data_until=run.data_until,
        code_version=run.code_version,
        data_hash=run.data_hash,
        result_hash=run.result_hash,
        rows=sum(panel.rows for panel in panels),
        units=max((panel.units for panel in panels), default=0),
        months=max((panel.months for panel in panels), default=0),
        left_out=_left_out(panels),
    )


def _left_out(panels: Sequence[FrozenPanel]) -> tuple[tuple[str, int], ...]:
    """Return how many different codes each reason has, whatever the number of outcomes that have it."""
    codes: dict[str, set[str]] = {}
    for panel in panels:
        for each in panel.exclusions:
            codes.setdefault(each["reason"], set()).update(each["units"])
    return tuple((reason, len(found)) for reason, found in codes.items())


def _signatures(decision: Decision, design: EvaluationDesign) -> tuple[Signed, ...]:
    done = {signature.user_id: signature for signature in decision.signatures.all()}
    rows = []
    for signer in design.signers.select_related("user"):
        signature = done.pop(signer.user_id, None)
        name = signature.name if signature else signer.user.display_name or signer.user.username
        rows.append(_signed(name, signer.capacity, signature))
    return (*rows, *(_signed(each.name, each.capacity, each) for each in done.values()))


def _signed(name: str, capacity: str, signature: Any) -> Signed:
    if signature is None:
        return Signed(name, capacity)
    return Signed(name, capacity, signature.agrees, signature.dissent, localdate(signature.signed_at))
