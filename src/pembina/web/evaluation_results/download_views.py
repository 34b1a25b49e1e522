"""Files of a run to take along: the result as it was hashed, the frozen data, and the estimates as a workbook."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import EvaluationRun, FrozenPanel
from pembina.domain.impact.operations.exports import note_run_export
from pembina.domain.impact.permissions import takes_data
from pembina.domain.impact.queries.runs import runs_seen_by
from pembina.domain.impact.result import result_text
from pembina.web.access import signed_in
from pembina.web.evaluation_results.views import actor_of
from pembina.web.evaluation_results.workbook import estimates_workbook

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET = "application/vnd.apache.parquet"


@signed_in
@require_POST
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the very text of which the hash was taken."""
    run = done_run(request, pk)
    return taken(
        request,
        run,
        result_text(run.result).encode(),
        "application/json",
        f"hasil-{run.evaluation_id}-{run.number}.json",
    )


@signed_in
@require_POST
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Give every estimate of every outcome."""
    run = done_run(request, pk)
    name = f"dugaan-{run.evaluation_id}-{run.number}.xlsx"
    return taken(request, run, estimates_workbook(run.result), WORKBOOK, name)


@signed_in
@require_POST
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the frozen data of one outcome to those who evaluate, decide or audit."""
    if not takes_data(actor_of(request), on=timezone.localdate()):
        raise Http404
    seen = runs_seen_by(actor_of(request), on=timezone.localdate())
    found = get_object_or_404(FrozenPanel.objects.select_related("run", "outcome"), pk=pk, run__in=seen.values("pk"))
    name = f"data-{found.run.evaluation_id}-{found.run.number}-{found.outcome.position}.parquet"
    return taken(request, found.run, bytes(found.content), PARQUET, name)


def done_run(request: HttpRequest, pk: int) -> EvaluationRun:
    """Return a run with a result that the visitor may read."""
    return get_object_or_404(runs_seen_by(actor_of(request), on=timezone.localdate()), pk=pk, state=RunState.DONE)


def taken(request: HttpRequest, run: EvaluationRun, content: bytes, kind: str, name: str) -> HttpResponse:
    """Answer with a file, and write down who took it."""
    note_run_export(run=run, file=name, by=actor_of(request), at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)
