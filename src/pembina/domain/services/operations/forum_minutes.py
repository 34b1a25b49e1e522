"""Minutes are written in versions; one of them is published."""

from datetime import datetime

from django.db.models import Max

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.enums import ForumState
from pembina.domain.services.forum_refusals import AttendanceError, ForumStateError, GroundMissingError
from pembina.domain.services.models import Forum, ForumMinutes


def write_minutes(
    *, forum: Forum, text: str, women: int | None, men: int | None, by: User, at: datetime, publish: bool = False
) -> ForumMinutes:
    """Add a version, published or not; the public reads the latest published one.

    Raises ``ForumStateError`` outside an event that is held or closed, ``GroundMissingError`` without a word and
    ``AttendanceError`` where only one sex was counted.
    """
    words = text.replace("\0", "").strip()
    if not words:
        raise GroundMissingError
    if (women is None) != (men is None):
        raise AttendanceError
    with one_event():
        kept = Forum.objects.select_for_update().get(pk=forum.pk)
        if kept.state not in (ForumState.HELD, ForumState.CLOSED):
            raise ForumStateError
        version = (kept.minutes.aggregate(last=Max("version"))["last"] or 0) + 1
        minutes = ForumMinutes(
            forum=kept, version=version, text=words, women=women, men=men, written_by=by, written_at=at,
            published_at=at if publish else None,
        )  # fmt: skip
        minutes.save()
        changes = {"version": ("", str(version)), "published_at": ("", at.isoformat() if publish else "")}
        record("write_minutes", on=minutes, by=by, at=at, changes=changes, created=True)
    return minutes
