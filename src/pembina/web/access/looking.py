"""Whoever opens somebody's record leaves a trace of it.

A page that is read may not write (`ReadOnlyOnGet`), so a view only notes on the request what it shows, and the
middleware, which stands outside that guard, writes it down once the page is ready and before anything of it leaves.
Where that fails nothing is shown: there is no look that nobody can see.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.db import DatabaseError, models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from pembina.domain.access.looks import note_look
from pembina.domain.access.models import User
from pembina.web.access.address import client_address

LOG = logging.getLogger(__name__)
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows: the operation that the trail will name, and the record."""

    operation: str
    on: models.Model
    acting_as: str


def note_looking(request: HttpRequest, operation: str, *, on: models.Model, acting_as: str = "") -> None:
    """Have it written down that the visitor is shown `on`; `acting_as` is a relation, where no role is the reason."""
    looks: list[Look] = request.__dict__.setdefault("looks", [])
    looks.append(Look(operation, on, acting_as))


class LooksOnRecord:
    """Write down the looks of a request after its page was made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        looks: list[Look] = request.__dict__.get("looks", [])
        if not looks or response.status_code != SHOWN:
            return response
        try:
            self._write(request, looks)
        except DatabaseError:
            LOG.exception("A look could not be written down; the page was withheld: %s", request.path)
            return render(request, "503.html", status=503)
        return response

    @staticmethod
    def _write(request: HttpRequest, looks: list[Look]) -> None:
        for look in looks:
            note_look(
                look.operation,
                on=look.on,
                by=cast(User, request.user),
                at=timezone.now(),
                address=client_address(request),
                acting_as=look.acting_as,
            )
