"""Who visits, which appraisals are in reach and in what capacity, and the pages above."""

from datetime import date
from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_permissions import (
    appraisals_seen_by,
    appraisals_to_rate,
    own_appraisals,
    runs_periods,
    viewer_of,
)
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.queries.appraisals import of_leader, with_everything
from pembina.domain.performance.stages import Viewer

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def seen_appraisal(request: HttpRequest, pk: int) -> tuple[Appraisal, Viewer]:
    """Return an appraisal in sight of the visitor, and in what capacity the visitor looks."""
    actor, on = actor_of(request), today()
    found = get_object_or_404(with_everything(appraisals_seen_by(actor, on=on)), pk=pk)
    viewer = viewer_of(actor, found, on=on)
    if viewer is None:
        raise Http404
    return found, viewer


def own_appraisal(request: HttpRequest, pk: int) -> Appraisal:
    return get_object_or_404(with_everything(own_appraisals(actor_of(request))), pk=pk)


def led_appraisal(request: HttpRequest, pk: int) -> Appraisal:
    """Return an appraisal of somebody whom the visitor leads, or whose silent rater the visitor leads."""
    return get_object_or_404(with_everything(of_leader(actor_of(request), on=today())), pk=pk)


def appraisal_to_rate(request: HttpRequest, pk: int) -> Appraisal:
    """Return an appraisal that waits for the visitor today."""
    return get_object_or_404(with_everything(appraisals_to_rate(actor_of(request), on=today())), pk=pk)


def run_period(request: HttpRequest, pk: int) -> EvaluationPeriod:
    """Return a period, for whose course the visitor works for the whole government."""
    require_running(request)
    return get_object_or_404(EvaluationPeriod.objects.select_related("opened_by", "closed_by"), pk=pk)


def require_running(request: HttpRequest) -> None:
    """Hide what concerns the whole government from whose role reaches some units only."""
    if not runs_periods(actor_of(request), on=today()):
        raise Http404


def trail(*more: tuple[str, str]) -> Trail:
    """Return the pages above."""
    return [(_("Penilaian kinerja"), reverse("appraisals:index")), *more]


def period_trail(period: EvaluationPeriod | None = None) -> Trail:
    """Return the pages above one of human resources."""
    above = trail((_("Periode evaluasi"), reverse("appraisals:periods")))
    return above if period is None else [*above, (period.label, reverse("appraisals:period", args=[period.pk]))]
