"""Who takes lists of appraisals along."""

from datetime import datetime

from pembina.domain.access.audit import record
from pembina.domain.access.models import User
from pembina.domain.performance.models import EvaluationPeriod


def note_appraisals_export(*, period: EvaluationPeriod, records: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes the list of a period along, with names."""
    changes = {"records": ("", str(records)), "filters": ("", filters)}
    record("export_appraisals", on=period, by=by, at=at, changes=changes)
