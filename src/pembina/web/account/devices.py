"""Browsers and devices in words, as far as they tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.access.sessions.models import SignedInSession
from pembina.web.account.account_present import moment

# The first that is found names it: Edge and Opera call themselves Chrome too, and everybody Safari.
BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One device that is signed in."""

    label: str
    device: str
    address: str
    seen: str
    is_here: bool


def session_rows(sessions: Iterable[SignedInSession], *, here: str | None) -> list[SessionRow]:
    return [
        SessionRow(
            label=session.label,
            device=device_in_words(session.agent),
            address=session.address or _("alamat tidak diketahui"),
            seen=moment(session.last_seen_at),
            is_here=session.session_key == here,
        )
        for session in sessions
    ]


def device_in_words(agent: str) -> str:
    """Return ``Chrome di Android``, or what is known of it."""
    browser = next((name for mark, name in BROWSERS if mark in agent), "")
    device = next((name for mark, name in DEVICES if mark in agent), "")
    if browser and device:
        return _("%(browser)s di %(device)s") % {"browser": browser, "device": device}
    return browser or device or _("Perangkat tidak dikenal")
