"""The plan as it stands: what it could see, whether its waves are alike, and who starts when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.impact.lots import lot_of, off_the_lot
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.plan_reckoning import question_for, reckon, window_for
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.domain.impact.wave_planning import (
    Past,
    design_in_hand,
    groups_of,
    past_of,
    primary_of,
)
from pembina.web.access import signed_in
from pembina.web.components.onward import address_of
from pembina.web.wave_planner.present import balance, chart_of, order_in_words, unit_rows
from pembina.web.wave_planner.present_reckoning import ReckoningShown, present_reckoning
from pembina.web.wave_planner.scopes import actor_of, may_keep, may_try, seen_evaluation

ON_A_PAGE = 25
LONGEST_SEARCH = 100


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the plan of an evaluation as it stands."""
    actor, on = actor_of(request), timezone.localdate()
    evaluation = seen_evaluation(request, pk)
    design = design_in_hand(evaluation)
    planned = units_of(design) if design else []
    context = {
        "evaluation": evaluation,
        "trail": trail(evaluation),
        "may_try": design is not None and may_try(actor, evaluation, design, on=on),
        "may_keep": may_keep(actor, on=on),
        "has_lot": design is not None and lot_of(design) is not None,
    }
    if design is not None and planned:
        context |= plan_shown(design, planned) | listed(request, planned)
    return render(request, "wave_planner/show.html", context)


def plan_shown(design: EvaluationDesign, planned: list[PlannedUnit]) -> dict[str, object]:
    """Return what the page tells about the plan as a whole."""
    on, plan = timezone.localdate(), getattr(design.evaluation.programme, "wave_plan", None)
    starts = sorted({one.planned_month for one in planned if one.planned_month})
    outcome = primary_of(design)
    past = past_of(
        [one.unit for one in planned], outcome, reach=design.reach, before=starts[0] if starts else None,
        at=timezone.now(),
    )  # fmt: skip
    groups = groups_of(planned, past, reach=design.reach, on=on)
    is_drawn = not off_the_lot(plan, {one.code: one.wave for one in planned})
    return {
        "order": order_in_words(plan),
        "chart": chart_of(groups, window_for(design, starts)),
        "balance": balance(groups, past, is_drawn=is_drawn),
        "reckoning": reckoned(design, past, [one for one in groups if one.wave], groups, by_lot=is_drawn),
    }


def reckoned(design: EvaluationDesign, past: Past, waves: list, groups: list, *, by_lot: bool) -> ReckoningShown:
    """Return what waves of these sizes could see."""
    outcome = primary_of(design)
    unit = past.unit.in_language(get_language() or "id") if past.unit else ""
    starts = [one.starts_on for one in waves]
    found = reckon(
        past, question_for(design, outcome, by_lot=by_lot, unit=unit), window=window_for(design, starts),
        sizes=[one.units for one in waves], starts=starts, never=sum(one.units for one in groups if not one.wave),
    )  # fmt: skip
    return present_reckoning(found, past, has_outcome=outcome is not None, design=design)


def listed(request: HttpRequest, planned: list[PlannedUnit]) -> dict[str, object]:
    """Return the units of the plan, searched and page by page."""
    wanted = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "").strip()
    words = wanted.casefold().split()
    found = [
        one for one in planned
        if all(word in one.name.casefold() for word in words) or one.code.casefold() == wanted.casefold()
    ]  # fmt: skip
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "rows": unit_rows(page), "wanted": wanted, "is_planned": True}


def trail(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return the way to an evaluation."""
    steps = [
        (_("Evaluasi dampak"), address_of("evaluations:index")),
        (evaluation.title, address_of("evaluations:show", evaluation.pk)),
    ]
    return [(label, address) for label, address in steps if address]
