"""One version of a design: what was locked, what changed, what was known, and how to check the hash."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.operations.exports import note_design_export
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.web.access import signed_in
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_design import design_in_words
from pembina.web.evaluations.present_versions import differences_of, known_in_words, warnings_in
from pembina.web.evaluations.wizard import trail


@signed_in
@require_safe
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version beside the one before."""
    design = seen_design(request, pk)
    before = design.evaluation.designs.filter(version=design.version - 1).first()
    sealed = ChainEntry.objects.filter(kind=ChainKind.DESIGN_LOCKED, subject=f"impact.evaluationdesign:{pk}").first()
    context = {
        "design": design_in_words(design),
        "version": design,
        "is_locked": design.state == DesignState.LOCKED,
        "differences": differences_of(before, design),
        "before": before,
        "known": known_in_words(design.known_then) if design.version > 1 else [],
        "warnings": warnings_in(design),
        "sealed": sealed,
        "file_name": file_name(design),
        "trail": trail(design.evaluation),
    }
    return render(request, "evaluations/version.html", context)


@signed_in
@require_POST
def content(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the locked content, byte by byte what was hashed, and write down who took it."""
    design = seen_design(request, pk)
    if design.state != DesignState.LOCKED:
        raise Http404
    note_design_export(design=design, file=file_name(design), by=actor_of(request), at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{file_name(design)}"'}
    return HttpResponse(design.content.encode(), content_type="application/json", headers=headers)


def file_name(design: EvaluationDesign) -> str:
    """Return an ASCII name, whatever the code of the programme is made of."""
    return f"rancangan-{design.evaluation_id}-v{design.version}.json"


def seen_design(request: HttpRequest, pk: int) -> EvaluationDesign:
    """Return a version that the visitor may read."""
    seen = evaluations_seen_by(actor_of(request), on=timezone.localdate())
    found = EvaluationDesign.objects.filter(evaluation__in=seen.values("pk"))
    return get_object_or_404(found.select_related("evaluation__programme__owner", "locked_by"), pk=pk)
