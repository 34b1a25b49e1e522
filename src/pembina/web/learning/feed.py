"""What a calendar is told of a session."""

from django.http import HttpRequest
from django.urls import reverse

from pembina.domain.development.enums import BatchState, SessionState
from pembina.domain.development.models import Session
from pembina.exchange.calendar_files import CalendarEvent
from pembina.web.components.clock import stretch


def calendar_event(session: Session, request: HttpRequest) -> CalendarEvent:
    """Return the event; `revision` rises with each change, so that a calendar takes over the later one."""
    batch = session.batch
    told = (batch.programme.title, stretch(session.starts_at, session.ends_at, batch.zone), session.link)
    return CalendarEvent(
        identity=f"session-{session.pk}@{request.get_host().partition(':')[0]}",
        title=f"{session.title} · {batch.title}",
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        # A moment that stays the same, so that an unchanged feed stays the same too.
        written_at=batch.programme.made_at,
        place=session.room or session.link,
        description="\n".join(filter(None, (*told, session.cancel_reason))),
        address=request.build_absolute_uri(reverse("learning:offer", args=[batch.pk])),
        is_cancelled=session.state == SessionState.CANCELLED or batch.state == BatchState.CANCELLED,
        revision=session.revision,
    )
