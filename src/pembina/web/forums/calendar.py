"""What a calendar is told of an event."""

from pembina.domain.services.enums import ForumState
from pembina.domain.services.models import Forum
from pembina.exchange.calendar_files import CalendarEvent


def calendar_event(forum: Forum, *, address: str, host: str, revision: int) -> CalendarEvent:
    """Return the event; `revision` rises with each change, so that a calendar takes over the later one."""
    agenda = [f"- {item.title}" for item in forum.agenda.all()]
    return CalendarEvent(
        identity=f"forum-{forum.pk}@{host.partition(':')[0]}",
        title=forum.title,
        starts_at=forum.starts_at,
        ends_at=forum.ends_at,
        written_at=forum.announced_at or forum.made_at,
        place=forum.place or forum.link,
        description="\n".join(filter(None, [forum.unit.name, forum.description, *agenda, forum.link])),
        address=address,
        is_cancelled=forum.state == ForumState.CANCELLED,
        revision=revision,
    )
