"""Lists of people leave the system; who took which is written down."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User


def note_export(*, people: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes a list of so many people, narrowed as `filters` says."""
    with one_event():
        changes = {"people": ("", str(people)), "filters": ("", filters)}
        record("export_staff", on=by, by=by, at=at, changes=changes)
