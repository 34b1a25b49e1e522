"""The ticket of a survey page: that we gave the page out, for which counter, and when.

The page uses no account and its cookie opens nothing, so there is no authority that another site could borrow (CSRF).
What a ticket does stop is a script that posts answers without ever asking for the page, and, with the check of the
origin, another site that lets its visitors vote. It lasts as long as a phone may wait for a line.
"""

from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError

GOOD_FOR = timedelta(days=7)
SIGNER = Signer(salt="pembina.web.surveys.ticket")
OWN = ("same-origin", "none")


class ForgedTicketError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Formulir ini tidak berasal dari halaman survei yang sah.",
                en="This form does not come from a page of the survey.",
            ),
            Text(
                id="Jawaban Anda masih ada di bawah. Periksa, lalu kirim lagi dari halaman ini.",
                en="Your answers are still below. Check them and send again from this page.",
            ),
        )


class StaleTicketError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Halaman ini dibuka lebih dari tujuh hari lalu.", en="This page was opened more than seven days ago."
            ),
            Text(
                id="Jawaban Anda masih ada di bawah. Kirim lagi untuk menyimpannya.",
                en="Your answers are still below. Send again to store them.",
            ),
        )


def new_ticket(token: str, *, at: datetime) -> str:
    """Return a ticket for the page of a counter."""
    return SIGNER.sign(f"{token}.{int(at.timestamp())}")


def given_at(ticket: str, *, token: str, at: datetime) -> datetime:
    """Return when a page was given out; raises ``ForgedTicketError``, ``StaleTicketError``."""
    try:
        counter, _, seconds = SIGNER.unsign(ticket).partition(".")
    except BadSignature:
        raise ForgedTicketError from None
    if counter != token:
        raise ForgedTicketError
    moment = datetime.fromtimestamp(int(seconds), tz=UTC)
    if at - moment > GOOD_FOR:
        raise StaleTicketError
    return moment


def require_own_page(request: HttpRequest) -> None:
    """Refuse what a browser says another site sent; raises ``ForgedTicketError``."""
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN:
        raise ForgedTicketError
    origin = request.headers.get("Origin", "")
    if origin and origin.partition("://")[2] != request.get_host():
        raise ForgedTicketError
