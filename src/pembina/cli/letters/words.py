"""What letters have in common: days and hours as people write them, and where to go on."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse

from pembina.domain.people.refusals import spelled

if TYPE_CHECKING:
    from pembina.domain.development.models import Session

MOST_LINES = 20


def day(on: date) -> str:
    """``22 November 2026``."""
    return spelled(on).id


def when(session: "Session") -> str:
    """``22 November 2026, 09.00-11.30 WITA``, on the clock of the batch; with both days where it goes past midnight."""
    starts, ends = (moment.astimezone(session.batch.zone) for moment in (session.starts_at, session.ends_at))
    zone = session.batch.get_time_zone_display()
    if starts.date() != ends.date():
        return f"{day(starts.date())}, {starts:%H.%M} sampai {day(ends.date())}, {ends:%H.%M} {zone}"
    return f"{day(starts.date())}, {starts:%H.%M}-{ends:%H.%M} {zone}"


def one_line(words: str) -> str:
    """Return words without a line end, which no subject may have."""
    return " ".join(words.split())


def page(name: str, *numbers: Any) -> str:
    """Return the address of a page; nothing where the installation does not know its own."""
    return settings.PEMBINA_PUBLIC_ADDRESS + reverse(name, args=numbers) if settings.PEMBINA_PUBLIC_ADDRESS else ""


def listed(lines: list[str]) -> str:
    """Return lines one below the other; of very many the first, and how many more there are."""
    shown = [f"- {line}" for line in lines[:MOST_LINES]]
    left = len(lines) - MOST_LINES
    return "\n".join([*shown, f"- dan {left} lagi"] if left > 0 else shown)


def letter_of(name: str, *paragraphs: str) -> str:
    """Return the whole letter; empty paragraphs are left out."""
    return "\n\n".join([f"Yth. {name},", *(part for part in paragraphs if part)])
