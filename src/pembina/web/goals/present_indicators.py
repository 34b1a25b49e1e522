"""Indicators as the pages show them: the target, what was achieved, and on what that rests."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.goal_progress import GoalState
from pembina.domain.performance.enums import Direction, IndicatorSource, PlanForm, PlanState
from pembina.domain.performance.models import Indicator
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.web.components.formatting import MISSING, day, in_language, number

TONES = {GoalState.UNKNOWN: "", GoalState.BELOW: "warning", GoalState.MET: "success", GoalState.ABOVE: "success"}


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator; `realised` is a dash with `basis` saying why where nothing is known. Addresses may be empty."""

    pk: int
    words: str
    aspects: str
    target: str
    source: str
    realised: str
    state: str
    tone: str
    percentages: str
    basis: str
    note: str
    edit: str
    remove: str
    manual: str = ""
    manual_facts: tuple[tuple[str, str], ...] = ()


def indicator_line(one: Indicator, standing: IndicatorStanding, *, mine: bool, editable: bool) -> IndicatorLine:
    """Return one line; `editable` while the plan is written."""
    plan = one.goal.plan
    place = [plan.pk, one.pk]
    notes = mine and plan.state == PlanState.AGREED and one.source == IndicatorSource.REPORTED
    is_shown = plan.state in (PlanState.AGREED, PlanState.REPLACED)
    return IndicatorLine(
        pk=one.pk,
        words=one.words,
        aspects=", ".join(str(aspect.label) for aspect in one.covers),
        target=target_of(one),
        source=source_of(one),
        realised=_realised(standing) if is_shown else "",
        state=_state(standing) if is_shown else "",
        tone=TONES.get(standing.state, "") if standing.state and is_shown else "",
        percentages=_percentages(standing) if is_shown else "",
        basis=basis_of(standing) if is_shown else "",
        note=reverse("goals:realisation", args=place) if notes else "",
        edit=reverse("goals:indicator_edit", args=place) if editable else "",
        remove=reverse("goals:indicator_remove", args=place) if editable else "",
        manual=reverse("goals:manual", args=place) if editable and PlanForm(plan.form).is_top else "",
        manual_facts=manual_facts(one),
    )


def manual_facts(one: Indicator) -> tuple[tuple[str, str], ...]:
    """Return what the manual of an indicator says, as far as there is one."""
    manual = getattr(one, "manual", None)
    if manual is None:
        return ()
    facts = (
        (_("Tujuan"), manual.aim),
        (_("Definisi"), manual.definition),
        (_("Formula"), manual.formula),
        (_("Kualitas dan tingkat kendali"), str(manual.get_control_display())),
        (_("Periode pelaporan"), str(manual.get_reporting_display())),
    )
    return tuple((label, words) for label, words in facts if words)


def plain(amount: Decimal | None) -> str:
    """Return an amount with the decimals it has."""
    if amount is None:
        return MISSING
    return number(float(amount), len(f"{amount:f}".rstrip("0").partition(".")[2]))


def target_of(one: Indicator) -> str:
    """Return the target in words: from where to where, in which unit and direction."""
    if one.target is None:
        return one.target_words
    told = {"target": plain(one.target), "unit": one.unit, "direction": str(Direction(one.direction).label).lower()}
    if one.baseline is None:
        said = _("%(target)s %(unit)s (%(direction)s)") % told
    else:
        told["baseline"] = plain(one.baseline)
        said = _("dari %(baseline)s ke %(target)s %(unit)s (%(direction)s)") % told
    return f"{said}. {one.target_words}" if one.target_words else said


def source_of(one: Indicator) -> str:
    """Return where the realisation comes from."""
    if one.service is None:
        return one.source_words or str(one.get_source_display())
    figure = f"SKM U{one.element}" if one.element else str(one.get_figure_display())
    return f"{figure}, {one.service.name}"


def basis_of(standing: IndicatorStanding) -> str:
    """Return on what the realisation rests, or why there is none."""
    if standing.missing is not None:
        return in_language(standing.missing)
    reading, reported = standing.reading, standing.reported
    if reading is not None:
        by_survey = standing.indicator.source == IndicatorSource.SURVEY
        what = _("%(count)s jawaban") if by_survey else _("%(count)s permohonan")
        counted = what % {"count": number(reading.count)}
        return f"{day(reading.first)}–{day(reading.until)}: {counted}. {in_language(reading.basis)}"
    return f"{reported.words} ({day(reported.until)})" if reported else ""


def _realised(standing: IndicatorStanding) -> str:
    if standing.realised is None:
        reported = standing.reported
        return _("Dilaporkan") if reported and not standing.indicator.is_measured else MISSING
    return f"{plain(standing.realised)} {standing.indicator.unit}"


def _state(standing: IndicatorStanding) -> str:
    return in_language(standing.state.label) if standing.state else ""


def _percentages(standing: IndicatorStanding) -> str:
    """Return both percentages as far as they can be had; nothing is capped."""
    found = standing.achieved
    if found is None or found.realised is None:
        return ""
    said = []
    if found.progress.value is not None:
        said.append(_("%(percent)s%% jalan dari angka awal ke target") % {"percent": plain(found.progress.value)})
    if found.ratio.value is not None:
        said.append(_("%(percent)s%% terhadap target") % {"percent": plain(found.ratio.value)})
    return "; ".join(said)
