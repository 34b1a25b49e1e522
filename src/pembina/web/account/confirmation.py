"""How one gets in is changed by whoever has shown a secret just now, not by whoever finds a screen open."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

SECONDS_FRESH = 10 * 60


def is_fresh(request: HttpRequest) -> bool:
    """Say whether somebody has signed in, or confirmed who they are, in the last minutes of this session."""
    shown = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < SECONDS_FRESH for record in shown)


def freshly_confirmed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the password, and come back, unless that was a moment ago; stands below the access line."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method in ("GET", "HEAD") else resolve_url("account:me")
        return redirect(f"{resolve_url('account:confirm')}?{urlencode({'next': back})}")

    return guarded
