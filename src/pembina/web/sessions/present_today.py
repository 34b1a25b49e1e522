"""The sessions of today, each with the one page that is needed in the room."""

from collections.abc import Iterable
from dataclasses import dataclass

from pembina.domain.development.models import Session
from pembina.web.components.clock import stretch
from pembina.web.components.onward import address_of


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One session of today; `attendance` is where attendance is taken, empty where there is no such page."""

    title: str
    batch: str
    when: str
    place: str
    attendance: str


def today_rows(sessions: Iterable[Session]) -> list[TodayRow]:
    return [
        TodayRow(
            title=one.title,
            batch=one.batch.title,
            when=stretch(one.starts_at, one.ends_at, one.batch.zone),
            place=one.room or str(one.get_mode_display()),
            attendance=address_of("attendance:day", one.pk),
        )
        for one in sessions
    ]
