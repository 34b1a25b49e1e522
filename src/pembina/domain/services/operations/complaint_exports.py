"""Lists of complaints leave the system; who took which is written down."""

from datetime import datetime

from django.db.models import QuerySet

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.models import Complaint


def note_complaint_export(
    *, complaints: QuerySet[Complaint], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a list of `complaints`, narrowed as `filters` says."""
    with one_event():
        changes = {"complaints": ("", str(complaints.count())), "filters": ("", filters)}
        record("export_complaints", on=by, by=by, at=at, changes=changes, address=address)
