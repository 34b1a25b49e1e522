"""One evaluation in words, its versions, and what happened to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.access.audit_words import OPERATIONS
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.web.components.formatting import day, in_language, number
from pembina.web.evaluations.present_design import stamp
from pembina.web.evaluations.present_list import TONES

DIGITS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class EvaluationWords:
    """The head of the page."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[str, str]]
    is_late: bool
    drop_reason: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version on the list of versions."""

    address: str
    label: str
    state: str
    tone: str
    when: str
    why: str
    digest: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that happened."""

    when: str
    who: str
    what: str
    why: str


def present_evaluation(evaluation: Evaluation, shown: EvaluationDesign, *, on: date) -> EvaluationWords:
    state = EvaluationState(evaluation.state)
    return EvaluationWords(
        pk=evaluation.pk,
        title=evaluation.title,
        lead=f"{evaluation.programme_code} · {evaluation.programme_title}",
        state=str(state.label),
        tone=TONES[state],
        facts=[
            (_("Program"), evaluation.programme_title),
            (_("Penanggung jawab"), ", ".join(dict.fromkeys(one.owner.titled_name for one in evaluation.programmes))),
            (_("Dirancang oleh"), f"{evaluation.made_by.display_name}, {stamp(evaluation.made_at)}"),
            (_("Hari keputusan"), day(shown.decides_on)),
        ],
        is_late=state == EvaluationState.LOCKED and shown.decides_on < on,
        drop_reason=evaluation.drop_reason,
    )


def version_rows(designs: Iterable[EvaluationDesign]) -> list[VersionRow]:
    return [_version_row(design) for design in designs]


def _version_row(design: EvaluationDesign) -> VersionRow:
    locked = design.state == DesignState.LOCKED
    return VersionRow(
        address=reverse("evaluations:version", args=[design.pk]),
        label=_("Versi %s") % number(design.version),
        state=str(design.get_state_display()),
        tone="success" if locked else "info",
        when=stamp(design.locked_at or design.made_at),
        why=design.why_changed,
        digest=f"{design.digest[:DIGITS_SHOWN]}…" if locked else "",
    )


def event_rows(events: Iterable[AuditEvent]) -> list[EventRow]:
    return [_event_row(event) for event in events]


def _event_row(event: AuditEvent) -> EventRow:
    operation = OPERATIONS.get(event.operation)
    return EventRow(
        when=stamp(event.timestamp),
        who=event.actor.display_name if event.actor else _("Pembina (otomatis)"),
        what=in_language(operation.sentence) if operation else event.operation,
        why=event.why,
    )
