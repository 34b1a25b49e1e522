"""What is taken along of a run is written down."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.impact.models import EvaluationRun


def note_run_export(*, run: EvaluationRun, file: str, by: User, at: datetime) -> None:
    """Write down who took which file of a run along."""
    with one_event():
        record("export_run", on=run, by=by, at=at, changes={"file": ("", file)})
