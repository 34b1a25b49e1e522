"""The first two levels of evaluation: what participants thought, and what they learned."""

from datetime import datetime
from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import Batch, LearningTest
from pembina.domain.development.permissions import (
    batches_run_by,
    batches_seen_by,
    programmes_seen_by,
    reads_whole_batch,
    sessions_run_by,
)
from pembina.domain.development.queries.evaluations import batch_figures, programme_gain
from pembina.domain.development.queries.grades import graded
from pembina.domain.development.queries.learning_tests import (
    banks_kept_by,
    batches_graded_by,
    gain_of,
    gains_in,
    item_analysis,
)
from pembina.domain.development.queries.reactions import of_sessions, reactions_to, trainer_averages
from pembina.web.access import signed_in
from pembina.web.components.onward import address_of
from pembina.web.learning_tests.present_results import (
    ReactionsShown,
    batch_rows,
    item_rows,
    leaves_somebodys,
    person_rows,
    present_gain,
    present_reactions,
    tells_somebodys,
    test_states,
)

ON_A_PAGE = 50


@signed_in
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show levels 1 and 2 of a batch on one page."""
    actor, on, at = actor_of(request), timezone.localdate(), timezone.now()
    found = seen_batch(request, pk)
    whole = reads_whole_batch(actor, found, on=on)
    gain = gain_of(found) if whole else None
    tests = {test.moment: test for test in LearningTest.objects.filter(batch=found).prefetch_related("asked")}
    may_run = batches_run_by(actor, on=on).filter(pk=pk).exists()
    context = {
        "batch": found,
        "reactions": reactions_shown(actor, found, whole=whole, at=at),
        "gain": present_gain(gain, is_hidden=tells_somebodys(gain) and not may_run) if gain else None,
        "tests": test_states(found, tests, at=at),
        "may_run": may_run,
        "may_grade": batches_graded_by(actor, on=on).filter(pk=pk).exists(),
        "bank": banks_kept_by(actor, on=on).filter(versions=found.version_id).first(),
        "moments": list(TestMoment),
        "programme_address": programme_address(actor, found),
        "trail": trail(),
    }
    return render(request, "learning_tests/batch.html", context)


@signed_in
@require_safe
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """List the scores and gain of each participant, for whoever runs the batch."""
    found = run_batch(request, pk)
    wanted = request.GET.get("q", "")[:100]
    seats = graded(found, on=timezone.localdate(), name=wanted)
    page = Paginator(seats, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": found,
        "page": page,
        "rows": person_rows(gains_in(found, list(page))),
        "wanted": wanted,
        "trail": trail(found),
    }
    return render(request, "learning_tests/people.html", context)


@signed_in
@require_safe
def items(request: HttpRequest, pk: int) -> HttpResponse:
    """Show for each question how many answered it right before and after."""
    found = run_batch(request, pk)
    analysis = item_analysis(found)
    context = {"batch": found, "analysis": analysis, "rows": item_rows(analysis), "trail": trail(found)}
    return render(request, "learning_tests/items.html", context)


@signed_in
@require_safe
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show levels 1 and 2 of all batches of a programme side by side."""
    found = get_object_or_404(programmes_seen_by(actor_of(request), on=timezone.localdate()), pk=pk)
    figures, gain = batch_figures(found, at=timezone.now()), programme_gain(found)
    run = batches_run_by(actor_of(request), on=timezone.localdate()).filter(programme=found)
    open_to = set(run.values_list("pk", flat=True))
    is_hidden = leaves_somebodys(figures, open_to)
    context = {
        "programme": found,
        "rows": batch_rows(figures, open_to),
        "gain": present_gain(gain, is_hidden=is_hidden),
        "show_address": address_of("programmes:show", pk),
    }
    return render(request, "learning_tests/programme.html", context)


def reactions_shown(actor: User, found: Batch, *, whole: bool, at: datetime) -> ReactionsShown:
    """Show what participants thought; of a part of a batch only what they thought of the sessions of `actor`."""
    told = reactions_to(found, at=at)
    if whole:
        return present_reactions(told, trainer_averages(found, at=at), found, at=at)
    own = sessions_run_by(actor, on=timezone.localdate()).filter(batch=found)
    return present_reactions(of_sessions(told, set(own.values_list("pk", flat=True))), [], found, at=at)


def seen_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch whose organisation the visitor may read."""
    found = batches_seen_by(actor_of(request), on=timezone.localdate())
    return get_object_or_404(found.select_related("programme", "version"), pk=pk)


def run_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch that the visitor organises."""
    found = batches_run_by(actor_of(request), on=timezone.localdate())
    return get_object_or_404(found.select_related("programme", "version__curriculum"), pk=pk)


def programme_address(actor: User, found: Batch) -> str:
    seen = programmes_seen_by(actor, on=timezone.localdate()).filter(pk=found.programme_id).exists()
    return reverse("learning_tests:programme", args=[found.programme_id]) if seen else ""


def trail(found: Batch | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Sesi yang saya jalankan"), reverse("attendance:index"))]
    if found is None:
        return above
    return [*above, (found.title, reverse("learning_tests:batch", args=[found.pk]))]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
