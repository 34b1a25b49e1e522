"""Whoever may do much shows two things: until the second one is set up, nothing else opens."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

MARK = "second_factor_shown"
AnyView = TypeVar("AnyView", bound=Callable[..., HttpResponseBase])


def note_second_factor(request: HttpRequest) -> None:
    """Remember in the session that a second factor was shown or set up in it."""
    request.session[MARK] = True


def before_second_factor(view: AnyView) -> AnyView:
    """Let a view be reached on the way to the second factor; stands above the access line."""
    view.pembina_before_second_factor = True  # type: ignore[attr-defined]
    return view


class SecondFactorFirst:
    """Lead those whose role needs a second factor to its set-up, wherever else they want to go."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Answer instead of the view, or not."""
        if getattr(view, "pembina_before_second_factor", False) or not is_missing(request):
            return None
        return redirect("account:set_up_totp")


def is_missing(request: HttpRequest) -> bool:
    """Say whether this session still owes a second factor."""
    if not settings.SECOND_FACTOR_REQUIRED or request.session.get(MARK):
        return False
    return request.user.is_authenticated and request.user.needs_second_factor
