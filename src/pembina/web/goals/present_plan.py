"""One plan as one visitor sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.appraisal_rating import Value, core_values
from pembina.domain.performance.enums import CoreValue, GoalKind, NoteKind, PlanState
from pembina.domain.performance.models import Goal, PerformancePlan
from pembina.domain.performance.operations.goals import DOWN, UP
from pembina.domain.performance.operations.plan_access import EDITABLE
from pembina.domain.performance.plan_duty import standing_of
from pembina.domain.performance.plan_warnings import PlanWarning, warnings_of
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.domain.performance.rater_changes import RaterChange, rater_change
from pembina.web.components.formatting import MISSING, day, in_language
from pembina.web.goals.present_indicators import IndicatorLine, indicator_line
from pembina.web.goals.present_strategies import strategy_facts

Shown = str | Promise
TONES = {
    PlanState.DRAFT: "",
    PlanState.PROPOSED: "warning",
    PlanState.RETURNED: "danger",
    PlanState.AGREED: "success",
    PlanState.REPLACED: "",
    PlanState.DROPPED: "",
}


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One result with its indicators; addresses are empty where the visitor may not change it."""

    pk: int
    title: str
    kind: str
    supports: str
    facts: str
    lines: tuple[IndicatorLine, ...]
    warnings: tuple[str, ...]
    edit: str
    remove: str
    up: str
    down: str
    indicator_new: str
    strategy: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan; `step` is the place on the way (1 results, 2 appendix, 3 behaviour, 4 propose), None once written."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    comment: str
    goals: tuple[GoalCard, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    values: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    next_step: str
    step: int | None
    may_edit: bool
    may_recall: bool
    may_decide: bool
    may_revise: bool
    is_ready: bool
    rater_change: str = ""
    rater_article: str = ""


def present_plan(
    plan: PerformancePlan, standings: Mapping[int, IndicatorStanding], *, mine: bool, decides: bool, on: date
) -> PlanPage:
    """Return one plan; `decides` where the visitor may agree to it today."""
    state = PlanState(plan.state)
    goals = list(plan.goals.all())
    editable = mine and state in EDITABLE
    remarks = warnings_of(plan, goals, on=on) if state in (*EDITABLE, PlanState.PROPOSED) else []
    is_ready = bool(goals) and all(goal.indicators.all() for goal in goals)
    ended = plan.assignment.ends_on is not None and plan.assignment.ends_on < on
    change = rater_change(plan, on=on)
    return PlanPage(
        pk=plan.pk,
        title=_title(plan),
        lead=f"{plan.assignment.position} · {plan.assignment.unit.name}",
        state=str(plan.get_state_display()),
        tone=TONES[state],
        facts=_facts(plan),
        comment=plan.comment,
        goals=tuple(_card(goal, standings, remarks, mine, editable) for goal in goals),
        notes=_notes(plan),
        values=_values(plan, on),
        warnings=tuple(in_language(one.because) for one in remarks if one.goal is None),
        next_step=_next(plan, ended, on),
        step=_step(plan, is_ready) if editable else None,
        may_edit=editable,
        may_recall=mine and state == PlanState.PROPOSED,
        may_decide=decides,
        may_revise=mine and state == PlanState.AGREED and not ended,
        is_ready=is_ready,
        rater_change=_changed_words(change) if change else "",
        rater_article=change.article if change else "",
    )


def _changed_words(change: RaterChange) -> str:
    told = {"before": change.before.titled_name, "now": change.now.titled_name if change.now else MISSING}
    said = _("Sebelumnya %(before)s, kini %(now)s.") % told
    return f"{said} {in_language(change.what_to_do)}"


def _title(plan: PerformancePlan) -> str:
    if plan.version == 1:
        return str(plan)
    return _("%(plan)s, versi %(version)s") % {"plan": plan, "version": plan.version}


def _facts(plan: PerformancePlan) -> list[tuple[Shown, Shown]]:
    facts: list[tuple[Shown, Shown]] = [
        (_("Bentuk"), str(plan.get_form_display())),
        (_("Masa"), f"{day(plan.starts_on)} – {day(plan.ends_on)}"),
        (_("Pejabat penilai"), plan.rater.titled_name if plan.rater else MISSING),
    ]
    if plan.proposed_at:
        facts.append((_("Diajukan"), f"{plan.person.titled_name}, {day(timezone.localdate(plan.proposed_at))}"))
    if plan.agreed_by and plan.agreed_at:
        facts.append((_("Ditetapkan"), f"{plan.agreed_by.display_name}, {day(timezone.localdate(plan.agreed_at))}"))
    return facts


def _card(
    goal: Goal,
    standings: Mapping[int, IndicatorStanding],
    remarks: list[PlanWarning],
    mine: bool,
    editable: bool,
) -> GoalCard:
    place = [goal.plan_id, goal.pk]
    above = goal.supports.words if goal.supports else goal.supports_words
    told = [goal.get_perspective_display(), goal.get_difficulty_display() if goal.difficulty else ""]
    told.append(_("menyangkut %s") % str(goal.get_risk_display()).lower() if goal.risk else "")
    return GoalCard(
        pk=goal.pk,
        title=goal.words,
        kind=str(GoalKind(goal.kind).label),
        supports=above,
        facts=" · ".join(str(fact) for fact in told if fact),
        lines=tuple(
            indicator_line(one, standings[one.pk], mine=mine, editable=editable) for one in goal.indicators.all()
        ),
        warnings=tuple(in_language(one.because) for one in remarks if one.goal == goal.pk),
        edit=reverse("goals:goal_edit", args=place) if editable else "",
        remove=reverse("goals:goal_remove", args=place) if editable else "",
        up=reverse("goals:goal_move", args=[*place, "naik"]) if editable else "",
        down=reverse("goals:goal_move", args=[*place, "turun"]) if editable else "",
        indicator_new=reverse("goals:indicator_new", args=place) if editable else "",
        strategy=strategy_facts(goal),
    )


def _notes(plan: PerformancePlan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = list(plan.notes.all())
    return tuple((str(kind.label), tuple(note.words for note in rows if note.kind == kind)) for kind in NoteKind)


def _values(plan: PerformancePlan, on: date) -> tuple[tuple[str, str], ...]:
    """Return the seven values and what is expected in particular of each."""
    said = {one.value: one.words for one in plan.expectations.all()}
    return tuple((in_language(each.label), said.get(_stored(each.value), "")) for each in core_values(on=on))


def _stored(value: Value) -> str:
    return CoreValue(value.value).value


def _step(plan: PerformancePlan, is_ready: bool) -> int:
    if not is_ready:
        return 1
    if not plan.notes.all():
        return 2
    return 3 if not plan.expectations.all() else 4


def _next(plan: PerformancePlan, ended: bool, on: date) -> str:
    """Return what comes next, and by when."""
    state = PlanState(plan.state)
    if state == PlanState.AGREED and ended:
        return _("Jabatan ini sudah berakhir. Lakukan dialog dengan pimpinan baru dan susun SKP baru.")
    if state == PlanState.AGREED:
        return _("SKP berlaku. Catat realisasi dengan bukti dukung; buat versi baru bila ekspektasi berubah.")
    if state == PlanState.REPLACED:
        return _("Versi ini digantikan; isinya tetap tersimpan.")
    standing = standing_of(plan, agreed=None, on=on)
    return in_language(standing.because) if standing else _("Tetapkan bersama pejabat penilai setelah dialog.")


DIRECTIONS = {"naik": UP, "turun": DOWN}
