"""Plans as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.development.follow_up_enums import Finding, ItemDirection, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionItem, ActionPlan
from pembina.domain.development.operations.plan_checks import is_met
from pembina.domain.development.queries.action_plans import DAYS_TO_DECIDE
from pembina.web.choosing.describe import main_of
from pembina.web.components.formatting import MISSING, day, number

Shown = str | Promise
TONES = {
    PlanState.DRAFT: "",
    PlanState.SENT: "warning",
    PlanState.RETURNED: "danger",
    PlanState.RUNNING: "info",
    PlanState.ENDED: "good",
}
FINDING_TONES = {Finding.MET: "good", Finding.PARTLY: "warning", Finding.NOT_YET: "danger"}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan in a list; `waiting` says for what, empty where for nothing."""

    address: str
    person: str
    unit: str
    training: str
    items: str
    state: str
    tone: str
    waiting: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class CheckCell:
    """What one side found at one day, or that it may be said now, or when it may."""

    label: str
    finding: str
    tone: str
    note: str
    link: str
    address: str
    is_open: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One day of an item with both sides."""

    label: str
    due: str
    own: CheckCell
    led: CheckCell


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One item with its checks; `edit` and `remove` are empty where it may not be changed.

    `now` is where the visitor says with one press what became of it, at the latest day that has come and `now_label`
    names; empty where that was said, or is for somebody else.
    """

    pk: int
    change: str
    indicator: str
    target: str
    due: str
    carried: str
    ending: str
    edit: str
    remove: str
    lines: tuple[CheckLine, ...]
    now: str
    now_label: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan as one visitor sees it."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    comment: str
    items: tuple[ItemCard, ...]
    may_edit: bool
    may_recall: bool
    may_decide: bool
    may_end: bool
    is_running: bool
    carried_from: str
    carried_to: str


def plan_rows(plans: Iterable[ActionPlan], sides: Iterable[Side], *, on: date) -> list[PlanRow]:
    """Return the rows; `sides` are those whose waiting is told."""
    wanted = tuple(sides)
    return [_row(plan, wanted, on) for plan in plans]


def _row(plan: ActionPlan, sides: tuple[Side, ...], on: date) -> PlanRow:
    waiting, is_late = waiting_of(plan, sides, on=on)
    held = main_of(plan.enrolment.person)
    return PlanRow(
        address=reverse("action_plans:show", args=[plan.pk]),
        person=plan.enrolment.person.titled_name,
        unit=held.unit.name if held else MISSING,
        training=plan.enrolment.batch.title,
        items=number(len(plan.items.all())),
        state=str(plan.get_state_display()),
        tone=TONES[PlanState(plan.state)],
        waiting=waiting,
        is_late=is_late,
    )


def waiting_of(plan: ActionPlan, sides: tuple[Side, ...], *, on: date) -> tuple[str, bool]:
    """Return for what a plan waits, and whether that is late."""
    if plan.state == PlanState.SENT and Side.SUPERIOR in sides and plan.sent_at is not None:
        late = timezone.localdate(plan.sent_at) < on - timedelta(days=DAYS_TO_DECIDE)
        return _("Persetujuan atasan"), late
    if plan.is_editable and Side.SELF in sides:
        return _("Lengkapi dan kirim"), False
    if plan.state != PlanState.RUNNING:
        return "", False
    due = [days for days in _days_come(plan, on) if any(_unsaid(plan, days, side) for side in sides)]
    if not due:
        return (_("Akhiri rencana"), False) if _may_end(plan, on) and Side.SELF in sides else ("", False)
    told = _("Pemeriksaan hari ke-%(days)s") % {"days": due[0]}
    return told, _late_by(plan, due[0], on)


def present_plan(plan: ActionPlan, side: Side | None, *, on: date) -> PlanPage:
    """Return one plan; `side` is that of the visitor, None for who only reads."""
    mine, state = side == Side.SELF, PlanState(plan.state)
    return PlanPage(
        pk=plan.pk,
        title=_("Rencana aksi: %s") % plan.enrolment.batch.title,
        lead=_lead(plan),
        state=str(plan.get_state_display()),
        tone=TONES[state],
        facts=_facts(plan, on),
        comment=plan.comment,
        items=tuple(_item(item, plan, side, on) for item in plan.items.all()),
        may_edit=mine and plan.is_editable,
        may_recall=mine and state == PlanState.SENT,
        may_decide=side == Side.SUPERIOR and state == PlanState.SENT,
        may_end=mine and state == PlanState.RUNNING and _may_end(plan, on),
        is_running=state == PlanState.RUNNING,
        carried_from=_address_of(plan.carried_from),
        carried_to=_address_of(getattr(plan, "carried_to", None)),
    )


def _address_of(plan: ActionPlan | None) -> str:
    return reverse("action_plans:show", args=[plan.pk]) if plan else ""


def _lead(plan: ActionPlan) -> str:
    held = main_of(plan.enrolment.person)
    name = plan.enrolment.person.titled_name
    return f"{name} · {held.unit.name}" if held else name


def _facts(plan: ActionPlan, on: date) -> list[tuple[Shown, Shown]]:
    facts: list[tuple[Shown, Shown]] = [(_("Program"), plan.enrolment.batch.programme.title)]
    if plan.counts_from:
        days = ", ".join(day(each) for each in follow_up(on=on).checked_on(plan.counts_from))
        facts += [(_("Dihitung sejak"), day(plan.counts_from)), (_("Pemeriksaan"), days)]
    if plan.decided_by and plan.decided_at:
        facts.append(
            (_("Diputus atasan"), f"{plan.decided_by.display_name}, {day(timezone.localdate(plan.decided_at))}")
        )
    return facts


def _item(item: ActionItem, plan: ActionPlan, side: Side | None, on: date) -> ItemCard:
    may_edit = side == Side.SELF and plan.is_editable
    place = [plan.pk, item.pk]
    shown = plan.state in (PlanState.RUNNING, PlanState.ENDED) and plan.counts_from is not None
    lines = tuple(_line(item, plan, days, side, on) for days in follow_up(on=on).check_days) if shown else ()
    latest = lines[len(_days_come(plan, on)) - 1] if lines and _days_come(plan, on) else None
    now = next((cell for cell in (latest.own, latest.led) if cell.is_open), None) if latest else None
    return ItemCard(
        pk=item.pk,
        change=item.change,
        indicator=item.indicator,
        target=target_of(item),
        due=day(item.due_on),
        carried=_("Dilanjutkan dari rencana sebelumnya") if item.carried_from_id else "",
        ending=_ending(item, plan),
        edit=reverse("action_plans:item_edit", args=place) if may_edit else "",
        remove=reverse("action_plans:item_remove", args=place) if may_edit and not item.carried_from_id else "",
        lines=lines,
        now=now.address if now else "",
        now_label=latest.label if latest else "",
    )


def target_of(item: ActionItem) -> str:
    """Return the figure an item is to reach, in words; empty where it has none."""
    if item.target is None:
        return ""
    told = {"target": number(float(item.target), _digits(item.target)), "unit": item.unit}
    told["direction"] = str(ItemDirection(item.direction).label).lower()
    if item.baseline is None:
        return _("%(direction)s menjadi %(target)s %(unit)s") % told
    told["baseline"] = number(float(item.baseline), _digits(item.baseline))
    return _("%(direction)s dari %(baseline)s menjadi %(target)s %(unit)s") % told


def _digits(value: object) -> int:
    return len(f"{value:f}".rstrip("0").partition(".")[2])


def _ending(item: ActionItem, plan: ActionPlan) -> str:
    if plan.state != PlanState.ENDED:
        return ""
    if item.end_reason:
        return _("Dihentikan: %s") % item.end_reason
    return _("Tercapai") if is_met(item) else _("Dilanjutkan ke rencana berikutnya")


def _line(item: ActionItem, plan: ActionPlan, days: int, side: Side | None, on: date) -> CheckLine:
    comes = plan.counts_from + timedelta(days=days) if plan.counts_from else on
    cells = {each: _cell(item, plan, days, each, side, on) for each in Side}
    label = _("Hari ke-%(days)s") % {"days": days}
    return CheckLine(label=label, due=day(comes), own=cells[Side.SELF], led=cells[Side.SUPERIOR])


def _cell(item: ActionItem, plan: ActionPlan, days: int, of: Side, side: Side | None, on: date) -> CheckCell:
    found = _found(item, days, of)
    has_come = days in _days_come(plan, on)
    may = of == side and plan.state == PlanState.RUNNING and has_come
    return CheckCell(
        label=str(of.label),
        finding=str(found.get_finding_display()) if found else _("Belum diisi") if has_come else MISSING,
        tone=FINDING_TONES[Finding(found.finding)] if found else "",
        note=found.note if found else "",
        link=found.link if found else "",
        address=reverse("action_plans:check", args=[plan.pk, item.pk, days]) if may else "",
        is_open=may and found is None,
        is_late=has_come and found is None and plan.state == PlanState.RUNNING and _late_by(plan, days, on),
    )


def _found(item: ActionItem, days: int, side: Side) -> ActionCheck | None:
    return next((check for check in item.checks.all() if check.day == days and check.side == side), None)


def _unsaid(plan: ActionPlan, days: int, side: Side) -> bool:
    return any(_found(item, days, side) is None for item in plan.items.all())


def _days_come(plan: ActionPlan, on: date) -> list[int]:
    began = plan.counts_from
    return [days for days in follow_up(on=on).check_days if began and began + timedelta(days=days) <= on]


def _late_by(plan: ActionPlan, days: int, on: date) -> bool:
    rules = follow_up(on=on)
    return plan.counts_from is not None and on > plan.counts_from + timedelta(days=days + rules.days_for_a_check)


def _may_end(plan: ActionPlan, on: date) -> bool:
    return follow_up(on=on).last_check in _days_come(plan, on)
