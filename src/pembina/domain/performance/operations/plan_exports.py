"""Who takes a list of plans along is on record."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User


def note_plan_export(*, rows: int, by: User, at: datetime) -> None:
    """Write down who took the list along, and how long it was."""
    with one_event():
        record("export_expectations", on=by, by=by, at=at, changes={"records": ("", str(rows))})
