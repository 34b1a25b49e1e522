"""Who visits, what of it they may open, and what stands above the pages."""

from datetime import date
from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.impact.models import Decision, Evaluation, FollowUpTask
from pembina.domain.impact.permissions import evaluations_decided_by, keeps_tasks, tasks_kept_by, tasks_reported_by
from pembina.domain.impact.queries.decisions import decisions_seen_by, with_figures
from pembina.domain.impact.queries.tasks import tasks_seen_by, with_names

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def seen_decision(request: HttpRequest, pk: int) -> Decision:
    """Return a decision that the visitor may read."""
    return get_object_or_404(with_figures(decisions_seen_by(actor_of(request), on=today())), pk=pk)


def decided_evaluation(request: HttpRequest, pk: int) -> Evaluation:
    """Return an evaluation on which the visitor decides."""
    offered = evaluations_decided_by(actor_of(request), on=today()).select_related("programme__owner")
    return get_object_or_404(offered, pk=pk)


def kept_decision(request: HttpRequest, pk: int) -> Decision:
    """Return a decision whose tasks the visitor keeps."""
    decisions = decisions_seen_by(actor_of(request), on=today()).select_related("evaluation__programme__owner")
    found = decisions if keeps_tasks(actor_of(request), on=today()) else decisions.none()
    return get_object_or_404(found, pk=pk)


def seen_task(request: HttpRequest, pk: int) -> FollowUpTask:
    """Return a task in sight of the visitor."""
    return get_object_or_404(with_names(tasks_seen_by(actor_of(request), on=today())), pk=pk)


def kept_task(request: HttpRequest, pk: int) -> FollowUpTask:
    """Return a task that the visitor may change."""
    return get_object_or_404(with_names(tasks_kept_by(actor_of(request), on=today())), pk=pk)


def reported_task(request: HttpRequest, pk: int) -> FollowUpTask:
    """Return a task that the visitor may end."""
    return get_object_or_404(with_names(tasks_reported_by(actor_of(request), on=today())), pk=pk)


def tabs(here: str) -> list[dict[str, object]]:
    """Return the four lists of this journey."""
    pages = (
        ("decisions:index", _("Keputusan")),
        ("decisions:waiting", _("Menunggu keputusan")),
        ("decisions:signatures", _("Tanda tangan saya")),
        ("decisions:tasks", _("Tindak lanjut")),
    )
    return [{"label": label, "address": reverse(view), "here": view == here} for view, label in pages]


def trail(decision: Decision | None = None) -> Trail:
    """Return the pages above."""
    above = [(_("Keputusan program"), reverse("decisions:index"))]
    if decision is None:
        return above
    return [*above, (decision.evaluation.title, reverse("decisions:show", args=[decision.pk]))]


def task_trail() -> Trail:
    return [*trail(), (_("Tindak lanjut"), reverse("decisions:tasks"))]
