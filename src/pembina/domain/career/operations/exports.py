"""Lists of awards and medals leave the system; who took which is written down."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User


def note_awards_export(*, count: int, filters: str, by: User, at: datetime, address: str | None = None) -> None:
    """Write down that `by` takes the list of awards decided."""
    with one_event():
        changes = {"records": ("", str(count)), "filters": ("", filters)}
        record("export_awards", on=by, by=by, at=at, changes=changes, address=address)


def note_medals_export(*, count: int, filters: str, by: User, at: datetime, address: str | None = None) -> None:
    """Write down that `by` takes the list of who comes into question for a medal."""
    with one_event():
        changes = {"records": ("", str(count)), "filters": ("", filters)}
        record("export_medals", on=by, by=by, at=at, changes=changes, address=address)
