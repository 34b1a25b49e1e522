"""Looking is recorded too: who opened whose record, and in what capacity."""

from datetime import datetime, timedelta

from django.db import models

from pembina.domain.access.audit import events_on, record
from pembina.domain.access.models import User

# Going back and forth between pages is one look, so that the trail grows with interest and not with clicks.
ONE_LOOK = timedelta(hours=1)


def note_look(
    operation: str, *, on: models.Model, by: User, at: datetime, address: str | None, acting_as: str = ""
) -> None:
    """Write down that `by` looks at `on`, unless it was written within the last hour."""
    before = events_on(on).filter(actor=by, operation=operation, timestamp__gt=at - ONE_LOOK, timestamp__lte=at)
    if not before.exists():
        record(operation, on=on, by=by, at=at, address=address, acting_as=acting_as)
