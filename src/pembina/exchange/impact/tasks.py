"""What a worker does for an evaluation: compute one run. A page asks for it and shows how far it has come."""

from django.utils import timezone

from pembina.domain.impact.models import EvaluationRun
from pembina.exchange.background import task
from pembina.exchange.impact.running import carry_out


@task()
def compute_run(run_pk: int) -> None:
    """Compute a run that still waits; queued twice, it is computed once."""
    run = EvaluationRun.objects.select_related("evaluation__programme", "design").filter(pk=run_pk).first()
    if run is not None:
        carry_out(run, clock=timezone.now)
