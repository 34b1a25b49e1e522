"""What a worker does for a period: make its appraisals, or close it."""

from django.utils import timezone

from pembina.domain.performance.models import AppraisalRun
from pembina.exchange.appraisals.running import carry_out
from pembina.exchange.background import task


@task()
def work_on_period(run_pk: int) -> None:
    """Do work that still waits; queued twice, it is done once."""
    run = AppraisalRun.objects.select_related("period", "asked_by").filter(pk=run_pk).first()
    if run is not None:
        carry_out(run, clock=timezone.now)
