"""The last step: what is in the way, what has to be read, and the lock; and two programmes on the same units."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.operations.designs import choose_comparison
from pembina.domain.impact.operations.locking import lock_design
from pembina.domain.impact.queries.design_units import comparison_of, units_of
from pembina.domain.impact.queries.overlaps import overlaps_of
from pembina.domain.impact.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_design import design_in_words
from pembina.web.evaluations.present_steps import obstacle_rows, overlap_rows, warning_rows
from pembina.web.evaluations.wizard import draft_in, frame, step_address


@requires(Permission.EVALUATE_EFFECT)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all of the design once more; lock it where nothing is in the way and every warning is ticked."""
    design, status = draft_in(request, pk), 200
    read = request.POST.getlist("read")
    if request.method == "POST":
        try:
            lock_design(design=design, read=read, by=actor_of(request), at=timezone.now())
        except RefusedError as refused:
            refuse_on(request, refused)
            status = 422
        else:
            messages.success(request, _("Rancangan terkunci. Hash-nya tercatat dalam rantai."))
            return redirect("evaluations:show", pk)
    around = frame(design, "check")
    context = around | {
        "design": design_in_words(design),
        "obstacle_rows": obstacle_rows(around["obstacles"], lambda step: step_address(design.evaluation, step)),
        "warnings": warning_rows(warnings_of(design, at=timezone.now()), read, design.evaluation),
        "is_revision": design.version > 1,
    }
    return render(request, "evaluations/check.html", context, status=status)


@requires(Permission.EVALUATE_EFFECT)
@require_safe
def together(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the waves of other programmes on the same units beside the own ones, and what to do about it."""
    design = draft_in(request, pk)
    overlaps = overlaps_of(design, units_of(design))
    prefetch_related_objects([overlap.programme for overlap in overlaps], "waves__units")
    own = Programme.objects.prefetch_related("waves__units").get(pk=design.evaluation.programme_id)
    context = frame(design, "check") | {"overlaps": overlap_rows(own, overlaps, design, on=timezone.localdate())}
    return render(request, "evaluations/together.html", context)


@requires(Permission.EVALUATE_EFFECT)
@require_POST
def separate(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the units that another programme treats out of those to compare with."""
    design = draft_in(request, pk)
    spoiled = {
        shared.unit.pk for overlap in overlaps_of(design, units_of(design)) for shared in overlap.spoils_comparison
    }
    kept = [unit for unit in comparison_of(design) if unit.pk not in spoiled]
    try:
        choose_comparison(design=design, units=kept, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Unit yang dipakai program lain dikeluarkan dari pembanding."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("evaluations:check", pk)
