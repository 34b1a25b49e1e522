"""Who takes lists of appraisals along."""

from datetime import datetime

from pembina.domain.access.audit import record
from pembina.domain.access.models import User


def note_appraisals_export(*, records: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes a list of appraisals along, with names."""
    changes = {"records": ("", str(records)), "filters": ("", filters)}
    record("export_appraisals", on=by, by=by, at=at, changes=changes)
