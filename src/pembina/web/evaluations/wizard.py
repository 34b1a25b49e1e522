"""The steps of a design: which there are, which are done, and who may take them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.impact.design_obstacle import Obstacle
from pembina.domain.impact.design_obstacles import obstacles_of
from pembina.domain.impact.joint_obstacles import JOINT
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.permissions import evaluations_designed_by
from pembina.domain.impact.queries.evaluations import draft_of
from pembina.web.components.onward import address_of
from pembina.web.evaluations.list_views import actor_of

STEPS = (
    ("outcomes", gettext_lazy("Ukuran hasil")),
    ("units", gettext_lazy("Unit dan pembanding")),
    ("window", gettext_lazy("Jangka waktu")),
    ("rule", gettext_lazy("Aturan keputusan")),
    ("signers", gettext_lazy("Penanda tangan")),
    ("check", gettext_lazy("Periksa dan kunci")),
)
NAMES = [name for name, _label in STEPS]
ROUTES = {
    "outcomes": "evaluations:outcomes",
    "units": "evaluations:units",
    "window": "evaluations:window",
    "rule": "evaluations:rule",
    "signers": "evaluations:signers",
    "check": "evaluations:check",
    "together": "evaluations:together",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One step in the row of steps."""

    label: str
    address: str
    here: bool


def tabs_of(pk: int, here: str, obstacles: Sequence[Obstacle]) -> list[Tab]:
    """Return the steps; one where nothing is in the way has a tick in the place of its number."""
    open_steps = {obstacle.step for obstacle in obstacles}
    return [
        Tab(_label(number, name, str(label), open_steps), reverse(ROUTES[name], args=[pk]), name == here)
        for number, (name, label) in enumerate(STEPS, start=1)
    ]


def _label(number: int, name: str, label: str, open_steps: set[str]) -> str:
    is_done = name != "check" and name not in open_steps
    return f"✓ {label}" if is_done else f"{number}. {label}"


def following(pk: int, here: str) -> str:
    """Return the address of the step after this one."""
    return reverse(ROUTES[NAMES[min(NAMES.index(here) + 1, len(NAMES) - 1)]], args=[pk])


def designed_evaluation(request: HttpRequest, pk: int) -> Evaluation:
    """Return an evaluation whose design the visitor writes."""
    mine = evaluations_designed_by(actor_of(request), on=timezone.localdate())
    return get_object_or_404(mine.select_related("programme__owner", "joined_programme", "joined_in"), pk=pk)


def draft_in(request: HttpRequest, pk: int) -> EvaluationDesign:
    """Return the draft of an evaluation that the visitor designs; 404 where nothing is being written."""
    evaluation = designed_evaluation(request, pk)
    draft = draft_of(evaluation)
    if draft is None:
        raise Http404
    draft.evaluation = evaluation
    return draft


def frame(design: EvaluationDesign, here: str) -> dict[str, Any]:
    """Return what stands around every step."""
    evaluation, obstacles = design.evaluation, obstacles_of(design, at=timezone.now())
    number = NAMES.index(here)
    return {
        "evaluation": evaluation,
        "tabs": tabs_of(evaluation.pk, here, obstacles),
        "obstacles_here": [one for one in obstacles if one.step == here],
        "obstacles": obstacles,
        "title": str(dict(STEPS)[here]),
        "lead": evaluation.title,
        "trail": trail(evaluation),
        "before": reverse(ROUTES[NAMES[number - 1]], args=[evaluation.pk]) if number else "",
        "after": following(evaluation.pk, here) if here != "check" else "",
        "waves_address": waves_address(evaluation),
    }


def waves_address(evaluation: Evaluation) -> str:
    """Return where waves are planned: the planner of the evaluation, or the page of the programme."""
    planner = "" if evaluation.is_joint else address_of("wave_planner:show", evaluation.pk)
    return planner or address_of("programmes:waves", evaluation.programme_id)


def step_address(evaluation: Evaluation, step: str) -> str:
    """Return where an obstacle or a warning is put right."""
    if step == "waves":
        return waves_address(evaluation)
    if step == JOINT:
        return reverse("evaluations:show", args=[evaluation.joined_in_id])
    return reverse(ROUTES[step], args=[evaluation.pk])


def trail(evaluation: Evaluation | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Evaluasi dampak"), reverse("evaluations:index"))]
    if evaluation is None:
        return above
    return [*above, (evaluation.title, reverse("evaluations:show", args=[evaluation.pk]))]
