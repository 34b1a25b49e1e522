"""When somebody was last here, for the list of one's own devices."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from pembina.domain.access.sessions.operations import SEEN_EVERY, note_presence


class Presence:
    """Write the time of a visit down every few minutes; stands outside ReadOnlyOnGet, and asks the database nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        seen, now = getattr(request.session, "last_seen_at", None), timezone.now()
        if seen is not None and request.session.session_key and now - seen > SEEN_EVERY:
            note_presence(session_key=request.session.session_key, at=now)
        return response
