"""Guards around every request: the address, the size of what comes in, who acts, and that reading does not write."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from auditlog.middleware import AuditlogMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from pembina.core.text import Text
from pembina.web.access.address import client_address

GetResponse = Callable[[HttpRequest], HttpResponseBase]
READING_METHODS = {"GET", "HEAD", "OPTIONS"}
ROOM_FOR_OTHER_FIELDS = 1024 * 1024
TOO_LARGE = {
    "title": Text(id="Berkas terlalu besar", en="The file is too large"),
    "reason": Text(id="Paling besar 50 MB; berkas ini tidak dibaca.", en="At most 50 MB; this one was not read."),
    "remedy": Text(
        id="Simpan hanya kolom yang diperlukan, atau pakai format Parquet, yang jauh lebih kecil.",
        en="Keep only the columns that are needed, or use Parquet, which is far smaller.",
    ),
}

# Only what is known to read may pass. SAVEPOINT and its kin come from atomic(), SHOW and EXPLAIN from introspection.
READING_STATEMENT = re.compile(
    r"\s*\(*\s*(SELECT|WITH|VALUES|EXPLAIN|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SHOW)\b", re.I
)
# What a statement that begins like one of these can still hide, once texts and quoted names are out of it.
CHANGING_CLAUSE = re.compile(r"\b(INSERT|DELETE|MERGE|INTO)\b|\bUPDATE\s+\S+\s+SET\b|;\s*\S", re.I)
QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*\"""")


class WriteWhileReadingError(RuntimeError):
    """A page that is only read tried to change the database; a prefetching browser would have done the same."""


class ReadOnlyOnGet:
    """Refuse every changing SQL statement while a GET, HEAD or OPTIONS is answered."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING_METHODS:
            return self.get_response(request)
        with ExitStack() as guards:
            for connection in connections.all():
                guards.enter_context(connection.execute_wrapper(refuse_to_write))
            return self.get_response(request)


def refuse_to_write(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run ``sql`` if it reads (the signature is Django's for ``connection.execute_wrapper``)."""
    text = sql if isinstance(sql, str) else sql.as_string(context["connection"].connection)
    if not is_reading(text):
        raise WriteWhileReadingError(f"A GET may not write. Use POST for: {text[:200]}")
    return execute(sql, params, many, context)


def is_reading(sql: str) -> bool:
    """Say whether ``sql`` is a statement that only reads; what is not recognised counts as writing."""
    bare = QUOTED.sub("''", sql)
    return READING_STATEMENT.match(bare) is not None and CHANGING_CLAUSE.search(bare) is None


class AuditActor(AuditlogMiddleware):  # type: ignore[misc]
    """Tell the audit trail who acts and from where, without believing a header that anybody can write.

    Stands outside ReadOnlyOnGet: it looks the account up, and Django deletes a session whose password has changed.
    """

    @staticmethod
    def _get_remote_addr(request: HttpRequest) -> str | None:
        return client_address(request)

    @staticmethod
    def _get_remote_port(request: HttpRequest) -> int | None:
        return None


class NoNul:
    """Refuse an address with a NUL in it: no keyboard types one, and PostgreSQL takes none in a text."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
        return self.get_response(request)


class BoundedBody:
    """Refuse a request larger than the largest upload before any of it is read.

    Stands inside the sessions, whose language and account the page of the refusal shows, and before the form is parsed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if self._announced(request) <= settings.MAXIMUM_UPLOAD_BYTES + ROOM_FOR_OTHER_FIELDS:
            return self.get_response(request)
        language = get_language() or ""
        page = {name: text.in_language(language) for name, text in TOO_LARGE.items()}
        return render(request, "413.html", page, status=413)

    @staticmethod
    def _announced(request: HttpRequest) -> int:
        """Return the announced length; of what is no number Django reads nothing."""
        try:
            return int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return 0
