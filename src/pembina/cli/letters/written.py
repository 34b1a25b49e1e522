"""Which letter is written about what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pembina.cli.letters import of_seats, of_sessions
from pembina.cli.letters.of_follow_up import follow_up
from pembina.domain.development.notice_enums import NoticeKind

if TYPE_CHECKING:
    from pembina.domain.development.queries.notices import Letter

LETTERS: "dict[NoticeKind, Callable[[Letter], tuple[str, str]]]" = {
    NoticeKind.OFFERED: of_seats.offered,
    NoticeKind.SEATED: of_seats.seated,
    NoticeKind.REQUESTS: of_seats.requests,
    NoticeKind.REMINDER: of_sessions.reminder,
    NoticeKind.CHANGED: of_sessions.changed,
    NoticeKind.CANCELLED: of_sessions.cancelled,
    NoticeKind.BATCH_CANCELLED: of_sessions.batch_cancelled,
    NoticeKind.FOLLOW_UP: follow_up,
}


def written(letter: "Letter") -> tuple[str, str]:
    """Return subject and body of a letter."""
    return LETTERS[letter.kind](letter)
