"""The access line of a view."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from pembina.domain.access.permissions import Permission

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def open_to_all(view: View[Rest]) -> View[Rest]:
    """Let anybody in, with or without an account."""
    return _marked(view, "open")


def signed_in(view: View[Rest]) -> View[Rest]:
    """Let in whoever has signed in; send others to the sign-in page and back."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return _marked(guarded, "signed in")


def requires(permission: Permission) -> Callable[[View[Rest]], View[Rest]]:
    """Let in whoever holds ``permission``. To others with an account the page does not exist."""

    def decorate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.may(permission):
                raise Http404
            return view(request, *args, **kwargs)

        return _marked(guarded, permission)

    return decorate


def access_of(view: object) -> str | None:
    """Return the access line of ``view``: ``open``, ``signed in`` or a permission; None where it has none."""
    return getattr(view, "pembina_access", None)


class TwoAccessLinesError(TypeError):
    """A view was given a second access line; which one holds would depend on their order."""


def _marked(view: View[Rest], access: str) -> View[Rest]:
    if access_of(getattr(view, "__wrapped__", view)) is not None or access_of(view) is not None:
        raise TwoAccessLinesError(f"{view.__qualname__} already has the access line '{access_of(view)}'")
    view.pembina_access = access  # type: ignore[attr-defined]
    return view
