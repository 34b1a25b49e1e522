"""The hours of a session on the clock of its place."""

from datetime import datetime

from pembina.domain.development.models import Session
from pembina.web.components import clock
from pembina.web.components.clock import hours


def span(session: Session) -> str:
    """``09.00–11.30 WITA`` for a session within one day; both days where there are two."""
    starts, ends = (moment.astimezone(session.batch.zone) for moment in (session.starts_at, session.ends_at))
    if starts.date() != ends.date():
        return when(session)
    return f"{hours(starts)}–{hours(ends)} {session.batch.get_time_zone_display()}"


def when(session: Session) -> str:
    """``22 November 2026, 09.00–11.30 WITA``."""
    return clock.stretch(session.starts_at, session.ends_at, session.batch.zone)


def moment_there(moment: datetime, session: Session) -> str:
    """A moment on the clock of the place."""
    return clock.moment_there(moment, session.batch.zone)


def hours_there(moment: datetime, session: Session) -> str:
    """The hour of a moment on the clock of the place."""
    return hours(moment.astimezone(session.batch.zone))
